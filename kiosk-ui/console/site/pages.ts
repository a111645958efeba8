// The page of the site at a glance.
import type { Page } from '../pages.ts';
import { siteWords } from '../words/site.ts';
import { Site } from './site.tsx';

export const sitePages: readonly Page[] = [
  {
    name: 'site',
    group: 'site',
    icon: 'lockers',
    title: {
      'zh-CN': siteWords['zh-CN'].title,
      'zh-HK': siteWords['zh-HK'].title,
      'zh-TW': siteWords['zh-TW'].title,
      en: siteWords.en.title,
    },
    right: 'see-site',
    count: ({ alerts }) => alerts.length,
    View: Site,
  },
];
