// Whose code, QR or card this is: wrong ones are counted where they were tried, before they are answered [S12].
import type { CommandOf } from '../../contract/commands.ts';
import { raise } from '../alerts/alert.ts';
import { policies } from '../custody/policies.ts';
import { type Context, type Decision, refuse } from '../decision.ts';
import { latest } from '../latest.ts';
import { type Credential, type State, terminalOf } from '../state.ts';
import { recent, standing } from './attempts.ts';
import { isPastTerm } from './retention.ts';

type Tried = Pick<CommandOf<'Identify'>, 'terminal' | 'way' | 'lookup'>;

/** What a lookup finds, be it over or not. */
export const credentialBy = (state: State, lookup: string): Credential | undefined => {
  const found = state.get('lookups', lookup);
  return found && state.get('credentials', found.credentialId);
};

const live = (state: State, lookup: string, context: Context): Credential | undefined => {
  const credential = credentialBy(state, lookup);
  const person = credential && state.get('people', credential.personId);
  const latestMs = latest(context.latestMs, context.now);
  const isOver = [credential, person].some((one) => one && isPastTerm(one, latestMs));
  return person && !isOver ? credential : undefined;
};

const wrong = (state: State, { terminal, way }: Tried, { now }: Context): Decision => {
  const row = terminalOf(state, terminal);
  if (way !== 'code') {
    const scans = recent(row.wrongScans, now).length + 1;
    const told = scans >= policies.wrongScansPerDay.value ? raise(state, 'scans-guessed', terminal) : [];
    return refuse('not-recognised', {}, [{ type: 'ScanRefused', data: { terminal } }, ...told]);
  }
  const counted = recent(row.wrong, now).length + 1;
  const alert = counted >= policies.wrongCodesPerDay.value ? raise(state, 'terminal-attended', terminal) : [];
  return refuse('not-recognised', {}, [{ type: 'AttemptFailed', data: { terminal } }, ...alert]);
};

/** The live credential, or the decision that says no: unknown, expired, used and wrong are one answer [safety: codes 4]. */
export const recognise = (state: State, tried: Tried, context: Context): Credential | Decision => {
  if (tried.way === 'code') {
    const stand = standing(terminalOf(state, tried.terminal), context.now);
    if (stand.kind === 'attended') return refuse('terminal-attended');
    if (stand.kind === 'waits') return refuse('terminal-waiting', { waitSeconds: Math.ceil(stand.forMs / 1000) });
  }
  const credential = live(state, tried.lookup, context);
  if (!credential) return wrong(state, tried, context);
  const hasTerm = credential.until !== null || state.get('people', credential.personId)?.until != null;
  return hasTerm && context.now.clock === 'unknown' ? refuse('clock-untrusted') : credential;
};
