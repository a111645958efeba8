// What has become due by the passing of time: derived from live state each time it is asked, so a restart or a clock step loses and invents nothing.
import type { Command } from '../../contract/commands.ts';
import type { Instant } from '../../contract/events.ts';
import { policies } from '../custody/policies.ts';
import { passedMs } from '../identity/attempts.ts';
import { keepsTerminal } from '../identity/visit.ts';
import type { Opening, State, Visit } from '../state.ts';
import { alertId } from './alert.ts';

type Due = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;

type Reason = NonNullable<Opening['reason']>;
const abort = (opening: Opening, reason: Reason): Due[] => [{ kind: 'AbortOpening', openingId: opening.id, reason }];

/** The bolt was moved: only a sensor that is in sight can tell that the door did not open. */
const overdueDoor = (state: State, opening: Opening, now: Instant): Due[] => {
  const cabinet = state.get('cabinets', opening.cabinet);
  const since = passedMs(opening.since, now);
  if (cabinet?.presence !== 'online')
    return since > policies.settleAfterRestartMs.value ? abort(opening, 'device-away') : [];
  const inSight = Math.min(since, passedMs(cabinet.since, now));
  return inSight > policies.openWithinMs.value ? abort(opening, 'did-not-open') : [];
};

/** Time off is not counted: what is due after a restart waits for the devices to come back and report [S3]. */
const overdueOpening = (state: State, opening: Opening, now: Instant): Due[] => {
  const since = passedMs(opening.since, now);
  switch (opening.state) {
    case 'granted':
    case 'ordered': {
      if (opening.grantedAt.boot !== now.boot) {
        const node = state.get('node', 'node');
        const cabinet = state.get('cabinets', opening.cabinet);
        const up = node ? passedMs(node.startedAt, now) : 0;
        const back = cabinet?.presence === 'online' ? passedMs(cabinet.since, now) : 0;
        const settled = up > policies.settleAfterRestartMs.value || back > policies.answerWithinMs.value;
        return settled ? abort(opening, 'restart') : [];
      }
      if (opening.unlocked) return overdueDoor(state, opening, now);
      return passedMs(opening.grantedAt, now) > policies.answerWithinMs.value ? abort(opening, 'device-away') : [];
    }
    case 'opened': {
      const told = state.get('alerts', alertId('held-open', `${opening.cabinet}/${opening.compartment}`));
      return !told && since > policies.heldOpenAfterMs.value ? [{ kind: 'RaiseHeldOpen', openingId: opening.id }] : [];
    }
    case 'closed':
    case 'aborted':
      return [];
  }
};

/** A visit of the desk is for one door, and is over with it. */
const idleMs = ({ role }: Visit): number => (role === 'desk' ? policies.deskDoorShownMs : policies.visitIdleMs).value;

const overdueVisit = (state: State, visit: Visit, now: Instant): Due[] =>
  !keepsTerminal(state, visit, now) && passedMs(visit.activeAt, now) > idleMs(visit)
    ? [{ kind: 'EndVisit', visitId: visit.id, reason: 'idle' }]
    : [];

const absentCabinet = (state: State, id: string, now: Instant): Due[] => {
  const cabinet = state.get('cabinets', id);
  const since = cabinet?.since ?? state.get('node', 'node')?.startedAt;
  const absent = cabinet?.presence !== 'online' && !state.get('alerts', alertId('cabinet-offline', id));
  return absent && since && passedMs(since, now) > policies.cabinetAwayAfterMs.value
    ? [{ kind: 'RaiseCabinetAway', cabinet: id }]
    : [];
};

/** Commands that are due at `now` on a site with these cabinets; doing one twice does nothing the second time. */
export const due = (state: State, now: Instant, cabinets: readonly string[]): Due[] => [
  ...cabinets.flatMap((id) => absentCabinet(state, id, now)),
  ...[...state.all('openings')].flatMap((opening) => overdueOpening(state, opening, now)),
  ...[...state.all('visits')].flatMap((visit) => overdueVisit(state, visit, now)),
];
