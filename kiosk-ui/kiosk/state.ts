// What the page knows at one moment of a visit, and everything that can happen to it.
import type {
  Condition,
  DoorView,
  KioskView,
  Language,
  Problem,
  ProxyView,
  RefusalCode,
  Size,
  VisitView,
} from './contract.ts';
import type { Answer } from './request.ts';

/** Where the person is. What the edge knows is in `visit`; this is only which page of it is open. */
export type Step =
  | { at: 'home'; digits: string }
  | { at: 'courier'; digits: string }
  | { at: 'parcels' }
  | { at: 'door'; kept: boolean | null }
  | { at: 'problem'; holdId: string; damaged: boolean }
  | { at: 'proxy'; holdId: string; proxy: ProxyView | null }
  | { at: 'waybill'; text: string }
  | { at: 'recipient'; waybill: string; field: 'room' | 'phone'; room: string; phone: string }
  | { at: 'consent'; waybill: string }
  | { at: 'condition'; waybill: string; agreedByPhone: boolean; toDesk: boolean }
  | { at: 'shelf'; holdId: string }
  | { at: 'own' };

export interface Wish {
  language: Language;
  elder: boolean;
  low: boolean;
}

export interface Told {
  /** `lost`: the edge did not answer. */
  code: RefusalCode | 'lost';
  attemptsLeft: number | null;
}

export interface Flow {
  /** Counts the people before this screen: an answer that was meant for an earlier one is not shown. */
  turn: number;
  kiosk: KioskView | null;
  /** When `kiosk` came; its waiting time counts from here. Milliseconds of the page's monotonic clock, like every time here. */
  kioskAt: number;
  visit: VisitView | null;
  step: Step;
  /** A request is under way: three taps open once. */
  isSending: boolean;
  told: Told | null;
  dialog: 'language' | 'called' | null;
  wish: Wish;
  usual: Wish;
  touchedAt: number;
  /** The door as it was last seen to change, and when. */
  door: { openingId: string; stage: DoorView['stage']; at: number } | null;
  /** The household the courier has turned away from: not to be taken for the next parcel's. */
  leftRecipientId: string | null;
  lostAt: number | null;
}

export type Input =
  | { kind: 'tick' }
  | { kind: 'touched' }
  | { kind: 'key'; key: string }
  | { kind: 'erase' }
  | { kind: 'clear' }
  | { kind: 'enter' }
  | { kind: 'scanned'; value: string }
  | { kind: 'go'; to: 'courier' | 'own' | 'waybill' | 'parcels' }
  | { kind: 'back' }
  | { kind: 'restart' }
  | { kind: 'stay' }
  | { kind: 'open'; holdId: string }
  | { kind: 'ask-problem'; holdId: string }
  | { kind: 'problem'; problem: Problem; kept: boolean | null }
  | { kind: 'ask-proxy'; holdId: string }
  | { kind: 'make-proxy'; hours: number }
  | { kind: 'revoke-proxy'; proxyId: string }
  | { kind: 'consent'; agreed: boolean }
  | { kind: 'other-household' }
  | { kind: 'deposit'; condition: Condition; size: Size | null }
  | { kind: 'swap'; holdId: string; reason: 'wrong-size' | 'occupied' | 'dirty' | 'did-not-open'; size: Size | null }
  | { kind: 'withdraw'; holdId: string }
  | { kind: 'take-back'; holdId: string }
  | { kind: 'confirm-shelf' }
  | { kind: 'wish'; wish: Partial<Wish> }
  | { kind: 'dialog'; dialog: Flow['dialog'] }
  | { kind: 'kiosk'; kiosk: KioskView }
  | { kind: 'visit'; visit: VisitView }
  | { kind: 'answered'; turn: number; answer: Answer }
  | { kind: 'link'; up: boolean };

/** The page as it stands before the next person. `turn` must be a new one. */
export const freshFlow = (
  usual: Wish,
  from: Pick<Flow, 'turn' | 'kiosk' | 'kioskAt' | 'lostAt'>,
  now: number,
): Flow => ({
  turn: from.turn,
  kiosk: from.kiosk,
  kioskAt: from.kioskAt,
  lostAt: from.lostAt,
  visit: null,
  step: { at: 'home', digits: '' },
  isSending: false,
  told: null,
  dialog: null,
  wish: usual,
  usual,
  touchedAt: now,
  door: null,
  leftRecipientId: null,
});

export const firstFlow = (usual: Wish, now: number): Flow =>
  freshFlow(usual, { turn: 0, kiosk: null, kioskAt: now, lostAt: null }, now);

const underWay: readonly DoorView['stage'][] = ['unlocking', 'retrying', 'open'];
/** A door that is opening or open: nobody leaves, nothing times out. */
export const isDoorBusy = (visit: VisitView | null): boolean =>
  visit?.door != null && underWay.includes(visit.door.stage);

export const recipientOf = (flow: Flow): VisitView['recipient'] => {
  const recipient = flow.visit?.recipient ?? null;
  return recipient?.recipientId === flow.leftRecipientId ? null : recipient;
};

export const waitingParcels = (visit: VisitView): VisitView['parcels'] =>
  visit.parcels.filter((parcel) => parcel.actions.includes('open') && parcel.holdId !== visit.door?.holdId);
