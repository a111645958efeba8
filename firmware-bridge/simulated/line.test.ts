// A whole simulated line in simulated time: what the host reads and what iron does, with each fault by name.
import assert from 'node:assert/strict';
import { parseFaults } from './fault.ts';
import { follow, type Instruction } from './instruction.ts';
import { advance, type Line, lineDueAt, type Occurrence, quietLine, write } from './line.ts';

const fitted = new Map([
  [1, 24],
  [2, 12],
]);
const usual = { pulseMs: 300, springMs: 80, autoCloseMs: undefined, seed: 1, faults: [] };
const unlock3 = '8a01031199';
const done3 = '8a01030088';
const query3 = '80010333b1';
const closed3 = '8001031193';
const open3 = '8001030082';

/** A bench: what is written at which ms, and what came of it. */
class Bench {
  line: Line;
  seen: Occurrence[] = [];
  now = 0;
  constructor(...faults: string[]) {
    this.line = quietLine(9_600, fitted, { ...usual, faults: faults.flatMap((fault) => parseFaults(fault, fitted)) });
  }

  /** Writes a frame now, lets `ms` pass, and returns in hex what the host has read by then. */
  write(frame: string, ms: number): string {
    this.line = write(this.line, Buffer.from(frame, 'hex'), this.now);
    return this.wait(ms);
  }

  wait(ms: number): string {
    this.now += ms;
    const { line, occurrences, read } = advance(this.line, this.now);
    this.line = line;
    this.seen.push(...occurrences);
    return Buffer.from(read).toString('hex');
  }

  tell(told: Instruction): void {
    const { line, occurrences } = follow(this.line, told, this.now);
    this.line = line;
    this.seen.push(...occurrences);
  }

  get moved(): string[] {
    return this.seen.map((one) =>
      'what' in one ? `${one.what} ${one.board}:${one.lock}` : `discarded ${one.discarded}`,
    );
  }
}

describe('a simulated line', () => {
  it('answers a query at the speed of the wire: nothing before, all after', () => {
    const bench = new Bench();
    assert.equal(bench.write(query3, 10.4), closed3.slice(0, 8));
    assert.equal(bench.wait(0.1), closed3.slice(8));
  });

  it('pulses, opens the door and acknowledges when the pulse has ended', () => {
    const bench = new Bench();
    assert.equal(bench.write(unlock3, 305), '');
    assert.equal(bench.wait(20), done3);
    assert.deepEqual(bench.moved, ['pulse 1:3', 'open 1:3']);
    assert.equal(bench.write(query3, 20), open3);
  });

  it('gives the same times whether it is called every millisecond or once', () => {
    const often = new Bench();
    const once = new Bench();
    let read = often.write(unlock3, 1);
    for (let i = 1; i < 400; i += 1) read += often.wait(1);
    assert.equal(read, once.write(unlock3, 400));
    assert.deepEqual(often.seen, once.seen);
  });

  it('has nothing left to do when all is at rest', () => {
    const bench = new Bench();
    bench.write(unlock3, 400);
    assert.equal(lineDueAt(bench.line), Number.POSITIVE_INFINITY);
  });

  it('acknowledges a second unlock during a pulse again and moves the bolt once', () => {
    const bench = new Bench();
    bench.write(unlock3, 100);
    assert.equal(bench.write(unlock3, 400), done3 + done3);
    assert.deepEqual(bench.moved, ['pulse 1:3', 'open 1:3']);
  });

  it('fires one coil at a time', () => {
    const bench = new Bench();
    bench.write(unlock3, 10);
    bench.write('8a0104119e', 800);
    const [first, , second] = bench.seen;
    assert.ok(first && second && second.at - first.at === 300);
    assert.deepEqual(bench.moved, ['pulse 1:3', 'open 1:3', 'pulse 1:4', 'open 1:4']);
  });

  it('obeys "all locks" one after another and acknowledges once', () => {
    const bench = new Bench();
    assert.equal(bench.write('8a02001199', 12 * 300 + 50), '8a02000088');
    assert.equal(bench.moved.filter((motion) => motion.startsWith('pulse')).length, 12);
  });

  it('only the board that is named answers; none does for a board or lock that is not there', () => {
    const bench = new Bench();
    assert.equal(bench.write('80020033b1', 50), '80020fff3341');
    assert.equal(bench.write('80030033b0', 50), '');
    assert.equal(bench.write('80020d33bc', 50), '');
  });

  it('discards what is no frame, says so, and hears the next command', () => {
    const bench = new Bench();
    assert.equal(bench.write(`ff00${query3}`, 50), closed3);
    assert.deepEqual(bench.moved, ['discarded ff', 'discarded 00']);
  });

  it('a hand opens and closes a door without a pulse', () => {
    const bench = new Bench();
    bench.tell({ open: 3, board: 1 });
    assert.equal(bench.write(query3, 20), open3);
    bench.tell({ close: 3, board: 1 });
    assert.deepEqual(bench.moved, ['open 1:3', 'closed 1:3']);
  });

  it('a visitor closes the door after the time that was set', () => {
    const bench = new Bench();
    bench.tell({ autoCloseMs: 2_000 });
    bench.write(unlock3, 3_000);
    const [, opened, closed] = bench.seen;
    assert.ok(opened && closed && Math.round(closed.at - opened.at) === 2_000);
    assert.deepEqual(bench.moved, ['pulse 1:3', 'open 1:3', 'closed 1:3']);
  });
});

