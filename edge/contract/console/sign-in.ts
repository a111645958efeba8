// Signing in to a console, the account one makes of an invitation, and who is signed in where.
import { z } from 'zod';
import { deviceId, id, wallMs } from '../ids.ts';
import { rightNames } from '../rights.ts';
import { command, staffRole } from './shared.ts';

/** Before anybody is signed in. */
export const hello = z.strictObject({
  siteTitle: z.string(),
  /** Nobody has an account yet: the one-time link printed at the first start is the way in. */
  isNew: z.boolean(),
  /** SHA-256 of the node's CA certificate, to compare with what the node printed. */
  caFingerprint: z.string(),
});

const token = z.string().min(20).max(100);
export const openInvitation = z.strictObject({ token });
export const invitationView = z.strictObject({
  roles: z.array(staffRole),
  /** When one of the roles needs a second factor: the key for the authenticator app, as text and as an otpauth:// address. Shown this once. */
  secondFactor: z.strictObject({ secret: z.string(), otpauth: z.string() }).nullable(),
});

export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,30}$/, 'use 3 to 30 letters, digits, dots, dashes');
export const password = z.string().min(10, 'at least 10 characters').max(200);
/** Six digits of the authenticator app. */
export const totp = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'write the six digits of the app');

export const makeAccount = z.strictObject({
  ...command,
  token,
  name: z.string().trim().min(1).max(60),
  userName,
  password,
  totp: totp.nullable(),
});
export const signIn = z.strictObject({
  ...command,
  userName: z.string().trim().toLowerCase().max(60),
  password: z.string().max(200),
  /** Null at first; asked for when the account has a second factor (refusal `second-factor`). */
  totp: totp.nullable(),
});
export const changePassword = z.strictObject({ ...command, former: z.string().max(200), password });

export const sessionView = z.strictObject({
  sessionId: id,
  staffId: id,
  name: z.string(),
  roles: z.array(staffRole),
  /** What the page may offer: read from the same table as the API's own check. */
  may: z.array(z.enum(rightNames)),
  siteTitle: z.string(),
  timeZone: z.string(),
  carriers: z.array(z.string()),
  terminals: z.array(deviceId),
  /** Without a request it ends so many seconds later. */
  idleSeconds: z.int(),
  endsAt: wallMs,
});
export type SessionView = z.infer<typeof sessionView>;

export const sessionRow = z.strictObject({
  sessionId: id,
  staffId: id,
  name: z.string(),
  where: z.string(),
  since: wallMs,
  isThis: z.boolean(),
});
export const sessions = z.strictObject({ rows: z.array(sessionRow) });
export const endSession = z.strictObject({ ...command, sessionId: id });

export const staffRow = z.strictObject({
  staffId: id,
  name: z.string(),
  roles: z.array(staffRole),
  hasSecondFactor: z.boolean(),
  signedIn: z.boolean(),
});
export const staffList = z.strictObject({
  rows: z.array(staffRow),
  /** Links that are waiting to be used. */
  invitations: z.array(z.strictObject({ invitationId: id, roles: z.array(staffRole), until: wallMs })),
  /** The roles that the one who looks may invite now. */
  mayInvite: z.array(staffRole),
});
export const inviteStaff = z.strictObject({ ...command, roles: z.array(staffRole).min(1).max(7) });
/** The only time the link is shown; it works once, for 15 minutes. */
export const invitationLink = z.strictObject({ invitationId: id, link: z.string(), until: wallMs });
export const changeRoles = z.strictObject({ ...command, staffId: id, roles: z.array(staffRole).min(1).max(7) });
export const onStaff = z.strictObject({ ...command, staffId: id });
export const rightsTable = z.strictObject({
  roles: z.array(staffRole),
  rows: z.array(z.strictObject({ right: z.enum(rightNames), roles: z.array(staffRole) })),
});
