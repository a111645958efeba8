// The pages about people: residents, couriers, and how long their data is kept.
import type { Language } from '../contract.ts';
import type { Page } from '../pages.ts';
import { peopleWords } from '../words/people.ts';
import { privacyWords } from '../words/people-privacy.ts';
import type { Section } from '../words/section.ts';
import { Couriers } from './couriers.tsx';
import { People } from './people.tsx';
import { Privacy } from './privacy.tsx';

const titled = (titleIn: (language: Language) => string): Section<string> => ({
  'zh-CN': titleIn('zh-CN'),
  'zh-HK': titleIn('zh-HK'),
  'zh-TW': titleIn('zh-TW'),
  en: titleIn('en'),
});

export const peoplePages: readonly Page[] = [
  {
    name: 'people',
    group: 'people',
    icon: 'people',
    title: titled((language) => peopleWords[language].people.title),
    right: 'search-people',
    View: People,
  },
  {
    name: 'couriers',
    group: 'people',
    icon: 'courier',
    title: titled((language) => peopleWords[language].couriers.title),
    right: 'search-people',
    View: Couriers,
  },
  {
    name: 'privacy',
    group: 'office',
    icon: 'shield',
    title: titled((language) => privacyWords[language].title),
    right: 'run-retention',
    View: Privacy,
  },
];
