// Who gets what over the counter, by which proof, and never without a signature [M4].
import assert from 'node:assert/strict';
import type { EventData, Fact } from '../../contract/events.ts';
import { cardOf, ids, openSite, waiting } from '../people.fixture.ts';
import { type Asked, digest, lookupsOf, type Scene, start, uuid } from '../scene.fixture.ts';
import {
  by,
  byCode,
  claims,
  codeOf,
  document,
  handsOver,
  holdOf,
  onDuty,
  receiptId,
  receives,
  shelved,
  signature,
  trustee,
} from './desk.fixture.ts';
import { claimable } from './hand-over.ts';

const day = 86_400_000;
const registers = (personId: string, more: Partial<EventData<'PersonRegistered'>>): Fact => ({
  type: 'PersonRegistered',
  data: {
    personId,
    householdId: ids.home,
    role: 'resident',
    phoneTailKey: null,
    consent: 'locker',
    shares: false,
    elder: false,
    language: null,
    relation: null,
    until: null,
    agreedBy: null,
    channels: [],
    quiet: null,
    digest: digest('d'),
    ...more,
  },
});
const hasTrustee = (more: Partial<EventData<'PersonRegistered'>> = {}): Fact =>
  registers(trustee, { relation: 'trustee', agreedBy: ids.owner, ...more });
const byCard = (personId: string, more = {}): Asked =>
  handsOver({ personId: null, identified: 'card', lookup: cardOf(personId), receipt: signature, ...more });
const given = ['ItemHandedOver', 'CredentialRevoked'] as const;

