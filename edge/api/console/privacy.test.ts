// What is over its time is gone, from the file too, and the chain is whole without it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { retention as retentionView } from '../../contract/console/registers.ts';
import { dayMs } from '../../domain/identity/retention.ts';
import { openPeopleOffice, type PeopleOffice, reads, sends } from './people.fixture.ts';

describe('privacy at the desk', () => {
  let office: PeopleOffice;
  beforeEach(async () => {
    office = await openPeopleOffice();
  });
  afterEach(() => office.stop());

  const add = async (name: string): Promise<string> => {
    const personId = uuidv7();
    const body = { personId, role: 'resident' as const, room: '3-1201', name, phone: '13800004242' };
    await office.handlers.savePerson(sends<'savePerson'>(office.desk, body));
    return personId;
  };
  const ends = (personId: string) =>
    office.handlers.endPerson(sends<'endPerson'>(office.desk, { personId, reason: 'left' }));
  const passes = (days: number): void => {
    const { at } = office.clock;
    office.clock.at = { ...at, wallMs: at.wallMs + days * dayMs, monoMs: at.monoMs + days * dayMs };
  };
  const read = async () => {
    const reply = await office.handlers.readRetention(reads<'readRetention'>(office.manager, undefined));
    assert.ok('body' in reply);
    return retentionView.parse(reply.body);
  };
  const runs = () => office.handlers.runRetention(sends<'runRetention'>(office.manager, {}));

  /** Whether these bytes stand anywhere in the database or the log beside it. */
  const isOnDisk = (bytes: string): boolean =>
    [office.file, `${office.file}-wal`].some((file) => existsSync(file) && readFileSync(file).includes(bytes));
  const sealedOf = async (id: string): Promise<string> => {
    const found = (await office.ledger.personal()).find((one) => one.id === id);
    return Buffer.from(found?.sealed ?? '').toString('base64');
  };

  it('shows beforehand what is kept how long, by which source, and how much is due', async () => {
    const before = await read();
    assert.ok(before.rules.every(({ source, days, due }) => source !== '' && days >= 180 && due === 0));
    await ends(await add('王小明'));
    passes(181);
    const due = (await read()).rules.filter((rule) => rule.due > 0).map(({ rule }) => rule);
    assert.deepEqual(due, ['person-left', 'household-left']);
  });

  it('destroys the key of whoever left: no byte of it stays in the file, and the chain is whole', async () => {
    const personId = await add('王小明');
    const stays = await add('赵云');
    const sealed = await sealedOf(personId);
    assert.ok(sealed.length > 100 && isOnDisk(sealed), 'it was there');
    await ends(personId);
    passes(181);
    assert.deepEqual(await runs(), { body: { erased: 1 } });
    assert.equal(office.dispatch.personal(personId), undefined);
    assert.equal(isOnDisk(sealed), false);
    for (const piece of [40, 80, 120]) assert.equal(isOnDisk(sealed.slice(piece, piece + 32)), false);
    assert.ok(isOnDisk(await sealedOf(stays)), 'others are untouched');
    assert.equal((await office.ledger.verify()).ok, true);
    assert.equal((await read()).lastRanAt, office.clock.at.wallMs);
  });

  it('never writes a name, a phone or a room into the file in clear', async () => {
    await add('王小明');
    for (const text of ['王小明', '13800004242', '3-1201']) assert.equal(isOnDisk(text), false);
  });

  it('erases signatures and documents a year after the item left, and no others', async () => {
    const personId = await add('王小明');
    const [old, fresh] = [uuidv7(), uuidv7()];
    const handed = async (receiptId: string): Promise<void> => {
      const holdId = uuidv7();
      await office.ledger.append([
        {
          commandId: uuidv7(),
          answer: { done: true },
          events: [],
          changes: [],
          receipts: [{ id: receiptId, sealed: Buffer.from(`sealed ${receiptId}`) }],
        },
      ]);
      const row = { id: holdId, personId, endedAt: office.clock.at.wallMs, handedOver: { receiptId } };
      await office.ledger.writeView(async (db) => {
        await db.run('INSERT INTO view_row (view, id, row) VALUES (?, ?, ?)', [
          'holdings',
          holdId,
          JSON.stringify(row),
        ]);
      });
    };
    await handed(old);
    passes(300);
    await handed(fresh);
    passes(66);
    const due = (await office.retention.due()).filter(({ kind }) => kind === 'receipt');
    assert.deepEqual(
      due.map(({ subject }) => subject),
      [old],
    );
    await runs();
    assert.equal(await office.ledger.receipt(old), undefined);
    assert.ok(await office.ledger.receipt(fresh));
    assert.deepEqual(await runs(), { body: { erased: 0 } });
  });

  it('runs by itself every day, and not on a clock that nobody trusts [S14]', async () => {
    await ends(await add('王小明'));
    passes(181);
    office.clock.at = { ...office.clock.at, clock: 'unknown' };
    office.retention.start();
    await office.retention.stop();
    assert.equal((await read()).lastRanAt, null);
    office.clock.at = { ...office.clock.at, clock: 'synced' };
    office.retention.start();
    await office.retention.stop();
    assert.equal((await read()).lastRanAt, office.clock.at.wallMs);
    const { seq } = office.ledger.head;
    office.retention.start();
    await office.retention.stop();
    assert.equal(office.ledger.head.seq, seq, 'once a day is enough');
  });

  it('is run and read only by who may', async () => {
    const reply = await office.handlers.runRetention(sends<'runRetention'>(office.desk, {}));
    assert.deepEqual(reply, { refused: 'not-allowed' });
    const personId = await add('王小明');
    const own = await office.handlers.readOwnData(reads<'readOwnData'>(office.desk, undefined, personId));
    assert.deepEqual(own, { refused: 'not-allowed' });
  });

  it('gives a person everything of their own and nothing of anybody else’s', async () => {
    const personId = await add('王小明');
    const other = await add('赵云');
    const reply = await office.handlers.readOwnData(reads<'readOwnData'>(office.manager, undefined, personId));
    assert.ok('body' in reply);
    const { name, phone, room, consent } = reply.body.data;
    assert.deepEqual([name, phone, room, consent], ['王小明', '13800004242', '3-1201', 'ask']);
    const text = JSON.stringify(reply.body);
    for (const foreign of ['赵云', other, 'salt', 'phoneTailKey']) assert.ok(!text.includes(foreign), foreign);
    for (const forged of [office.desk.staffId, uuidv7()])
      assert.deepEqual(await office.handlers.readOwnData(reads<'readOwnData'>(office.manager, undefined, forged)), {
        refused: 'unknown-person',
      });
  });
});
