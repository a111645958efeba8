// The words of the page of registers.
import { registersEn } from './registers-en.ts';
import type { RegistersWords } from './registers-words.ts';
import { registersZhCn } from './registers-zh-cn.ts';
import { registersZhHk } from './registers-zh-hk.ts';
import { registersZhTw } from './registers-zh-tw.ts';
import type { Section } from './section.ts';

export const registersWords: Section<RegistersWords> = {
  'zh-CN': registersZhCn,
  'zh-HK': registersZhHk,
  'zh-TW': registersZhTw,
  en: registersEn,
};
