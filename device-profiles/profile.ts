// The schema of a device profile: what a bought cabinet or lock board is, as data; and the one way to load it.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const profileId = z.string().regex(/^[a-z0-9-]{1,23}$/);

export const lockProfile = z.strictObject({
  kind: z.literal('lock'),
  id: profileId,
  version: z.int().min(1),
  family: z.literal('0x8a'),
  /** Locks on one board; the bitmap of "query all" has ceil(locks / 8) bytes. */
  locks: z.int().min(1).max(48),
  baud: z.int(),
  /** Which feedback byte means a closed door: 0x11 on most boards, inverted on some installs. */
  closedIs: z.enum(['11', '00']),
  /** An echoing RS-485 adapter returns our own frame first; the failure acknowledgement equals the command byte for byte. */
  echoes: z.boolean(),
  replyTimeoutMs: z.int().min(500),
  /** How often every door is read when nothing else is to do. */
  pollMs: z.int().min(50),
  /** A door counts as closed after reading closed without a break for this long (S5). */
  stableMs: z.int().min(300),
});
export type LockProfile = z.infer<typeof lockProfile>;

export const cabinetProfile = z.strictObject({
  kind: z.literal('cabinet'),
  id: profileId,
  version: z.int().min(1),
  lock: profileId,
  /** From the bottom row up; `bottomMm` is the lower edge of the row above the floor. */
  rows: z
    .array(
      z.strictObject({
        bottomMm: z.int().min(0),
        compartments: z.array(z.strictObject({ n: z.int().min(1).max(999), size: z.enum(['S', 'M', 'L']) })).min(1),
      }),
    )
    .min(1),
});
export type CabinetProfile = z.infer<typeof cabinetProfile>;

const schemas = { locks: lockProfile, cabinets: cabinetProfile };
type Profiles = { locks: LockProfile; cabinets: CabinetProfile };

const folder = (): string => {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.includes(`${join('/', 'dist', 'device-profiles')}`) ? join(here, '..', '..', 'device-profiles') : here;
};

/** Throws an Error that names the file, the field and what was expected. */
export const loadProfile = <K extends keyof Profiles>(kind: K, id: string): Profiles[K] => {
  const file = join(folder(), kind, `${profileId.parse(id)}.json`);
  const parsed = schemas[kind].safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data as Profiles[K];
};
