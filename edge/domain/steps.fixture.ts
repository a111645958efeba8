// What people, devices and clocks may do next, each drawn from one number: true and false, in turn and out of turn.
import { due } from './alerts/deadlines.ts';
import { isUnderWay } from './openings/opening.ts';
import { cardOf, closes, ids, opens, reports, room, tail } from './people.fixture.ts';
import { type Asked, digest, type Scene, uuid } from './scene.fixture.ts';

const terminals = ['lobby', 'gate'];
const people = [ids.owner, ids.spouse, ids.lodger, ids.neighbour, ids.courier, ids.courier, ids.rival];
const put = (visitId: string, holdId: string, n: number): Asked => ({
  kind: 'DepositParcel',
  visitId,
  holdId,
  waybill: `SF${n % 40}00000`,
  condition: n % 7 ? 'intact' : 'damaged',
  size: (['S', 'M', 'L'] as const)[n % 3] ?? null,
  agreedByPhone: n % 2 === 0,
});

/** What would come next if everything went well: without it a random walk seldom gets anywhere. */
const goWell = (scene: Scene, n: number, fresh: () => string): Asked => {
  const opening = pick(
    [...scene.state.all('openings')].filter(({ state }) => isUnderWay(state)),
    n,
  );
  if (opening?.state === 'opened') return closes(opening.compartment);
  if (opening) return opens(opening.compartment, opening.id);
  const courier = [...scene.state.all('visits')].find(({ role }) => role === 'courier');
  const phoneTailKey = tail(n % 2 ? ids.owner : ids.spouse);
  if (courier && !courier.recipient)
    return { kind: 'MatchRecipient', visitId: courier.id, recipientId: fresh(), roomKey: room.home, phoneTailKey };
  if (courier && n % 3) return put(courier.id, fresh(), n);
  const lookup = cardOf(people[n % people.length] ?? '');
  return { kind: 'Identify', visitId: fresh(), terminal: 'lobby', way: 'card', lookup };
};

/** Undefined when there is nobody or nothing to do it with. */
export type Step = (scene: Scene, fresh: () => string) => Asked | undefined;
const pick = <T>(all: Iterable<T>, n: number): T | undefined => [...all].at(n % Math.max(1, [...all].length));

const inVisit = (scene: Scene, n: number, ask: (visitId: string, holdId: string) => Asked): Asked | undefined => {
  const visit = pick(scene.state.all('visits'), n);
  return visit && ask(visit.id, pick(scene.state.all('holds'), n >> 1)?.id ?? ids.hold);
};
const toDoor = (scene: Scene, n: number, ask: (compartment: number, orderId?: string) => Asked): Asked => {
  const opening = pick(scene.state.all('openings'), n);
  return n % 4 > 0 && opening
    ? ask(opening.compartment, opening.id)
    : ask(1 + (n % 6), n % 8 > 3 ? opening?.id : undefined);
};

