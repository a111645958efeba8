// One item as the lists of the console show it: names masked, its place as people call it, and what may be done with it now.
import type { ItemRow } from '../../contract/console/items.ts';
import type { Instant } from '../../contract/events.ts';
import { isWaiting } from '../../domain/custody/hold.ts';
import { dueOf, isPast } from '../../domain/custody/terms.ts';
import type { Hold } from '../../domain/state.ts';
import type { Holding } from '../../ledger/views/holding.ts';
import { carrierOf } from '../../words/carriers.ts';
import { maskName } from '../../words/masking.ts';
import { placeView } from '../../words/places.ts';
import type { Scene } from '../visit-view.ts';

/** A live hold, or a holding of the view: also one that has left the house. */
export type Item = Hold | Holding;

export interface ItemScene extends Scene {
  now: Instant;
}

const isLive = (item: Item): item is Hold => 'notices' in item;
const isOnShelf = ({ place }: Item): boolean => place !== null && 'shelf' in place;

const statusView = (item: Item): ItemRow['status'] => {
  switch (item.status) {
    case 'registered':
      return 'placing';
    case 'placed':
    case 'notified':
      return isOnShelf(item) ? 'at-desk' : 'waiting';
    case 'in-hand':
      return 'taking';
    case 'collected':
    case 'handed-over':
    case 'settled':
      return 'collected';
    case 'to-return':
    case 'returned':
    case 'disputed':
    case 'lost':
    case 'withdrawn':
      return item.status;
  }
};

const noticeOf = (item: Item): ItemRow['notice'] => {
  if (!isLive(item)) return item.notice;
  const { sent, attempts } = item.notices.arrival;
  if (sent > 0) return 'sent';
  if (attempts > 0) return 'failed';
  return isWaiting(item.status) ? 'pending' : 'none';
};

/** Staff are named in clear, for they answer for what they do; couriers are not. */
const receiverOf = ({ personal }: Scene, { staffId, courierId }: Item): string => {
  if (staffId !== null) return personal(staffId)?.name ?? '';
  return maskName((courierId === null ? undefined : personal(courierId)?.name) ?? '');
};

/** Public notice and return of what nobody claims come when their time has [M6]. */
const unclaimed = (item: Item, now: Instant): ItemRow['actions'] => {
  const due = dueOf(item, now);
  if (due === null || !isPast(due, now)) return [];
  if (item.noticePostedAt === null) return ['public-notice'];
  return isOnShelf(item) ? ['return'] : [];
};

/** By status and place alone; whether the one who looks may do it is a matter of rights. Nothing is handed over or sent back out of a closed compartment. */
const actionsOf = (item: Item, now: Instant): ItemRow['actions'] => {
  const atDesk = isOnShelf(item);
  switch (item.status) {
    case 'placed':
    case 'notified': {
      const here: ItemRow['actions'] = atDesk ? ['hand-over', 'refuse'] : ['fetch'];
      return [...here, 'undeliverable', ...unclaimed(item, now), 'reissue-code'];
    }
    case 'to-return':
      return atDesk ? ['return', 'hand-over'] : ['fetch'];
    case 'disputed':
      return ['settle', ...(atDesk ? (['hand-over'] as const) : item.place ? (['fetch'] as const) : [])];
    case 'registered':
      // Its compartment did not open: what the desk has taken is never given back unrecorded.
      return item.staffId !== null ? ['to-shelf'] : [];
    case 'in-hand':
    case 'collected':
    case 'handed-over':
    case 'returned':
    case 'settled':
    case 'lost':
    case 'withdrawn':
      return [];
  }
};

/** The row of an item for every list and answer of the console. */
export const itemRow = (scene: ItemScene, item: Item): ItemRow => {
  const { personal, site, now } = scene;
  const { waybill, place } = item;
  return {
    holdId: item.id,
    kind: item.kind,
    carrier: item.carrier ?? carrierOf(waybill ?? ''),
    waybillTail: waybill?.slice(-4) ?? null,
    room: personal(item.householdId)?.room ?? '',
    name: maskName(personal(item.personId)?.name ?? ''),
    personId: item.personId,
    size: item.size,
    condition: item.condition,
    damage: item.damage,
    photo: item.photo,
    status: statusView(item),
    place: place && placeView(site, place),
    receivedBy: receiverOf(scene, item),
    byDesk: item.staffId !== null,
    receivedAt: item.receivedAt,
    placedAt: item.placedAt,
    endedAt: isLive(item) ? null : item.endedAt,
    notice: noticeOf(item),
    due: dueOf(item, now),
    dispute: item.dispute,
    actions: actionsOf(item, now),
  };
};
