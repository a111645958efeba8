// The page of registers.
import type { Page } from '../pages.ts';
import { registersWords } from '../words/registers.ts';
import { Registers } from './registers.tsx';

export const registerPages: readonly Page[] = [
  {
    name: 'registers',
    group: 'office',
    icon: 'book',
    title: {
      'zh-CN': registersWords['zh-CN'].title,
      'zh-HK': registersWords['zh-HK'].title,
      'zh-TW': registersWords['zh-TW'].title,
      en: registersWords.en.title,
    },
    right: 'read-registers',
    View: Registers,
  },
];
