// Where one MQTT packet ends and the next begins, read from fixed headers alone: a packet too large is known before its body is taken in.

/** Before the type byte, within the length, or within a body of which `left` bytes are to come. */
export type Framing = { at: 'type' } | { at: 'length'; value: number; octets: number } | { at: 'body'; left: number };

export const beginning: Framing = { at: 'type' };

/** What a chunk brought: where it ends, and how many packets began in it. */
export type Framed = { framing: Framing; packets: number } | { refused: 'packet-too-large' | 'malformed-length' };

/** The remaining length has at most four octets of seven bits, least first [MQTT 3.1.1 2.2.3]. */
const lengthOctets = 4;

/** Follows `bytes` from `framing`. A packet's bytes count from its type byte to its end; one beyond `limitBytes` is refused at its header. */
export const nextFraming = (framing: Framing, bytes: Uint8Array, limitBytes: number): Framed => {
  let now = framing;
  let packets = 0;
  for (let i = 0; i < bytes.length; ) {
    switch (now.at) {
      case 'type':
        packets++;
        now = { at: 'length', value: 0, octets: 0 };
        i++;
        break;
      case 'length': {
        const octet: number = bytes[i] ?? 0;
        const value: number = now.value + (octet & 0x7f) * 128 ** now.octets;
        const octets: number = now.octets + 1;
        i++;
        if (octet < 0x80) {
          if (1 + octets + value > limitBytes) return { refused: 'packet-too-large' };
          now = value > 0 ? { at: 'body', left: value } : beginning;
        } else if (octets === lengthOctets) return { refused: 'malformed-length' };
        else now = { at: 'length', value, octets };
        break;
      }
      case 'body': {
        const taken: number = Math.min(now.left, bytes.length - i);
        i += taken;
        now = taken < now.left ? { at: 'body', left: now.left - taken } : beginning;
        break;
      }
    }
  }
  return { framing: now, packets };
};
