// Every "no" of the shell: a code that never changes, and the facts that its sentence needs in any language.
import type { RefusalCode } from '../../contract/refusals.ts';

type None = Record<string, never>;

/** Where a proof of the ledger failed; the kinds are those of edge/ledger/finding.ts. */
export type FindingName = 'edited' | 'missing' | 'truncated' | 'rolled-back' | 'corrupt-page' | 'damaged-row';

/** What a verb asks for besides its name, as its help calls it. */
export type ArgName =
  | 'csv'
  | 'person'
  | 'card'
  | 'parcel'
  | 'device'
  | 'terminal'
  | 'cabinet'
  | 'number'
  | 'file'
  | 'backup'
  | 'roles';

/** A word of the command that has a form of its own. */
export type FieldName =
  | 'personId'
  | 'card'
  | 'holdId'
  | 'device'
  | 'terminal'
  | 'cabinet'
  | 'compartment'
  | 'file'
  | 'roles';

export interface ProblemFacts {
  // the command line
  'unknown-verb': { verb: string };
  'unknown-option': { option: string };
  'option-value': { option: string };
  'unknown-language': { given: string };
  /** `verb` is followed by these. */
  words: { verb: string; wanted: ArgName[] };
  'bad-head': None;
  'bad-after': None;
  'bad-field': { field: FieldName };
  'unknown-action': { action: string };
  // people, cards, parcels
  'not-utf8': { file: string };
  'rows-wrong': { count: number };
  'no-such-person': None;
  'no-such-courier': None;
  'no-personal-code': None;
  'card-taken': None;
  'card-unknown': None;
  'room-taken': None;
  'no-such-parcel': None;
  'cannot-record': None;
  /** A refusal that no verb is known to meet. `remedy` as the domain writes it. */
  refused: { refused: RefusalCode; remedy: string };
  // staff
  'not-running': None;
  'no-console': None;
  // certificates
  'bad-name': None;
  'reserved-name': None;
  'name-exists': None;
  // the ledger
  'ledger-held': { process: string };
  'ledger-newer': None;
  'ledger-other-site': None;
  'not-a-ledger': None;
  'ledger-damaged': { detail: string };
  'ledger-unproved': { finding: FindingName; epoch: number; seq: number; detail: string };
  'file-exists': { file: string };
  // the machine
  'no-such-file': { file: string };
  'no-permission': { file: string };
  'open-to-others': { file: string };
  'disk-full': None;
  'port-taken': { port: string };
  'other-site-file': { kept: string; given: string };
  'site-file': { detail: string };
  /** What the system or a part said, in its own words. */
  system: { detail: string };
}
export type ProblemCode = keyof ProblemFacts;
export type ProblemOf<C extends ProblemCode> = { code: C; facts: ProblemFacts[C] };
export type Problem = { [C in ProblemCode]: ProblemOf<C> }[ProblemCode];

/** What is wrong with one row of a people file. */
export interface RowFacts {
  role: None;
  'room-missing': None;
  'room-long': None;
  'name-missing': None;
  'name-long': None;
  phone: None;
  'phone-missing': None;
  email: None;
  'card-short': None;
  'card-long': None;
  'card-is-code': None;
  'card-twice': { line: number };
  'card-taken': None;
  consent: None;
  'yes-no': None;
  language: None;
  relation: None;
  until: None;
  'agreed-by': None;
  channels: None;
  quiet: None;
  'person-twice': { line: number };
  unclear: None;
  'heading-missing': None;
  columns: None;
  quotes: None;
  'not-csv': None;
  'file-large': None;
}
export type RowCode = keyof RowFacts;
export type RowOf<C extends RowCode> = { code: C; facts: RowFacts[C] };
export type RowFault = { [C in RowCode]: RowOf<C> }[RowCode];

/** What to do after a verb that did its work. */
export type NextStep = 'check-compartments';
