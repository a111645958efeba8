// The words of the contract that the console uses: types only, so that no schema library reaches the page.
import type { ConsoleAnswer } from '../../edge/contract/console/routes.ts';
import type { staffRow } from '../../edge/contract/console/sign-in.ts';
import type { cabinetView, compartmentView, SiteView } from '../../edge/contract/console/site-view.ts';

export type { PlaceView } from '../../edge/contract/api.ts';
export type { ItemRow } from '../../edge/contract/console/items.ts';
export type { PersonRow } from '../../edge/contract/console/people.ts';
export type {
  ConsoleAnswer,
  ConsoleAsked,
  ConsoleFile,
  ConsoleRequest,
  ConsoleRoute,
} from '../../edge/contract/console/routes.ts';
export type { SessionView } from '../../edge/contract/console/sign-in.ts';
export type { EventType } from '../../edge/contract/events.ts';
export type { Language, Size } from '../../edge/contract/ids.ts';
export type { Refusal, RefusalCode } from '../../edge/contract/refusals.ts';
export type { Fault } from '../../edge/contract/reports.ts';
export type { Right, StaffRole } from '../../edge/contract/rights.ts';
export type { SiteView };

export type Hello = ConsoleAnswer<'hello'>;
export type StaffRow = (typeof staffRow)['_zod']['output'];
export type CabinetView = (typeof cabinetView)['_zod']['output'];
export type CompartmentView = (typeof compartmentView)['_zod']['output'];
export type CompartmentState = CompartmentView['state'];
export type Alert = SiteView['alerts'][number];
