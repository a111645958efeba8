// Everything that may be said of an item in a register, under the paths by which columns find it.
import type { Personal } from '../../contract/commands.ts';
import type { Receipt } from '../../contract/desk-commands.ts';
import type { Holding } from '../../ledger/views/holding.ts';
import type { TurnedAway } from '../../ledger/views/turned-away.ts';
import { erased, type RecordValue, type RegisterRecord } from '../../words/registers/cell.ts';

/** Names, rooms and what was signed; undefined once erased. */
export interface RecordScene {
  personal(id: string): Personal | undefined;
  receipt(id: string): Promise<Receipt | undefined>;
}

type HandedOver = NonNullable<Holding['handedOver']>;

/** People have signed a list by its last characters when they ask for it again. */
const listTail = (returnId: string): string => returnId.slice(-6).toUpperCase();

const nameOf = ({ personal }: RecordScene, id: string | null): RecordValue =>
  id === null ? null : (personal(id)?.name ?? erased);

const signatureOf = (receipt: Receipt | undefined): RecordValue =>
  receipt === undefined ? erased : { strokes: receipt.strokes };

const documentOf = (receipt: Receipt | undefined, { identified }: HandedOver): RecordValue => {
  if (receipt === undefined) return identified === 'document' ? { type: erased } : null;
  return receipt.document ? { ...receipt.document } : null;
};

/** Who took it and how that was known; a name only where it is not the addressee's own. */
const takerOf = (
  scene: RecordScene,
  { handedOver, collected, personId }: Holding,
  receipt: Receipt | undefined,
): RecordValue => {
  const other = (id: string | null): RecordValue => (id === personId ? null : nameOf(scene, id));
  if (handedOver === null) return collected && { identified: 'door', name: other(collected.personId) };
  const { to, identified } = handedOver;
  const isUnregistered = to !== 'addressee' && handedOver.personId === null;
  return {
    to,
    identified,
    name: receipt === undefined && isUnregistered ? erased : (receipt?.name ?? other(handedOver.personId)),
    document: documentOf(receipt, handedOver),
  };
};

const returnOf = (scene: RecordScene, { returned }: Holding, receipt: Receipt | undefined): RegisterRecord | null =>
  returned && {
    at: returned.at,
    reason: returned.reason,
    by: nameOf(scene, returned.staffId),
    list: listTail(returned.returnId),
    person: receipt === undefined ? erased : (receipt.name ?? null),
    signature: signatureOf(receipt),
  };

/** The record of an item. An item has one signature: of who took it, or of the carrier's person who took it back. */
export const itemRecord = async (scene: RecordScene, item: Holding): Promise<RegisterRecord> => {
  const { personal, receipt } = scene;
  const { handedOver, collected, returned, undeliverable, refused, settled } = item;
  const taken = handedOver && (await receipt(handedOver.receiptId));
  const gone = returned && (await receipt(returned.returnId));
  const signed = returned === null ? handedOver && signatureOf(taken ?? undefined) : signatureOf(gone ?? undefined);
  return {
    receivedAt: item.receivedAt,
    kind: item.kind,
    carrier: item.carrier,
    waybill: item.waybill,
    addressee: nameOf(scene, item.personId),
    room: personal(item.householdId)?.room ?? personal(item.personId)?.room ?? erased,
    condition: item.condition,
    damage: item.damage,
    photo: item.photo,
    receivedBy: nameOf(scene, item.staffId ?? item.courierId),
    notifiedAt: item.notifiedAt,
    takenAt: handedOver?.at ?? collected?.at ?? null,
    taker: takerOf(scene, item, taken ?? undefined),
    handedOverBy: nameOf(scene, handedOver?.staffId ?? returned?.staffId ?? null),
    signature: signed,
    refused: refused && { reason: refused.reason },
    undeliverable: undeliverable && { reason: undeliverable.reason },
    noticePostedAt: item.noticePostedAt,
    settled: settled && { outcome: settled.outcome },
    returned: returnOf(scene, item, gone ?? undefined),
  };
};

/** The record of a line of what was turned away or refused; `item` is what was refused, when the ledger knows it. */
export const turnedAwayRecord = (scene: RecordScene, line: TurnedAway, item: Holding | undefined): RegisterRecord => {
  const { at, staffId } = line;
  const by = nameOf(scene, staffId);
  if (line.what === 'turned-away')
    return { at, by, carrier: line.carrier, waybillTail: line.waybillTail, turnedAway: line.reason };
  return {
    at,
    by,
    carrier: item?.carrier ?? null,
    waybillTail: item?.waybill?.slice(-4) ?? null,
    refused: line.reason,
  };
};
