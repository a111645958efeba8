// A section of the console's words: one part's texts in four languages, each written by itself; a missing one does not compile.
import type { Language } from '../contract.ts';

/**
 * How a part gets its words: an interface, four objects of it (files `NAME-zh-cn.ts` … `NAME-en.ts`, or one file when they are few), and
 * `export const NAMEWords: Section<…> = {…}` in `words/NAME.ts`. A component calls `useWords(NAMEWords)`. The test of this folder finds every exported section.
 */
export type Section<Words> = Readonly<Record<Language, Words>>;
