// Somebody before a terminal, by HTTP: every question and answer typed by the contract, and every refusal kept for the checker.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import type { Refusal } from '../../edge/contract/refusals.ts';
import { type AnswerOf, type RequestOf, type RouteName, routes } from '../../edge/contract/routes.ts';

type Asked<N extends RouteName> = Omit<RequestOf<N>, 'commandId' | 'visitId'> & { commandId?: string };

/** A refusal as it came, when (CLOCK_MONOTONIC, ms) and from which terminal. */
export interface Heard {
  monoMs: number;
  url: string;
  route: RouteName;
  way: string | undefined;
  status: number;
  refusal: Refusal;
}

export interface Visitor {
  readonly visitId: string;
  /** The answer, or the refusal as a value. */
  try<N extends RouteName>(route: N, asked?: Asked<N>): Promise<AnswerOf<N> | Refusal>;
  /** The answer; an AssertionError when it is refused. */
  ask<N extends RouteName>(route: N, asked?: Asked<N>): Promise<AnswerOf<N>>;
  /** The reason of the refusal; an AssertionError when it is not refused. */
  refused<N extends RouteName>(route: N, asked?: Asked<N>): Promise<Refusal['refused']>;
  readonly cookie: string;
}

export const isRefusal = (said: unknown): said is Refusal =>
  typeof said === 'object' && said !== null && 'refused' in said;

const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** `url` is that of the terminal's page; every refusal goes to `heard` too. */
export const openVisitor = (url: string, heard: Heard[] = []): Visitor => {
  const visitId = uuidv7();
  let cookie = '';
  const send = async <N extends RouteName>(route: N, asked?: Asked<N>): Promise<AnswerOf<N> | Refusal> => {
    const { method, path } = routes[route];
    const begins = route === 'identify' ? { visitId } : {};
    const needsId = route !== 'beat';
    const body = JSON.stringify({ ...(needsId && { commandId: uuidv7() }), ...begins, ...asked });
    const response = await fetch(new URL(path.replace(':visitId', visitId), url), {
      method,
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
      ...(method === 'post' && { body }),
    });
    const said: unknown = await response.json();
    const [given] = response.headers.getSetCookie();
    if (given !== undefined) cookie = given.split(';')[0] ?? '';
    if (isRefusal(said)) {
      const way = asked && 'way' in asked ? String(asked.way) : undefined;
      heard.push({ monoMs: monotonicMs(), url, route, way, status: response.status, refusal: said });
    }
    return said as AnswerOf<N> | Refusal;
  };
  return {
    visitId,
    try: send,
    ask: async (route, asked) => {
      const said = await send(route, asked);
      assert.ok(!isRefusal(said), `${route} was refused: ${JSON.stringify(said)}`);
      return said;
    },
    refused: async (route, asked) => {
      const said = await send(route, asked);
      assert.ok(isRefusal(said), `${route} was not refused`);
      return said.refused;
    },
    get cookie() {
      return cookie;
    },
  };
};
