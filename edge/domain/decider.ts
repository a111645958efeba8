// The one place where a command becomes facts or a refusal. Pure: state, command and context in, decision out.
import type { Command, CommandOf } from '../contract/commands.ts';
import type { Fact } from '../contract/events.ts';
import { clear, raise } from './alerts/alert.ts';
import { makeProxy, openDoor, reportProblem, revokeProxy, takeBack } from './custody/collect.ts';
import { deposit, swap, withdraw } from './custody/deposit.ts';
import { decideDesk } from './custody/desk.ts';
import { confirmShelf } from './custody/shelf.ts';
import { type Context, type Decision, done } from './decision.ts';
import { answerCall, bindCard, reissueCode, reissueParcelCode, releaseTerminal, revokeCard } from './identity/enrol.ts';
import { identify } from './identity/identify.ts';
import { forbidden } from './identity/office-rights.ts';
import { decidePeople } from './identity/people.ts';
import { importPeople } from './identity/people-import.ts';
import { decideStaff } from './identity/staff-decisions.ts';
import { signedOut } from './identity/staff-sessions.ts';
import { callPerson, endVisit, leave, matchRecipient } from './identity/visit.ts';
import { abort } from './openings/abort.ts';
import { recordPresence, recordReport, recordState, releaseCompartment } from './openings/observe.ts';
import type { State } from './state.ts';

/** A restart ends every visit and every sign-in: nobody's screen comes back to somebody else. */
const startNode = (state: State, { boot, version }: CommandOf<'StartNode'>): Decision =>
  done([
    { type: 'NodeStarted', data: { boot, version } },
    ...[...state.all('visits')].flatMap((visit) => endVisit(state, visit, 'restart')),
    ...[...state.all('sessions')].map(({ id }): Fact => signedOut(id, 'restart')),
  ]);

const blockAll = ({ site }: Context): Fact[] =>
  site.cabinets.flatMap(({ id: cabinet, compartments }) =>
    compartments.map(({ compartment }): Fact => {
      return { type: 'CompartmentBlocked', data: { cabinet, compartment, reason: 'check' } };
    }),
  );

const recordOrdered = (state: State, { openingId }: CommandOf<'RecordOrdered'>): Decision =>
  done(state.get('openings', openingId)?.state === 'granted' ? [{ type: 'OpeningOrdered', data: { openingId } }] : []);

const abortOpening = (state: State, command: CommandOf<'AbortOpening'>, context: Context): Decision => {
  const opening = state.get('openings', command.openingId);
  const waits = opening?.state === 'granted' || opening?.state === 'ordered';
  return done(opening && waits ? abort(state, context, { opening, reason: command.reason }) : []);
};

const raiseHeldOpen = (state: State, { openingId }: CommandOf<'RaiseHeldOpen'>): Decision => {
  const opening = state.get('openings', openingId);
  return done(
    opening?.state === 'opened' ? raise(state, 'held-open', `${opening.cabinet}/${opening.compartment}`) : [],
  );
};

const recordNotice = (state: State, command: CommandOf<'RecordNotice'>): Decision => {
  const { holdId, notice, carrier, attempt, reason } = command;
  if (!state.get('holds', holdId)) return done([]);
  const facts: Fact[] = command.sent
    ? [
        { type: 'NoticeSent', data: { holdId, notice, carrier } },
        { type: 'OwnerNotified', data: { holdId } },
        ...clear(state, 'notice-failed', holdId),
      ]
    : [
        { type: 'NoticeFailed', data: { holdId, notice, carrier, attempt, reason } },
        ...raise(state, 'notice-failed', holdId),
      ];
  return done(facts);
};

const recordFrozen = (state: State, { terminal, frozen }: CommandOf<'RecordTerminalFrozen'>): Decision =>
  done((frozen ? raise : clear)(state, 'terminal-frozen', terminal));

