// Requests that come from this console's own page, by a name that is this console's own.
import type { NextFunction, Request, Response } from 'express';
import { answerRefusal } from '../http.ts';

const local = ['localhost', '127.0.0.1', '[::1]'];
const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::';
/** As it stands in an address: IPv6 in brackets. */
const inAddress = (host: string): string => (host.includes(':') ? `[${host}]` : host);

export interface Reach {
  host: string;
  names: readonly string[];
}

/** What this console's address may begin with, the one for links first. */
export const namesOf = ({ host, names }: Reach): [string, ...string[]] => {
  const own = [...names.map(inAddress), ...(isWildcard(host) ? [] : [inAddress(host)])];
  return [own[0] ?? 'localhost', ...own.slice(1), ...local];
};

/** A name that only points to this machine is somebody else's page (DNS rebinding); a change must say that this page sent it. */
export const ownPage = (reach: Reach) => {
  const names = namesOf(reach);
  return (request: Request, response: Response, next: NextFunction): void => {
    const host = request.get('host') ?? '';
    const origin = request.get('origin');
    const isSafe = request.method === 'GET' || request.method === 'HEAD';
    if (!names.includes(host.replace(/:\d+$/, '')))
      answerRefusal(response, { refused: 'not-allowed', remedy: `open this console at ${names[0]}` });
    else if (origin === undefined ? isSafe : origin === `https://${host}`) next();
    else answerRefusal(response, { refused: 'not-allowed', remedy: 'send it from the page of this console' });
  };
};
