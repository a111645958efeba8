// Importing and exporting a list of people: what can be said of a file and of its rows.
import type { ConsoleAnswer } from '../contract.ts';
import { fileEn } from './people-file-en.ts';
import { fileZhCn } from './people-file-zh-cn.ts';
import { fileZhHk } from './people-file-zh-hk.ts';
import { fileZhTw } from './people-file-zh-tw.ts';
import type { Section } from './section.ts';

export type RowProblem = ConsoleAnswer<'previewPeople'>['problems'][number];

/** Columns of a people file, and the row or the file as a whole. */
export type FileField =
  | 'role'
  | 'room'
  | 'name'
  | 'phone'
  | 'email'
  | 'cards'
  | 'consent'
  | 'shares'
  | 'elder'
  | 'low'
  | 'language'
  | 'relation'
  | 'until'
  | 'agreedBy'
  | 'channels'
  | 'quiet'
  | 'row'
  | 'file';

export interface FileWords {
  title: string;
  lead: string;
  back: string;
  choose: string;
  another: string;
  drop: string;
  columns: string;
  reading: string;
  /** The file was not UTF-8, and how it was read. */
  decoded: (encoding: string) => string;
  decodedLead: string;
  unreadable: string;
  rows: string;
  households: string;
  newPeople: string;
  changedPeople: string;
  /** Nothing is wrong. */
  good: string;
  same: string;
  problems: (n: number) => string;
  problemsLead: string;
  line: string;
  lineN: (n: number) => string;
  wholeFile: string;
  field: string;
  remedy: string;
  importAll: string;
  importGood: string;
  imported: (people: number, households: number) => string;
  leftOut: (n: number) => string;
  codes: string;
  column: Record<FileField, string>;
  fault: Record<RowProblem['code'], (line: number) => string>;
  export: { title: string; lead: string; again: string; submit: string };
}

export const fileWords: Section<FileWords> = {
  'zh-CN': fileZhCn,
  'zh-HK': fileZhHk,
  'zh-TW': fileZhTw,
  en: fileEn,
};
