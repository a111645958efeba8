// A CSV of people: what is good comes through, and every fault is named by line, field and remedy.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { language } from '../contract/ids.ts';
import { dictionary } from '../words/shell/dictionary.ts';
import { readPeople } from './people-file.ts';

const header = 'role,room,name,phone,email,cards,consent,shares,elder,low,language';
const csv = (...rows: string[]): string => [header, ...rows].join('\n');

describe('a file of people', () => {
  it('may have Chinese headings, a byte order mark and Chinese words', async () => {
    const { good, problems } = await readPeople(
      '\uFEFF角色,房号,姓名,手机,卡号,入柜,家人可取\n住户,3-1201,王小明,13812345678,0012345678,入柜,是\n',
    );
    assert.deepEqual(problems, []);
    const [first] = good;
    assert.equal(first?.line, 2);
    assert.deepEqual(first.person.cards, ['0012345678']);
    assert.deepEqual([first.person.role, first.person.consent, first.person.shares], ['resident', 'locker', true]);
  });

  for (const speech of language.options)
    it(`may have the headings and words of ${speech}`, async () => {
      const { column, cell } = dictionary[speech];
      const words = [cell.resident, '1-1', '王', '13812345678', '', '', cell.desk, cell.yes, cell.no, '', ''];
      words.push(cell.tenant, '2027-06-30', '', `${cell.sms} ${cell.mail}`, '22:00-8:00');
      const { good, problems } = await readPeople(`${Object.values(column).join(',')}\n${words.join(',')}\n`);
      assert.deepEqual(problems, []);
      const { role, consent, shares, elder, relation, until, channels, quiet } = good[0]?.person ?? {};
      assert.deepEqual([role, consent, shares, elder], ['resident', 'desk', true, false]);
      assert.deepEqual([relation, until, channels], ['tenant', '2027-06-30', ['sms', 'mail']]);
      assert.deepEqual(quiet, { from: '22:00', to: '08:00' });
    });

  const faults: [string, string, string, string][] = [
    ['owner,1-1,A,,,,,,,,', 'role', 'role', 'an unknown role'],
    ['yes,1-1,A,,,,,,,,', 'role', 'role', 'a word of another column as the role'],
    ['resident,,A,,,,,,,,', 'room', 'room-missing', 'a resident without a room'],
    [`resident,${'1'.repeat(31)},A,,,,,,,,`, 'room', 'room-long', 'a room that is too long'],
    ['courier,,A,,,,,,,,', 'phone', 'phone-missing', 'a courier without a phone'],
    ['resident,1-1,,,,,,,,,', 'name', 'name-missing', 'no name'],
    [`resident,1-1,${'A'.repeat(61)},,,,,,,,`, 'name', 'name-long', 'a name that is too long'],
    ['resident,1-1,A,12ab,,,,,,,', 'phone', 'phone', 'letters in the phone'],
    ['resident,1-1,A,,not-mail,,,,,,', 'email', 'email', 'a broken address'],
    ['resident,1-1,A,,,1,,,,,', 'cards', 'card-short', 'a card that is too short'],
    [`resident,1-1,A,,,${'1'.repeat(65)},,,,,`, 'cards', 'card-long', 'a card that is too long'],
    ['resident,1-1,A,,,123456789,,,,,', 'cards', 'card-is-code', 'a card that looks like a pickup code'],
    ['resident,1-1,A,,,,maybe,,,,', 'consent', 'consent', 'an unknown consent'],
    ['resident,1-1,A,,,,,perhaps,,,', 'shares', 'yes-no', 'neither yes nor no'],
    ['resident,1-1,A,,,,,,,,fr', 'language', 'language', 'a language we do not speak'],
  ];
  for (const [row, field, code, what] of faults)
    it(`with ${what} is told by line, field and code`, async () => {
      const { good, problems } = await readPeople(csv('resident,9-9,好,13812345678,,,,,,,', row));
      assert.equal(good.length, 1);
      assert.deepEqual(
        problems.map((one) => [one.row, one.field, one.code]),
        [[3, field, code]],
      );
      assert.ok(problems.every(({ remedy }) => remedy.length > 3));
    });

  it('with one card twice names the line that has it', async () => {
    const { problems } = await readPeople(csv('resident,1-1,A,,,0012345678,,,,,', 'resident,1-2,B,,,0012345678,,,,,'));
    assert.deepEqual(problems, [
      { row: 3, field: 'cards', code: 'card-twice', facts: { line: 2 }, remedy: 'card is also on line 2' },
    ]);
  });

  const whole = 'resident,9-9,好,,,,,,,,';
  const unreadable: [string, string, string][] = [
    ['resident,1-1,A', 'columns', 'a row that is too short'],
    [`${whole},`, 'columns', 'a row that is too long'],
    ['resident,"1-1,A,,,,,,,,', 'quotes', 'a quotation mark that is not closed'],
    ['resident,1"1,A,,,,,,,,', 'quotes', 'a quotation mark in the middle'],
  ];
  for (const [row, code, what] of unreadable)
    it(`with ${what} is told by that line, and the rows before it are good`, async () => {
      const { good, problems } = await readPeople(csv(whole, row));
      assert.equal(good.length, 1);
      assert.deepEqual(
        problems.map((one) => [one.row, one.field, one.code]),
        [[3, 'row', code]],
      );
    });

  it('without the columns that matter says which', async () => {
    const { problems } = await readPeople('room,phone\n1-1,13812345678');
    assert.deepEqual(
      problems.map(({ field, code }) => [field, code]),
      [
        ['role', 'heading-missing'],
        ['name', 'heading-missing'],
      ],
    );
  });

  const more: [string, string, string][] = [
    ['resident,1-1,A,cousin,,,', 'relation', 'relation'],
    ['resident,1-1,A,,31.12.2027,,', 'until', 'until'],
    ['resident,1-1,A,,2027-02-30,,', 'until', 'until'],
    ['resident,1-1,A,,,pigeon,', 'channels', 'channels'],
    ['resident,1-1,A,,,,22-8', 'quiet', 'quiet'],
    ['resident,1-1,A,,,,08:00-08:00', 'quiet', 'quiet'],
  ];
  for (const [row, field, code] of more)
    it(`names what is wrong with the ${field}: ${row}`, async () => {
      const { problems } = await readPeople(`role,room,name,relation,until,channels,quiet\n${row}`);
      assert.deepEqual(
        problems.map((one) => [one.row, one.field, one.code]),
        [[2, field, code]],
      );
    });

  it('with one person twice names the line that has them', async () => {
    const row = 'resident,1-1,A,13812345678,,,,,,,';
    const { good, problems } = await readPeople(csv(row, row));
    assert.equal(good.length, 1);
    assert.deepEqual(
      problems.map(({ row: line, code, facts }) => [line, code, facts]),
      [[3, 'person-twice', { line: 2 }]],
    );
  });

  it('leaves unsaid what it has no column for', async () => {
    const { good } = await readPeople('role,room,name\nresident,1-1,A');
    assert.deepEqual(good[0]?.person, { role: 'resident', room: '1-1', name: 'A', cards: [] });
  });

  it('that is too large is refused in words, before it is read', async () => {
    const { good, problems } = await readPeople(csv('x'.repeat(10_000_000)));
    assert.deepEqual(good, []);
    assert.deepEqual(problems, [
      { row: 0, field: 'file', code: 'file-large', facts: {}, remedy: 'a file has at most 4 MB: split it' },
    ]);
  });

  it('of any text is read without a failure', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => {
        const { good, problems } = await readPeople(text);
        assert.deepEqual(good, []);
        for (const { row, field } of problems) assert.ok(row >= 0 && field !== '');
      }),
      { seed: 3, numRuns: 200 },
    ));

  it('of any cells names for each fault a code that every language has words for', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 80 }), { minLength: 11, maxLength: 11 }), async (cells) => {
        const { problems } = await readPeople(csv(cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')));
        for (const { code } of problems) assert.ok(code !== 'unclear' && Object.hasOwn(dictionary.en.row, code), code);
      }),
      { seed: 4, numRuns: 300 },
    ));
});
