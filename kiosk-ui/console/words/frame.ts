// The frame's section of the words.
import type { Language } from '../contract.ts';
import { en } from './en.ts';
import type { Section } from './section.ts';
import type { FrameWords } from './words.ts';
import { zhCn } from './zh-cn.ts';
import { zhHk } from './zh-hk.ts';
import { zhTw } from './zh-tw.ts';

export const frameWords: Section<FrameWords> = { 'zh-CN': zhCn, 'zh-HK': zhHk, 'zh-TW': zhTw, en };

export const languages: readonly Language[] = ['zh-CN', 'zh-HK', 'zh-TW', 'en'];

export const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(frameWords, text);
