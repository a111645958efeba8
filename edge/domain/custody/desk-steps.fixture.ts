// What staff may do next at their counter, each drawn from one number: in turn and out of turn, with right and wrong proofs.
import { isUnderWay } from '../openings/opening.ts';
import { cardOf, closes, ids, opens } from '../people.fixture.ts';
import { type Asked, digest, type Scene, uuid } from '../scene.fixture.ts';
import type { Hold } from '../state.ts';
import type { Step } from '../steps.fixture.ts';
import {
  by,
  document,
  fetches,
  handsOver,
  otherBy,
  receives,
  returnsList,
  settles,
  signature,
} from './desk.fixture.ts';

const addressees = [ids.owner, ids.spouse, ids.lodger, ids.neighbour];
const at = <T>(all: Iterable<T>, n: number): T | undefined => [...all].at(n % Math.max(1, [...all].length));
const asker = (n: number) => (n % 5 ? by : otherBy);
const anyHold = (scene: Scene, n: number): string => at(scene.state.all('holds'), n)?.id ?? ids.hold;
const several = (scene: Scene, n: number): string[] => [anyHold(scene, n), ...(n % 3 ? [] : [anyHold(scene, n >> 1)])];

const receive = (n: number, fresh: () => string): Asked =>
  receives(
    {
      kind: (['parcel', 'express', 'letter'] as const)[n % 3] ?? 'parcel',
      personId: addressees[n % 4] ?? ids.owner,
      carrier: n % 2 ? '顺丰' : '圆通',
      waybill: n % 3 === 2 ? null : `SF5${n % 60}`,
      size: (['S', 'M', 'L'] as const)[n % 3] ?? null,
      condition: n % 7 ? 'intact' : 'damaged',
      damage: n % 14 ? 'wet' : null,
      agreedByPhone: n % 2 === 0,
    },
    { by: asker(n), holdId: fresh(), visitId: n % 2 ? fresh() : null },
  );

/** By document, by a card, or by whatever lookup there is; sometimes unsigned, sometimes by nobody. */
const give = (scene: Scene, n: number, fresh: () => string): Asked => {
  const common = { by: asker(n), receiptId: fresh(), holdIds: several(scene, n) };
  const strokes = n % 11 ? signature.strokes : [];
  const receipt = { ...signature, strokes };
  if (n % 3 === 0) {
    const personId = n % 4 ? (addressees[(n >> 2) % 4] ?? null) : null;
    const to = (['addressee', 'household', 'trustee'] as const)[(n >> 1) % 3] ?? 'addressee';
    return handsOver({
      ...common,
      to,
      personId,
      agreedByPhone: n % 5 > 0,
      receipt: { ...receipt, document, ...(n % 2 && { name: '某' }) },
    });
  }
  const identified = n % 3 === 1 ? 'card' : 'code';
  const lookup =
    identified === 'card' ? cardOf(addressees[n % 4] ?? '') : (at(scene.state.all('lookups'), n)?.id ?? '');
  return handsOver({ ...common, personId: null, identified, lookup: n % 13 ? lookup : digest(`x${n}`), receipt });
};

/** What a desk that makes no mistake does with this item next. */
const dealWith = (hold: Hold, fresh: () => string, n: number): Asked => {
  const receiptId = fresh();
  const here = { by, holdIds: [hold.id] };
  const onShelf = hold.place !== null && 'shelf' in hold.place;
  switch (hold.status) {
    case 'disputed':
      return {
        ...settles((['delivered', 'to-shelf', 'to-return', 'lost'] as const)[n % 4] ?? 'lost'),
        holdId: hold.id,
      };
    case 'to-return':
      return onShelf ? returnsList([hold.id], { returnId: receiptId }) : fetches({ visitId: fresh(), holdId: hold.id });
    case 'registered':
      return { kind: 'MoveToShelf', by, holdId: hold.id };
    default:
      if (!onShelf) return fetches({ visitId: fresh(), holdId: hold.id });
      if (n % 3 === 0) return { kind: 'RefuseItems', ...here, reason: 'refused' };
      return handsOver({ receiptId, holdIds: [hold.id], personId: hold.personId });
  }
};

const goWell: (n: number) => Step = (n) => (scene, fresh) => {
  const opening = at(
    [...scene.state.all('openings')].filter(({ state, cabinet }) => isUnderWay(state) && cabinet === 'a'),
    n,
  );
  if (opening?.state === 'opened') return closes(opening.compartment);
  if (opening) return opens(opening.compartment, opening.id);
  if (!scene.state.get('sessions', by.sessionId))
    return { kind: 'SignIn', sessionId: by.sessionId, staffId: by.staffId, where: 'desk' };
  const hold = at(scene.state.all('holds'), n);
  return hold && n % 4 ? dealWith(hold, fresh, n) : receive(n, fresh);
};

export const deskSteps: ((n: number) => Step)[] = [
  ...Array.from({ length: 12 }, () => goWell),
  (n) => (_, fresh) => receive(n, fresh),
  (n) => (scene, fresh) => give(scene, n, fresh),
  (n) => (scene, fresh) => give(scene, n + 1, fresh),
  (n) => (scene) => ({
    kind: 'ClaimAtDesk',
    by: asker(n),
    way: (['code', 'qr', 'card'] as const)[n % 3] ?? 'code',
    lookup: n % 2 ? (at(scene.state.all('lookups'), n)?.id ?? '') : digest(`y${n}`),
  }),
  (n) => (scene) => ({ kind: 'RefuseItems', by: asker(n), holdIds: several(scene, n), reason: 'refused' }),
  (n) => (scene) => ({ kind: 'MarkUndeliverable', by: asker(n), holdIds: several(scene, n), reason: 'unreachable' }),
  (n) => (scene) => ({ kind: 'PostPublicNotice', by: asker(n), holdIds: several(scene, n) }),
  (n) => (scene, fresh) => returnsList(several(scene, n), { by: asker(n), returnId: fresh() }),
  (n) => (scene) => ({
    ...settles((['delivered', 'to-shelf', 'to-return', 'lost'] as const)[n % 4] ?? 'lost'),
    by: asker(n),
    holdId: anyHold(scene, n),
  }),
  (n) => (scene, fresh) => fetches({ by: asker(n), visitId: fresh(), holdId: anyHold(scene, n) }),
  (n) => (scene) => ({ kind: 'MoveToShelf', by: asker(n), holdId: anyHold(scene, n) }),
  (n) => () => ({ kind: 'TurnAwayItem', by: asker(n), carrier: '中通', waybillTail: '', reason: 'address-unclear' }),
  (n) => (scene) => ({
    kind: 'ReissueParcelCode',
    by: asker(n),
    holdId: anyHold(scene, n),
  }),
  (n) => () => ({ kind: 'SignOut', by: null, sessionId: asker(n).sessionId, reason: 'idle' }),
  () => () => ({ kind: 'SignIn', sessionId: otherBy.sessionId, staffId: otherBy.staffId, where: 'desk' }),
  (n) => (scene) => {
    scene.passes((n % 3) * 20 * 86_400_000);
    return { kind: 'PostPublicNotice', by, holdIds: [anyHold(scene, n)] };
  },
  (n) => () => ({ ...receives(), by: { staffId: otherBy.staffId, sessionId: n % 2 ? by.sessionId : uuid(0x7bb) } }),
];
