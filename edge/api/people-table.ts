// A file of people read against what is known: what it would register, and every row that stands in the way.
import type { HouseholdEntry, PersonEntry } from '../contract/commands.ts';
import type { SiteTime } from '../words/site-time.ts';
import { type Composed, composePeople, type EntryOptions, type PersonDraft } from './people-entry.ts';
import { type PeopleFile, type RowProblem, readPeople, rowProblem } from './people-file.ts';
import type { PersonRow } from './people-row.ts';

export interface TableOptions extends EntryOptions {
  time: Pick<SiteTime, 'startOf' | 'dayAfter'>;
}
export interface PeopleTable {
  /** Rows of people, good or not. */
  rows: number;
  /** Of the good rows. */
  people: PersonEntry[];
  newPeople: number;
  changedPeople: number;
  rooms: number;
  /** What is to be registered: new or changed. */
  entries: { households: HouseholdEntry[]; people: PersonEntry[] };
  problems: RowProblem[];
}

type Good = PeopleFile['good'][number];

const lastMsOf = (time: TableOptions['time'], day: string): number | null => {
  const next = time.startOf(time.dayAfter(day));
  return next === undefined ? null : next - 1;
};

const draftOf = ({ until, agreedBy: _, ...row }: PersonRow, time: TableOptions['time']): PersonDraft => ({
  ...row,
  until: until ? lastMsOf(time, until) : until === undefined ? undefined : null,
});

/** A trustee acts for a resident of the same room, whom the file or the register knows by that name [M4]. */
const agreerOf = (
  options: TableOptions,
  good: readonly Good[],
  { people }: Composed,
  at: number,
): string | undefined => {
  const { dispatch } = options;
  const [own, wanted] = [people[at]?.entry, good[at]?.person.agreedBy];
  if (!own || !wanted) return undefined;
  const fits = (one: PersonEntry): boolean =>
    one.householdId === own.householdId && one.relation !== 'trustee' && one.personal.name === wanted;
  const inFile = people.find(({ entry }) => fits(entry))?.entry.personId;
  if (inFile !== undefined) return inFile;
  const home = own.householdId === null ? undefined : dispatch.state.get('households', own.householdId);
  return home?.people.find(
    (id) => dispatch.personal(id)?.name === wanted && dispatch.state.get('people', id)?.relation !== 'trustee',
  );
};

/** Completes mandates, and names rows that only the register can tell to be wrong. */
const check = (options: TableOptions, good: readonly Good[], composed: Composed): RowProblem[] =>
  composed.people.flatMap((one, i) => {
    const { state } = options.dispatch;
    const line = good[i]?.line ?? 0;
    const { entry } = one;
    const problems: RowProblem[] = [];
    const isTaken = entry.cards.some((card) => {
      const holder = state.get('credentials', state.get('lookups', card)?.credentialId ?? '')?.personId;
      return holder !== undefined && holder !== entry.personId;
    });
    if (isTaken) problems.push(rowProblem(line, 'cards', { code: 'card-taken', facts: {} }));
    if (entry.relation === 'trustee') {
      entry.agreedBy = agreerOf(options, good, composed, i) ?? entry.agreedBy;
      if (entry.agreedBy === null) problems.push(rowProblem(line, 'agreedBy', { code: 'agreed-by', facts: {} }));
      if (one.news === 'same' && state.get('people', entry.personId)?.agreedBy !== entry.agreedBy) one.news = 'changed';
    }
    return problems;
  });

/**
 * Reads the whole file and composes its good rows; a row that depends on one that is wrong is wrong too. `problems` is empty when everything can be
 * registered; otherwise `entries` are the rows without one.
 */
export const readTable = async (options: TableOptions, csv: string): Promise<PeopleTable> => {
  const file = await readPeople(csv);
  const problems = [...file.problems];
  let good: readonly Good[] = file.good;
  for (;;) {
    const drafts = good.map(({ person }) => draftOf(person, options.time));
    const composed = composePeople(options, drafts);
    const found = check(options, good, composed);
    if (found.length === 0) {
      const news = composed.people.filter((one) => one.news !== 'same').map(({ entry }) => entry);
      return {
        rows: file.rows,
        people: composed.people.map(({ entry }) => entry),
        newPeople: composed.people.filter((one) => one.news === 'new').length,
        changedPeople: composed.people.filter((one) => one.news === 'changed').length,
        rooms: new Set(composed.people.flatMap(({ entry }) => entry.householdId ?? [])).size,
        // Who agrees is registered before who acts.
        entries: {
          households: composed.households,
          people: [...news].sort((a, b) => Number(a.relation === 'trustee') - Number(b.relation === 'trustee')),
        },
        problems: problems.sort((one, other) => one.row - other.row),
      };
    }
    problems.push(...found);
    const wrong = new Set(found.map(({ row }) => row));
    good = good.filter(({ line }) => !wrong.has(line));
  }
};
