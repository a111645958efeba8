// What has happened over the counter: items received, handed over, returned and settled by staff.
import { z } from 'zod';
import { condition } from './api.ts';
import { digest, id, size } from './ids.ts';

export const itemKind = z.enum(['parcel', 'express', 'letter']);
export const damage = z.enum(['crushed', 'torn', 'wet', 'opened', 'leaking', 'missing', 'other']);
/** Why an item was not taken at all [M7, M8]. */
export const turnAwayReason = z.enum(['address-unclear', 'not-a-resident', 'refused-by-owner', 'not-allowed-goods']);
export const handOverTo = z.enum(['addressee', 'household', 'trustee']);
/** How the one who takes it was known [M4]. */
export const identifiedBy = z.enum(['card', 'code', 'document']);
export const undeliverableReason = z.enum(['unreachable', 'moved-away', 'not-known-here', 'address-wrong']);
export const returnReason = z.enum(['refused', 'undeliverable', 'unclaimed', 'settled']);
export const settlement = z.enum(['delivered', 'to-shelf', 'to-return', 'lost']);

export const deskShapes = {
  ItemReceived: {
    holdId: id,
    kind: itemKind,
    householdId: id,
    personId: id,
    staffId: id,
    carrier: z.string().max(30),
    waybill: z.string().nullable(),
    size: size.nullable(),
    condition,
    damage: damage.nullable(),
    /** The number of the photo taken of the damage [M2]. */
    photo: z.string().max(40).nullable(),
    consent: z.enum(['locker', 'desk', 'door', 'ask', 'agreed-by-phone']),
  },
  ItemTurnedAway: { staffId: id, carrier: z.string().max(30), waybillTail: z.string().max(4), reason: turnAwayReason },
  /** `receiptId` names the signature and the document, sealed apart from the chain; `digest` is theirs. */
  ItemHandedOver: {
    holdId: id,
    receiptId: id,
    staffId: id,
    to: handOverTo,
    personId: id.nullable(),
    identified: identifiedBy,
    /** Only of a trustee who is not registered: the addressee consented on the phone. */
    agreedByPhone: z.literal(true).optional(),
    digest,
  },
  ItemRefused: { holdId: id, staffId: id, reason: z.enum(['refused', 'damaged']) },
  ItemUndeliverable: { holdId: id, staffId: id, reason: undeliverableReason },
  PublicNoticePosted: { holdId: id, staffId: id },
  /** One `returnId` for a whole list signed once by the carrier's person. */
  ItemReturned: { holdId: id, returnId: id, staffId: id, reason: returnReason, digest },
  DisputeSettled: { holdId: id, staffId: id, outcome: settlement, shelf: z.int().min(1).nullable() },
} satisfies Record<string, z.ZodRawShape>;
