// The one way in, over a real ledger: once, together, in order, and nothing before it is recorded.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { eventData, type Fact, type Recorded } from './contract/events.ts';
import { type Asked, deliver, type House, hex, openHouse, settle, who } from './dispatch.fixture.ts';
import { evolve } from './domain/evolve.ts';
import { memory } from './domain/overlay.ts';
import { rowsOf } from './domain/witness.fixture.ts';
import { newFile, removeFiles } from './ledger/ledger.fixture.ts';
import { StatementFault } from './ledger/ledger.ts';
import { openDatabase } from './ledger/sqlite.ts';
import type { Body } from './ledger/unit.ts';

const facts = async ({ ledger }: House): Promise<(Body & Recorded)[]> =>
  (await ledger.read(0, 10_000)).map(({ body }) => JSON.parse(body) as Body & Recorded);
const count = async (house: House, type: Fact['type']): Promise<number> =>
  (await facts(house)).filter((one) => one.type === type).length;
const withCode = (lookup: string, terminal: string): Asked => ({
  kind: 'Identify',
  visitId: uuidv7(),
  terminal,
  way: 'code',
  lookup,
});

describe('the dispatch', () => {
  let house: House;
  let code: string;
  let file: string;
  beforeEach(async () => {
    file = await newFile();
    house = await openHouse(file);
    await settle(house);
    code = await deliver(house);
  });
  afterEach(() => house.stop());
  after(removeFiles);

  const restart = async (): Promise<void> => {
    await house.stop();
    house = await openHouse(file);
  };

  it('opens one door for fifty people who type one code at once [safety: codes 5]', async () => {
    const before = await count(house, 'OpeningGranted');
    await Promise.all(Array.from({ length: 50 }, (_, n) => house.ask(withCode(code, `t${n}`))));
    assert.equal((await count(house, 'OpeningGranted')) - before, 1);
  });

  it('opens one door for fifty who type it at one terminal', async () => {
    const before = await count(house, 'OpeningGranted');
    const answers = await Promise.all(Array.from({ length: 50 }, () => house.ask(withCode(code, 't1'))));
    assert.equal((await count(house, 'OpeningGranted')) - before, 1);
    assert.equal(answers.filter((answer) => 'done' in answer).length, 1);
  });

  it('commits what waits together together', async () => {
    house.appends.length = 0;
    await Promise.all(Array.from({ length: 50 }, (_, n) => house.ask(withCode(hex('wrong'), `t${n}`))));
    assert.deepEqual(house.appends, [50]);
    await house.ask(withCode(hex('wrong'), 't1'));
    assert.deepEqual(house.appends, [50, 1]);
  });

  it('does a command once: sent twice, twice at once, and again after a restart', async () => {
    const [ask, id] = [withCode(hex('wrong'), 't1'), uuidv7()];
    const first = await house.ask(ask, id);
    assert.deepEqual(first, { refused: 'not-recognised' });
    assert.deepEqual(await house.ask(ask, id), first);

    const [open, both] = [withCode(code, 't2'), uuidv7()];
    const [one, other] = await Promise.all([house.ask(open, both), house.ask(open, both)]);
    assert.deepEqual([one, other], [{ done: true, id: 'visitId' in open ? open.visitId : '' }, one]);
    const before = (await facts(house)).length;
    assert.deepEqual(await house.ask(open, both), one);
    assert.equal((await facts(house)).length, before);

    await restart();
    assert.deepEqual(await house.ask(open, both), one);
    assert.deepEqual(await house.ask(ask, id), first);
    assert.equal(await count(house, 'AttemptFailed'), 1);
  });

  it('gives nobody the answer to another’s command: an id that was used for something else is refused', async () => {
    const id = uuidv7();
    const before = await count(house, 'VisitBegan');
    await house.ask(withCode(code, 't1'), id);
    const stolen = await house.ask(withCode(hex('wrong'), 't1'), id);
    assert.ok('refused' in stolen && stolen.field === 'commandId');
    assert.equal(await count(house, 'VisitBegan'), before + 1);
  });

  it('lets a command that was sent twice at once not spoil the commit of the others', async () => {
    const [ask, id] = [withCode(hex('wrong'), 't1'), uuidv7()];
    house.appends.length = 0;
    await Promise.all([house.ask(ask, id), house.ask(ask, id), house.ask(withCode(code, 't2'))]);
    assert.deepEqual(house.appends, [2, 1]);
    assert.equal(await count(house, 'AttemptFailed'), 1);
  });

  it('decides a batch again singly when one of it was done before', async () => {
    const known = uuidv7();
    const again = withCode(hex('wrong'), 't1');
    await house.ask(again, known);
    house.appends.length = 0;
    const answers = await Promise.all([
      house.ask(withCode(hex('wrong'), 't2')),
      house.ask(again, known),
      house.ask(withCode(code, 't4')),
    ]);
    assert.deepEqual(answers.slice(0, 2), [{ refused: 'not-recognised' }, { refused: 'not-recognised' }]);
    assert.ok(answers[2] && 'done' in answers[2]);
    assert.equal(await count(house, 'AttemptFailed'), 2);
    assert.deepEqual(house.appends, [3, 1, 1]);
  });

  it('shows nothing before it is recorded, and everything when it tells of it', async () => {
    const ask = withCode(code, 't1');
    const seen = (): boolean => [...house.dispatch.state.all('visits')].length > 0;
    const told: boolean[] = [];
    const off = house.dispatch.onChange(() => told.push(seen()));
    const { seq } = house.ledger.head;
    const asked = house.ask(ask);
    while (house.ledger.head.seq === seq) {
      assert.equal(seen(), false);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await asked;
    assert.deepEqual(told, [true]);
    off();
    await house.ask(withCode(hex('wrong'), 't2'));
    assert.deepEqual(told, [true]);
  });

  it('comes back from a restart with the same rows, and they are what the ledger tells from zero', async () => {
    await house.ask(withCode(hex('wrong'), 't3'));
    await house.ask(withCode(code, 't1'));
    const before = rowsOf(house.dispatch.state);
    const folded = memory();
    for (const fact of await facts(house)) folded.apply(evolve(folded, fact));
    assert.deepEqual(rowsOf(folded), before);
    const kept = new Map((await house.ledger.tables()).map(({ table, id, row }) => [`${table} ${id}`, row]));
    assert.deepEqual(kept, before);
  });

  it('forgets over a restart neither people nor what time it was [S14]', async () => {
    const trueTime = house.now.wallMs + 5 * 86_400_000;
    house.now = { ...house.now, wallMs: trueTime };
    await house.ask({ kind: 'CallPerson', terminal: 't1', reason: 'help' });
    house.now = { ...house.now, wallMs: trueTime - 4 * 86_400_000 };
    const { seq } = house.ledger.head;
    for (let n = 0; n < 60; n += 1) {
      void house.ask({ kind: 'AnswerCall', terminal: 't1' });
      void house.ask({ kind: 'CallPerson', terminal: 't1', reason: 'help' });
    }
    await house.ask({ kind: 'AnswerCall', terminal: 't1' });
    assert.ok(house.ledger.head.seq > seq + 200);
    await restart();
    assert.equal(house.dispatch.personal(who.owner)?.name, '王小明MARK');
    house.now = { ...house.now, wallMs: trueTime - 4 * 86_400_000 };
    const visitId = uuidv7();
    await house.ask({ kind: 'Identify', visitId, terminal: 'lobby', way: 'card', lookup: hex(`card ${who.owner}`) });
    await house.ask({
      kind: 'AbortOpening',
      openingId: [...house.dispatch.state.all('openings')][0]?.id ?? '',
      reason: 'device-away',
    });
    assert.deepEqual(await house.ask({ kind: 'MakeProxy', visitId, holdId: who.hold, hours: 72 }), {
      refused: 'clock-untrusted',
    });
  });

  it('writes neither names nor phones nor rooms, and only facts of the published shape [S10]', async () => {
    const all = await facts(house);
    for (const { type, data } of all) eventData(type).parse(data);
    const text = JSON.stringify([all, await house.ledger.tables()]);
    assert.doesNotMatch(text, /MARK|1380000|3-1201|王/);
  });
});

describe('the dispatch on a full disk', () => {
  after(removeFiles);

  it('refuses without an effect, and goes on when there is room again [S7]', async () => {
    let full = false;
    const house = await openHouse(await newFile(), async (file, mode) => {
      const db = await openDatabase(file, mode);
      const fault = (): StatementFault =>
        new StatementFault(Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' }));
      return {
        ...db,
        run: (sql, params) => (full && sql.startsWith('INSERT') ? Promise.reject(fault()) : db.run(sql, params)),
      };
    });
    await settle(house);
    const code = await deliver(house);
    const [rows, { head }] = [rowsOf(house.dispatch.state), house.ledger];
    full = true;
    const asked = [withCode(code, 't1'), withCode(hex('wrong'), 't2')];
    const outcomes = await Promise.allSettled(asked.map((ask) => house.ask(ask)));
    for (const outcome of outcomes)
      assert.ok(outcome.status === 'rejected' && outcome.reason instanceof StatementFault);
    assert.deepEqual([rowsOf(house.dispatch.state), house.ledger.head], [rows, head]);
    full = false;
    assert.ok('done' in (await house.ask(withCode(code, 't1'))));
    await house.stop();
  });
});
