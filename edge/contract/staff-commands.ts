// What can be asked of a node about staff, their sessions and people's data.
import type { Personal } from './commands.ts';
import type { By } from './desk-commands.ts';
import type { EventData } from './events.ts';
import type { StaffRole } from './rights.ts';

export type StaffCommand =
  /** `by` null = at the shell or at the first start. The link's token itself is never in a command. */
  | { kind: 'OfferInvitation'; by: By | null; invitationId: string; lookup: string; roles: StaffRole[] }
  | { kind: 'EndInvitation'; invitationId: string; reason: EventData<'InvitationEnded'>['reason'] }
  | {
      kind: 'RegisterStaff';
      staffId: string;
      /** Of the invitation's token. */
      lookup: string;
      nameLookup: string;
      hasSecondFactor: boolean;
      personal: Personal;
    }
  | { kind: 'ChangeStaffRoles'; by: By; staffId: string; roles: StaffRole[] }
  | { kind: 'ChangeOwnSecret'; by: By; hasSecondFactor: boolean; personal: Personal }
  | { kind: 'EndStaff'; by: By; staffId: string }
  | { kind: 'FailSignIn'; nameLookup: string }
  | { kind: 'SignIn'; sessionId: string; staffId: string; where: string }
  /** `by` null = the node itself (idle, too long). */
  | { kind: 'SignOut'; by: By | null; sessionId: string; reason: EventData<'StaffSignedOut'>['reason'] };

export type PeopleCommand =
  | { kind: 'RecordSearch'; by: By; found: number }
  | { kind: 'RevealData'; by: By; subject: string; reason: EventData<'DataRevealed'>['reason'] }
  | { kind: 'RecordExport'; by: By; what: string; subject: string | null; rows: number }
  | { kind: 'EndPerson'; by: By; personId: string; reason: EventData<'PersonEnded'>['reason'] }
  | { kind: 'MergePeople'; by: By; from: string; into: string }
  /** 「搬出 / 过户」 in one step: people, cards, codes and trustees of the household end. */
  | { kind: 'MoveOutHousehold'; by: By; householdId: string }
  /** What is over its retention is erased; `receipts` are found in the ledger's views, people in the live rows. `by` null = daily. */
  | {
      kind: 'EraseData';
      by: By | null;
      due: { subject: string; kind: EventData<'DataErased'>['kind']; rule: string }[];
    };
