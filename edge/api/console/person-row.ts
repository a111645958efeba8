// One person as the console's lists show them: masked, with what was agreed and what waits [P1].
import type { PersonRow } from '../../contract/console/people.ts';
import type { Dispatch } from '../../dispatch.ts';
import { isWaiting } from '../../domain/custody/hold.ts';
import type { Person } from '../../domain/state.ts';
import { maskName, maskPhone } from '../../words/masking.ts';

type Known = Pick<Dispatch, 'state' | 'personal'>;

export const roomOf = (known: Known, { id, householdId }: Person): string =>
  known.personal(householdId ?? '')?.room ?? known.personal(id)?.room ?? '';

/** Counts cards and items once for a whole list; good until the next commit. */
export const openRows = (known: Known): ((person: Person) => PersonRow) => {
  const { state } = known;
  const cards = new Map<string, string[]>();
  for (const { id, personId, use } of state.all('credentials'))
    if (use === 'card') cards.set(personId, [...(cards.get(personId) ?? []), id]);
  const waiting = new Map<string, number>();
  for (const { personId, status } of state.all('holds'))
    if (isWaiting(status)) waiting.set(personId, (waiting.get(personId) ?? 0) + 1);
  return (person) => {
    const { id: personId, householdId, role, relation, until, agreedBy, consent, shares, elder } = person;
    const { language, channels, quiet } = person;
    const data = known.personal(personId);
    return {
      personId,
      householdId,
      room: roomOf(known, person),
      name: maskName(data?.name ?? ''),
      phone: data?.phone ? maskPhone(data.phone) : '',
      hasMail: data?.email !== undefined,
      role,
      relation,
      until,
      agreedBy: agreedBy === null ? null : maskName(known.personal(agreedBy)?.name ?? ''),
      consent,
      shares,
      elder,
      low: state.get('households', householdId ?? '')?.low ?? false,
      language,
      channels,
      quiet,
      cards: cards.get(personId) ?? [],
      waiting: waiting.get(personId) ?? 0,
    };
  };
};
