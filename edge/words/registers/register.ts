// What a register is: a form that auditors ask for by name, described as data. A new one is a file of this shape and a source of rows.
import type { EventType } from '../../contract/events.ts';
import type { Language } from '../../contract/ids.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Words = Record<Language, string>;

export const inWords = (...[zhCn, zhHk, zhTw, en]: [string, string, string, string]): Words => ({
  'zh-CN': zhCn,
  'zh-HK': zhHk,
  'zh-TW': zhTw,
  en,
});

/** One value of a row, found by its dotted path in the row's record. */
export interface Part {
  path: string;
  /** How it is written; the name of a vocabulary turns a coded value into words. */
  as: 'text' | 'day' | 'minute' | 'signature' | Vocabulary;
  /** Stands before the value when there is one, and begins a new clause. */
  label?: Words;
}

export interface Column {
  key: string;
  label: Words;
  /** Written one after another; a signature or a real date is a column's only part. */
  parts: readonly [Part, ...Part[]];
  /** Of its column in a spreadsheet, in characters. */
  width: number;
  /** The clause that asks for this column. */
  source: string;
}

export interface Register {
  id: string;
  title: Words;
  /** The number of the office's form; null where the procedures give none. */
  form: string | null;
  source: string;
  /** The facts of the ledger that make and change its rows. */
  facts: readonly EventType[];
  columns: readonly Column[];
}

export const isSignature = ({ parts: [first] }: Column): boolean => first.as === 'signature';
