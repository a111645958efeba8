// A desk with a member of staff signed in, and what is asked over its counter in the tests.
import type { DeskCommand } from '../../contract/desk-commands.ts';
import type { Fact } from '../../contract/events.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { ids, openSite } from '../people.fixture.ts';
import { type Asked, digest, lookupsOf, type Scene, uuid } from '../scene.fixture.ts';
import type { Hold } from '../state.ts';

type AskedOf<K extends DeskCommand['kind']> = Extract<Asked, { kind: K }>;
type Item = AskedOf<'ReceiveItem'>['item'];

export const by = { staffId: uuid(0x701), sessionId: uuid(0x702) };
export const otherBy = { staffId: uuid(0x703), sessionId: uuid(0x704) };
export const trustee = uuid(0x705);
export const receiptId = uuid(0x706);
export const signature = { strokes: [[100, 200, 300, 400]], salt: 'grain' };
export const document = { type: 'identity-card', tail: '123X' } as const;

/** Somebody in these roles, signed in. */
export const onDuty = ({ staffId, sessionId } = by, roles: StaffRole[] = ['desk']): Fact[] => [
  {
    type: 'StaffRegistered',
    data: {
      staffId,
      nameLookup: digest(`name${staffId.slice(-4)}`),
      roles,
      hasSecondFactor: false,
      invitationId: uuid(0x7ff),
      digest: digest('sealed'),
    },
  },
  { type: 'StaffSignedIn', data: { sessionId, staffId, where: 'desk' } },
];

export const openDesk = (): Scene => openSite().given(...onDuty());

const parcel: Item = {
  kind: 'parcel',
  personId: ids.owner,
  carrier: '顺丰',
  waybill: 'SF20000001',
  size: null,
  condition: 'intact',
  damage: null,
  photo: null,
  agreedByPhone: false,
};

/** Onto the shelf, unless `more` names a visit. */
export const receives = (
  item: Partial<Item> = {},
  more: Partial<Omit<AskedOf<'ReceiveItem'>, 'item'>> = {},
): AskedOf<'ReceiveItem'> => ({
  kind: 'ReceiveItem',
  by,
  holdId: ids.hold,
  visitId: null,
  ...more,
  item: { ...parcel, ...item },
});

/** Into a compartment: size S, with a visit of its own. */
export const receivesInto = (item: Partial<Item> = {}, more = {}): AskedOf<'ReceiveItem'> =>
  receives({ size: 'S', ...item }, { visitId: ids.visit, ...more });

/** To the addressee, against a document. */
export const handsOver = (more: Partial<AskedOf<'HandOverItems'>> = {}): AskedOf<'HandOverItems'> => ({
  kind: 'HandOverItems',
  by,
  receiptId,
  holdIds: [ids.hold],
  to: 'addressee',
  personId: ids.owner,
  identified: 'document',
  lookup: null,
  agreedByPhone: false,
  receipt: { ...signature, document },
  ...more,
});

export const returnsList = (
  holdIds = [ids.hold],
  more: Partial<AskedOf<'ReturnItems'>> = {},
): AskedOf<'ReturnItems'> => ({
  kind: 'ReturnItems',
  by,
  returnId: receiptId,
  holdIds,
  receipt: { ...signature, name: '快递员李' },
  ...more,
});

export const settles = (outcome: AskedOf<'SettleDispute'>['outcome']): AskedOf<'SettleDispute'> => ({
  kind: 'SettleDispute',
  by,
  holdId: ids.hold,
  outcome,
});

export const fetches = (more: Partial<AskedOf<'FetchToDesk'>> = {}): AskedOf<'FetchToDesk'> => ({
  kind: 'FetchToDesk',
  by,
  visitId: ids.visit,
  holdId: ids.hold,
  ...more,
});

/** Known to be there. */
export const holdOf = ({ state }: Scene, holdId = ids.hold): Hold => {
  const hold = state.get('holds', holdId);
  if (!hold) throw new Error(`${holdId} is not live`);
  return hold;
};

/** The lookup of the code by which this item is claimed now. */
export const codeOf = (scene: Scene, holdId = ids.hold): string =>
  lookupsOf(holdOf(scene, holdId).credentialId ?? '').code;
export const qrOf = (scene: Scene, holdId = ids.hold): string => lookupsOf(holdOf(scene, holdId).credentialId ?? '').qr;

/** A parcel for this person lies on the shelf. */
export const shelved = (personId = ids.owner, item: Partial<Item> = {}): Scene => {
  const scene = openDesk();
  scene
    .when(receives({ personId, ...item }))
    .tells('ItemReceived', 'ShelfAssigned', 'ParcelPlaced', 'CredentialIssued');
  return scene;
};

/** Handed over against the code whose lookup this is. */
export const byCode = (lookup: string, more = {}): AskedOf<'HandOverItems'> =>
  handsOver({ personId: null, identified: 'code', lookup, receipt: signature, ...more });

export const claims = (way: 'card' | 'code' | 'qr', lookup: string): AskedOf<'ClaimAtDesk'> => ({
  kind: 'ClaimAtDesk',
  by,
  way,
  lookup,
});
