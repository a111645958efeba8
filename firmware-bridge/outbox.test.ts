// Which reports the outbox sends, and when it sends them again.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import type { Unreceipted } from './journal.ts';
import { Outbox } from './outbox.ts';

const at = { boot: uuidv7(), monoMs: 1, wallMs: 1 };
const toldOf = (seq: number): Unreceipted => ({
  device: 'a',
  report: { reportId: uuidv7(), seq, at, kind: 'opened', compartment: 1 },
});

describe('outbox', () => {
  let waiting: Unreceipted[];
  let sent: number[];
  let outbox: Outbox;
  beforeEach(() => {
    waiting = Array.from({ length: 40 }, (_, i) => toldOf(i + 1));
    sent = [];
    outbox = new Outbox({ waiting: () => waiting, publish: ({ report }) => sent.push(report.seq) });
  });
  afterEach(() => outbox.stop());
  const receipt = (): void => {
    const [first] = waiting;
    assert.ok(first);
    waiting = waiting.slice(1);
    outbox.receipted(first.report.reportId);
  };

  it('sends nothing before it is connected, then a window in order', () => {
    outbox.send();
    assert.deepEqual(sent, []);
    outbox.start();
    assert.deepEqual(
      sent,
      Array.from({ length: 32 }, (_, i) => i + 1),
    );
  });

  it('moves its window on with each receipt and sends nothing twice meanwhile', () => {
    outbox.start();
    receipt();
    receipt();
    assert.deepEqual(sent.slice(32), [33, 34]);
  });

  it('sends everything unreceipted again on a new connection', () => {
    outbox.start();
    receipt();
    outbox.stop();
    sent = [];
    outbox.start();
    assert.deepEqual(
      sent,
      Array.from({ length: 32 }, (_, i) => i + 2),
    );
  });

  it('sends again what got no receipt after a while', async () => {
    waiting = [toldOf(1)];
    const again = new Promise<void>((resolve) => {
      outbox = new Outbox({
        waiting: () => waiting,
        publish: ({ report }) => {
          if (sent.push(report.seq) === 2) resolve();
        },
      });
    });
    outbox.start();
    await again;
    assert.deepEqual(sent, [1, 1]);
  });
});
