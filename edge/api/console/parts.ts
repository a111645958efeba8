// Every handler of the console, from the rooms they live in, and what they share: the ledger's views and the search index.
import type { SiteLayout } from '../../domain/decision.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { RegisterSettings } from '../../words/registers.ts';
import { openSiteTime } from '../../words/site-time.ts';
import type { CabinetPicture } from '../kiosk-view.ts';
import { openAccount } from './account.ts';
import { openDoors } from './doors.ts';
import { openHandOver } from './hand-over.ts';
import type { FileHandlers, Handlers } from './handlers.ts';
import { openItems } from './items.ts';
import { openLists } from './lists.ts';
import { openPeople } from './people.ts';
import { openPeopleFiles } from './people-files.ts';
import { openPrivacy, type PrivacyOptions } from './privacy.ts';
import { openReceive } from './receive.ts';
import { registerFacts } from './register-facts.ts';
import { openRegisters } from './registers.ts';
import { openReturns } from './returns.ts';
import type { SignInScene } from './scene.ts';
import { openSearch } from './search.ts';
import { openSignIn } from './sign-in.ts';
import { openSignedIn } from './signed-in.ts';
import { openSite, type SiteOptions } from './site.ts';
import { openStaff } from './staff.ts';

export interface PartsOptions extends SignInScene {
  ledger: Ledger;
  layout: SiteLayout;
  /** Every cabinet of the site. */
  pictures: readonly CabinetPicture[];
  registers: RegisterSettings;
  links: SiteOptions['links'];
  retention: PrivacyOptions['retention'];
}

export interface Parts {
  handlers: Handlers & FileHandlers;
  start(): void;
  stop(): Promise<void>;
}

export const openParts = (options: PartsOptions): Parts => {
  const { dispatch, ledger, keys, now, newId, layout, registers } = options;
  const { title, timeZone } = options.site;
  const lists = openLists(ledger, () => now().wallMs);
  const search = openSearch({ dispatch });
  const counter = { dispatch, site: layout, keys, now };
  const people = { dispatch, keys, search, now, newId, time: openSiteTime(timeZone) };
  const listed = { ...counter, ledger, timeZone, lists, search, newId };
  return {
    handlers: {
      ...openSignedIn(options),
      ...openSignIn(options),
      ...openAccount(options),
      ...openStaff(options),
      ...openSite({ ...listed, pictures: options.pictures, links: options.links }),
      ...openItems(listed),
      ...openReceive({ ...counter, search, newId }),
      ...openHandOver(counter),
      ...openReturns(counter),
      ...openDoors(counter),
      ...openPeople(people),
      ...openPeopleFiles(people),
      ...openPrivacy({ dispatch, ledger, retention: options.retention, newId }),
      ...openRegisters({
        dispatch,
        facts: registerFacts(ledger),
        keys,
        asOf: () => lists.asOf(),
        newId,
        site: { title, timeZone, registers },
      }),
    },
    start: () => lists.start(),
    stop: async () => {
      search.stop();
      await lists.stop();
    },
  };
};
