// How the workload says that an event is durable, and how the gate hears it.
import type { Head } from '../../edge/ledger/ledger.ts';

/** One line on stdout. */
export const acknowledgement = ({ epoch, seq, hash }: Head): string => `durable ${epoch} ${seq} ${hash}\n`;

/** The places acknowledged in what a program said; other processes under the same strace say other things. */
export const acknowledged = (said: string): Head[] =>
  [...said.matchAll(/^durable (\d+) (\d+) ([0-9a-f]{64})$/gm)].map(([, epoch, seq, hash = '']) => ({
    epoch: Number(epoch),
    seq: Number(seq),
    hash,
  }));
