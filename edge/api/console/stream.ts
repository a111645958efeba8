// The console's news: every committed fact by its place in the ledger, so that a page that was away asks from where it stopped.
import type { Request, Response } from 'express';
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import { isAfter } from '../../ledger/checkpoints.ts';
import type { Ledger, Position, Row } from '../../ledger/ledger.ts';
import type { Body } from '../../ledger/unit.ts';
import { openLine } from '../stream.ts';

/** Further behind than this a page reads everything again sooner than one fact after another. */
const replayMost = 500;

const textOf = ({ epoch, seq }: Position): string => `${epoch}-${seq}`;

/** Of an id of ours; undefined for anything else. */
const placeOf = (id: string | undefined): Position | undefined => {
  const [, epoch, seq] = /^(\d{1,15})-(\d{1,15})$/.exec(id ?? '') ?? [];
  return epoch === undefined || seq === undefined ? undefined : { epoch: Number(epoch), seq: Number(seq) };
};

const newsOf = ({ epoch, seq, body }: Row): ConsoleAnswer<'follow'> => {
  const { at, type, data } = JSON.parse(body) as Body;
  return { epoch, seq, at: at.wallMs, type, holdId: typeof data.holdId === 'string' ? data.holdId : null };
};

export interface NewsOptions {
  ledger: Pick<Ledger, 'head' | 'read' | 'onAppend'>;
  /** False once the session of whoever listens is over: nothing more is told. */
  isLive: () => boolean;
}

/**
 * Sends `ledger` events until the client goes away or its session ends. With a Last-Event-ID first what came after it; when that is more than 500 facts, or is
 * no place of this ledger, one `reset` event instead: the page is to read everything again. Rejects with a StatementFault when the ledger cannot be read.
 */
export const follow = async (request: Request, response: Response, options: NewsOptions): Promise<void> => {
  const { ledger, isLive } = options;
  let place: Position | undefined;
  const arrived: Row[] = [];
  const tell = (rows: Row[]): void => {
    for (const row of rows) {
      if (place === undefined) arrived.push(row);
      else if (isAfter(row, place)) {
        line.send({ id: textOf(row), event: 'ledger', data: JSON.stringify(newsOf(row)) });
        place = { epoch: row.epoch, seq: row.seq };
      }
    }
  };
  const endWhenOver = (): boolean => {
    if (!isLive()) line.end();
    return !isLive();
  };
  const off = ledger.onAppend((rows) => {
    if (!endWhenOver()) tell(rows);
  });
  const line = openLine(request, response, { onPing: endWhenOver, onEnd: off });

  const head: Position = { epoch: ledger.head.epoch, seq: ledger.head.seq };
  const last = request.get('last-event-id');
  const from = placeOf(last);
  const isBehind = from !== undefined && !isAfter(from, head);
  const missed = isBehind ? await ledger.read(from.seq, replayMost + 1, from.epoch) : [];
  const isReset = last !== undefined && (!isBehind || missed.length > replayMost);
  place = isBehind && !isReset ? from : head;
  if (isReset) line.send({ id: textOf(head), event: 'reset', data: '{}' });
  else line.mark(textOf(place));
  tell(isReset ? [] : missed);
  tell(arrived);
};
