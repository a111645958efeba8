// Replies of the 0x8A family, whole and torn, among echoes and noise.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Reply, type Request, xor } from './frame.ts';
import { parse } from './parser.ts';
import { write } from './writer.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const closed = (...body: number[]): Uint8Array => Uint8Array.of(...body, xor(Uint8Array.of(...body)));
const unlock: Request = { kind: 'unlock', board: 1, lock: 1 };
const one: Request = { kind: 'query-one', board: 1, lock: 1 };
const all: Request = { kind: 'query-all', board: 1, locks: 24 };
const seeded = { seed: 20_251, numRuns: 300 };

const anyRequest: fc.Arbitrary<Request> = fc.record({
  kind: fc.constantFrom('unlock' as const, 'query-one' as const, 'query-all' as const),
  board: fc.integer({ min: 1, max: 32 }),
  lock: fc.integer({ min: 1, max: 48 }),
  locks: fc.integer({ min: 1, max: 48 }),
});

/** A request with a valid reply to it. */
const exchange = fc.tuple(anyRequest, fc.uint8Array({ minLength: 6, maxLength: 6 })).map(([request, random]) => {
  const lead = request.kind === 'unlock' ? 0x8a : 0x80;
  const reply =
    request.kind === 'query-all'
      ? closed(lead, request.board, ...random.subarray(0, Math.ceil(request.locks / 8)), 0x33)
      : closed(lead, request.board, request.lock, (random[0] ?? 0) % 2 === 0 ? 0x11 : 0x00);
  return { request, reply };
});

