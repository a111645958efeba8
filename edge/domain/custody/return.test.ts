// What goes back: when it may, with which list, and what it needs [M5, M6].
import assert from 'node:assert/strict';
import { began, ids, openSite, waiting } from '../people.fixture.ts';
import { type Asked, digest, type Scene } from '../scene.fixture.ts';
import {
  by,
  codeOf,
  handsOver,
  holdOf,
  onDuty,
  openDesk,
  receiptId,
  receives,
  returnsList,
  signature,
} from './desk.fixture.ts';

const day = 86_400_000;
const shelved = (): Scene => {
  const scene = openDesk();
  scene.when(receives());
  return scene;
};
const refused: Asked = { kind: 'RefuseItems', by, holdIds: [ids.hold], reason: 'damaged' };
const undeliverable: Asked = { kind: 'MarkUndeliverable', by, holdIds: [ids.hold], reason: 'unreachable' };
const posts: Asked = { kind: 'PostPublicNotice', by, holdIds: [ids.hold] };
const notice = (remedy: string) => ({ refused: 'not-waiting', field: 'holdIds', remedy }) as const;

describe('an item that nobody takes', () => {
  for (const [ask, fact, reason] of [
    [refused, 'ItemRefused', 'refused'],
    [undeliverable, 'ItemUndeliverable', 'undeliverable'],
  ] as const)
    it(`is ${reason}, its code ends, and it goes back against the carrier’s signature`, () => {
      const scene = shelved();
      const code = codeOf(scene);
      scene.when(ask).tells(fact, 'CredentialRevoked');
      assert.deepEqual(holdOf(scene).returning, { reason, since: scene.now.wallMs });
      assert.equal(scene.state.get('lookups', code), undefined);
      const decision = scene.when(returnsList());
      assert.deepEqual(decision.facts, [
        {
          type: 'ItemReturned',
          data: { holdId: ids.hold, returnId: receiptId, staffId: by.staffId, reason, digest: digest('sealed') },
        },
      ]);
      assert.deepEqual(decision.receipts, [{ id: receiptId, data: { ...signature, name: '快递员李' } }]);
      assert.deepEqual([scene.state.get('holds', ids.hold), scene.state.get('shelf', '1')], [undefined, undefined]);
    });

  it('does not go back while it waits for its owner, nor while it lies in its compartment', () => {
    shelved().when(returnsList()).gives(notice('it still waits for its owner'));
    const inside = openSite().given(...onDuty(), ...waiting(3));
    inside.when(refused).tells('ItemRefused', 'CredentialRevoked');
    inside
      .when(returnsList())
      .gives({ refused: 'fetch-first', field: 'holdIds', remedy: 'fetch it to the desk first' });
  });

  it('goes back neither without a signature nor without the name of who takes it', () => {
    const scene = shelved();
    scene.when(refused);
    scene
      .when(returnsList([ids.hold], { receipt: { strokes: [], salt: 'x', name: '李' } }))
      .gives({ refused: 'signature-needed' });
    scene.when(returnsList([ids.hold], { receipt: signature })).gives({
      refused: 'bad-request',
      field: 'person',
      remedy: 'write the name of the carrier’s person who takes them',
    });
  });

  it('goes back on a list of one carrier, all or nothing, signed once', () => {
    const scene = shelved();
    scene.when(receives({ carrier: '圆通', waybill: 'YT20000002' }, { holdId: ids.otherHold }));
    const both = [ids.hold, ids.otherHold];
    scene.when({ kind: 'RefuseItems', by, holdIds: both, reason: 'refused' });
    scene
      .when(returnsList(both))
      .gives({ refused: 'bad-request', field: 'holdIds', remedy: 'make one list for each carrier' });
    assert.equal(holdOf(scene).status, 'to-return');
    const same = shelved();
    same.when(receives({ waybill: 'SF20000002' }, { holdId: ids.otherHold }));
    same.when(refused);
    same.when(returnsList(both)).gives(notice('it still waits for its owner'));
    same.when({ kind: 'RefuseItems', by, holdIds: [ids.otherHold], reason: 'refused' });
    same.when(returnsList(both)).tells('ItemReturned', 'ItemReturned');
  });

  it('is not refused while somebody stands at its open door', () => {
    const scene = openSite().given(...onDuty(), ...waiting(3), began(ids.owner));
    scene.when({ kind: 'OpenDoor', visitId: ids.visit, holdId: ids.hold }).tells('OpeningGranted');
    for (const ask of [refused, undeliverable, posts, returnsList(), handsOver()])
      scene.when(ask).gives({ refused: 'door-busy' });
  });
});

describe('an item that nobody claims', () => {
  it('is told in public after a month, and goes back seven days later [M6]', () => {
    const scene = shelved();
    scene
      .passes(31 * day)
      .when(posts)
      .gives(notice('post it when it has been unclaimed for over a month'));
    scene.passes(1).when(returnsList()).gives(notice('it still waits for its owner'));
    scene.when(posts).gives([{ type: 'PublicNoticePosted', data: { holdId: ids.hold, staffId: by.staffId } }]);
    scene.when(posts).gives(notice('its notice hangs already'));
    scene
      .passes(7 * day)
      .when(returnsList())
      .gives(notice('it still waits for its owner'));
    const { facts } = scene.passes(1).when(returnsList());
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['ItemReturned', 'CredentialRevoked'],
    );
    assert.equal(facts[0]?.type === 'ItemReturned' && facts[0].data.reason, 'unclaimed');
  });

  it('may still be claimed while the notice hangs', () => {
    const scene = shelved();
    scene.passes(32 * day).when(posts);
    scene.when(handsOver()).tells('ItemHandedOver', 'CredentialRevoked');
  });

  it('is neither told nor sent back by a clock that nobody trusts [S14]', () => {
    const scene = shelved();
    scene.passes(32 * day).when(posts);
    scene.passes(8 * day);
    const trusted = scene.now;
    scene.now = { ...trusted, clock: 'unknown' };
    scene.when(posts).gives({ refused: 'clock-untrusted' });
    scene.when(returnsList()).gives(notice('it still waits for its owner'));
    scene.now = trusted;
    scene.when(returnsList()).tells('ItemReturned', 'CredentialRevoked');
  });
});
