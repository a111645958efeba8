// What stands in one field of a register: a pure function of the column and of the row's record.
import type { Stroke } from '../../contract/desk-commands.ts';
import type { Language } from '../../contract/ids.ts';
import type { SiteTime } from '../site-time.ts';
import type { Column, Part, Words } from './register.ts';
import { wordOf } from './vocabulary.ts';

/** Personal data whose key was destroyed: its place in the row stays, its content does not [P]. */
export const erased = { isErased: true } as const;
type Erased = typeof erased;
interface Signed {
  strokes: Stroke[];
}

export type RecordValue = string | number | null | Erased | Signed | RegisterRecord;
/** What is known of one row; columns find their values in it by dotted paths. Times are wall ms. */
export interface RegisterRecord {
  [name: string]: RecordValue;
}

export interface Speech {
  language: Language;
  time: SiteTime;
}

export type Cell =
  | { kind: 'text'; text: string }
  /** `at`: the site's clock face as UTC ms. */
  | { kind: 'time'; text: string; at: number; precision: 'day' | 'minute' }
  | { kind: 'signature'; text: string; strokes: Stroke[] };

export const erasedWords: Words = {
  'zh-CN': '已按保存期限清除',
  'zh-HK': '已按保存期限清除',
  'zh-TW': '已依保存期限清除',
  en: 'Erased at the end of its retention',
};
/** Where no picture can stand. */
export const signedWords: Words = { 'zh-CN': '已签', 'zh-HK': '已簽', 'zh-TW': '已簽', en: 'Signed' };

const clauseEnd: Words = { 'zh-CN': '；', 'zh-HK': '；', 'zh-TW': '；', en: '; ' };

const isBranch = (value: RecordValue): value is Erased | Signed | RegisterRecord =>
  typeof value === 'object' && value !== null;
const isErased = (value: RecordValue): value is Erased => value === erased;
const isSigned = (value: RecordValue): value is Signed =>
  isBranch(value) && 'strokes' in value && Array.isArray(value.strokes);
const isRecord = (value: RecordValue): value is RegisterRecord =>
  isBranch(value) && !isErased(value) && !isSigned(value);

/** The value at `path`, null where the way ends before it. */
const valueAt = (record: RegisterRecord, path: string): RecordValue =>
  path
    .split('.')
    .reduce<RecordValue>(
      (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null),
      record,
    );

const textOf = ({ as }: Part, value: RecordValue, { language, time }: Speech): string => {
  if (value === null) return '';
  if (isErased(value)) return erasedWords[language];
  if (typeof value === 'number') {
    if (as === 'day') return time.day(value);
    return as === 'minute' ? time.minute(value) : String(value);
  }
  if (typeof value === 'string')
    return as === 'text' || as === 'day' || as === 'minute' || as === 'signature'
      ? value
      : (wordOf(as, value)?.[language] ?? value);
  throw new Error(`a register writes "${as}" where the record holds a whole branch`);
};

/** Throws when a column's path leads to something that cannot be written: a bug of the register's data. */
export const cellOf = (column: Column, record: RegisterRecord, speech: Speech): Cell => {
  const { language, time } = speech;
  const [first, ...more] = column.parts;
  const value = valueAt(record, first.path);
  if (first.as === 'signature' && isSigned(value))
    return { kind: 'signature', text: signedWords[language], strokes: value.strokes };
  if ((first.as === 'day' || first.as === 'minute') && more.length === 0 && typeof value === 'number')
    return { kind: 'time', text: textOf(first, value, speech), at: time.face(value), precision: first.as };
  const clauses: string[][] = [[]];
  for (const part of column.parts) {
    const text = textOf(part, valueAt(record, part.path), speech);
    if (text === '') continue;
    if (part.label !== undefined) clauses.push([part.label[language]]);
    clauses.at(-1)?.push(text);
  }
  const said = clauses.filter((words) => words.length > 0).map((words) => words.join(' '));
  return { kind: 'text', text: said.join(clauseEnd[language]) };
};
