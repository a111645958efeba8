// What comes from the edge: views of the visit, answers to requests, refusals. It decides which page of the visit is open.
import type { Refusal, VisitView } from './contract.ts';
import { afterMatch } from './entry.ts';
import { type Moved, stay, tell } from './moved.ts';
import type { Answer } from './request.ts';
import { type Flow, freshFlow, isDoorBusy, type Step } from './state.ts';

const order = { unlocking: 0, retrying: 1, open: 2, closed: 3, stuck: 3, aborted: 3 } as const;

/** An answer may come after a newer view of the stream: a door never goes back within one opening. */
const isOlder = (old: VisitView | null, fresh: VisitView): boolean =>
  old?.door != null && old.door.openingId === fresh.door?.openingId && order[fresh.door.stage] < order[old.door.stage];

const isNewDoor = (flow: Flow, visit: VisitView): boolean =>
  visit.door !== null && (flow.door?.openingId !== visit.door.openingId || flow.door.stage !== visit.door.stage);

/** The first page after identification. */
const firstStep = (visit: VisitView): Step => {
  if (visit.role === 'courier') return { at: 'waybill', text: '' };
  return visit.door === null ? { at: 'parcels' } : { at: 'door', kept: null };
};

const afterDoor = (visit: VisitView, step: Step): Step => {
  if (visit.role !== 'courier' || visit.door?.stage !== 'closed') return { at: 'door', kept: keptOf(step) };
  return visit.door.purpose === 'take-back' ? { at: 'own' } : { at: 'waybill', text: '' };
};
const keptOf = (step: Step): boolean | null => (step.at === 'door' ? step.kept : null);

const stepFor = (flow: Flow, visit: VisitView): Step => {
  const { step } = flow;
  const unconfirmed = visit.parcels.find((parcel) => parcel.actions.includes('confirm-shelf'));
  if (isDoorBusy(visit)) return step.at === 'problem' ? step : { at: 'door', kept: keptOf(step) };
  if (unconfirmed) return { at: 'shelf', holdId: unconfirmed.holdId };
  if (flow.visit === null) return firstStep(visit);
  if (step.at === 'shelf') return { at: 'waybill', text: '' };
  if (isNewDoor(flow, visit)) return afterDoor(visit, step);
  if (step.at === 'recipient' && flow.isSending && visit.recipient)
    return afterMatch(step.waybill, visit.recipient.consent);
  // The stream may show a match before its answer comes: only a parcel that is new answers this page.
  if (step.at === 'condition' && visit.parcels.length > flow.visit.parcels.length) return { at: 'waybill', text: '' };
  return step;
};

/** A person's own settings add to what was chosen on the screen; they take nothing away. */
const wishFor = (flow: Flow, visit: VisitView): Flow['wish'] => {
  if (flow.visit !== null) return flow.wish;
  const language = flow.wish.language === flow.usual.language ? visit.language : null;
  return {
    language: language ?? flow.wish.language,
    elder: flow.wish.elder || visit.elder,
    low: flow.wish.low || visit.low,
  };
};

/** A whole view of the visit, by the stream or as an answer. */
export const showVisit = (flow: Flow, visit: VisitView, now: number): Moved => {
  if (flow.visit !== null && flow.visit.visitId !== visit.visitId) return stay(flow);
  if (isOlder(flow.visit, visit)) return stay(flow);
  if (visit.over) return stay(freshFlow(flow.usual, { ...flow, turn: flow.turn + 1 }, now));
  const moves = isNewDoor(flow, visit) || flow.visit === null;
  return stay({
    ...flow,
    visit,
    step: stepFor(flow, visit),
    wish: wishFor(flow, visit),
    touchedAt: moves ? now : flow.touchedAt,
    door: isNewDoor(flow, visit) && visit.door ? { ...visit.door, at: now } : flow.door,
  });
};

const afterRefusal = (flow: Flow, refusal: Refusal): Step => {
  const { step } = flow;
  if (step.at === 'home' || step.at === 'courier') return { ...step, digits: '' };
  if (step.at === 'recipient') {
    const isClosed = refusal.refused === 'too-many-mismatches';
    return isClosed ? { at: 'waybill', text: '' } : { ...step, field: 'room', phone: '' };
  }
  if (step.at === 'condition' && refusal.refused === 'waybill-in-house') return { at: 'waybill', text: '' };
  return step;
};

const showRefusal = (flow: Flow, refusal: Refusal, now: number): Flow => {
  if (refusal.refused === 'visit-over') {
    return tell(freshFlow(flow.usual, { ...flow, turn: flow.turn + 1 }, now), 'visit-over');
  }
  const told = tell({ ...flow, step: afterRefusal(flow, refusal) }, refusal.refused, refusal.attemptsLeft ?? null);
  if (refusal.waitSeconds === undefined || flow.kiosk === null) return told;
  return { ...told, kiosk: { ...flow.kiosk, waitSeconds: refusal.waitSeconds }, kioskAt: now };
};

/** An answer for somebody who has left: the visit is ended, unless a door is open already, which must have a screen. */
const tooLate = (flow: Flow, answer: Answer, now: number): Moved => {
  if (answer.kind !== 'visit' || answer.visit.over) return stay(flow);
  const isFree = flow.visit === null && !flow.isSending;
  if (isFree && isDoorBusy(answer.visit)) return showVisit(flow, answer.visit, now);
  if (flow.visit?.visitId === answer.visit.visitId) return stay(flow);
  return { flow, request: { to: 'end', visitId: answer.visit.visitId, body: {} } };
};

/** The answer to the one request under way. `turn` is the person it was sent for. */
export const takeAnswer = (flow: Flow, { turn, answer }: { turn: number; answer: Answer }, now: number): Moved => {
  if (turn !== flow.turn) return tooLate(flow, answer, now);
  const free: Flow = { ...flow, isSending: false };
  switch (answer.kind) {
    case 'visit': {
      const shown = showVisit(flow, answer.visit, now);
      return stay({ ...shown.flow, isSending: false });
    }
    case 'proxy':
      return stay(flow.step.at === 'proxy' ? { ...free, step: { ...flow.step, proxy: answer.proxy } } : free);
    case 'refused':
      return stay(showRefusal(free, answer.refusal, now));
    case 'lost':
      return stay(tell(flow.visit === null ? { ...free, step: { at: 'home', digits: '' } } : free, 'lost'));
  }
};