describe('the faults of a simulated line', () => {
  it('stuck-door: the bolt moves, is acknowledged, and the door stays shut', () => {
    const bench = new Bench('stuck-door@1:3');
    assert.equal(bench.write(unlock3, 400), done3);
    assert.deepEqual(bench.moved, ['pulse 1:3']);
    assert.equal(bench.write(query3, 20), closed3);
  });

  it('never-closes: pushing does not shut the door until the fault is cleared', () => {
    const bench = new Bench('never-closes@1:3');
    bench.write(unlock3, 400);
    bench.tell({ close: 3, board: 1 });
    assert.equal(bench.write(query3, 20), open3);
    bench.tell({ clear: 'never-closes@1:3' });
    bench.tell({ close: 3, board: 1 });
    assert.equal(bench.write(query3, 20), closed3);
  });

  it('bounce: the contact chatters for 1 to 50 ms after each motion and then settles', () => {
    const bench = new Bench('bounce');
    const bounces = Array.from({ length: 24 }, (_, i) => {
      bench.tell({ open: i + 1, board: 1 });
      return bench.line.boards[0]?.compartments[i]?.bounceMs ?? 0;
    });
    assert.ok(bounces.every((ms) => ms >= 1 && ms <= 50));
    assert.ok(new Set(bounces).size > 5);
    bench.wait(50);
    assert.equal(bench.write(query3, 20), open3);
  });

  it('mute: no answer and no motion', () => {
    const bench = new Bench('mute');
    assert.equal(bench.write(unlock3 + query3, 1_000), '');
    assert.deepEqual(bench.moved, []);
  });

  it('mute in the middle of a pulse: the bolt has moved, the answer does not come', () => {
    const bench = new Bench();
    bench.write(unlock3, 100);
    bench.tell({ fault: 'mute' });
    assert.equal(bench.wait(1_000), '');
    assert.deepEqual(bench.moved, ['pulse 1:3', 'open 1:3']);
  });

  it('mute on one lock leaves the other locks and the query of all alone', () => {
    const bench = new Bench('mute@1:3');
    assert.equal(bench.write(query3, 50), '');
    assert.equal(bench.write('80010433b6', 50), '8001041194');
    assert.equal(bench.write('80010033b2', 50), '8001ffffff334d');
  });

  it('wrong-bcc: the answer comes with a check byte that does not fit', () => {
    const answer = new Bench('wrong-bcc@1:3').write(query3, 50);
    assert.equal(answer.slice(0, 8), closed3.slice(0, 8));
    assert.notEqual(answer, closed3);
  });

  it('noise: random bytes stand before and after a whole frame', () => {
    const answer = new Bench('noise').write(query3, 50);
    assert.match(answer, new RegExp(`^(..){1,6}${closed3}(..){1,6}$`));
  });

  it("echo: the host's own bytes come back first, as they arrive", () => {
    const bench = new Bench('echo');
    assert.equal(bench.write(query3, 5.3), query3);
    assert.equal(bench.wait(10), closed3);
  });

  it('slow: the answer comes 700 ms late', () => {
    const bench = new Bench('slow');
    assert.equal(bench.write(query3, 700), '');
    assert.equal(bench.wait(20), closed3);
  });

  it('failed-ack: the bolt does not move and the answer equals the command', () => {
    const bench = new Bench('failed-ack@1:3');
    assert.equal(bench.write(unlock3, 400), unlock3);
    assert.deepEqual(bench.moved, []);
  });

  it('ack-lost: the bolt moves and nothing is said', () => {
    const bench = new Bench('ack-lost@1:3');
    assert.equal(bench.write(unlock3, 400), '');
    assert.deepEqual(bench.moved, ['pulse 1:3', 'open 1:3']);
  });

  it('inverted: closed is read as open and open as closed', () => {
    const bench = new Bench('inverted');
    assert.equal(bench.write(query3, 50), open3);
    assert.equal(bench.write('80010033b2', 50), '800100000033b2');
    bench.write(unlock3, 400);
    assert.equal(bench.write(query3, 50), closed3);
  });

  it('a fault on board 2 leaves board 1 alone', () => {
    const bench = new Bench('mute@2:0');
    assert.equal(bench.write('80020033b1', 50), '');
    assert.equal(bench.write(query3, 50), closed3);
  });
});
