// The pages about accounts and rights.
import type { Page } from '../pages.ts';
import { accountWords } from '../words/account.ts';
import type { Section } from '../words/section.ts';
import { Rights } from './rights.tsx';
import { Staff } from './staff.tsx';

const titleOf = (page: 'staff' | 'rights'): Section<string> => ({
  'zh-CN': accountWords['zh-CN'][page].title,
  'zh-HK': accountWords['zh-HK'][page].title,
  'zh-TW': accountWords['zh-TW'][page].title,
  en: accountWords.en[page].title,
});

export const accountPages: readonly Page[] = [
  { name: 'staff', group: 'office', icon: 'key', title: titleOf('staff'), right: 'see-staff', View: Staff },
  { name: 'rights', group: 'office', icon: 'table', title: titleOf('rights'), right: 'see-staff', View: Rights },
];
