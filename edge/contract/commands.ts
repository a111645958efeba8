// What can be asked of a node. Imperative; carries ids and keyed lookups only, so that a command never holds a code.

import type { z } from 'zod';
import type { condition } from './api.ts';
import type { By, DeskCommand } from './desk-commands.ts';
import type { EventData } from './events.ts';
import type { Language, Size } from './ids.ts';
import type { Report, State } from './reports.ts';
import type { PeopleCommand, StaffCommand } from './staff-commands.ts';

/** Sealed beside the ledger, never in it. */
export interface Personal {
  name: string;
  phone?: string;
  email?: string;
  room?: string;
  /** Of staff only: the name to sign in with, the argon2id hash of the password, the key of the second factor. */
  account?: { userName: string; passwordHash: string; totpSecret: string | null };
  /** Makes the digest in the ledger worthless to whoever guesses; goes when the data is erased. */
  salt: string;
}

export interface HouseholdEntry {
  householdId: string;
  roomKey: string;
  low: boolean;
  personal: Personal;
}
export interface PersonEntry {
  personId: string;
  householdId: string | null;
  role: EventData<'PersonRegistered'>['role'];
  phoneTailKey: string | null;
  consent: EventData<'PersonRegistered'>['consent'];
  shares: boolean;
  elder: boolean;
  language: Language | null;
  relation: EventData<'PersonRegistered'>['relation'];
  until: number | null;
  agreedBy: string | null;
  channels: EventData<'PersonRegistered'>['channels'];
  quiet: EventData<'PersonRegistered'>['quiet'];
  /** Keyed lookups of the cards to bind. */
  cards: string[];
  personal: Personal;
}

export type Command = { commandId: string } & (
  | { kind: 'StartNode'; boot: string; version: string }
  /** `by` is missing when it is asked at the shell. */
  | { kind: 'ImportPeople'; by?: By; households: HouseholdEntry[]; people: PersonEntry[] }
  | { kind: 'BindCard'; by?: By; personId: string; lookup: string }
  | { kind: 'RevokeCard'; by?: By; lookup: string }
  | { kind: 'ReissueCode'; by?: By; personId: string }
  | { kind: 'ReissueParcelCode'; by?: By; holdId: string }
  | { kind: 'ReleaseTerminal'; by?: By; terminal: string }
  | { kind: 'ReleaseCompartment'; by?: By; cabinet: string; compartment: number }
  /** After a restore nobody knows what lies where: nothing opens until somebody has looked. */
  | { kind: 'BlockForCheck' }
  | { kind: 'AnswerCall'; by?: By; terminal: string }
  | { kind: 'Identify'; visitId: string; terminal: string; way: 'code' | 'qr' | 'card'; lookup: string }
  | { kind: 'EndVisit'; visitId: string; reason: 'by-person' | 'idle' }
  | { kind: 'CallPerson'; terminal: string; reason: EventData<'PersonCalled'>['reason'] }
  | { kind: 'OpenDoor'; visitId: string; holdId: string }
  | {
      kind: 'ReportProblem';
      visitId: string;
      holdId: string;
      problem: EventData<'ParcelDisputed'>['problem'];
      kept: boolean;
    }
  | { kind: 'MakeProxy'; visitId: string; holdId: string; hours: number }
  | { kind: 'RevokeProxy'; visitId: string; proxyId: string }
  | { kind: 'MatchRecipient'; visitId: string; recipientId: string; roomKey: string; phoneTailKey: string }
  | {
      kind: 'DepositParcel';
      visitId: string;
      holdId: string;
      waybill: string;
      condition: z.infer<typeof condition>;
      size: Size | null;
      agreedByPhone: boolean;
    }
  | {
      kind: 'SwapCompartment';
      visitId: string;
      holdId: string;
      reason: 'wrong-size' | 'occupied' | 'dirty' | 'did-not-open';
      size: Size | null;
    }
  | { kind: 'WithdrawParcel'; visitId: string; holdId: string }
  | { kind: 'TakeBackParcel'; visitId: string; holdId: string }
  | { kind: 'ConfirmShelf'; visitId: string; holdId: string }
  | { kind: 'RecordOrdered'; openingId: string }
  | { kind: 'AbortOpening'; openingId: string; reason: EventData<'OpeningAborted'>['reason'] }
  | { kind: 'RaiseHeldOpen'; openingId: string }
  | { kind: 'RaiseCabinetAway'; cabinet: string }
  | { kind: 'RecordReport'; cabinet: string; report: Report }
  | { kind: 'RecordState'; cabinet: string; state: State }
  | { kind: 'RecordPresence'; cabinet: string; presence: EventData<'CabinetPresenceChanged'>['presence'] }
  | { kind: 'RecordTerminalFrozen'; terminal: string; frozen: boolean }
  | ({ kind: 'RecordNotice'; sent: boolean; reason: string } & Omit<EventData<'NoticeFailed'>, 'reason'>)
  | ({ kind: 'RecordHqQuarantine' } & EventData<'HqQuarantined'>)
  | ({ kind: 'RecordHqDivergence' } & EventData<'HqDiverged'>)
  | StaffCommand
  | PeopleCommand
  | DeskCommand
);
export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
