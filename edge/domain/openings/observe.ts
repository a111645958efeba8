// What a device says happened, turned into facts: observed always beats ordered.
import type { CommandOf } from '../../contract/commands.ts';
import type { EventData, Fact } from '../../contract/events.ts';
import type { Door, Report } from '../../contract/reports.ts';
import { clear, raise } from '../alerts/alert.ts';
import { spend } from '../custody/collect.ts';
import { type Context, type Decision, done, refuse } from '../decision.ts';
import { compartmentId, compartmentOf, type Opening, type State } from '../state.ts';
import { abort } from './abort.ts';
import { isUnderWay, takesAway } from './opening.ts';
import { closed } from './outcome.ts';

type Said<K extends Report['kind']> = Extract<Report, { kind: K }>;

/** An opening that nobody granted [S6]: recorded, alarmed, and its compartment gives nothing out until somebody has looked. */
const forced = (state: State, cabinet: string, compartment: number, openingId: string | null): Fact[] => {
  const row = compartmentOf(state, cabinet, compartment);
  const block = { cabinet, compartment, reason: 'forced' } as const;
  return [
    { type: 'DoorForced', data: { cabinet, compartment, openingId } },
    ...(row.blocked === null ? [{ type: 'CompartmentBlocked', data: block } as const] : []),
    ...raise(state, 'forced', compartmentId(cabinet, compartment)),
  ];
};

/** The opening that is under way on this compartment, if any. */
const openingAt = (state: State, cabinet: string, compartment: number): Opening | undefined => {
  const id = compartmentOf(state, cabinet, compartment).openingId;
  const opening = id === null ? undefined : state.get('openings', id);
  return opening && isUnderWay(opening.state) ? opening : undefined;
};

/** A board that cannot be heard says nothing of its locks. */
const reasonOf = (result: 'expired' | 'failed', observed: Door): NonNullable<Opening['reason']> => {
  if (result === 'expired') return 'expired';
  return observed === 'unknown' ? 'device-away' : 'device-refused';
};

const answered = (state: State, cabinet: string, said: Said<'answered'>, context: Context): Fact[] => {
  const opening = state.get('openings', said.orderId);
  // A device answers for its own doors only.
  if (opening?.cabinet !== cabinet || opening.compartment !== said.compartment) return [];
  const { result, observed } = said;
  const fact: Fact = {
    type: 'OpeningAnswered',
    data: { openingId: opening.id, result, observed, cause: said.cause ?? null },
  };
  const waits = opening.state === 'granted' || opening.state === 'ordered';
  if (!waits || result === 'done' || result === 'duplicate' || observed === 'open') return [fact];
  return [fact, ...abort(state, context, { opening, reason: reasonOf(result, observed) })];
};

/** The device names the order that moved the bolt: this opening's, or that of the try before it which came late. Without one nobody unlocked [S6]. */
const isOrdered = (state: State, opening: Opening, orderId: string | undefined): boolean => {
  if (orderId === undefined || orderId === opening.id) return orderId !== undefined;
  const { visitId, holdId, cabinet, compartment } = opening;
  const former = state.get('openings', orderId);
  const same = former?.visitId === visitId && former.holdId === holdId;
  return same && former.cabinet === cabinet && former.compartment === compartment;
};

const opened = (state: State, cabinet: string, said: Said<'opened'>): Fact[] => {
  const opening = openingAt(state, cabinet, said.compartment);
  const { compartment } = said;
  const again = opening?.state === 'opened' || (!opening && compartmentOf(state, cabinet, compartment).door === 'open');
  if (again) return [{ type: 'DoorsObserved', data: { cabinet, doors: [{ compartment, door: 'open' }] } }];
  if (!opening || !isOrdered(state, opening, said.orderId))
    return forced(state, cabinet, compartment, said.orderId ?? null);
  return [
    { type: 'OpeningOpened', data: { openingId: opening.id } },
    ...(takesAway(opening.purpose) ? spend(state, opening.holdId, opening.id) : []),
  ];
};

