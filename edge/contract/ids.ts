// The identifiers and small values that every program shares.
import { z } from 'zod';

/** UUIDv7, made where the thing is made; doing the same id twice is doing it once. */
export const id = z.uuid();

/** A name that is safe as an MQTT topic level, a certificate CN and a file name. */
export const deviceId = z.string().regex(/^[a-z0-9-]{1,23}$/, 'use 1 to 23 of a-z, 0-9 and "-"');

/** A compartment's number on its cabinet, as printed on the door, from 1. */
export const compartmentNumber = z.int().min(1).max(999);

export const size = z.enum(['S', 'M', 'L']);
export type Size = z.infer<typeof size>;
/** Small to large: a parcel also fits every size after its own. */
export const sizes = size.options;

export const language = z.enum(['zh-CN', 'zh-HK', 'zh-TW', 'en']);
export type Language = z.infer<typeof language>;

/** Wall time, UTC milliseconds since 1970. */
export const wallMs = z.int().min(0);
/** Milliseconds of a monotonic clock that starts anew at each boot. */
export const monoMs = z.number().min(0);
/** SHA-256 or HMAC-SHA-256, lower-case hex. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
