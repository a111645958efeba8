// A CSV of people: what is good comes through, and every fault is named by line, field and remedy.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPeople } from './people-file.ts';

const header = 'role,room,name,phone,email,cards,consent,shares,elder,low,language';
const csv = (...rows: string[]): string => [header, ...rows].join('\n');

describe('a file of people', () => {
  it('may have Chinese headings, a byte order mark and Chinese words', () => {
    const { good, problems } = readPeople(
      '\uFEFF角色,房号,姓名,手机,卡号,入柜,家人可取\n住户,3-1201,王小明,13812345678,0012345678,入柜,是\n',
    );
    assert.deepEqual(problems, []);
    const [first] = good;
    assert.equal(first?.line, 2);
    assert.deepEqual(first.person.cards, ['0012345678']);
    assert.deepEqual([first.person.role, first.person.consent, first.person.shares], ['resident', 'locker', true]);
  });

  const faults: [string, string, string][] = [
    ['owner,1-1,A,,,,,,,,', 'role', 'an unknown role'],
    ['resident,,A,,,,,,,,', 'room', 'a resident without a room'],
    ['courier,,A,,,,,,,,', 'phone', 'a courier without a phone'],
    ['resident,1-1,,,,,,,,,', 'name', 'no name'],
    ['resident,1-1,A,12ab,,,,,,,', 'phone', 'letters in the phone'],
    ['resident,1-1,A,,not-mail,,,,,,', 'email', 'a broken address'],
    ['resident,1-1,A,,,1,,,,,', 'cards', 'a card that is too short'],
    ['resident,1-1,A,,,123456789,,,,,', 'cards', 'a card that looks like a pickup code'],
    ['resident,1-1,A,,,,maybe,,,,', 'consent', 'an unknown consent'],
    ['resident,1-1,A,,,,,perhaps,,,', 'shares', 'neither yes nor no'],
    ['resident,1-1,A,,,,,,,,fr', 'language', 'a language we do not speak'],
  ];
  for (const [row, field, what] of faults)
    it(`with ${what} is told by line and field`, () => {
      const { good, problems } = readPeople(csv('resident,9-9,好,13812345678,,,,,,,', row));
      assert.equal(good.length, 1);
      assert.deepEqual(
        problems.map((one) => [one.row, one.field]),
        [[3, field]],
      );
      assert.ok(problems.every(({ remedy }) => remedy.length > 3));
    });

  it('with one card twice names the line that has it', () => {
    const { problems } = readPeople(csv('resident,1-1,A,,,0012345678,,,,,', 'resident,1-2,B,,,0012345678,,,,,'));
    assert.deepEqual(problems, [{ row: 3, field: 'cards', remedy: 'card is also on line 2' }]);
  });

  it('of any text is read without a failure', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const { good, problems } = readPeople(text);
        assert.deepEqual(good, []);
        for (const { row, field } of problems) assert.ok(row >= 0 && field !== '');
      }),
      { seed: 3, numRuns: 200 },
    ));
});
