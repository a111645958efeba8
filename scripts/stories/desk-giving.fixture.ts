// Handing over at the counter: who stands there, what they sign, and two desks that give the same item out at once.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { pickupCode } from '../../edge/secrets/codes.ts';
import type { Browser, Sent } from './console-edge.fixture.ts';
import { actOf, type Entry } from './desk-book.fixture.ts';
import type { Colleague, Day } from './desk-doors.fixture.ts';

type HandOver = Sent<'handOver'>;
type Identity = Pick<HandOver, 'to' | 'personId' | 'value' | 'document' | 'name' | 'agreedByPhone'>;

const document = { type: 'identity-card', tail: '012X' } as const;

let signatures = 0;
/** No two signatures are alike. */
export const sign = (): number[][] => {
  signatures += 1;
  return [
    [100, 800, 300, 100, 500, 900],
    [600, 200, signatures % 1000, Math.floor(signatures / 1000)],
  ];
};

/** Sends one thing from two desks at the same moment; whose was done. The other must be told `no`. */
export const race = async (
  desks: readonly Colleague[],
  send: (desk: Colleague) => ReturnType<Browser['try']>,
  no: readonly string[],
): Promise<number> => {
  const heard = await Promise.all(desks.map(send));
  const done = heard.flatMap(({ status }, i) => (status < 300 ? [i] : []));
  assert.equal(done.length, 1, heard.map(({ text }) => text).join());
  for (const { refused } of heard) assert.ok(refused === undefined || no.includes(refused), refused);
  return done[0] ?? 0;
};

export const rival = ({ colleagues }: Day, desk: Colleague): Colleague => {
  const [other = desk] = colleagues.filter((one) => one !== desk);
  return other;
};

/** Who stands there, as the item's fate says, and everything that this person takes along. */
const takenBy = async (
  { house, book }: Day,
  desk: Colleague,
  entry: Entry,
): Promise<{ identity: Identity; entries: Entry[] }> => {
  const { arrival, personId, holdId } = entry;
  const { owner, fate } = arrival;
  const way = fate.end === 'picked-up' ? fate.way : 'document';
  const nobody = {
    to: 'addressee',
    personId: null,
    value: null,
    document: null,
    name: null,
    agreedByPhone: false,
  } as const;
  const others = book.all.filter(
    (one) => actOf(one) === 'hand-over' && one.arrival.fate.end === 'picked-up' && one.personId === personId,
  );
  const claimed = async (value: string, more: Partial<Identity> = {}) => {
    for (const one of others) one.isBusy = true;
    const { items } = await desk.browser.ask('claim', { value });
    const entries = [entry, ...others];
    const offered = new Set(items.map((item) => item.holdId));
    for (const one of entries) assert.ok(offered.has(one.holdId), 'it is offered to who may take it');
    return { identity: { ...nobody, ...more, value }, entries };
  };
  switch (way) {
    case 'document':
      return { identity: { ...nobody, personId, document }, entries: [entry] };
    case 'trustee':
      return {
        identity: { ...nobody, to: 'trustee', document, name: '代标记', agreedByPhone: true },
        entries: [entry],
      };
    case 'flat-mate': {
      others.splice(0, others.length, ...others.filter(({ arrival: { item } }) => item.kind !== 'letter'));
      return claimed(owner.flatMate.card, { to: 'household' });
    }
    case 'code': {
      const { dispatch, keys } = house.edge.running;
      const code = [...dispatch.state.all('credentials')].find((one) => one.holdId === holdId && one.use === 'parcel');
      assert.ok(code, 'what waits has a code');
      return claimed(pickupCode(keys, code.id, code.issue));
    }
    case 'card':
    case 'kiosk':
      return claimed(owner.card);
  }
};

/** Over the counter against identity and signature; several at once when they are one person's. */
export const handOver = async (day: Day, desk: Colleague, entry: Entry): Promise<void> => {
  const isDisputed = entry.arrival.fate.end === 'disputed';
  const { identity, entries } = await takenBy(day, desk, entry);
  const asked = { ...identity, holdIds: entries.map(({ holdId }) => holdId) };
  const desks = entry.arrival.contested === 'handing-over' ? [desk, rival(day, desk)] : [desk];
  const each = desks.map(() => ({ commandId: uuidv7(), receiptId: uuidv7(), strokes: sign() }));
  const send = (one: Colleague) => {
    const own = each[desks.indexOf(one)];
    assert.ok(own);
    return one.browser.try('handOver', { ...asked, ...own });
  };
  const won = await race(desks, send, ['unknown-item', 'not-waiting', 'not-recognised']);
  const [winner = desk] = desks.slice(won);
  if (entry.arrival.isRepeated) {
    const again = await send(winner);
    assert.equal(again.status, 200, `a lost answer is asked for again: ${again.text}`);
  }
  const strokes = each[won]?.strokes ?? null;
  day.book.leave(entries, { status: 'collected', isTaken: true, strokes, handedOverBy: winner.name });
  if (isDisputed) entry.settled = true;
};
