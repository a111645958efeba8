// What the screen of a visit shows, and of whom it shows nothing.
import assert from 'node:assert/strict';
import type { VisitView } from '../contract/api.ts';
import { visitView as schema } from '../contract/api.ts';
import { began, courierWith, depositOf, granted, ids, openSite, opens, waiting } from '../domain/people.fixture.ts';
import { made, type Scene, site } from '../domain/scene.fixture.ts';
import { overView, visitView } from './visit-view.ts';

const names = new Map([
  [ids.owner, '王小明'],
  [ids.spouse, '李四'],
  [ids.courier, '赵一二'],
]);
const personal = (id: string) => {
  const name = names.get(id);
  return name === undefined ? undefined : { name, phone: '13812345678', room: '3-1201', salt: 'grain' };
};
const shown = ({ state }: Scene): VisitView => {
  const visit = state.get('visits', ids.visit);
  assert.ok(visit);
  return schema.parse(visitView({ state, site, personal }, visit));
};
const actions = (scene: Scene): string[] => shown(scene).parcels.flatMap((parcel) => parcel.actions);

describe('the screen of a visit', () => {
  it('shows an owner the parcel that waits, where it is and what can be done', () => {
    const view = shown(openSite().given(...waiting(3), began(ids.owner)));
    const [parcel] = view.parcels;
    assert.deepEqual([view.role, view.name, view.over, view.door], ['owner', '王*明', false, null]);
    assert.equal(parcel?.waybillTail, '0003');
    assert.deepEqual(parcel?.place, { kind: 'compartment', label: 'A03', cabinet: 'a', compartment: 3 });
    assert.deepEqual([parcel?.status, parcel?.mine, parcel?.addressee], ['waiting', true, null]);
    assert.deepEqual(parcel?.actions, ['open', 'report', 'proxy']);
  });

  it('names a flat-mate who shares only masked, and lets nobody else give that parcel away', () => {
    const view = shown(openSite().given(...waiting(3, { personId: ids.spouse }), began(ids.owner)));
    assert.deepEqual([view.parcels[0]?.addressee, view.parcels[0]?.mine], ['李*', false]);
    assert.deepEqual(view.parcels[0]?.actions, ['open', 'report']);
  });

  it('shows a proxy one parcel and nobody’s name', () => {
    const view = shown(openSite().given(...waiting(3), began(ids.owner, { role: 'proxy', holdId: ids.hold })));
    assert.deepEqual([view.role, view.name, view.parcels[0]?.addressee], ['proxy', '', null]);
    assert.deepEqual(view.parcels[0]?.actions, ['open', 'report']);
  });

  it('tells a courier consent and room left, and nothing of who the recipient is', () => {
    const view = shown(openSite().given(...waiting(3), ...courierWith(ids.owner, ids.home)));
    assert.deepEqual(view.recipient?.free, { S: 2, M: 2, L: 1 });
    assert.equal(view.recipient?.consent, 'locker');
    assert.deepEqual(view.parcels[0]?.actions, ['take-back']);
    assert.doesNotMatch(JSON.stringify(view), /王|138|1201|5678/);
  });

  it('offers a courier nothing while the door unlocks, swap and cancel while it is open', () => {
    const scene = openSite().given(...courierWith(ids.owner, ids.home));
    scene.when(depositOf('S'));
    assert.deepEqual([actions(scene), shown(scene).door?.stage], [[], 'unlocking']);
    scene.when(opens(3, made(1)));
    assert.deepEqual([actions(scene), shown(scene).door?.stage], [['swap', 'withdraw'], 'open']);
    scene.when({ kind: 'WithdrawParcel', visitId: ids.visit, holdId: ids.hold });
    assert.equal(shown(scene).door?.emptying, true);
  });

  it('follows a door that does not open from the first try to the guard', () => {
    const scene = openSite().given(...waiting(3), began(ids.owner), granted());
    assert.equal(shown(scene).door?.stage, 'unlocking');
    scene.when({ kind: 'AbortOpening', openingId: ids.opening, reason: 'did-not-open' });
    assert.equal(shown(scene).door?.stage, 'retrying');
    scene.when({ kind: 'AbortOpening', openingId: made(1), reason: 'did-not-open' });
    assert.deepEqual([shown(scene).door?.stage, shown(scene).parcels[0]?.status], ['stuck', 'waiting']);
    assert.deepEqual(actions(scene), ['report', 'proxy']);
  });

  it('says that an order which was not carried out moved nothing', () => {
    const scene = openSite().given(...waiting(3), began(ids.owner), granted());
    scene.when({ kind: 'AbortOpening', openingId: ids.opening, reason: 'device-away' });
    assert.equal(shown(scene).door?.stage, 'aborted');
    assert.ok(actions(scene).includes('open'));
  });

  it('shows the guarded shelf as a place of its own', () => {
    const onShelf = { type: 'ShelfAssigned', data: { holdId: ids.hold, shelf: 1 } } as const;
    const [parcel] = shown(openSite().given(...waiting(3), onShelf, began(ids.owner))).parcels;
    assert.deepEqual([parcel?.status, parcel?.place], ['at-desk', { kind: 'shelf', label: 'S01' }]);
  });

  it('shows nothing of anybody once it is over', () => {
    const { parcels, name, door, recipient, over } = schema.parse(overView(ids.visit));
    assert.deepEqual([parcels, name, door, recipient, over], [[], '', null, null, true]);
  });
});
