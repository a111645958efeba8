// An item on its way into the house, as far as the one at the desk has told it [M1, M2]. Pure.
import type { ConsoleRequest, ItemRow, Size } from '../contract.ts';
import type { Damage, Recipient } from './contract.ts';

export interface Draft {
  /** As scanned or typed; empty = none. */
  waybill: string;
  carrier: string;
  kind: ItemRow['kind'];
  recipient: Recipient | null;
  condition: ItemRow['condition'];
  damage: Damage | null;
  photo: string;
  agreedByPhone: boolean;
  /** The compartment it is to have; null = the shelf. */
  size: Size | null;
}

export const emptyDraft: Draft = {
  waybill: '',
  carrier: '',
  kind: 'parcel',
  recipient: null,
  condition: 'intact',
  damage: null,
  photo: '',
  agreedByPhone: false,
  size: null,
};

/** What a scanner or a hand puts into the waybill's field, as the contract has it. */
export const waybillOf = (text: string): string => text.replaceAll(/\s/g, '').toUpperCase();
export const isWaybill = (waybill: string): boolean => /^[A-Z0-9-]{6,40}$/.test(waybill);

/** Consent that is not given can be given by phone. */
export const asksPhone = ({ recipient }: Draft): boolean => recipient !== null && recipient.consent !== 'locker';

/** Only what is whole and whose recipient agreed goes into a compartment [law and practice: consent; not into a locker]. */
export const mayLock = (draft: Draft): boolean =>
  draft.kind !== 'letter' &&
  draft.condition === 'intact' &&
  draft.recipient !== null &&
  (draft.recipient.consent === 'locker' || draft.agreedByPhone);

/** The draft with this changed, and with whatever no longer goes with it taken out. */
export const changed = (draft: Draft, change: Partial<Draft>): Draft => {
  const next = { ...draft, ...change };
  if (next.recipient?.personId !== draft.recipient?.personId || !asksPhone(next)) next.agreedByPhone = false;
  if (next.condition !== 'damaged') {
    next.damage = null;
    next.photo = '';
  }
  if (!mayLock(next)) next.size = null;
  return next;
};

export type Gap = 'waybill' | 'carrier' | 'recipient' | 'damage';

/** What has to be told next, from the top; null = it can be received. Only letters may have no waybill. */
export const gapOf = ({ waybill, carrier, kind, recipient, condition, damage }: Draft): Gap | null => {
  if (waybill === '' ? kind !== 'letter' : !isWaybill(waybill)) return 'waybill';
  if (carrier.trim() === '') return 'carrier';
  if (recipient === null) return 'recipient';
  return condition === 'damaged' && damage === null ? 'damage' : null;
};

/** What the edge is asked; null while something is missing. `ids` are the page's own. */
export const bodyOf = (
  draft: Draft,
  ids: { id: string; visitId: string },
): Omit<ConsoleRequest<'receive'>, 'commandId'> | null => {
  const { waybill, carrier, kind, recipient, condition, damage, photo, agreedByPhone, size } = draft;
  if (gapOf(draft) !== null || recipient === null) return null;
  return {
    holdId: ids.id,
    kind,
    personId: recipient.personId,
    carrier: carrier.trim(),
    waybill: waybill === '' ? null : waybill,
    size,
    condition,
    damage,
    photo: photo.trim() === '' ? null : photo.trim(),
    agreedByPhone,
    visitId: size === null ? null : ids.visitId,
  };
};
