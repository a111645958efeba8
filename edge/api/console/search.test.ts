// Who is found by what somebody types at the desk.
import assert from 'node:assert/strict';
import type { Personal } from '../../contract/commands.ts';
import { memory } from '../../domain/overlay.ts';
import { type Change, drop, type Person, put } from '../../domain/state.ts';
import { openSearch, type Search } from './search.ts';

const person = (id: string, householdId: string | null, more: Partial<Person> = {}): Person => ({
  id,
  householdId,
  role: 'resident',
  phoneTailKey: null,
  consent: 'ask',
  shares: false,
  elder: false,
  language: null,
  relation: null,
  until: null,
  agreedBy: null,
  channels: [],
  quiet: null,
  mismatches: [],
  ...more,
});

interface Book {
  search: Search;
  /** As a commit does: rows and data first, then who listens is told. */
  changes(...changes: Change[]): void;
  data: Map<string, Personal>;
}

const openBook = (): Book => {
  const state = memory();
  const data = new Map<string, Personal>();
  const listeners = new Set<(changes: readonly Change[]) => void>();
  const changes = (...all: Change[]): void => {
    state.apply(all);
    for (const listener of listeners) listener(all);
  };
  const search = openSearch({
    dispatch: {
      state,
      personal: (id) => data.get(id),
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  return { search, changes, data };
};

const rooms: Record<string, string> = { h1: '3-1201', h2: '3栋1202室', h3: '１０－１２０１', h4: '1201' };
const residents: [string, string, string, string?][] = [
  ['wang', 'h1', '王小明', '138 0000 4242'],
  ['ouyang', 'h1', '欧阳重庆', '+86 13900001201'],
  ['shan', 'h2', '单晓敏'],
  ['smith', 'h3', 'John Smith'],
  ['lu', 'h4', '吕布', '13700004243'],
];

const townOf = (): Book => {
  const book = openBook();
  for (const [id, room] of Object.entries(rooms)) book.data.set(id, { name: room, room, salt: '' });
  for (const [id, , name, phone] of residents) book.data.set(id, { name, ...(phone && { phone }), salt: '' });
  book.data.set('courier', { name: '王师傅', phone: '13600004242', salt: '' });
  book.changes(
    ...residents.map(([id, home]): Change => put('people', person(id, home))),
    put('people', person('courier', null, { role: 'courier' })),
  );
  return book;
};

describe('the search of people', () => {
  const cases: [string, string, string[]][] = [
    ['a room in full before one that begins so', '3-1201', ['wang', 'ouyang']],
    ['a room typed full-width, with another dash, or without one', '３—1201', ['wang', 'ouyang']],
    ['a room without its dash', '31201', ['wang', 'ouyang']],
    ['the beginning of a room', '3-12', ['wang', 'ouyang', 'shan']],
    ['a room that was registered in words', '3-1202', ['shan']],
    ['a room in words', '3栋1201', ['wang', 'ouyang']],
    ['a room that was registered full-width', '10-1201', ['smith']],
    ['four digits: the room of that number, then the phone that ends so', '1201', ['lu', 'ouyang']],
    ['the end of a phone', '4242', ['wang']],
    ['part of a name', '小明', ['wang']],
    ['initials', 'wxm', ['wang']],
    ['pinyin in full, of a name of two syllables', 'ouyangchongqing', ['ouyang']],
    ['initials mixed with pinyin', 'OuYang cq', ['ouyang']],
    ['a surname as it is spoken in names: 单 is shan', 'shanxm', ['shan']],
    ['the given name alone', 'xm', ['shan', 'wang']],
    ['ü typed as v', 'lvbu', ['lu']],
    ['ü typed as u', 'lub', ['lu']],
    ['a name in other letters', 'john sm', ['smith']],
    ['its initials', 'js', ['smith']],
    ['three digits, which are no end of a phone', '242', []],
    ['five digits, which are no end of a phone', '04242', []],
    ['only a dash', '-', []],
    ['what looks like a pattern', '.*', []],
    ['nothing', ' ', []],
  ];
  for (const [what, asked, expected] of cases)
    it(`finds by ${what}`, async () => {
      const found = await townOf().search.find(asked, 10);
      assert.deepEqual(found.map(({ personId }) => personId).sort(), [...expected].sort());
    });

  it('gives the best first and no more than asked for', async () => {
    const { search } = townOf();
    assert.deepEqual(await search.find('1201', 1), [{ personId: 'lu' }]);
    assert.deepEqual(await search.find('1201', 5), [{ personId: 'lu' }, { personId: 'ouyang' }]);
  });

  it('finds couriers only when couriers are asked for', async () => {
    const { search } = townOf();
    assert.deepEqual(await search.find('王', 5), [{ personId: 'wang' }]);
    assert.deepEqual(await search.find('4242', 5, 'courier'), [{ personId: 'courier' }]);
  });

  it('knows at once who has come, is renamed, has moved and has left', async () => {
    const { search, changes, data } = townOf();
    await search.find('x', 1);
    data.set('new', { name: '赵云', salt: '' });
    data.set('wang', { name: '王大明', salt: '' });
    changes(put('people', person('new', 'h4')), put('people', person('wang', 'h4')), drop('people', 'lu'));
    assert.deepEqual(await search.find('zhaoyun', 5), [{ personId: 'new' }]);
    assert.deepEqual(await search.find('小明', 5), []);
    assert.deepEqual(await search.find('大明', 5), [{ personId: 'wang' }]);
    assert.deepEqual(await search.find('吕布', 5), []);
    assert.equal((await search.find('1201', 5)).length, 3);

    data.set('h4', { name: '9-9', room: '9-9', salt: '' });
    changes(put('households', { id: 'h4', roomKey: 'k', low: false, people: ['wang', 'new'] }));
    assert.deepEqual((await search.find('9-9', 5)).map(({ personId }) => personId).sort(), ['new', 'wang']);
  });

  it('answers ten people who search at once while it still reads', async () => {
    const { search } = townOf();
    const found = await Promise.all(Array.from({ length: 10 }, () => search.find('wxm', 5)));
    for (const one of found) assert.deepEqual(one, [{ personId: 'wang' }]);
  });
});
