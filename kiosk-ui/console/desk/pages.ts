// The pages of the front desk.
import type { Page } from '../pages.ts';
import { deskHandOver } from '../words/desk-hand-over.ts';
import { deskItems } from '../words/desk-items.ts';
import { deskReceive } from '../words/desk-receive.ts';
import { deskReturns } from '../words/desk-returns.ts';
import type { Section } from '../words/section.ts';
import { HandOver } from './hand-over.tsx';
import { Items } from './items.tsx';
import { Receive } from './receive.tsx';
import { Returns } from './returns.tsx';

const titles = (words: Section<{ title: string }>): Section<string> => ({
  'zh-CN': words['zh-CN'].title,
  'zh-HK': words['zh-HK'].title,
  'zh-TW': words['zh-TW'].title,
  en: words.en.title,
});

export const deskPages: readonly Page[] = [
  {
    name: 'receive',
    group: 'desk',
    icon: 'receive',
    title: titles(deskReceive),
    right: 'receive-items',
    View: Receive,
  },
  {
    name: 'hand-over',
    group: 'desk',
    icon: 'handOver',
    title: titles(deskHandOver),
    right: 'hand-over-items',
    View: HandOver,
  },
  {
    name: 'items',
    group: 'desk',
    icon: 'list',
    title: titles(deskItems),
    right: 'see-items',
    count: ({ counts }) => counts.waiting,
    View: Items,
  },
  {
    name: 'returns',
    group: 'desk',
    icon: 'courier',
    title: titles(deskReturns),
    right: 'return-items',
    count: ({ counts }) => counts.due,
    View: Returns,
  },
];
