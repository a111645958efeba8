// Everything the shell can say. A language that lacks one of these does not compile.
import type { AnswerWords } from './answers/words.ts';
import type {
  ArgName,
  FieldName,
  FindingName,
  NextStep,
  ProblemCode,
  ProblemFacts,
  RowCode,
  RowFacts,
} from './problem.ts';

export type VerbName =
  | 'init'
  | 'run'
  | 'people import'
  | 'people list'
  | 'people code'
  | 'card bind'
  | 'card revoke'
  | 'parcel code'
  | 'enroll'
  | 'release terminal'
  | 'release compartment'
  | 'call answered'
  | 'staff invite'
  | 'verify'
  | 'ledger'
  | 'backup'
  | 'restore'
  | 'rebuild'
  | 'status';

/** A column of a people file; its heading may be written in any of the languages. */
export type Column =
  | 'role'
  | 'room'
  | 'name'
  | 'phone'
  | 'email'
  | 'cards'
  | 'consent'
  | 'shares'
  | 'elder'
  | 'low'
  | 'language'
  | 'relation'
  | 'until'
  | 'agreedBy'
  | 'channels'
  | 'quiet';

/** A word that a cell of a people file may hold, in any of the languages. */
export type Cell =
  | 'resident'
  | 'courier'
  | 'locker'
  | 'desk'
  | 'door'
  | 'ask'
  | 'yes'
  | 'no'
  | 'owner'
  | 'family'
  | 'tenant'
  | 'trustee'
  | 'sms'
  | 'mail'
  | 'webhook';

export interface ShellWords {
  title: string;
  about: Record<VerbName, string>;
  /** The options that every verb has; `value` is what follows the option. */
  option: Record<'data' | 'site' | 'language' | 'json' | 'help', { value: string; about: string }>;
  arg: Record<ArgName, string>;
  problem: { [C in ProblemCode]: (facts: ProblemFacts[C]) => string };
  /** How a word of the command is to be written. */
  field: Record<FieldName, string>;
  finding: Record<FindingName, string>;
  next: Record<NextStep, string>;
  column: Record<Column, string>;
  cell: Record<Cell, string>;
  row: { [C in RowCode]: (facts: RowFacts[C]) => string };
  /** One row's fault under the heading of its column. Line 0 is the file as a whole; a row as a whole has no heading. */
  rowLine(line: number, heading: string | undefined, remedy: string): string;
  answers: AnswerWords;
}