export const decide = (state: State, command: Command, context: Context): Decision =>
  forbidden(state, command) ?? decideAllowed(state, command, context);

const decideAllowed = (state: State, command: Command, context: Context): Decision => {
  switch (command.kind) {
    case 'StartNode':
      return startNode(state, command);
    case 'ImportPeople':
      return importPeople(state, command, context);
    case 'BindCard':
      return bindCard(state, command, context);
    case 'RevokeCard':
      return revokeCard(state, command);
    case 'ReissueCode':
      return reissueCode(state, command, context);
    case 'ReissueParcelCode':
      return reissueParcelCode(state, command, context);
    case 'ReleaseTerminal':
      return releaseTerminal(state, command);
    case 'ReleaseCompartment':
      return releaseCompartment(state, command);
    case 'BlockForCheck':
      return done(blockAll(context));
    case 'AnswerCall':
      return answerCall(state, command);
    case 'Identify':
      return identify(state, command, context);
    case 'EndVisit':
      return leave(state, command, context);
    case 'CallPerson':
      return callPerson(state, command);
    case 'OpenDoor':
      return openDoor(state, command, context);
    case 'ReportProblem':
      return reportProblem(state, command);
    case 'MakeProxy':
      return makeProxy(state, command, context);
    case 'RevokeProxy':
      return revokeProxy(state, command);
    case 'MatchRecipient':
      return matchRecipient(state, command, context);
    case 'DepositParcel':
      return deposit(state, command, context);
    case 'SwapCompartment':
      return swap(state, command, context);
    case 'WithdrawParcel':
      return withdraw(state, command);
    case 'TakeBackParcel':
      return takeBack(state, command, context);
    case 'ConfirmShelf':
      return confirmShelf(state, command, context);
    case 'RecordOrdered':
      return recordOrdered(state, command);
    case 'AbortOpening':
      return abortOpening(state, command, context);
    case 'RaiseHeldOpen':
      return raiseHeldOpen(state, command);
    case 'RaiseCabinetAway':
      return done(
        state.get('cabinets', command.cabinet)?.presence === 'online'
          ? []
          : raise(state, 'cabinet-offline', command.cabinet),
      );
    case 'RecordReport':
      return recordReport(state, command, context);
    case 'RecordState':
      return recordState(state, command);
    case 'RecordPresence':
      return recordPresence(state, command);
    case 'RecordTerminalFrozen':
      return recordFrozen(state, command);
    case 'RecordNotice':
      return recordNotice(state, command);
    case 'RecordHqQuarantine':
      return done([
        { type: 'HqQuarantined', data: { epoch: command.epoch, seq: command.seq, reason: command.reason } },
        ...raise(state, 'hq-quarantine', 'hq'),
      ]);
    case 'RecordHqDivergence':
      return done([
        { type: 'HqDiverged', data: { epoch: command.epoch, seq: command.seq } },
        ...raise(state, 'hq-diverged', 'hq'),
      ]);
    case 'ReceiveItem':
    case 'TurnAwayItem':
    case 'ClaimAtDesk':
    case 'HandOverItems':
    case 'RefuseItems':
    case 'MarkUndeliverable':
    case 'PostPublicNotice':
    case 'ReturnItems':
    case 'SettleDispute':
    case 'FetchToDesk':
    case 'MoveToShelf':
      return decideDesk(state, command, context);
    case 'OfferInvitation':
    case 'EndInvitation':
    case 'RegisterStaff':
    case 'ChangeStaffRoles':
    case 'ChangeOwnSecret':
    case 'EndStaff':
    case 'FailSignIn':
    case 'SignIn':
    case 'SignOut':
      return decideStaff(state, command, context);
    case 'RecordSearch':
    case 'RevealData':
    case 'RecordExport':
    case 'EndPerson':
    case 'MergePeople':
    case 'MoveOutHousehold':
    case 'EraseData':
      return decidePeople(state, command, context);
  }
};
