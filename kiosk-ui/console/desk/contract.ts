// The shapes of the contract that the counter deals in, by the names people at it use.
import type { ConsoleAnswer, ConsoleAsked, ConsoleRequest, ItemRow } from '../contract.ts';

export type Recipient = ConsoleAnswer<'findRecipients'>['rows'][number];
export type Received = ConsoleAnswer<'receive'>;
export type Claim = ConsoleAnswer<'claim'>;
export type DeskDoor = ConsoleAnswer<'readDoor'>;
export type Door = NonNullable<DeskDoor['door']>;
export type Story = ConsoleAnswer<'readItem'>;
export type ItemList = ConsoleAsked<'listItems'>['list'];
export type ItemsAsked = ConsoleAsked<'listItems'>;
export type Due = NonNullable<ItemRow['due']>;
export type Dispute = NonNullable<ItemRow['dispute']>;
export type Damage = NonNullable<ItemRow['damage']>;
export type ItemAction = ItemRow['actions'][number];
export type IdentityDocument = NonNullable<ConsoleRequest<'handOver'>['document']>;
export type TurnAwayReason = ConsoleRequest<'turnAway'>['reason'];
export type RefuseReason = ConsoleRequest<'refuse'>['reason'];
export type UndeliverableReason = ConsoleRequest<'undeliverable'>['reason'];
export type Settlement = ConsoleRequest<'settle'>['outcome'];
