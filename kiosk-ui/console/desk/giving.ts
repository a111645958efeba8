// Who stands at the counter and what this person may be given; what is still missing before it is handed over [M4]. Pure.
import type { ConsoleRequest, ItemRow } from '../contract.ts';
import type { Strokes } from '../parts/signature-pad.tsx';
import type { Claim, IdentityDocument, Recipient } from './contract.ts';

/** Known by what was scanned or typed, or found by search and proved by a document. */
export type Taker =
  | { by: 'credential'; value: string; claim: Claim }
  | { by: 'document'; person: Pick<Recipient, 'personId' | 'room' | 'name' | 'relation'> };

export interface Giving {
  taker: Taker;
  holdIds: readonly string[];
  document: IdentityDocument;
  /** Somebody who is not registered comes with the addressee's consent: the name on the document; null = the one who was found. */
  agentName: string | null;
  /** The addressee said so on the phone. */
  isAgreed: boolean;
  strokes: Strokes | null;
}

export const takerOf = ({ personId, room, name }: ItemRow): Taker => ({
  by: 'document',
  person: { personId, room, name, relation: null },
});

export const whoIs = (taker: Taker): { room: string; name: string } =>
  taker.by === 'credential' ? taker.claim : taker.person;

const isTrustee = (taker: Taker): boolean => taker.by === 'document' && taker.person.relation === 'trustee';

/** What may be shown to this person: on the shelf, to be fetched first, or in dispute. Others of the household come last. */
export const offered = (taker: Taker, rows: readonly ItemRow[]): ItemRow[] => {
  if (taker.by === 'credential') return [...rows];
  const { room, personId } = taker.person;
  const own = (row: ItemRow): number => (row.personId === personId ? 0 : 1);
  return rows
    .filter((row) => row.room === room)
    .filter(
      ({ actions, status }) => actions.includes('hand-over') || actions.includes('fetch') || status === 'disputed',
    )
    .sort((one, other) => own(one) - own(other));
};

/** Chosen before anybody presses: what is this person's, lies at the desk and waits. */
export const isTakenByDefault = (taker: Taker, { actions, status, personId }: ItemRow): boolean =>
  actions.includes('hand-over') &&
  status === 'at-desk' &&
  (taker.by === 'credential' || isTrustee(taker) || personId === taker.person.personId);

export type GivingGap = 'items' | 'name' | 'consent' | 'document' | 'signature';

/** What is missing, from the top; null = it can be handed over. */
export const givingGap = ({ taker, holdIds, document, agentName, isAgreed, strokes }: Giving): GivingGap | null => {
  if (holdIds.length === 0) return 'items';
  if (taker.by === 'document' && agentName?.trim() === '') return 'name';
  if (taker.by === 'document' && agentName !== null && !isAgreed) return 'consent';
  if (taker.by === 'document' && !/^[0-9A-Z]{4}$/.test(document.tail)) return 'document';
  return strokes === null ? 'signature' : null;
};

/** What the edge is asked; null while something is missing. Who it is on record is decided there. */
export const givingBody = (
  giving: Giving,
  receiptId: string,
  rows: readonly ItemRow[],
): Omit<ConsoleRequest<'handOver'>, 'commandId'> | null => {
  const { taker, document, agentName, strokes } = giving;
  if (givingGap(giving) !== null || strokes === null) return null;
  const common = { receiptId, holdIds: [...giving.holdIds], strokes, agreedByPhone: agentName !== null };
  // The bearer of a code for one parcel is nobody in particular; the edge knows whose the other codes and cards are.
  if (taker.by === 'credential')
    return { ...common, to: 'addressee', personId: null, value: taker.value, document: null, name: null };
  if (agentName !== null)
    return { ...common, to: 'trustee', personId: null, value: null, document, name: agentName.trim() };
  const { personId } = taker.person;
  const isOwn = rows.every((row) => !giving.holdIds.includes(row.holdId) || row.personId === personId);
  const to = isTrustee(taker) ? 'trustee' : isOwn ? 'addressee' : 'household';
  return { ...common, to, personId, value: null, document, name: null };
};
