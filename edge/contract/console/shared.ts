// Small shapes that several pages of the console use.
import { z } from 'zod';
import { id, wallMs } from '../ids.ts';
import { staffRoles } from '../rights.ts';

/** Every change carries an id made by the page: sending it again after a lost answer does nothing twice. */
export const command = { commandId: id };
export const staffRole = z.enum(staffRoles);
export const nothing = z.strictObject({});
/** A calendar day at the site. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2026-11-21');
/** Where a list goes on; opaque. */
export const cursor = z.string().max(200);
/** When what is shown was true. */
export const asOf = { asOf: wallMs };
/**
 * Strokes of a signature: each is x, y, x, y … in thousandths of the pad's width and height. At least one stroke of two points; an empty pad is no signature.
 */
export const strokes = z
  .array(z.array(z.int().min(0).max(1000)).min(4).max(4000))
  .min(1)
  .max(60)
  .refine((pen) => pen.flat().length <= 8_000, 'sign again, shorter');
/** The last four characters of an identity document; the whole number is never asked [K3]. */
export const documentTail = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[0-9A-Z]{4}$/, 'write the last four characters');
export const document = z.strictObject({
  type: z.enum(['identity-card', 'passport', 'residence-permit', 'driving-licence']),
  tail: documentTail,
});
