// What is done with people's data: opened, exported, ended, merged, erased; each recorded.
import type { Fact } from '../../contract/events.ts';
import type { Right } from '../../contract/rights.ts';
import type { PeopleCommand } from '../../contract/staff-commands.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { evolve } from '../evolve.ts';
import { overlay } from '../overlay.ts';
import type { Staff, State } from '../state.ts';
import { endPerson, leave, mergePeople, moveOut } from './leave.ts';
import { dueForErasure, type RetentionRule } from './retention.ts';
import { askedBy } from './staff.ts';

type Of<K extends PeopleCommand['kind']> = Extract<PeopleCommand, { kind: K }>;

/** What may leave the house is what may be seen in it; everything that is not a list of items or a register is a matter of the manager's [P1]. */
const exportRight = (what: string): Right =>
  what === 'items' ? 'see-items' : what.startsWith('register ') ? 'read-registers' : 'export-people';

const rightFor = (command: PeopleCommand): Right => {
  switch (command.kind) {
    case 'RecordSearch':
      return 'search-people';
    case 'RevealData':
      return 'reveal-people';
    case 'RecordExport':
      return exportRight(command.what);
    case 'EndPerson':
    case 'MergePeople':
    case 'MoveOutHousehold':
      return 'edit-people';
    case 'EraseData':
      return 'run-retention';
  }
};

/** A person whose data is still kept, gone or not. Officials are answered only with the manager's leave [P2]. */
const reveal = (state: State, command: Of<'RevealData'>, staff: Staff): Decision => {
  const { subject, reason } = command;
  if (!state.get('people', subject) && state.get('ended', subject)?.kind !== 'person')
    return refuse('unknown-person', { field: 'subject' });
  if (reason === 'official' && !staff.roles.includes('manager'))
    return refuse('not-allowed', { field: 'reason', remedy: 'the manager answers officials' });
  return done([{ type: 'DataRevealed', data: { staffId: staff.id, subject, reason } }]);
};

/** Of what is asked for only what is due by the rows themselves; receipts, which have none, as the ledger's views tell. */
const erase = (state: State, { due: wanted }: Of<'EraseData'>, context: Context): Decision => {
  const due = new Set(dueForErasure(state, context.now).map(({ subject, rule }) => `${subject} ${rule}`));
  const isSynced = context.now.clock === 'synced';
  const erased = wanted.filter(({ subject, kind, rule }) =>
    kind === 'receipt' ? isSynced && rule === ('receipt-old' satisfies RetentionRule) : due.has(`${subject} ${rule}`),
  );
  const draft = overlay(state);
  const facts: Fact[] = [];
  for (const { subject, kind, rule } of erased) {
    const isHere = draft.get('people', subject) !== undefined;
    const leaves = isHere ? leave(draft, { personId: subject, reason: 'left', by: null }, context) : [];
    for (const fact of [...leaves, { type: 'DataErased', data: { subject, kind, rule } } satisfies Fact]) {
      facts.push(fact);
      draft.apply(evolve(draft, { ...fact, at: context.now }));
    }
  }
  const ids = (isReceipt: boolean): { id: string; data: null }[] =>
    erased.filter(({ kind }) => (kind === 'receipt') === isReceipt).map(({ subject }) => ({ id: subject, data: null }));
  return {
    ...done([...facts, { type: 'RetentionRan', data: { erased: erased.length, at: context.now.wallMs } }]),
    personal: ids(false),
    receipts: ids(true),
  };
};

export const decidePeople = (state: State, command: PeopleCommand, context: Context): Decision => {
  const staff = command.by === null ? null : askedBy(state, command.by, rightFor(command));
  if (staff !== null && 'answer' in staff) return staff;
  if (command.kind === 'EraseData') return erase(state, command, context);
  if (staff === null) return refuse('signed-out');
  switch (command.kind) {
    case 'RecordSearch':
      return done([{ type: 'PeopleSearched', data: { staffId: staff.id, found: command.found } }]);
    case 'RevealData':
      return reveal(state, command, staff);
    case 'RecordExport': {
      const { what, subject, rows } = command;
      return done([{ type: 'DataExported', data: { staffId: staff.id, what, subject, rows } }]);
    }
    case 'EndPerson':
      return endPerson(state, { personId: command.personId, reason: command.reason, by: staff.id }, context);
    case 'MergePeople':
      return mergePeople(state, command, staff);
    case 'MoveOutHousehold':
      return moveOut(state, command.householdId, { id: staff.id, context });
  }
};