describe('lock board parser', () => {
  it('reads the documented acknowledgements and states [hardware: 0x8A]', () => {
    const cases: [Request, string, Reply][] = [
      [unlock, '8a 01 01 00 8a', { kind: 'unlock', isDone: true }],
      [unlock, '8a 01 01 11 9b', { kind: 'unlock', isDone: false }],
      [one, '80 01 01 11 91', { kind: 'query-one', feedback: '11' }],
      [one, '80 01 01 00 80', { kind: 'query-one', feedback: '00' }],
    ];
    for (const [request, text, found] of cases)
      assert.deepEqual(parse(request, 'reply', bytes(text)), { found, rest: new Uint8Array(), discarded: 0 });
  });

  it('reads the bitmap with the highest group first and lock 1 in the lowest bit', () => {
    const { found } = parse(all, 'reply', closed(0x80, 1, 0x80, 0x02, 0x01, 0x33));
    assert.ok(found !== undefined && found !== 'echo' && found.kind === 'query-all');
    const locks = found.feedbacks.flatMap((feedback, i) => (feedback === '11' ? [i + 1] : []));
    assert.deepEqual(locks, [1, 10, 24]);
    assert.equal(found.feedbacks.length, 24);
  });

  it('does not take a piece of a bitmap for a shorter reply', () => {
    // The first five bytes are a whole, valid reply to "query one".
    const reply = closed(0x80, 1, 0x01, 0x00, 0x80, 0x33);
    assert.notEqual(parse(one, 'reply', reply).found, undefined);
    const { found } = parse(all, 'reply', reply);
    assert.ok(found !== undefined && found !== 'echo' && found.kind === 'query-all');
  });

  it('finds the echo first and the reply behind it where an adapter echoes', () => {
    const refused = parse(unlock, 'echo', bytes('8a0101119b 8a0101119b'));
    assert.equal(refused.found, 'echo');
    assert.deepEqual(parse(unlock, 'reply', refused.rest).found, { kind: 'unlock', isDone: false });
    const polled = parse(all, 'echo', bytes('80010033b2 8001ffffff334d'));
    assert.equal(polled.found, 'echo');
    assert.notEqual(parse(all, 'reply', polled.rest).found, undefined);
  });

  it('ignores replies of another board, another lock and another question', () => {
    for (const text of ['8a 02 01 00 89', '8a 01 02 00 89', '80 01 01 00 80', '8a 01 00 00 8b'])
      assert.deepEqual(parse(unlock, 'reply', bytes(text)).found, undefined, text);
  });

  it('accepts every valid reply, however it is cut into pieces', () => {
    fc.assert(
      fc.property(exchange, fc.array(fc.nat(9), { maxLength: 4 }), ({ request, reply }, cuts) => {
        const edges = [0, ...cuts.map((cut) => Math.min(cut, reply.length)).sort((a, b) => a - b), reply.length];
        let unread = new Uint8Array();
        let found: Reply | 'echo' | undefined;
        edges.slice(1).forEach((end, i) => {
          const parsed = parse(request, 'reply', Uint8Array.of(...unread, ...reply.subarray(edges[i], end)));
          unread = Uint8Array.from(parsed.rest);
          found ??= parsed.found;
        });
        assert.notEqual(found, undefined);
      }),
      seeded,
    );
  });

  it('never throws, loses no byte uncounted, and keeps less than a frame, whatever comes', () => {
    const noise = fc.uint8Array({ maxLength: 64 });
    fc.assert(
      fc.property(
        exchange,
        noise,
        fc.constantFrom('echo' as const, 'reply' as const),
        ({ request, reply }, random, awaits) => {
          const { found, rest, discarded } = parse(request, awaits, random);
          const length = awaits === 'echo' ? 5 : reply.length;
          if (found === undefined) {
            assert.equal(discarded + rest.length, random.length);
            assert.ok(rest.length < length);
          } else assert.equal(discarded + length + rest.length, random.length);
        },
      ),
      { ...seeded, numRuns: 2_000 },
    );
  });

  it('finds the reply behind any noise within that frame, unless the noise itself forms a valid one', () => {
    fc.assert(
      fc.property(exchange, fc.uint8Array({ maxLength: 40 }), ({ request, reply }, random) => {
        const parsed = parse(request, 'reply', Uint8Array.of(...random, ...reply));
        assert.notEqual(parsed.found, undefined);
        const isForged = parsed.discarded !== random.length;
        if (isForged) {
          const start = Uint8Array.of(...random, ...reply).subarray(parsed.discarded, parsed.discarded + reply.length);
          assert.equal(xor(start), 0);
          assert.deepEqual([start[0], start[1]], [reply[0], reply[1]]);
        } else assert.equal(parsed.rest.length, 0);
      }),
      { ...seeded, numRuns: 1_000 },
    );
  });

  it('refuses every reply in which one byte was damaged', () => {
    fc.assert(
      fc.property(exchange, fc.nat(9), fc.integer({ min: 1, max: 255 }), ({ request, reply }, place, flip) => {
        const damaged = reply.map((byte, i) => (i === place % reply.length ? byte ^ flip : byte));
        assert.equal(parse(request, 'reply', damaged).found, undefined);
      }),
      { ...seeded, numRuns: 2_000 },
    );
  });

  it('refuses truncated replies and keeps their beginning', () => {
    fc.assert(
      fc.property(exchange, fc.integer({ min: 1, max: 4 }), ({ request, reply }, missing) => {
        const cut = reply.subarray(0, reply.length - missing);
        const parsed = parse(request, 'reply', cut);
        assert.equal(parsed.found, undefined);
        assert.deepEqual(parsed.rest, Uint8Array.from(cut));
      }),
      seeded,
    );
  });

  it('accepts badly damaged bitmaps no oftener than the one byte of XOR allows', () => {
    let accepted = 0;
    const doses = 20_000;
    const reply = closed(0x80, 1, 0xff, 0xff, 0xff, 0x33);
    const damage = fc.sample(fc.uint8Array({ minLength: 3, maxLength: 3 }), { seed: 7, numRuns: doses });
    for (const random of damage) {
      const damaged = Uint8Array.of(0x80, 1, ...random, 0x33, reply[6] ?? 0);
      if (parse(all, 'reply', damaged).found !== undefined) accepted += 1;
    }
    assert.ok(accepted > 0 && accepted < (doses / 256) * 1.5, `${accepted} of ${doses}`);
  });

  it('never takes what was asked for an answer to a question', () => {
    for (const request of [one, all]) assert.equal(parse(request, 'reply', write(request)).found, undefined);
  });
});
