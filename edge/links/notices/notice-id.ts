// The ids of a notice and of its attempts: computed, so that after a crash the same attempt has the same id.
import { createHash } from 'node:crypto';
import type { DueNotice } from './due.ts';

/** UUID version 8: 122 bits of SHA-256 [RFC 9562, 5.8]. */
const uuidOf = (...parts: (string | number)[]): string => {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

type Named = Pick<DueNotice, 'kind' | 'series'> & { parcel: { id: string } };

/** The same for all attempts of one notice. */
export const noticeId = ({ parcel, kind, series }: Named): string => uuidOf('notice', parcel.id, kind, series);

/** Id of the command that records this attempt. The series is in it: the second reminder begins at attempt 1 again. */
export const attemptId = (notice: Named & { attempt: number }): string =>
  uuidOf('attempt', noticeId(notice), notice.attempt);
