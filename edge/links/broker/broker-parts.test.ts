// The broker's pure parts: framing, rate, presence, who may say what.
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { generate, type Packet } from 'mqtt-packet';
import { isPlainTopic, mayPublish, mayReceive, subscriptionsOf } from './acl.ts';
import { beginning, type Framing, nextFraming } from './framing.ts';
import { absent, nextPresence, type PresenceInput } from './presence.ts';
import { Sessions } from './sessions.ts';
import { fullBucket, take } from './token-bucket.ts';
import { makeTurnedAway } from './turned-away.ts';

const follow = (chunks: Uint8Array[], limitBytes: number) => {
  let framing: Framing = beginning;
  let packets = 0;
  for (const chunk of chunks) {
    const framed = nextFraming(framing, chunk, limitBytes);
    if ('refused' in framed) return framed;
    framing = framed.framing;
    packets += framed.packets;
  }
  return { framing, packets };
};

const cut = (bytes: Buffer, places: number[]): Buffer[] => {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((one, other) => one - other);
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
};

describe('the framing of packets', () => {
  const packet = fc.nat(400).map(
    (length): Packet => ({
      cmd: 'publish',
      topic: 'a',
      payload: Buffer.alloc(length),
      qos: 0,
      retain: false,
      dup: false,
    }),
  );
  const ping: Packet = { cmd: 'pingreq' };

  it('counts every packet, wherever the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(packet, fc.constant(ping)), { maxLength: 12 }),
        fc.array(fc.nat()),
        (packets, places) => {
          const bytes = Buffer.concat(packets.map((one) => generate(one)));
          assert.deepEqual(follow(cut(bytes, places), 1_000), { framing: beginning, packets: packets.length });
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it('refuses a packet above the limit at the end of its header, wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300_000 }), fc.array(fc.nat()), (size, places) => {
        const header = Buffer.from([0x30]);
        const length = [];
        let rest = size;
        do {
          length.push((rest % 128) + (rest >= 128 ? 0x80 : 0));
          rest = Math.floor(rest / 128);
        } while (rest > 0);
        const bytes = Buffer.concat([header, Buffer.from(length)]);
        const whole = bytes.length + size;
        assert.deepEqual(follow(cut(bytes, places), whole - 1), { refused: 'packet-too-large' });
        assert.deepEqual(follow(cut(bytes, places), whole), { framing: { at: 'body', left: size }, packets: 1 });
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  it('refuses a length of five octets', () => {
    assert.deepEqual(follow([Uint8Array.of(0x10, 0x80, 0x80, 0x80, 0x80, 1)], 2 ** 30), {
      refused: 'malformed-length',
    });
  });
});

describe('a rate', () => {
  const rate = { perSecond: 10, burst: 5 };

  it('lets a burst pass, then asks to wait until the debt is paid', () => {
    const first = take(fullBucket(rate, 0), rate, { amount: 5, now: 0 });
    assert.equal(first.waitMs, 0);
    const second = take(first.bucket, rate, { amount: 1, now: 0 });
    assert.equal(second.waitMs, 100);
    assert.equal(take(second.bucket, rate, { amount: 1, now: 200 }).waitMs, 0);
  });

  it('saves up no more than a burst, and nothing when time stands or goes back', () => {
    assert.equal(take(fullBucket(rate, 0), rate, { amount: 6, now: 3_600_000 }).waitMs, 100);
    const { bucket } = take(fullBucket(rate, 1_000), rate, { amount: 5, now: 1_000 });
    assert.equal(take(bucket, rate, { amount: 1, now: 0 }).waitMs, 100);
  });
});

describe('presence', () => {
  const story = (...inputs: [PresenceInput['kind'], number][]) => {
    let presence = absent;
    const announced: string[] = [];
    for (const [kind, session] of inputs) {
      const next = nextPresence(presence, { kind, session });
      presence = next.presence;
      if (next.announce) announced.push(`${next.announce.session} ${next.announce.connected ? 'came' : 'went'}`);
    }
    return { live: presence.live, announced };
  };

  const table: [
    what: string,
    inputs: [PresenceInput['kind'], number][],
    live: number | undefined,
    announced: string[],
  ][] = [
    [
      'one session',
      [
        ['ready', 1],
        ['gone', 1],
      ],
      undefined,
      ['1 came', '1 went'],
    ],
    [
      'a newer session after the end of the older',
      [
        ['ready', 1],
        ['gone', 1],
        ['ready', 2],
      ],
      2,
      ['1 came', '1 went', '2 came'],
    ],
    [
      'the end of an older session that comes late',
      [
        ['ready', 1],
        ['ready', 2],
        ['gone', 1],
      ],
      2,
      ['1 came', '2 came'],
    ],
    [
      'an older session that is ready late',
      [
        ['ready', 2],
        ['ready', 1],
      ],
      2,
      ['2 came'],
    ],
    [
      'a session that is ready twice',
      [
        ['ready', 1],
        ['ready', 1],
      ],
      1,
      ['1 came'],
    ],
    ['a session that never was ready', [['gone', 1]], undefined, []],
    [
      'an end that is told twice',
      [
        ['ready', 1],
        ['gone', 1],
        ['gone', 1],
      ],
      undefined,
      ['1 came', '1 went'],
    ],
  ];
  for (const [what, inputs, live, announced] of table)
    it(`knows ${what}`, () => assert.deepEqual(story(...inputs), { live, announced }));
});

describe('the sessions of a client', () => {
  const announced: string[] = [];
  const sessions = new Sessions<string>([{ name: 'bridge-1', cabinets: ['a'] }], (name, connected, session) =>
    announced.push(`${name} ${session} ${connected ? 'came' : 'went'}`),
  );
  const begin = (client: string) => {
    const session = sessions.open({ name: 'bridge-1', fingerprint: '', stream: new PassThrough(), widen: () => {} });
    session.topics.add('order');
    sessions.claim(session);
    sessions.ready(session.stream, client);
    return session;
  };

  // aedes closes the older one as well, but loses sight of it when a third comes while the first is still closing.
  it('are ended by a newer one, to which alone is spoken', () => {
    const older = begin('older');
    const newer = begin('newer');
    assert.ok(older.stream.destroyed && !newer.stream.destroyed);
    assert.ok(!sessions.isLatest(older) && sessions.isLatest(newer));
    sessions.gone(older);
    assert.deepEqual(sessions.listeners('order'), ['newer']);
    assert.deepEqual(announced, ['bridge-1 1 came', 'bridge-1 2 came']);
  });

  it('do not begin again when the connection broke before they were ready', () => {
    const session = begin('third');
    sessions.gone(session);
    session.stream.destroy();
    sessions.ready(session.stream, 'third');
    assert.deepEqual([sessions.isLive('bridge-1'), sessions.listeners('order')], [false, []]);
  });
});

describe('who may say what', () => {
  const cabinets = new Set(['a', 'c']);

  it('is exactly the contract, for the own cabinets', () => {
    assert.ok(mayPublish(cabinets, { topic: 'mf/1/cabinet/c/lease', qos: 0, retain: false }));
    assert.ok(mayPublish(cabinets, { topic: 'mf/1/cabinet/a/state', qos: 1, retain: true }));
    assert.ok(mayReceive(cabinets, { topic: 'mf/1/cabinet/a/order', qos: 1, retain: false }));
    assert.ok(!mayReceive(cabinets, { topic: 'mf/1/cabinet/a/order', qos: 1, retain: true }));
    assert.ok(!mayReceive(cabinets, { topic: 'mf/1/cabinet/b/order', qos: 1, retain: false }));
    assert.ok(!mayReceive(cabinets, { topic: 'mf/1/cabinet/a/report', qos: 1, retain: false }));
    assert.deepEqual([...subscriptionsOf(cabinets).keys()].sort(), [
      'mf/1/cabinet/a/order',
      'mf/1/cabinet/a/receipt',
      'mf/1/cabinet/c/order',
      'mf/1/cabinet/c/receipt',
    ]);
  });

  it('needs a topic of at most eight plain levels', () => {
    for (const topic of ['a', 'mf/1/cabinet/a-b_C9/report', 'a/b/c/d/e/f/g/h']) assert.ok(isPlainTopic(topic), topic);
    const strange = [
      '',
      '/',
      'a/',
      '/a',
      'a//b',
      'a\0b',
      'a\n',
      'a b',
      '+',
      '#',
      '$SYS/a',
      'a.b',
      '房',
      'a/b/c/d/e/f/g/h/i',
    ];
    for (const topic of strange) assert.ok(!isPlainTopic(topic), JSON.stringify(topic));
  });

  it('is nothing at all for any other topic', () => {
    const levels = fc.constantFrom(
      'mf',
      '1',
      'cabinet',
      'a',
      'b',
      'report',
      'order',
      '+',
      '#',
      '',
      '$SYS',
      'a\0',
      '__proto__',
      'a ',
      'Ａ',
    );
    const own = new Set(['mf/1/cabinet/a/report', 'mf/1/cabinet/c/report']);
    fc.assert(
      fc.property(fc.array(levels, { maxLength: 7 }), (parts) => {
        const topic = parts.join('/');
        assert.equal(mayPublish(cabinets, { topic, qos: 1, retain: false }), own.has(topic), topic);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('what was turned away', () => {
  it('is counted in full and logged once a second', () => {
    let now = 0;
    const lines: object[] = [];
    const turnedAway = makeTurnedAway({ warn: (facts) => lines.push(facts) }, () => now);
    for (now = 0; now < 2_500; now += 10) turnedAway.note('publish', { client: 'bridge-1' });
    turnedAway.note('subscribe', { client: 'bridge-1' });
    assert.equal(turnedAway.counts().get('publish'), 250);
    assert.deepEqual(lines, [
      { reason: 'publish', count: 1, client: 'bridge-1' },
      { reason: 'publish', count: 101, client: 'bridge-1' },
      { reason: 'publish', count: 201, client: 'bridge-1' },
      { reason: 'subscribe', count: 1, client: 'bridge-1' },
    ]);
  });
});
