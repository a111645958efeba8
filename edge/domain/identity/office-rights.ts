// What the office may ask at the shell and at a console: at the shell without a name, at a console with the right to it.
import type { Command, CommandOf } from '../../contract/commands.ts';
import type { Right } from '../../contract/rights.ts';
import type { Decision } from '../decision.ts';
import type { State } from '../state.ts';
import { askedBy } from './staff.ts';

const rightFor = {
  ImportPeople: 'edit-people',
  BindCard: 'issue-credentials',
  RevokeCard: 'issue-credentials',
  ReissueCode: 'issue-credentials',
  ReissueParcelCode: 'issue-credentials',
  ReleaseTerminal: 'release-doors',
  ReleaseCompartment: 'release-doors',
  AnswerCall: 'answer-calls',
} as const satisfies Partial<Record<Command['kind'], Right>>;

type OfficeCommand = CommandOf<keyof typeof rightFor>;
const isOffice = (command: Command): command is OfficeCommand => command.kind in rightFor;

/** The decision that says no, when whoever asks at a console may not; undefined otherwise. */
export const forbidden = (state: State, command: Command): Decision | undefined => {
  if (!isOffice(command) || !command.by) return undefined;
  const staff = askedBy(state, command.by, rightFor[command.kind]);
  return 'answer' in staff ? staff : undefined;
};
