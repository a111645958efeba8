// Registers that auditors ask for by name and number, and the retention of personal data.
import { z } from 'zod';
import { id, wallMs } from '../ids.ts';
import { erasedKind } from '../staff-events.ts';
import { asOf, command, day, strokes } from './shared.ts';

const words = z.strictObject({ 'zh-CN': z.string(), 'zh-HK': z.string(), 'zh-TW': z.string(), en: z.string() });
export const registerInfo = z.strictObject({
  id: z.string(),
  title: words,
  /** 《…》 form number, when the office has one. */
  form: z.string().nullable(),
  source: z.string(),
  /** The facts of the ledger that make and change its rows. */
  facts: z.array(z.string()),
  columns: z.array(
    z.strictObject({
      key: z.string(),
      label: words,
      isSignature: z.boolean(),
      /** In characters of a spreadsheet; on paper its share of the page's width. */
      width: z.int(),
      /** The clause that asks for it. */
      source: z.string(),
    }),
  ),
});
export const registerList = z.strictObject({ registers: z.array(registerInfo) });
export const registerQuery = z.strictObject({
  from: day,
  to: day,
  carrier: z.string().max(30).optional(),
  room: z.string().max(30).optional(),
  language: z.enum(['zh-CN', 'zh-HK', 'zh-TW', 'en']).default('zh-CN'),
  /** What is recorded of it: looked at, or put on paper [P1]. */
  use: z.enum(['screen', 'print']).default('screen'),
});
export const registerPage = z.strictObject({
  ...asOf,
  register: registerInfo,
  /** Texts as printed; a signature column holds strokes instead. */
  rows: z.array(z.record(z.string(), z.union([z.string(), strokes]))).max(5000),
  /** The range had more rows than a page takes: narrow it. */
  isCut: z.boolean(),
});

export const retention = z.strictObject({
  rules: z.array(
    z.strictObject({ rule: z.string(), kind: erasedKind, days: z.int(), source: z.string(), due: z.int() }),
  ),
  lastRanAt: wallMs.nullable(),
});
export const runRetention = z.strictObject(command);
export const erased = z.strictObject({ erased: z.int() });
/** Everything the node knows of one person, for that person. */
export const ownData = z.strictObject({
  personId: id,
  data: z.record(z.string(), z.unknown()),
  items: z.array(z.record(z.string(), z.unknown())),
});