const shut = (state: State, cabinet: string, said: Said<'closed'>, context: Context): Fact[] => {
  const { compartment, stableMs } = said;
  const opening = openingAt(state, cabinet, compartment);
  const subject = compartmentId(cabinet, compartment);
  // Forced stays until somebody has looked: a thief closes the door behind him.
  const calm = clear(state, 'held-open', subject);
  if (opening?.state !== 'opened')
    return [{ type: 'DoorsObserved', data: { cabinet, doors: [{ compartment, door: 'closed' }] } }, ...calm];
  return [...closed(state, context, { opening, stableMs }), ...calm];
};

export const recordReport = (state: State, command: CommandOf<'RecordReport'>, context: Context): Decision => {
  const { cabinet, report } = command;
  switch (report.kind) {
    case 'answered':
      return done(answered(state, cabinet, report, context));
    case 'opened':
      return done(opened(state, cabinet, report));
    case 'closed':
      return done(shut(state, cabinet, report, context));
    case 'fault':
      if (state.get('cabinets', cabinet)?.faults.includes(report.fault)) return done([]);
      return done([
        { type: 'CabinetFaultRaised', data: { cabinet, fault: report.fault, detail: report.detail } },
        ...raise(state, 'cabinet-fault', cabinet),
      ]);
    case 'cleared': {
      const left = state.get('cabinets', cabinet)?.faults.filter((fault) => fault !== report.fault) ?? [];
      return done([
        { type: 'CabinetFaultCleared', data: { cabinet, fault: report.fault } },
        ...(left.length === 0 ? clear(state, 'cabinet-fault', cabinet) : []),
      ]);
    }
  }
};

/** A snapshot tells the doors that no report told of; what an opening under way is waiting for comes as its own report. */
export const recordState = (state: State, command: CommandOf<'RecordState'>): Decision => {
  const { cabinet } = command;
  const news = command.state.doors.filter(
    ({ compartment, door }) =>
      compartmentOf(state, cabinet, compartment).door !== door && !openingAt(state, cabinet, compartment),
  );
  const isForced = ({ compartment, door }: (typeof news)[number]): boolean => {
    const row = compartmentOf(state, cabinet, compartment);
    return door === 'open' && (row.door === 'closed' || row.holdId !== null);
  };
  const doors = news.filter((one) => !isForced(one));
  return done([
    ...(doors.length > 0 ? [{ type: 'DoorsObserved', data: { cabinet, doors } } as const] : []),
    ...news.filter(isForced).flatMap(({ compartment }) => forced(state, cabinet, compartment, null)),
  ]);
};

export const recordPresence = (state: State, command: CommandOf<'RecordPresence'>): Decision => {
  const { cabinet, presence } = command;
  const before = state.get('cabinets', cabinet)?.presence;
  if (before === presence) return done([]);
  const data: EventData<'CabinetPresenceChanged'> = { cabinet, presence };
  const calm = presence === 'online' ? clear(state, 'cabinet-offline', cabinet) : [];
  return done([{ type: 'CabinetPresenceChanged', data }, ...calm]);
};

/** Whoever released a compartment has looked into it and shut it: a door that still stands open was not looked at, or its sensor is broken. */
export const releaseCompartment = (state: State, command: CommandOf<'ReleaseCompartment'>): Decision => {
  const { cabinet, compartment } = command;
  const subject = compartmentId(cabinet, compartment);
  const { blocked, door } = compartmentOf(state, cabinet, compartment);
  if (blocked === null) return done([]);
  if (door === 'open')
    return refuse('door-busy', { remedy: 'its door stands open: shut it, or have its sensor mended, then release it' });
  return done([
    { type: 'CompartmentReleased', data: { cabinet, compartment } },
    ...clear(state, 'jammed', subject),
    ...clear(state, 'forced', subject),
    ...clear(state, 'check-compartment', subject),
  ]);
};
