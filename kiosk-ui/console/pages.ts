// Every page of the console, in the order of the navigation. The desk's and the people's stand in rooms of their own.
import type { ComponentType } from 'preact';
import { accountPages } from './account/pages.ts';
import type { Right, SiteView } from './contract.ts';
import { deskPages } from './desk/pages.ts';
import type { IconName } from './parts/icon.tsx';
import { peoplePages } from './people/pages.ts';
import { registerPages } from './registers/pages.ts';
import { sitePages } from './site/pages.ts';
import type { Section } from './words/section.ts';

export const groups = ['desk', 'people', 'site', 'office'] as const;

export interface Page {
  /** First step of the address: `#/staff`. */
  name: string;
  group: (typeof groups)[number];
  icon: IconName;
  title: Section<string>;
  /** Offered to whoever holds it; the edge checks again. */
  right: Right;
  /** How many things wait there; 0 shows nothing. */
  count?(site: SiteView): number;
  /** `path` is what follows the name in the address: `#/items/due` gives `['due']`. */
  View: ComponentType<{ path: readonly string[] }>;
}

export const pages: readonly Page[] = [...deskPages, ...peoplePages, ...sitePages, ...registerPages, ...accountPages];

/** What this sign-in is offered; the first one is where it begins. */
export const pagesFor = (may: readonly Right[]): readonly Page[] => pages.filter(({ right }) => may.includes(right));
