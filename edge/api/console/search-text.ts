// What somebody types into the search box, compared with a room, a name as it is written or spoken, and the end of a phone. Pure.

/** One person as the search knows them. */
export interface Searched {
  /** As `plain` writes it. */
  room: string;
  /** Of the room: without dashes and the words for building, unit and room. */
  squeezedRoom: string;
  name: string;
  /** The name as it is spoken, syllable by syllable: 王小明 → wang, xiao, ming. */
  spoken: string[];
  /** The phone's last four digits; empty when none is known. */
  tail: string;
}

const dashes = /[‐-―−_/.]+/g;

/** Full-width characters become plain ones, case and spaces go, every dash is "-". */
export const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '').replaceAll(dashes, '-');

/** 3栋1201室, 3-1201 and 31201 are written alike. */
export const squeezed = (room: string): string => plain(room).replaceAll(/[-#栋棟幢座号號楼樓单單元室房]/g, '');

/** ü is typed as v or u. */
export const typed = (text: string): string => text.toLowerCase().replaceAll(/[üv]/g, 'u');

export const tailOf = (phone: string): string => {
  const tail = phone.normalize('NFKC').replaceAll(/\D/g, '').slice(-4);
  return tail.length === 4 ? tail : '';
};

/** Whether `letters` are beginnings of the syllables from `at` on, one after another: wxm, wangxm and wangxiaoming are all 王小明. */
const isSpoken = (letters: string, syllables: readonly string[], at: number): boolean => {
  // How many letters may be used up so far: all ways at once, for trying one after another takes for ever with a name such as "aa aa aa".
  let reached = new Set([0]);
  for (const syllable of syllables.slice(at)) {
    const next = new Set<number>();
    for (const from of reached)
      for (let n = 0; n < syllable.length && syllable[n] === letters[from + n]; n += 1) next.add(from + n + 1);
    if (next.has(letters.length)) return true;
    if (next.size === 0) return false;
    reached = next;
  }
  return false;
};

export interface Query {
  text: string;
  squeezedRoom: string;
  /** Empty when it cannot be the sound of a name. */
  letters: string;
  /** Empty unless it is exactly four digits. */
  tail: string;
}

export const queryOf = (asked: string): Query => {
  const text = plain(asked);
  const letters = typed(text).replaceAll(/['’]/g, '');
  return {
    text,
    squeezedRoom: squeezed(asked),
    letters: /^[a-z]+$/.test(letters) ? letters : '',
    tail: /^\d{4}$/.test(text) ? text : '',
  };
};

/** How well a person fits: 0 is best; undefined = not at all. A room in full comes before the end of a phone, before the beginning of a room, before names. */
export const closeness = (query: Query, person: Searched): number | undefined => {
  const { text, squeezedRoom, letters, tail } = query;
  if (text === '') return undefined;
  if (person.room === text) return 0;
  if (squeezedRoom !== '' && person.squeezedRoom === squeezedRoom) return 1;
  if (tail !== '' && person.tail === tail) return 2;
  if (person.room.startsWith(text)) return 3;
  if (squeezedRoom !== '' && person.squeezedRoom.startsWith(squeezedRoom)) return 4;
  if (person.name.startsWith(text)) return 5;
  if (person.name.includes(text)) return 6;
  if (letters === '') return undefined;
  for (let from = 0; from < person.spoken.length; from += 1)
    if (person.spoken[from]?.[0] === letters[0] && isSpoken(letters, person.spoken, from)) return from === 0 ? 7 : 8;
  return undefined;
};
