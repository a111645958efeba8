// What has happened among staff and with people's data: part of the facts of the ledger; ids and keyed digests only.
import { z } from 'zod';
import { digest, id, wallMs } from './ids.ts';
import { staffRoles } from './rights.ts';

const roles = z.array(z.enum(staffRoles)).min(1);

export const signOutReason = z.enum(['by-person', 'idle', 'too-long', 'by-office', 'ended', 'replaced', 'restart']);
/** Why somebody's data was opened: a word of this list, never free text, for the chain keeps it for ever [P1, P2]. */
export const revealReason = z.enum(['deliver', 'contact', 'verify-identity', 'correct-data', 'complaint', 'official']);
export const endReason = z.enum(['moved-out', 'left', 'entered-twice']);
export const erasedKind = z.enum(['person', 'household', 'staff', 'receipt']);

export const staffShapes = {
  /** A one-time link by which a person makes an account of their own; `by` null = at the shell or at the first start. */
  InvitationOffered: { invitationId: id, lookup: digest, roles, by: id.nullable() },
  InvitationEnded: { invitationId: id, reason: z.enum(['used', 'replaced', 'over', 'by-office']) },
  StaffRegistered: { staffId: id, nameLookup: digest, roles, hasSecondFactor: z.boolean(), invitationId: id, digest },
  StaffRolesChanged: { staffId: id, roles, by: id },
  StaffSecretChanged: { staffId: id, hasSecondFactor: z.boolean(), digest },
  StaffEnded: { staffId: id, by: id },
  SignInFailed: { nameLookup: digest },
  /** `where`: the browser's own short description. */
  StaffSignedIn: { sessionId: id, staffId: id, where: z.string().max(60) },
  StaffSignedOut: { sessionId: id, reason: signOutReason },

  PeopleSearched: { staffId: id, found: z.int().min(0) },
  DataRevealed: { staffId: id, subject: id, reason: revealReason },
  /** A resident's own data was put out at the resident's request, or a list left the house. */
  DataExported: { staffId: id, what: z.string().max(40), subject: id.nullable(), rows: z.int().min(0) },
  /** `by` null = the term of a trustee or tenant was long over. */
  PersonEnded: { personId: id, reason: endReason, by: id.nullable() },
  PeopleMerged: { from: id, into: id, by: id },
  HouseholdMovedOut: { householdId: id, by: id.nullable() },
  /** The key of this data is destroyed; the chain keeps the id. `rule` names the retention policy. */
  DataErased: { subject: id, kind: erasedKind, rule: z.string().max(40) },
  RetentionRan: { erased: z.int().min(0), at: wallMs },
} satisfies Record<string, z.ZodRawShape>;