describe('an item is handed over', () => {
  const takers: [string, string, EventData<'ItemHandedOver'>['to'] | null, (scene: Scene) => void][] = [
    ['its addressee', ids.owner, 'addressee', () => undefined],
    [
      'a flat-mate whom the addressee let share',
      ids.lodger,
      'household',
      (scene) => scene.given(registers(ids.owner, { shares: true })),
    ],
    ['a flat-mate whom the addressee did not', ids.lodger, null, () => undefined],
    ['a neighbour', ids.neighbour, null, (scene) => scene.given(registers(ids.owner, { shares: true }))],
    ['a trustee of the household', trustee, 'trustee', (scene) => scene.given(hasTrustee())],
    ['a trustee on the last day', trustee, 'trustee', (scene) => scene.given(hasTrustee({ until: start.wallMs }))],
    ['a trustee whose time is over', trustee, null, (scene) => scene.given(hasTrustee({ until: start.wallMs - 1 }))],
    ['a trustee of another household', trustee, null, (scene) => scene.given(hasTrustee({ householdId: ids.lowHome }))],
  ];
  for (const [who, personId, to, arrange] of takers)
    it(`${to ? 'to' : 'never to'} ${who}, by document`, () => {
      const scene = shelved();
      arrange(scene);
      const { facts, answer } = scene.when(handsOver({ personId }));
      if (to === null) assert.deepEqual([answer, facts], [{ refused: 'not-theirs' }, []]);
      else {
        assert.deepEqual(facts[0]?.data, {
          holdId: ids.hold,
          receiptId,
          staffId: by.staffId,
          to,
          personId,
          identified: 'document',
          digest: digest('sealed'),
        });
        assert.deepEqual([scene.state.get('holds', ids.hold), scene.state.get('shelf', '1')], [undefined, undefined]);
      }
    });

  it('is not given to a trustee again by setting the clock back [S14]', () => {
    const scene = shelved().given(hasTrustee({ until: start.wallMs + day }));
    scene
      .passes(2 * day)
      .when(handsOver({ personId: trustee }))
      .gives({ refused: 'not-theirs' });
    scene
      .passes(-2 * day)
      .when(handsOver({ personId: trustee }))
      .gives({ refused: 'not-theirs' });
  });

  it('as a letter only to its addressee, and to the trustee the addressee chose [M8]', () => {
    const letter = { kind: 'letter', waybill: null } as const;
    const scene = shelved(ids.spouse, letter).given(hasTrustee({ agreedBy: ids.owner }));
    for (const ask of [byCard(ids.owner), handsOver({ personId: trustee })])
      scene.when(ask).gives({ refused: 'not-theirs' });
    scene
      .when(handsOver({ to: 'household', personId: null, receipt: { ...signature, document, name: '某' } }))
      .gives({ refused: 'not-theirs' });
    scene
      .given(hasTrustee({ agreedBy: ids.spouse }))
      .when(handsOver({ personId: trustee }))
      .tells(...given);
  });

  it('against the card or the code of whoever may take it, spouse or owner', () => {
    shelved()
      .when(byCard(ids.owner))
      .tells(...given);
    shelved(ids.spouse)
      .when(byCard(ids.owner))
      .tells(...given);
    shelved().when(byCard(ids.lodger)).gives({ refused: 'not-theirs' });
    const scene = shelved();
    scene.when(byCode(codeOf(scene))).tells(...given);
  });

  it('to whoever brings a proxy’s code: that one parcel, and no other', () => {
    const scene = shelved();
    scene.when(receives({ waybill: 'SF20000002' }, { holdId: ids.otherHold }));
    const proxyId = uuid(0x790);
    const { code, qr } = lookupsOf(proxyId);
    const until = start.wallMs + day;
    const proxy: Omit<EventData<'CredentialIssued'>, 'holdId' | 'until'> = {
      credentialId: proxyId,
      personId: ids.owner,
      use: 'proxy',
      lookups: [code, qr],
      issue: 0,
    };
    scene.given({ type: 'CredentialIssued', data: { ...proxy, holdId: ids.hold, until } });
    const credential = scene.state.get('credentials', proxyId);
    assert.ok(credential);
    assert.deepEqual(
      claimable(scene.state, credential, start.wallMs).map(({ id }) => id),
      [ids.hold],
    );
    scene.when(byCode(code, { holdIds: [ids.hold, ids.otherHold] })).gives({ refused: 'not-theirs' });
    scene.when(byCode(code, { personId: ids.owner })).gives({ refused: 'not-theirs' });
    const { facts } = scene.when(byCode(qr));
    assert.deepEqual(
      facts.map(({ type }) => type),
      ['ItemHandedOver', 'CredentialRevoked', 'CredentialRevoked'],
    );
    assert.equal(facts[0]?.type === 'ItemHandedOver' && facts[0].data.to, 'trustee');
  });

  it('to one who is not registered by the name on the document, when the addressee has agreed [M4]', () => {
    const named = { to: 'trustee', personId: null } as const;
    shelved()
      .when(handsOver(named))
      .gives({ refused: 'bad-request', field: 'name', remedy: 'write the name on the document' });
    const agent = { ...named, receipt: { ...signature, document, name: '张三' } };
    const told = shelved().when(handsOver({ ...agent, agreedByPhone: true }));
    told.tells(...given);
    const { facts } = told;
    assert.equal(facts[0]?.type === 'ItemHandedOver' && facts[0].data.agreedByPhone, true);
    shelved().when(handsOver(agent)).gives({
      refused: 'not-theirs',
      field: 'agreedByPhone',
      remedy: 'phone the addressee first, or register the trustee',
    });
    const household = { ...named, to: 'household', receipt: { ...signature, document, name: '张三' } } as const;
    shelved().when(handsOver(household)).gives({ refused: 'not-theirs' });
    shelved(ids.spouse)
      .when(handsOver(household))
      .tells(...given);
  });

  it('never without a signature, a document or a proof', () => {
    for (const strokes of [[], [[]], [[5, 5]]])
      shelved()
        .when(handsOver({ receipt: { strokes, salt: 'grain', document } }))
        .gives({ refused: 'signature-needed' });
    const noDocument = {
      refused: 'bad-request',
      field: 'document',
      remedy: 'name the document and its last four characters',
    } as const;
    shelved()
      .when(handsOver({ receipt: signature }))
      .gives(noDocument);
    const noProof = { refused: 'bad-request', field: 'value', remedy: 'scan the card or code again' } as const;
    shelved()
      .when(byCard(ids.owner, { lookup: null }))
      .gives(noProof);
  });

  it('together with others, all or none of them; the signature is sealed once', () => {
    const scene = shelved();
    scene.when(receives({ waybill: 'SF20000002', personId: ids.lodger }, { holdId: ids.otherHold }));
    scene.when(handsOver({ holdIds: [ids.hold, ids.otherHold] })).gives({ refused: 'not-theirs' });
    scene.when(handsOver({ holdIds: [ids.hold, uuid(0x999)] })).gives({ refused: 'unknown-item' });
    assert.equal(holdOf(scene).status, 'placed');
    scene.given(registers(ids.lodger, { shares: true }));
    const decision = scene.when(handsOver({ holdIds: [ids.hold, ids.otherHold, ids.hold] }));
    assert.deepEqual(
      decision.facts.map(({ type }) => type),
      [...given, ...given],
    );
    assert.deepEqual(decision.receipts, [{ id: receiptId, data: { ...signature, document } }]);
  });

  it('to one addressee only when the document is said to be the addressee’s', () => {
    const scene = shelved();
    scene.when(receives({ waybill: 'SF20000002', personId: ids.lodger }, { holdId: ids.otherHold }));
    scene.when(handsOver({ personId: null, holdIds: [ids.hold, ids.otherHold] })).gives({ refused: 'not-theirs' });
    const agent = { to: 'trustee', personId: null, agreedByPhone: true } as const;
    const receipt = { ...signature, document, name: '张三' };
    scene.when(handsOver({ ...agent, receipt, holdIds: [ids.hold, ids.otherHold] })).gives({ refused: 'not-theirs' });
    scene.when(handsOver({ personId: null })).tells(...given);
  });

  it('once: then its code is over, at the counter and at every kiosk', () => {
    const scene = shelved();
    const code = codeOf(scene);
    scene
      .when({ kind: 'Identify', visitId: ids.visit, terminal: 'lobby', way: 'code', lookup: code })
      .tells('VisitBegan');
    scene.when(byCard(ids.owner)).tells('ItemHandedOver', 'CredentialRevoked', 'VisitEnded');
    scene.when(byCard(ids.owner)).gives({ refused: 'unknown-item' });
    scene.when(claims('code', code)).tells('AttemptFailed');
  });

  it('not out of a compartment: it is fetched first', () => {
    openSite()
      .given(...onDuty(), ...waiting(3))
      .when(handsOver())
      .gives({ refused: 'fetch-first', field: 'holdIds', remedy: 'fetch it to the desk first' });
  });

  it('also when it was in dispute or was to go back: that is settled with it', () => {
    const disputed = shelved().given({
      type: 'ParcelDisputed',
      data: { holdId: ids.hold, problem: 'damaged', where: 'compartment', openingId: null },
    });
    disputed.when(handsOver()).tells(...given);
    const refused = shelved();
    refused
      .when({ kind: 'RefuseItems', by, holdIds: [ids.hold], reason: 'refused' })
      .tells('ItemRefused', 'CredentialRevoked');
    refused.when(handsOver()).tells('ItemHandedOver');
  });
});
