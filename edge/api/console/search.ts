// Finds people by room, name, pinyin or the phone's last four digits: an index in memory over the sealed data, for staff only [P1].
import { setImmediate } from 'node:timers/promises';
import type { Dispatch } from '../../dispatch.ts';
import type { Change, Person } from '../../domain/state.ts';
import { closeness, plain, queryOf, type Searched, squeezed, tailOf, typed } from './search-text.ts';

export interface SearchOptions {
  dispatch: Pick<Dispatch, 'state' | 'personal' | 'onChange'>;
}
export interface Search {
  /**
   * The people that fit best, residents unless told otherwise. Rejects with nothing: what fits nobody is an empty list. The first call loads the
   * pronunciations and reads everybody, in slices that let doors go on.
   */
  find(q: string, limit: number, role?: Person['role']): Promise<{ personId: string }[]>;
  stop(): void;
}

interface Entry extends Searched {
  role: Person['role'];
  /** By room, numbers by their value. */
  order: string;
}
type Speak = (word: string) => string[];

/** About 8 ms of pronunciations on a small computer: a door's order never waits longer for a search. */
const sliceSize = 50;

/** Loaded at the first search only: its tables take about 16 MB. */
const loadSpeak = async (): Promise<Speak> => {
  const { pinyin } = await import('pinyin-pro');
  return (word) =>
    /\p{Script=Han}/u.test(word)
      ? pinyin(word, { toneType: 'none', type: 'array', mode: 'surname' }).map(typed)
      : [typed(word)];
};

const entryOf = ({ dispatch }: SearchOptions, personId: string, speak: Speak): Entry | undefined => {
  const row = dispatch.state.get('people', personId);
  const data = dispatch.personal(personId);
  if (!row || !data) return undefined;
  const home = row.householdId === null ? undefined : dispatch.personal(row.householdId);
  const room = plain(home?.room ?? data.room ?? '');
  return {
    role: row.role,
    room,
    squeezedRoom: squeezed(room),
    order: room.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0')),
    name: plain(data.name),
    spoken: data.name.trim().split(/\s+/).flatMap(speak),
    tail: tailOf(data.phone ?? ''),
  };
};

interface Hit {
  personId: string;
  score: number;
  entry: Entry;
}
const isBefore = (one: Hit, other: Hit): boolean =>
  one.score < other.score || (one.score === other.score && one.entry.order < other.entry.order);

/** Puts a hit into its place among the best; `limit` of them are kept. */
const keep = (best: Hit[], hit: Hit, limit: number): void => {
  const last = best[limit - 1];
  if (last && !isBefore(hit, last)) return;
  let [from, to] = [0, best.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = best[middle];
    if (other && isBefore(hit, other)) to = middle;
    else from = middle + 1;
  }
  best.splice(from, 0, hit);
  if (best.length > limit) best.pop();
};

/** Whose entry a changed row makes anew: the person's, or everybody's whose room it is. */
const touched = ({ table, id, row }: Change): string[] => {
  if (table === 'people') return [id];
  return table === 'households' ? (row?.people ?? []) : [];
};

export const openSearch = (options: SearchOptions): Search => {
  const { dispatch } = options;
  const entries = new Map<string, Entry>();
  const pending = new Set<string>([...dispatch.state.all('people')].map(({ id }) => id));
  let speaking: Promise<Speak> | undefined;
  let reading: Promise<void> | undefined;
  const stop = dispatch.onChange((changes) => {
    for (const change of changes) for (const id of touched(change)) pending.add(id);
  });

  const read = async (): Promise<void> => {
    speaking ??= loadSpeak();
    const speak = await speaking;
    let made = 0;
    for (const id of pending) {
      pending.delete(id);
      const entry = entryOf(options, id, speak);
      if (entry) entries.set(id, entry);
      else entries.delete(id);
      made += 1;
      if (made % sliceSize === 0) await setImmediate();
    }
  };
  const upToDate = async (): Promise<void> => {
    while (reading || pending.size > 0) {
      reading ??= read().finally(() => {
        reading = undefined;
      });
      await reading;
    }
  };

  return {
    find: async (q, limit, role = 'resident') => {
      await upToDate();
      const query = queryOf(q);
      const best: Hit[] = [];
      for (const [personId, entry] of entries) {
        const score = entry.role === role ? closeness(query, entry) : undefined;
        if (score !== undefined) keep(best, { personId, score, entry }, limit);
      }
      return best.map(({ personId }) => ({ personId }));
    },
    stop,
  };
};
