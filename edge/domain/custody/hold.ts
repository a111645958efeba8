// A holding: one thing in the office's keeping, from its registration until it is out of its hands. Pure.

export type HoldStatus =
  | 'registered'
  | 'placed'
  | 'notified'
  | 'in-hand'
  | 'collected'
  | 'returned'
  | 'disputed'
  | 'withdrawn';

/** `open`: the sensor saw the door of its compartment open for someone who takes it. Custody is uncertain until it is closed [S5]. */
export type HoldInput = 'place' | 'notify' | 'open' | 'collect' | 'return' | 'dispute' | 'withdraw';

const moves: Record<HoldStatus, Partial<Record<HoldInput, HoldStatus>>> = {
  registered: { place: 'placed', withdraw: 'withdrawn' },
  placed: { notify: 'notified', open: 'in-hand', dispute: 'disputed' },
  notified: { notify: 'notified', open: 'in-hand', dispute: 'disputed' },
  'in-hand': { notify: 'in-hand', collect: 'collected', return: 'returned', dispute: 'disputed' },
  collected: { notify: 'collected', dispute: 'disputed' },
  returned: {},
  disputed: { notify: 'disputed' },
  withdrawn: {},
};

/** Where the holding stands after `input`; undefined where that input has no place. */
export const nextStatus = (status: HoldStatus, input: HoldInput): HoldStatus | undefined => moves[status][input];

export const isWaiting = (status: HoldStatus): boolean => status === 'placed' || status === 'notified';
/** Nothing more will happen to it here. A disputed parcel is not over: the desk has to settle it. */
export const isOver = (status: HoldStatus): boolean =>
  status === 'collected' || status === 'returned' || status === 'withdrawn';
