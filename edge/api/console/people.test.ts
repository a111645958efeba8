// People at the desk: what is asked of them, what is told of them, and what nobody gets by a forged id.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { peoplePage, savedPerson } from '../../contract/console/people.ts';
import { lookup } from '../../secrets/codes.ts';
import { openPeopleOffice, type PeopleOffice, reads, sends } from './people.fixture.ts';

const ok = <T>(reply: { body: T } | { refused: string }): T => {
  assert.ok('body' in reply, JSON.stringify(reply));
  return reply.body;
};
const refusal = (reply: object): unknown => ('refused' in reply ? reply.refused : reply);

describe('people at the desk', () => {
  let office: PeopleOffice;
  beforeEach(async () => {
    office = await openPeopleOffice();
  });
  afterEach(() => office.stop());

  const add = async (name: string, more: object = {}): Promise<string> => {
    const personId = uuidv7();
    const body = { personId, role: 'resident' as const, room: '3-1201', name, phone: '13800004242', ...more };
    savedPerson.parse(ok(await office.handlers.savePerson(sends<'savePerson'>(office.desk, body))));
    return personId;
  };
  const list = async (query: object = {}) =>
    peoplePage.parse(
      ok(
        await office.handlers.listPeople(reads<'listPeople'>(office.desk, { role: 'resident', limit: 200, ...query })),
      ),
    );

  it('are listed masked, by room, page after page', async () => {
    for (const room of ['3-1201', '10-101', '3-201']) await add('王小明', { room });
    const first = await list({ limit: 2 });
    assert.deepEqual(
      first.rows.map(({ room, name, phone }) => [room, name, phone]),
      [
        ['3-201', '王*明', '138******42'],
        ['3-1201', '王*明', '138******42'],
      ],
    );
    assert.equal(first.total, 3);
    const rest = await list({ limit: 2, after: first.next ?? '' });
    assert.deepEqual([rest.rows.map(({ room }) => room), rest.next], [['10-101'], null]);
  });

  it('are searched on record [P1]', async () => {
    const personId = await add('王小明');
    const { seq } = office.ledger.head;
    const found = await list({ search: 'wxm' });
    assert.deepEqual(
      found.rows.map((row) => row.personId),
      [personId],
    );
    const [row] = await office.ledger.read(seq, 1);
    const { type, data } = JSON.parse(row?.body ?? '{}');
    assert.deepEqual([type, data], ['PeopleSearched', { staffId: office.desk.staffId, found: 1 }]);
  });

  it('keep what is not said: one field is changed without the others being opened', async () => {
    const personId = await add('王小明', { email: 'w@example.org', consent: 'locker' });
    const before = office.dispatch.state.get('people', personId);
    await office.handlers.savePerson(
      sends<'savePerson'>(office.desk, { personId, role: 'resident', elder: true, low: true }),
    );
    assert.deepEqual(office.dispatch.state.get('people', personId), { ...before, elder: true });
    assert.equal(office.dispatch.personal(personId)?.email, 'w@example.org');
    assert.equal(office.dispatch.state.get('households', before?.householdId ?? '')?.low, true);
  });

  it('are found by courier and card as the shell would have registered them', async () => {
    await add('王小明');
    const [person] = office.dispatch.state.all('people');
    const { seq } = office.ledger.head;
    const again = { personId: person?.id ?? '', role: 'resident' as const, room: '3-1201', phone: '138 0000 4242' };
    await office.handlers.savePerson(sends<'savePerson'>(office.desk, { ...again, phone: '13800004242' }));
    assert.equal(office.ledger.head.seq, seq, 'nothing new is nothing recorded');
    await office.handlers.savePerson(sends<'savePerson'>(office.desk, again));
    assert.equal(office.dispatch.state.get('people', again.personId)?.phoneTailKey, person?.phoneTailKey);
  });

  it('are refused by field when something is missing', async () => {
    const saves = async (body: object) => {
      const all = { personId: uuidv7(), role: 'resident' as const, ...body };
      const reply = await office.handlers.savePerson(sends<'savePerson'>(office.desk, all));
      return 'refused' in reply && reply.field;
    };
    assert.equal(await saves({ room: '1-1' }), 'name');
    assert.equal(await saves({ name: 'A' }), 'room');
    assert.equal(await saves({ name: 'A', role: 'courier' }), 'phone');
    assert.equal(await saves({ name: 'A', room: '1-1', relation: 'trustee' }), 'agreedBy');
  });

  it('mandate a trustee of their own household only', async () => {
    const owner = await add('王小明');
    const stranger = await add('赵云', { room: '9-9' });
    const saves = (agreedBy: string) =>
      office.handlers.savePerson(
        sends<'savePerson'>(office.desk, {
          personId: uuidv7(),
          role: 'resident',
          room: '3-1201',
          name: '中介',
          relation: 'trustee',
          until: 1_800_000_100_000,
          agreedBy,
        }),
      );
    assert.equal(refusal(await saves(stranger)), 'bad-request');
    assert.equal(refusal(await saves(uuidv7())), 'bad-request');
    assert.equal(ok(await saves(owner)).person.agreedBy, '王*明');
  });

  it('get a courier’s code once, and another one on request', async () => {
    const body = { personId: uuidv7(), role: 'courier' as const, name: '李师傅', phone: '13900001111' };
    const first = ok(await office.handlers.savePerson(sends<'savePerson'>(office.desk, body)));
    assert.match(first.code ?? '', /^\d{3} \d{3} \d{3}$/);
    const same = ok(await office.handlers.savePerson(sends<'savePerson'>(office.desk, { ...body, name: '李' })));
    assert.equal(same.code, null);
    const { personId } = body;
    const next = ok(await office.handlers.reissueCode(sends<'reissueCode'>(office.desk, { personId })));
    assert.notEqual(next.code, first.code);
  });

  it('are opened with a reason; staff, households and strangers are not', async () => {
    const personId = await add('王小明', { email: 'w@example.org' });
    const opens = (subject: string) =>
      office.handlers.reveal(sends<'reveal'>(office.desk, { subject, reason: 'deliver' }));
    assert.deepEqual(ok(await opens(personId)), {
      name: '王小明',
      phone: '13800004242',
      email: 'w@example.org',
      room: '3-1201',
    });
    const household = office.dispatch.state.get('people', personId)?.householdId ?? '';
    for (const forged of [office.manager.staffId, household, uuidv7()])
      assert.equal(refusal(await opens(forged)), 'unknown-person');
  });

  it('are not written over staff, households or whoever has left', async () => {
    const left = await add('王小明');
    const household = office.dispatch.state.get('people', left)?.householdId ?? '';
    await office.handlers.endPerson(sends<'endPerson'>(office.desk, { personId: left, reason: 'left' }));
    for (const personId of [office.manager.staffId, household, left]) {
      const before = office.dispatch.personal(personId);
      const body = { personId, role: 'resident' as const, room: '1-1', name: '冒名' };
      assert.equal(refusal(await office.handlers.savePerson(sends<'savePerson'>(office.desk, body))), 'bad-request');
      assert.deepEqual(office.dispatch.personal(personId), before);
    }
  });

  it('have cards bound and ended; nobody takes another’s', async () => {
    const [one, other] = [await add('王小明'), await add('赵云', { room: '9-9' })];
    const binds = (personId: string, card: string) =>
      office.handlers.bindCard(sends<'bindCard'>(office.desk, { personId, card }));
    const [cardId = ''] = ok(await binds(one, '00:12:34:56')).person.cards;
    assert.equal(refusal(await binds(other, '00123456')), 'bad-request');
    assert.equal(refusal(await binds(other, '123456789')), 'bad-request');
    assert.equal(refusal(await binds(uuidv7(), '99999999')), 'bad-request');
    const revokes = (credentialId: string) =>
      office.handlers.revokeCredential(sends<'revokeCredential'>(office.desk, { credentialId }));
    assert.equal(refusal(await revokes(uuidv7())), 'bad-request');
    ok(await revokes(cardId));
    assert.equal(office.dispatch.state.get('lookups', lookup(office.keys, 'card', '00123456')), undefined);
  });

  it('that look like one are shown in pairs, and merged', async () => {
    const one = await add('王小明');
    const other = await add('王小明', { phone: '13800009999' });
    await add('赵云', { phone: '13700000000' });
    const { pairs } = ok(await office.handlers.listDoubles(reads<'listDoubles'>(office.desk, undefined)));
    assert.deepEqual(
      pairs.map((pair) => [pair.one.personId, pair.other.personId]),
      [[one, other]],
    );
    ok(await office.handlers.mergePeople(sends<'mergePeople'>(office.desk, { from: other, into: one })));
    assert.equal((await list()).total, 2);
  });

  it('leave with their household, and are found no more', async () => {
    const personId = await add('王小明');
    await list({ search: 'wxm' });
    const householdId = office.dispatch.state.get('people', personId)?.householdId ?? '';
    ok(await office.handlers.moveOut(sends<'moveOut'>(office.desk, { householdId })));
    assert.equal((await list({ search: 'wxm' })).total, 0);
    assert.equal((await list()).total, 0);
    assert.equal(
      refusal(await office.handlers.moveOut(sends<'moveOut'>(office.desk, { householdId }))),
      'unknown-person',
    );
  });
});
