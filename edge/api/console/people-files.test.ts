// A file of 3,000 households at the desk: every fault named before anything changes, and the list that the manager takes out.
import assert from 'node:assert/strict';
import { filePreview, imported } from '../../contract/console/people.ts';
import { openPeopleOffice, type PeopleOffice, reads, sends } from './people.fixture.ts';

const head = 'role,room,name,phone,email,cards,consent,relation,until,agreed by,channels,quiet';
const resident = (n: number): string =>
  `resident,${1 + (n >> 8)}-${100 + (n & 255)},住户${n},138${String(n).padStart(8, '0')},,${200_000 + n},locker,owner,,,sms,`;

/** One row of each kind of fault, and the field that is named. */
const faults: [string, string][] = [
  ['guest,1-1,A,,,,,,,,,', 'role'],
  ['resident,,A,,,,,,,,,', 'room'],
  ['resident,1-1,,,,,,,,,,', 'name'],
  ['resident,1-1,A,phone,,,,,,,,', 'phone'],
  ['courier,,A,,,,,,,,,', 'phone'],
  ['resident,1-1,A,,at,,,,,,,', 'email'],
  ['resident,1-1,A,,,1,,,,,,', 'cards'],
  ['resident,1-1,A,,,123456789,,,,,,', 'cards'],
  ['resident,1-1,A,,,200007,,,,,,', 'cards'],
  ['resident,1-1,A,,,,maybe,,,,,', 'consent'],
  ['resident,1-1,A,,,,,cousin,,,,', 'relation'],
  ['resident,1-1,A,,,,,tenant,soon,,,', 'until'],
  ['resident,1-100,A,,,,,trustee,,,,', 'agreedBy'],
  ['resident,1-101,A,,,,,trustee,,住户2,,', 'agreedBy'],
  ['resident,1-1,A,,,,,,,,pigeon,', 'channels'],
  ['resident,1-1,A,,,,,,,,,night', 'quiet'],
  ['resident,1-1,A', 'row'],
  ['resident,1"1,A,,,,,,,,,', 'row'],
  [resident(0), 'cards'],
  [resident(1).replace('200001', ''), 'name'],
];

describe('a file of people at the desk', function () {
  this.timeout(60_000);
  let office: PeopleOffice;
  beforeEach(async () => {
    office = await openPeopleOffice();
  });
  afterEach(() => office.stop());

  const previews = async (csv: string) => {
    const reply = await office.handlers.previewPeople(sends<'previewPeople'>(office.desk, { csv }));
    assert.ok('body' in reply);
    return filePreview.parse(reply.body);
  };
  const imports = async (csv: string, partial = false) => {
    const reply = await office.handlers.importPeople(sends<'importPeople'>(office.desk, { csv, partial }));
    assert.ok('body' in reply, JSON.stringify(reply));
    return imported.parse(reply.body);
  };
  const count = () => [...office.dispatch.state.all('people')].length;

  it('of 3,000 households with 40 faults has each named by row, field and remedy, and changes nothing', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => resident(n));
    const planted = new Map<number, string>();
    for (let i = 0; i < 40; i += 1) {
      const [row, field] = faults[i % faults.length] ?? ['', ''];
      const at = 50 + i * 70;
      // The second row of a kind must not stand for the first one's double.
      rows.splice(at, 0, i < faults.length ? row : row.replace(',A,', ',B,'));
      planted.set(at + 2, field);
    }
    const { seq } = office.ledger.head;
    const { problems, ...told } = await previews([head, ...rows].join('\n'));
    assert.deepEqual(
      problems.map(({ row, field }) => [row, field]),
      [...planted],
    );
    for (const { remedy } of problems) assert.ok(remedy.length > 5);
    assert.deepEqual([told.newPeople, told.changedPeople, told.households], [3_000, 0, 3_000]);
    assert.deepEqual([office.ledger.head.seq, count()], [seq, 0]);
    const good = await imports([head, ...rows].join('\n'), true);
    assert.deepEqual([good.imported, good.households, good.problems.length, count()], [3_000, 3_000, 40, 3_000]);
  });

  it('with one fault is imported not at all, unless that row may be left out', async () => {
    const csv = [head, resident(0), 'resident,1-1,,,,,,,,,,'].join('\n');
    const none = await imports(csv);
    assert.deepEqual([none.imported, none.problems.length, count()], [0, 1, 0]);
    const some = await imports(csv, true);
    assert.deepEqual([some.imported, some.problems.length, count()], [1, 1, 1]);
  });

  it('is imported once: the same file again is nothing new, a changed cell is one change', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => resident(n));
    await imports([head, ...rows].join('\n'));
    const { seq } = office.ledger.head;
    const again = await previews([head, ...rows].join('\n'));
    assert.deepEqual([again.newPeople, again.changedPeople], [0, 0]);
    await imports([head, ...rows].join('\n'));
    assert.equal(office.ledger.head.seq, seq);
    rows[3] = resident(3).replace('13800000003', '13911112222');
    const changed = await previews([head, ...rows].join('\n'));
    assert.deepEqual([changed.newPeople, changed.changedPeople], [0, 1]);
    await imports([head, ...rows].join('\n'));
    assert.equal(count(), 20);
  });

  it('finds in the register who agreed to a trustee of a later file', async () => {
    await imports([head, resident(0)].join('\n'));
    const { problems } = await imports(`${head}\nresident,1-100,中介,,,,,trustee,2027-06-30,住户0,,`);
    assert.deepEqual(problems, []);
    const people = [...office.dispatch.state.all('people')];
    const owner = people.find(({ relation }) => relation === 'owner');
    const trustee = people.find(({ relation }) => relation === 'trustee');
    assert.equal(trustee?.agreedBy, owner?.id);
    // The whole last day counts, at the site: 30 June 2027, 23:59:59.999 in Shanghai.
    assert.equal(trustee?.until, Date.UTC(2027, 5, 30, 16) - 1);
  });

  it('of 10 MB is refused in words', async () => {
    const { problems, rows } = await previews(`${head}\n${'x'.repeat(10_000_000)}`);
    assert.deepEqual([rows, problems.map(({ code }) => code)], [0, ['file-large']]);
  });

  it('goes out only for the manager, on record, and no cell of it is a formula', async () => {
    const wild = ['=HYPERLINK("http://evil")', '+1+1', '-2', '@SUM(A1)', '<script>alert(1)</script>', '"; DROP TABLE'];
    const cells = wild.map((name, n) => `resident,1-${n},"${name.replaceAll('"', '""')}",+86 13800000000,,,,,,,,`);
    await imports([head, ...cells].join('\n'));
    const asked = { ...reads<'readRetention'>(office.manager, undefined), query: undefined };
    assert.deepEqual(await office.handlers.peopleCsv({ ...asked, by: office.desk }), { refused: 'not-allowed' });
    const file = await office.handlers.peopleCsv(asked);
    assert.ok('body' in file);
    const text = String(file.body);
    assert.doesNotMatch(text, /(^|[,"\r\n\uFEFF])[=+@-][^,]/m);
    const [last] = await office.ledger.read(office.ledger.head.seq - 1, 1);
    const fact = JSON.parse(last?.body ?? '{}');
    assert.deepEqual([fact.type, fact.data.what, fact.data.rows], ['DataExported', 'people', 6]);

    const back = await previews(text);
    assert.deepEqual([back.newPeople, back.changedPeople, back.problems], [0, 0, []], 'and it comes back as it went');
  });
});
