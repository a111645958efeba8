// The console's routes about the site itself: reading it, and giving back what waits for somebody to have looked.

import type { Instant } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Dispatch } from '../../dispatch.ts';
import { type Answer, isRefused, type SiteLayout } from '../../domain/decision.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { listHoldings } from '../../ledger/views/list-holdings.ts';
import { openSiteTime } from '../../words/site-time.ts';
import type { CabinetPicture } from '../kiosk-view.ts';
import type { ConsoleReply, Handlers } from './handlers.ts';
import type { Lists } from './lists.ts';
import { type SiteScene, siteView } from './site-view.ts';

export interface SiteOptions {
  dispatch: Dispatch;
  ledger: Ledger;
  site: SiteLayout;
  /** Every cabinet of the site, from the bottom row up. */
  pictures: readonly CabinetPicture[];
  timeZone: string;
  lists: Pick<Lists, 'asOf'>;
  /** How the links stand. */
  links: () => Pick<SiteScene, 'notices' | 'hqBehind'>;
  now: () => Instant;
}

type Names = 'readSite' | 'releaseCompartment' | 'releaseTerminal' | 'answerCall';

export const openSite = (options: SiteOptions): Pick<Handlers, Names> => {
  const { dispatch, ledger, site, pictures, lists, links, now } = options;
  const time = openSiteTime(options.timeZone);

  const read = async (): Promise<ConsoleReply<'readSite'>> => {
    await lists.asOf();
    const from = time.startOf(time.day(now().wallMs)) ?? 0;
    const { total } = await listHoldings(ledger, { from, order: 'asc', limit: 1 });
    return { body: siteView({ state: dispatch.state, site, pictures, now: now(), today: total, ...links() }) };
  };
  const after = (answer: Answer) => (isRefused(answer) ? answer : read());
  const noTerminal = (terminal: string): Refusal | undefined =>
    site.terminals.some(({ id }) => id === terminal)
      ? undefined
      : { refused: 'bad-request', field: 'terminal', remedy: 'name a terminal of this site' };

  return {
    readSite: read,
    releaseCompartment: async ({ by, body }) =>
      after(await dispatch.execute({ kind: 'ReleaseCompartment', by, ...body })),
    releaseTerminal: async ({ by, body }) =>
      noTerminal(body.terminal) ?? after(await dispatch.execute({ kind: 'ReleaseTerminal', by, ...body })),
    answerCall: async ({ by, body }) =>
      noTerminal(body.terminal) ?? after(await dispatch.execute({ kind: 'AnswerCall', by, ...body })),
  };
};
