// Everything the kiosk can say. A language that lacks one of these does not compile.
import type { Condition, ParcelView, Problem, RefusalCode, Size } from '../kiosk/contract.ts';

export interface Words {
  /** The name of this language in itself. */
  name: string;
  /** Joins two short pieces on one line. */
  dot: string;
  bar: {
    label: string;
    language: string;
    elder: string;
    elderOff: string;
    low: string;
    lowOff: string;
    restart: string;
    call: string;
    called: string;
  };
  keys: { erase: string; clear: string; letters: string; digits: string; next: string; entered: (n: number) => string };
  back: string;
  page: (page: number, of: number) => string;
  pageBefore: string;
  pageAfter: string;
  size: Record<Size, string>;
  home: {
    collect: string;
    lead: string;
    scan: string;
    card: string;
    courier: string;
    courierLead: string;
    checking: string;
  };
  /** Why codes are not answered now. */
  codes: {
    waiting: string;
    waitingLead: (time: string) => string;
    attended: string;
    attendedLead: string;
  };
  courier: { title: string; lead: string; badge: string };
  idle: { title: string; lead: (seconds: number) => string; stay: string; leave: string };
  lost: { title: string; lead: string; phone: (phone: string) => string };
  called: { title: string; lead: string; phone: (phone: string) => string; close: string };
  parcels: {
    title: (n: number) => string;
    hello: (name: string) => string;
    lead: string;
    none: string;
    noneLead: string;
    open: string;
    proxy: string;
    proxyUntil: (time: string) => string;
    revoke: string;
    tail: (tail: string) => string;
    since: (time: string) => string;
    of: (name: string) => string;
    desk: (place: string | null) => string;
    status: Record<ParcelView['status'], string>;
    finish: string;
  };
  door: {
    unlocking: string;
    unlockingLead: string;
    retrying: string;
    retryingLead: string;
    open: string;
    openCollect: string;
    openDeposit: string;
    openEmptying: string;
    longOpen: string;
    closed: string;
    closedLead: string;
    closedDisputed: string;
    closedDisputedLead: string;
    stuck: string;
    stuckCollect: string;
    stuckDeposit: string;
    aborted: string;
    abortedLead: string;
    again: string;
    others: (n: number) => string;
    finish: string;
    seeAll: string;
    picture: (label: string) => string;
  };
  problem: {
    ask: string;
    title: string;
    lead: string;
    kind: Record<Problem, string>;
    damagedTitle: string;
    damagedLead: string;
    take: string;
    leave: string;
    recorded: string;
    recordedTaken: string;
    recordedLeft: string;
  };
  proxy: {
    title: string;
    lead: string;
    hours: (hours: number) => string;
    hoursLead: string;
    ready: string;
    warning: string;
    until: (time: string) => string;
    qr: string;
    done: string;
  };
  waybill: {
    title: string;
    lead: string;
    same: string;
    other: string;
    deposited: (place: string) => string;
    own: (n: number) => string;
    finish: string;
  };
  recipient: {
    room: string;
    roomLead: string;
    phone: string;
    phoneLead: string;
    waybill: (tail: string) => string;
    left: (n: number) => string;
  };
  consent: {
    ask: string;
    askLead: string;
    desk: string;
    deskLead: string;
    door: string;
    doorLead: string;
    agreed: string;
    toDesk: string;
    toDoor: string;
  };
  condition: {
    title: string;
    lead: string;
    free: (n: number) => string;
    full: string;
    /** The same question for a parcel that goes to the desk. */
    howLarge: string;
    forDesk: string;
    toDesk: string;
    condition: Record<Exclude<Condition, 'intact'>, string>;
  };
  swap: { title: string; larger: string; smaller: string; occupied: string; dirty: string; cancel: string };
  shelf: { title: string; lead: string; done: string; cancel: string };
  own: { title: string; none: string; takeBack: string };
  refused: Record<RefusalCode | 'lost', string>;
}
