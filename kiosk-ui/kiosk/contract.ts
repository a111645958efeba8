// The words of the edge's contract that the page uses: types only, so that no schema library reaches the screen.
import type { condition, DoorView, reportProblem } from '../../edge/contract/api.ts';
import type { Refusal as AnyRefusal, KioskRefusalCode } from '../../edge/contract/refusals.ts';

export type { DoorView, KioskView, ParcelView, PlaceView, ProxyView, VisitView } from '../../edge/contract/api.ts';
export type { Language, Size } from '../../edge/contract/ids.ts';

export type Condition = (typeof condition)['_zod']['output'];
export type Problem = (typeof reportProblem)['_zod']['output']['problem'];
export type Stage = DoorView['stage'];
export type RefusalCode = KioskRefusalCode;
/** A kiosk is never told what concerns consoles only. */
export type Refusal = AnyRefusal & { refused: RefusalCode };
