// Writes the requests of the 0x8A lock-board family as bytes.
import { queryCode, queryMark, type Request, unlockCode, unlockMark, xor } from './frame.ts';

const closed = (...body: [number, number, number, number]): Uint8Array =>
  Uint8Array.of(...body, xor(Uint8Array.of(...body)));

/** Lock 0 on the wire means every lock at once, so it must never come out of here [S4]. */
const checked = (number: number, what: string): number => {
  if (!Number.isInteger(number) || number < 1 || number > 255) throw new RangeError(`no ${what} ${number}`);
  return number;
};

/** Five bytes. Throws RangeError for a board or lock outside 1 to 255. */
export const write = (request: Request): Uint8Array => {
  const board = checked(request.board, 'board');
  switch (request.kind) {
    case 'unlock':
      return closed(unlockMark, board, checked(request.lock, 'lock'), unlockCode);
    case 'query-one':
      return closed(queryMark, board, checked(request.lock, 'lock'), queryCode);
    case 'query-all':
      return closed(queryMark, board, 0, queryCode);
  }
};
