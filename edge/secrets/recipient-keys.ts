// Keyed digests of a room and of a phone's last four digits: a courier's entry is matched without anybody's data in the ledger.
import { createHmac } from 'node:crypto';
import type { LookupKeys } from './codes.ts';

const keyed = ({ lookupKey }: LookupKeys, label: string, value: string): string =>
  createHmac('sha256', lookupKey).update(`${label}\0${value}`).digest('hex');

/** Hex digest of a room as people write it: full-width characters, spaces and case make no difference. */
export const roomKey = (keys: LookupKeys, room: string): string =>
  keyed(keys, 'room', room.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase());

/** Hex digest of the last four digits of `phone` within the room that `room` (a `roomKey`) names; undefined when it has no four digits. */
export const phoneTailKey = (keys: LookupKeys, room: string, phone: string): string | undefined => {
  const tail = phone.normalize('NFKC').replaceAll(/\D/g, '').slice(-4);
  return tail.length === 4 ? keyed(keys, 'phone-tail', `${room}\0${tail}`) : undefined;
};