export const steps: ((n: number) => Step)[] = [
  (n) => (_, fresh) => ({
    kind: 'Identify',
    visitId: fresh(),
    terminal: terminals[n % 2] ?? '',
    way: 'card',
    lookup: cardOf(people[n % people.length] ?? ''),
  }),
  (n) => (scene, fresh) => ({
    kind: 'Identify',
    visitId: fresh(),
    terminal: terminals[n % 2] ?? '',
    way: n % 3 ? 'code' : 'qr',
    lookup: pick(scene.state.all('lookups'), n)?.id ?? digest('x'),
  }),
  (n) => (_, fresh) => ({
    kind: 'Identify',
    visitId: fresh(),
    terminal: terminals[n % 2] ?? '',
    way: 'code',
    lookup: digest(`wrong${n}`),
  }),
  (n) => (scene, fresh) =>
    inVisit(scene, n, (visitId) => ({
      kind: 'MatchRecipient',
      visitId,
      recipientId: fresh(),
      roomKey: n % 5 ? room.home : room.low,
      phoneTailKey: tail(people[n % 4] ?? ''),
    })),
  (n) => (scene, fresh) => inVisit(scene, n, (visitId, holdId) => put(visitId, n % 3 ? fresh() : holdId, n)),
  ...Array.from(
    { length: 14 },
    () =>
      (n: number): Step =>
      (scene, fresh) =>
        goWell(scene, n, fresh),
  ),
  (n) => (scene) => inVisit(scene, n, (visitId, holdId) => ({ kind: 'OpenDoor', visitId, holdId })),
  (n) => (scene) => inVisit(scene, n, (visitId, holdId) => ({ kind: 'TakeBackParcel', visitId, holdId })),
  (n) => (scene) =>
    inVisit(scene, n, (visitId, holdId) => ({
      kind: 'ReportProblem',
      visitId,
      holdId,
      problem: (['damaged', 'not-mine', 'empty'] as const)[n % 3] ?? 'empty',
      kept: n % 2 === 0,
    })),
  (n) => (scene) =>
    inVisit(scene, n, (visitId, holdId) => ({ kind: 'MakeProxy', visitId, holdId, hours: 1 + (n % 80) })),
  (n) => (scene) =>
    inVisit(scene, n, (visitId) => ({
      kind: 'RevokeProxy',
      visitId,
      proxyId: pick(scene.state.all('credentials'), n)?.id ?? '',
    })),
  (n) => (scene) =>
    inVisit(scene, n, (visitId, holdId) => ({
      kind: 'SwapCompartment',
      visitId,
      holdId,
      reason: (['wrong-size', 'occupied', 'dirty'] as const)[n % 3] ?? 'dirty',
      size: n % 2 ? 'M' : null,
    })),
  (n) => (scene) => inVisit(scene, n, (visitId, holdId) => ({ kind: 'WithdrawParcel', visitId, holdId })),
  (n) => (scene) => inVisit(scene, n, (visitId, holdId) => ({ kind: 'ConfirmShelf', visitId, holdId })),
  (n) => (scene) => inVisit(scene, n, (visitId) => ({ kind: 'EndVisit', visitId, reason: 'by-person' })),
  ...[0, 1, 2, 3].map(
    () =>
      (n: number): Step =>
      (scene) =>
        toDoor(scene, n, opens),
  ),
  ...[0, 1, 2, 3].map(
    () =>
      (n: number): Step =>
      (scene) =>
        toDoor(scene, n, (compartment) => reports({ kind: 'closed', compartment, stableMs: 300 })),
  ),
  (n) => (scene) =>
    toDoor(scene, n, (compartment, orderId = ids.opening) =>
      reports({
        kind: 'answered',
        compartment,
        orderId,
        result: (['done', 'expired', 'failed', 'duplicate'] as const)[n % 4] ?? 'done',
        observed: (['closed', 'open', 'unknown'] as const)[n % 3] ?? 'unknown',
      }),
    ),
  (n) => (scene) => ({
    kind: 'AbortOpening',
    openingId: pick(scene.state.all('openings'), n)?.id ?? ids.opening,
    reason: n % 2 ? 'did-not-open' : 'device-away',
  }),
  (n) => (scene) => ({ kind: 'RecordOrdered', openingId: pick(scene.state.all('openings'), n)?.id ?? ids.opening }),
  (n) => () => ({ kind: 'RecordPresence', cabinet: 'a', presence: n % 3 ? 'online' : 'silent' }),
  (n) => () => ({
    kind: 'RecordState',
    cabinet: 'a',
    state: {
      contract: 1,
      boot: uuid(1),
      seq: 1,
      online: true,
      profile: { id: 'p', version: 1 },
      doors: [{ compartment: 1 + (n % 6), door: (['open', 'closed', 'unknown'] as const)[n % 3] ?? 'unknown' }],
    },
  }),
  (n) => () => ({ kind: 'ReleaseCompartment', cabinet: 'a', compartment: 1 + (n % 6) }),
  (n) => (scene) => ({ kind: 'ReissueParcelCode', holdId: pick(scene.state.all('holds'), n)?.id ?? ids.hold }),
  (n) => (scene) => ({
    kind: 'RecordNotice',
    sent: n % 2 === 0,
    reason: 'no answer',
    holdId: pick(scene.state.all('holds'), n)?.id ?? ids.hold,
    notice: 'arrival',
    carrier: 'sms',
    attempt: 1,
  }),
  (n) => (scene) => {
    scene.passes((n % 7) * 20_000);
    return due(scene.state, scene.now, ['a', 'b']).at(n % 2) as Asked | undefined;
  },
  (n) => (scene) => {
    const wallMs = scene.now.wallMs + ((n % 5) - 2) * 86_400_000;
    const clock = (['synced', 'restored', 'unknown'] as const)[n % 3] ?? 'unknown';
    const isRestart = n % 4 === 0;
    scene.now = isRestart ? { boot: uuid(0xb100 + n), wallMs, clock, monoMs: n } : { ...scene.now, wallMs, clock };
    if (!isRestart) return undefined;
    return { kind: 'StartNode', boot: scene.now.boot, version: '0' };
  },
];
