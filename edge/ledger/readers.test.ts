// Readers: every row, in order, at least once, from where they were.
import assert from 'node:assert/strict';
import { newFile, removeFiles, startLedger, units } from './ledger.fixture.ts';
import { type Ledger, type Row, StatementFault } from './ledger.ts';
import { type Followed, follow, HandlerFault } from './readers.ts';

/** A handler that keeps what it was given and can be waited for. */
const collector = () => {
  const pages: number[][] = [];
  let wanted = 0;
  let reached: (() => void) | undefined;
  return {
    pages,
    handle: async (rows: Row[]): Promise<void> => {
      pages.push(rows.map(({ seq }) => seq));
      if (rows.some(({ seq }) => seq >= wanted)) reached?.();
    },
    until: (seq: number): Promise<void> =>
      new Promise((resolve) => {
        wanted = seq;
        reached = resolve;
        if (pages.flat().includes(seq)) resolve();
      }),
  };
};
const upTo = (last: number, from = 1): number[] => Array.from({ length: last - from + 1 }, (_, index) => index + from);

describe('a reader of the ledger', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await startLedger(await newFile());
  });
  afterEach(() => ledger.stop());
  after(removeFiles);

  it('reads what was there in pages of at most 200 and then what is appended', async () => {
    await ledger.append(units(450));
    const { pages, handle, until } = collector();
    const follower = follow(ledger, 'hq', handle);
    await until(450);
    assert.deepEqual(
      pages.map((page) => page.length),
      [200, 200, 50],
    );
    await ledger.append(units(3));
    await until(453);
    await ledger.append(units(1));
    await until(454);
    await follower.stop();
    assert.deepEqual(pages.flat(), upTo(454));
    assert.equal((await ledger.checkpoint('hq')).seq, 454);
  });

  it('goes on from its checkpoint, and each reader has its own', async () => {
    await ledger.append(units(10));
    const first = collector();
    const follower = follow(ledger, 'notices', first.handle);
    await first.until(10);
    await follower.stop();
    await ledger.append(units(5));
    const [again, other] = [collector(), collector()];
    const followers = [follow(ledger, 'notices', again.handle), follow(ledger, 'orders', other.handle)];
    await Promise.all([again.until(15), other.until(15)]);
    await Promise.all(followers.map((one) => one.stop()));
    assert.deepEqual(again.pages.flat(), upTo(15, 11));
    assert.deepEqual(other.pages.flat(), upTo(15));
  });

  it('hands the same page over again after a fault, and does not pass it by', async () => {
    await ledger.append(units(4));
    const { pages, handle, until } = collector();
    let faults = 2;
    const follower = follow(ledger, 'hq', async (rows) => {
      if (faults > 0) {
        faults -= 1;
        throw new HandlerFault(new Error('the line is down'));
      }
      await handle(rows);
    });
    await until(4);
    await follower.stop();
    assert.deepEqual(pages, [[1, 2, 3, 4]]);
    assert.equal(faults, 0);
  });

  it('goes on after what its handler stored itself, when the move after it fails', async () => {
    await ledger.append(units(2));
    const { pages, handle, until } = collector();
    const full: Followed = {
      read: (...place) => ledger.read(...place),
      checkpoint: (name) => ledger.checkpoint(name),
      onAppend: (listener) => ledger.onAppend(listener),
      moveCheckpoint: () => Promise.reject(new StatementFault(new Error('disk full'))),
    };
    const follower = follow(full, 'view', async (rows) => {
      const last = rows.at(-1);
      if (last) await ledger.moveCheckpoint('view', last);
      await handle(rows);
    });
    await until(2);
    await ledger.append(units(1));
    await until(3);
    await follower.stop();
    assert.deepEqual(pages, [[1, 2], [3]]);
  });

  it('ends with a bug of its handler, and does not try it again', async () => {
    await ledger.append(units(1));
    let tries = 0;
    await new Promise<void>((resolve) => {
      const follower = follow(ledger, 'hq', async () => {
        tries += 1;
        if (tries === 1) resolve(assert.rejects(follower.stop(), TypeError));
        throw new TypeError('a bug');
      });
    });
    assert.equal(tries, 1);
  });

  it('stops while it waits for something to be appended', async () => {
    const { pages, handle } = collector();
    const follower = follow(ledger, 'hq', handle);
    // Longer than the reader needs to find that nothing is there.
    await ledger.verify();
    await follower.stop();
    await ledger.append(units(1));
    assert.deepEqual(pages, []);
  });

  it('stops in the middle of its pause, and handles nothing afterwards', async () => {
    await ledger.append(units(1));
    let tries = 0;
    const tried = new Promise<void>((resolve) => {
      const follower = follow(ledger, 'hq', async () => {
        tries += 1;
        setImmediate(() => resolve(follower.stop()));
        throw new HandlerFault(new Error('the line is down'));
      });
    });
    await tried;
    await ledger.append(units(1));
    assert.equal(tries, 1);
    assert.deepEqual(await ledger.checkpoint('hq'), { epoch: 0, seq: 0 });
  });
});
