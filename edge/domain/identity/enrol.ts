// How people, cards and codes come into the register and leave it.
import type { CommandOf } from '../../contract/commands.ts';
import type { By } from '../../contract/desk-commands.ts';
import type { Fact } from '../../contract/events.ts';
import type { Right } from '../../contract/rights.ts';
import { clear } from '../alerts/alert.ts';
import { isWaiting } from '../custody/hold.ts';
import { type Context, type Decision, done, refuse, type Supply } from '../decision.ts';
import type { Credential, State } from '../state.ts';
import { revoke } from './revoke.ts';
import { askedBy } from './staff.ts';

/** Why this member of staff may not; undefined when they may, or when it is asked at the shell. */
export const barredFrom = (state: State, by: By | undefined, right: Right): Decision | undefined => {
  const staff = by && askedBy(state, by, right);
  return staff && 'answer' in staff ? staff : undefined;
};

/** A credential whose code is derived from its id; `issue` goes up until the code collides with no live one [safety: codes 1]. */
export const issueDerived = (
  state: State,
  supply: Supply,
  wanted: { personId: string; use: 'personal' | 'parcel' | 'proxy'; holdId: string | null; until: number | null },
): { fact: Fact; credentialId: string } => {
  const credentialId = supply.id();
  for (let issue = 0; ; issue += 1) {
    const { code, qr } = supply.lookups(credentialId, issue);
    if (state.get('lookups', code) || state.get('lookups', qr)) continue;
    return {
      credentialId,
      fact: { type: 'CredentialIssued', data: { credentialId, ...wanted, lookups: [code, qr], issue } },
    };
  }
};

export const cardFact = (supply: Supply, personId: string, lookup: string): Fact => ({
  type: 'CredentialIssued',
  data: { credentialId: supply.id(), personId, use: 'card', lookups: [lookup], issue: 0, holdId: null, until: null },
});

/** The code of this person's own: there is never more than one. */
export const personalCode = (state: State, personId: string): Credential | undefined => {
  for (const credential of state.all('credentials'))
    if (credential.personId === personId && credential.use === 'personal') return credential;
  return undefined;
};

const unknownPerson = refuse('bad-request', { field: 'personId', remedy: 'no such person; see `menfang people list`' });

export const bindCard = (state: State, command: CommandOf<'BindCard'>, { supply }: Context): Decision => {
  const barred = barredFrom(state, command.by, 'issue-credentials');
  if (barred) return barred;
  if (!state.get('people', command.personId)) return unknownPerson;
  const held = state.get('lookups', command.lookup);
  if (held) {
    const same = state.get('credentials', held.credentialId)?.personId === command.personId;
    return same
      ? done([])
      : refuse('bad-request', { field: 'card', remedy: 'this card belongs to somebody else; revoke it first' });
  }
  return done([cardFact(supply, command.personId, command.lookup)]);
};

export const revokeCard = (state: State, command: CommandOf<'RevokeCard'>): Decision => {
  const barred = barredFrom(state, command.by, 'issue-credentials');
  if (barred) return barred;
  const found = state.get('lookups', command.lookup);
  if (!found) return refuse('bad-request', { field: 'card', remedy: 'this card is bound to nobody' });
  return done(revoke(state, found.credentialId, 'by-office'));
};

/** A courier's personal code anew: the former one ends in the same commit [S11]. */
export const reissueCode = (state: State, command: CommandOf<'ReissueCode'>, { supply }: Context): Decision => {
  const barred = barredFrom(state, command.by, 'issue-credentials');
  if (barred) return barred;
  const person = state.get('people', command.personId);
  if (!person) return unknownPerson;
  if (person.role !== 'courier')
    return refuse('bad-request', { field: 'personId', remedy: 'only couriers have a code of their own' });
  const former = personalCode(state, person.id);
  const { fact, credentialId } = issueDerived(state, supply, {
    personId: person.id,
    use: 'personal',
    holdId: null,
    until: null,
  });
  const ends = former ? revoke(state, former.id, 'replaced') : [];
  return done([...ends, fact], credentialId);
};

/** A lost pickup code anew, after the desk has checked a document. */
export const reissueParcelCode = (
  state: State,
  command: CommandOf<'ReissueParcelCode'>,
  { supply }: Context,
): Decision => {
  const barred = barredFrom(state, command.by, 'issue-credentials');
  if (barred) return barred;
  const hold = state.get('holds', command.holdId);
  if (!hold?.credentialId || !isWaiting(hold.status))
    return refuse('unknown-parcel', { remedy: 'name a parcel that waits; see `menfang status`' });
  const wanted = { personId: hold.personId, use: 'parcel', holdId: hold.id, until: null } as const;
  const { fact, credentialId } = issueDerived(state, supply, wanted);
  return done([...revoke(state, hold.credentialId, 'by-office'), fact], credentialId);
};

/** A guard's one tap: the terminal takes codes again. */
export const releaseTerminal = (state: State, { by, terminal }: CommandOf<'ReleaseTerminal'>): Decision =>
  barredFrom(state, by, 'release-doors') ??
  done([
    { type: 'TerminalReleased', data: { terminal } },
    ...clear(state, 'terminal-attended', terminal),
    ...clear(state, 'scans-guessed', terminal),
  ]);

export const answerCall = (state: State, { by, terminal }: CommandOf<'AnswerCall'>): Decision =>
  barredFrom(state, by, 'answer-calls') ??
  done([{ type: 'CallAnswered', data: { terminal } }, ...clear(state, 'person-called', terminal)]);
