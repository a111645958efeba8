// Pairs of entries that look like one person: the desk decides whether they are.
import type { Dispatch } from '../../dispatch.ts';
import type { Person } from '../../domain/state.ts';
import { plain } from './search-text.ts';

const pairsMost = 200;

/** Of one room with one name or one phone; of couriers with one phone. */
const marksOf = ({ householdId, role }: Person, { name, phone }: { name: string; phone?: string }): string[] => {
  const digits = (phone ?? '').normalize('NFKC').replaceAll(/\D/g, '').slice(-11);
  const byPhone = digits === '' ? [] : [`phone ${role} ${householdId} ${digits}`];
  return role === 'courier' ? byPhone : [`name ${householdId} ${plain(name)}`, ...byPhone];
};

export const doublesOf = (known: Pick<Dispatch, 'state' | 'personal'>): [Person, Person][] => {
  const seen = new Map<string, Person>();
  const pairs = new Map<string, [Person, Person]>();
  for (const person of known.state.all('people')) {
    const data = known.personal(person.id);
    for (const mark of data ? marksOf(person, data) : []) {
      const other = seen.get(mark);
      if (other) pairs.set(`${other.id} ${person.id}`, [other, person]);
      else seen.set(mark, person);
    }
    if (pairs.size >= pairsMost) break;
  }
  return [...pairs.values()].slice(0, pairsMost);
};
