// Erases every day what is over its time: people, households and staff who left, signatures and documents [law and practice: maximum retention by kind].
import type { By } from '../contract/desk-commands.ts';
import type { Instant } from '../contract/events.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Dispatch } from '../dispatch.ts';
import { isRefused } from '../domain/decision.ts';
import { type Due, dayMs, dueForErasure, overBefore } from '../domain/identity/retention.ts';
import { type Ledger, StatementFault } from '../ledger/ledger.ts';
import { readOldReceipts } from '../ledger/views/old-receipts.ts';

export interface RetentionOptions {
  dispatch: Pick<Dispatch, 'state' | 'execute'>;
  ledger: Pick<Ledger, 'queryViews' | 'overwriteErased'>;
  now: () => Instant;
  newId: () => string;
  log: { warn(facts: object, message: string): void };
}
export interface Retention {
  /** What is due now; nothing while the clock is not synced. Rejects with a StatementFault when the ledger cannot be read. */
  due(): Promise<Due[]>;
  /** Erases what is due; `by` null = daily. Answers how much was. Rejects with a StatementFault when nothing can be recorded. */
  run(asked: { by: By | null; commandId: string }): Promise<{ erased: number } | Refusal>;
  start(): void;
  /** Returns when a run under way is over. */
  stop(): Promise<void>;
}

const lookEveryMs = 3_600_000;
/** So many in one commit: doors go on between them. */
const atOnce = 200;
/** Receipts that came due before the last run are looked for again, in case it was cut short. */
const marginMs = 30 * dayMs;

export const openRetention = ({ dispatch, ledger, now, newId, log }: RetentionOptions): Retention => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const lastRanAt = (): number | null => dispatch.state.get('retention', 'retention')?.lastRanAt ?? null;

  const due = async (): Promise<Due[]> => {
    const at = now();
    if (at.clock !== 'synced') return [];
    const to = overBefore('receipt-old', at.wallMs);
    const last = lastRanAt();
    const from = last === null ? 0 : Math.max(0, overBefore('receipt-old', last) - marginMs);
    const receipts = await readOldReceipts(ledger, { from, to });
    return [
      ...dueForErasure(dispatch.state, at),
      ...receipts.map((subject): Due => ({ subject, kind: 'receipt', rule: 'receipt-old' })),
    ];
  };

  const run: Retention['run'] = async ({ by, commandId }) => {
    const all = await due();
    for (let first = 0; first === 0 || first < all.length; first += atOnce) {
      const answer = await dispatch.execute({
        kind: 'EraseData',
        commandId: first === 0 ? commandId : newId(),
        by,
        due: all.slice(first, first + atOnce),
      });
      if (isRefused(answer)) return answer;
    }
    if (all.length > 0) await ledger.overwriteErased();
    return { erased: all.length };
  };

  const look = async (): Promise<void> => {
    const { clock, wallMs } = now();
    const last = lastRanAt();
    if (clock !== 'synced' || (last !== null && wallMs - last < dayMs)) return;
    try {
      await run({ by: null, commandId: newId() });
    } catch (error) {
      if (!(error instanceof StatementFault)) throw error;
      log.warn({ err: error }, 'retention: nothing could be recorded; tried again in an hour');
    }
  };

  return {
    due,
    run,
    start: () => {
      timer = setInterval(() => {
        running = running.then(look);
      }, lookEveryMs);
      running = look();
    },
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
