// Routes of what comes in, waits and goes out over the counter.
import * as items from './items.ts';
import { get, post, type Route, signature } from './route.ts';
import { nothing } from './shared.ts';

export const itemRoutes = {
  listItems: { ...get('/items', 'see-items', items.itemsPage, 'A list of items'), query: items.itemsQuery },
  readItem: get('/items/:id', 'see-items', items.itemStory, 'One item’s whole story'),
  findRecipients: {
    ...get('/recipients', 'search-people', items.recipients, 'Who an item may be for; recorded'),
    query: items.recipientsQuery,
  },
  readWaybill: {
    ...get('/waybills', 'receive-items', items.waybillView, 'What a waybill tells'),
    query: items.waybillQuery,
  },
  receive: {
    ...post('/items', 'receive-items', {
      request: items.receiveItem,
      answer: items.received,
      summary: 'Receive an item and give it a place',
    }),
    status: 201,
  },
  turnAway: post('/turned-away', 'receive-items', {
    request: items.turnAway,
    answer: nothing,
    summary: 'An item that is not taken',
  }),
  claim: post('/claims', 'hand-over-items', {
    request: items.claim,
    answer: items.claimView,
    summary: 'Who stands at the counter, by card or code',
  }),
  handOver: {
    ...post('/hand-overs', 'hand-over-items', {
      request: items.handOver,
      answer: items.handedOver,
      summary: 'Hand items over against identity and signature',
    }),
    bodyLimit: signature,
  },
  refuse: post('/refusals', 'hand-over-items', {
    request: items.refuseItems,
    answer: items.handedOver,
    summary: 'Refused or damaged on the spot: it goes back',
  }),
  undeliverable: post('/undeliverable', 'return-items', {
    request: items.undeliverable,
    answer: items.handedOver,
    summary: 'Cannot be delivered: back within seven days',
  }),
  publicNotice: post('/public-notices', 'return-items', {
    request: items.onItems,
    answer: items.handedOver,
    summary: 'Unclaimed for a month: the public notice is posted',
  }),
  returnItems: {
    ...post('/returns', 'return-items', {
      request: items.returnItems,
      answer: items.handedOver,
      summary: 'Back to carrier or post office, one list signed once',
    }),
    bodyLimit: signature,
  },
  settle: post('/settlements', 'settle-disputes', {
    request: items.settleDispute,
    answer: items.handedOver,
    summary: 'What became of a disputed item',
  }),
  fetch: post('/fetches', 'hand-over-items', {
    request: items.fetchItem,
    answer: items.deskDoor,
    summary: 'Open a compartment and take the item to the shelf',
  }),
  moveToShelf: post('/shelvings', 'receive-items', {
    request: items.onItem,
    answer: items.deskDoor,
    summary: 'It did not go into the compartment: the shelf',
  }),
  readDoor: get('/doors/:id', 'receive-items', items.deskDoor, 'The door of that visit, as it stands'),
  reissueParcelCode: post('/items/code', 'issue-credentials', {
    request: items.onItem,
    answer: items.codeView,
    summary: 'A new pickup code after a document check',
  }),
} as const satisfies Record<string, Route>;
