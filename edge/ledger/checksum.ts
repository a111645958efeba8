// The checksum of rows beside the chain: against damage by the medium, for SQLite's pages have none.
import { crc32 } from 'node:zlib';

/** CRC-32 over the parts in their order. */
export const checksum = (...parts: string[]): number => crc32(parts.join('\n'));
