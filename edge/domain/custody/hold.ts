// A holding: one thing in the office's keeping, from its registration until it is out of its hands. Pure.

export type HoldStatus =
  | 'registered'
  | 'placed'
  | 'notified'
  | 'in-hand'
  | 'collected'
  | 'handed-over'
  | 'to-return'
  | 'returned'
  | 'disputed'
  | 'settled'
  | 'lost'
  | 'withdrawn';

/**
 * `open`: the sensor saw the door of its compartment open for someone who takes it; custody is uncertain until it is closed [S5]. `hand-over`: over the
 * counter, against identity and signature [M4]. `give-up`: nobody will take it, it goes back [M5]. `send-back`: the carrier's person signed for it. `shelve`
 * `settle` `lose`: what a dispute ended with. `place` of what has its place already is another place.
 */
export type HoldInput =
  | 'place'
  | 'notify'
  | 'open'
  | 'collect'
  | 'return'
  | 'dispute'
  | 'withdraw'
  | 'hand-over'
  | 'give-up'
  | 'send-back'
  | 'shelve'
  | 'settle'
  | 'lose';

type Moves = Partial<Record<HoldInput, HoldStatus>>;
const overCounter: Moves = { 'hand-over': 'handed-over', 'give-up': 'to-return' };
const fromPlace: Moves = { ...overCounter, open: 'in-hand', dispute: 'disputed', 'send-back': 'returned' };

const moves: Record<HoldStatus, Moves> = {
  registered: { place: 'placed', withdraw: 'withdrawn' },
  placed: { ...fromPlace, place: 'placed', notify: 'notified' },
  notified: { ...fromPlace, place: 'notified', notify: 'notified' },
  'in-hand': { notify: 'in-hand', collect: 'collected', return: 'returned', dispute: 'disputed' },
  collected: { notify: 'collected', dispute: 'disputed' },
  'handed-over': {},
  'to-return': { place: 'to-return', notify: 'to-return', 'hand-over': 'handed-over', 'send-back': 'returned' },
  returned: {},
  disputed: {
    ...overCounter,
    place: 'disputed',
    notify: 'disputed',
    shelve: 'placed',
    settle: 'settled',
    lose: 'lost',
  },
  settled: {},
  lost: {},
  withdrawn: {},
};

/** Where the holding stands after `input`; undefined where that input has no place. */
export const nextStatus = (status: HoldStatus, input: HoldInput): HoldStatus | undefined => moves[status][input];

export const isWaiting = (status: HoldStatus): boolean => status === 'placed' || status === 'notified';

const over: readonly HoldStatus[] = ['collected', 'handed-over', 'returned', 'settled', 'lost', 'withdrawn'];
/** Nothing more will happen to it here. A disputed parcel is not over: the desk has to settle it. */
export const isOver = (status: HoldStatus): boolean => over.includes(status);
