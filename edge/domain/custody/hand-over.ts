// Over the counter: who stands there, and items handed to them against identity and signature, all or nothing [M4].
import type { CommandOf } from '../../contract/commands.ts';
import type { Receipt } from '../../contract/desk-commands.ts';
import type { EventData } from '../../contract/events.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { takesAs } from '../identity/household.ts';
import { credentialBy, recognise } from '../identity/recognise.ts';
import { latest } from '../latest.ts';
import type { Credential, Hold, Person, State } from '../state.ts';
import { endCodes, fetchFirst, itemsIn, onShelf } from './at-desk.ts';
import { deskTerminal } from './desk-visit.ts';
import type { HoldStatus } from './hold.ts';

type HandOver = CommandOf<'HandOverItems'>;
type To = EventData<'ItemHandedOver'>['to'];

/** What waits, and what was refused or is in dispute: handing it over settles that. */
const takeable: readonly HoldStatus[] = ['placed', 'notified', 'to-return', 'disputed'];

/** An empty pad is no signature. */
export const isSigned = ({ strokes }: Receipt): boolean => strokes.some((stroke) => stroke.length >= 4);

/** What may be given to whoever shows this: one parcel for a proxy's code, everything the person may take for the others. */
export const claimable = (state: State, credential: Credential, latestMs: number): Hold[] => {
  const person = state.get('people', credential.personId);
  return [...state.all('holds')].filter((hold) => {
    if (!takeable.includes(hold.status) || hold.place === null) return false;
    if (credential.use === 'proxy') return credential.holdId === hold.id;
    return person !== undefined && takesAs(state, { person, hold }, latestMs) !== undefined;
  });
};

export const claim = (state: State, command: CommandOf<'ClaimAtDesk'>, context: Context): Decision => {
  const { by, way, lookup } = command;
  const credential = recognise(state, { terminal: deskTerminal(by.staffId), way, lookup }, context);
  if ('answer' in credential) return credential;
  const person = state.get('people', credential.personId);
  return person?.role === 'resident' ? done([], credential.personId) : refuse('not-theirs');
};

/** Who takes it, as far as it is known: the bearer of a proxy's code is nobody in particular. */
type Taker = { proxyFor: string } | { person: Person } | { unregistered: To };

/** A QR cannot be guessed and waits for nobody: only what was typed is kept waiting. */
const wayOf = (state: State, { identified, lookup }: HandOver): 'code' | 'qr' | 'card' => {
  if (identified === 'card') return 'card';
  return lookup !== null && credentialBy(state, lookup)?.lookups.at(1) === lookup ? 'qr' : 'code';
};

const byCredential = (state: State, command: HandOver, context: Context): Taker | Decision => {
  const { by, lookup, personId } = command;
  if (lookup === null) return refuse('bad-request', { field: 'value', remedy: 'scan the card or code again' });
  const terminal = deskTerminal(by.staffId);
  const credential = recognise(state, { terminal, way: wayOf(state, command), lookup }, context);
  if ('answer' in credential) return credential;
  if (credential.use === 'proxy')
    return personId === null ? { proxyFor: credential.holdId ?? '' } : refuse('not-theirs');
  const person = state.get('people', credential.personId);
  return person && (personId === null || personId === person.id) ? { person } : refuse('not-theirs');
};

const byDocument = (
  state: State,
  { personId, to, receipt, agreedByPhone }: HandOver,
  { now }: Context,
): Taker | Decision => {
  if (!receipt.document)
    return refuse('bad-request', { field: 'document', remedy: 'name the document and its last four characters' });
  if (personId !== null) {
    const person = state.get('people', personId);
    // Nobody can tell whether a last day has passed [S14].
    if (person && person.until !== null && now.clock === 'unknown') return refuse('clock-untrusted');
    return person ? { person } : refuse('unknown-person');
  }
  if (to !== 'addressee' && !receipt.name)
    return refuse('bad-request', { field: 'name', remedy: 'write the name on the document' });
  // A document tells who somebody is, not whose trust that one has.
  return to === 'trustee' && !agreedByPhone
    ? refuse('not-theirs', { field: 'agreedByPhone', remedy: 'phone the addressee first, or register the trustee' })
    : { unregistered: to };
};

/** As what this taker gets this item, and who that is on record; undefined = not theirs. */
const takenBy = (
  state: State,
  taker: Taker,
  { hold, latestMs }: { hold: Hold; latestMs: number },
): { to: To; personId: string | null } | undefined => {
  if ('proxyFor' in taker) return taker.proxyFor === hold.id ? { to: 'trustee', personId: null } : undefined;
  if ('person' in taker) {
    const { person } = taker;
    const to = takesAs(state, { person, hold }, latestMs);
    return to && { to, personId: person.id };
  }
  const addressee = state.get('people', hold.personId);
  switch (taker.unregistered) {
    case 'addressee':
      return { to: 'addressee', personId: hold.personId };
    case 'household':
      return hold.kind !== 'letter' && addressee?.shares ? { to: 'household', personId: null } : undefined;
    case 'trustee':
      return { to: 'trustee', personId: null };
  }
};

/** Whose leave somebody unregistered takes items by: a household's, or one addressee's. */
const originOf =
  (to: To) =>
  ({ householdId, personId }: Hold): string =>
    to === 'household' ? householdId : personId;

export const handOver = (state: State, command: HandOver, context: Context): Decision => {
  const { by, receiptId, receipt, identified } = command;
  if (!isSigned(receipt)) return refuse('signature-needed');
  const taker = identified === 'document' ? byDocument(state, command, context) : byCredential(state, command, context);
  if ('answer' in taker) return taker;
  const holds = itemsIn(state, command.holdIds, takeable);
  if ('answer' in holds) return holds;
  const latestMs = latest(context.latestMs, context.now);
  const digest = context.supply.digest(receipt);
  const given: EventData<'ItemHandedOver'>[] = [];
  for (const hold of holds) {
    const taken = takenBy(state, taker, { hold, latestMs });
    if (!taken) return refuse('not-theirs');
    if (!onShelf(hold)) return fetchFirst;
    const agreed = 'unregistered' in taker && taker.unregistered === 'trustee' && ({ agreedByPhone: true } as const);
    given.push({ holdId: hold.id, receiptId, staffId: by.staffId, ...taken, identified, ...agreed, digest });
  }
  // One document is one person's, and one consent one addressee's.
  if ('unregistered' in taker && new Set(holds.map(originOf(taker.unregistered))).size > 1) return refuse('not-theirs');
  const facts = given.flatMap((data) => [{ type: 'ItemHandedOver', data } as const, ...endCodes(state, data.holdId)]);
  return { ...done(facts), receipts: [{ id: receiptId, data: receipt }] };
};
