// How packets are told apart in a stream that is cut anywhere.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generate, type Packet } from 'mqtt-packet';
import { beginning, type Framing, nextFraming } from './framing.ts';

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
