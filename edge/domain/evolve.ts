// Facts → rows: the only way live state changes, the same at the moment of a commit and when the ledger is folded again from zero.
import type { EventData, EventType, Instant, Recorded } from '../contract/events.ts';
import { alertEvolvers } from './alerts/alert.ts';
import { deskEvolvers } from './custody/desk-rows.ts';
import { holdEvolvers } from './custody/hold-rows.ts';
import { deviceEvolvers } from './devices/device-rows.ts';
import { identityEvolvers } from './identity/identity-rows.ts';
import { peopleEvolvers } from './identity/people-rows.ts';
import { staffEvolvers } from './identity/staff-rows.ts';
import { latest } from './latest.ts';
import { openingEvolvers } from './openings/opening-rows.ts';
import { type Change, put, type State } from './state.ts';

export type Evolver<T extends EventType> = (state: State, data: EventData<T>, at: Instant) => Change[];
export type Evolvers<T extends EventType> = { [K in T]: Evolver<K> };

const evolvers: Evolvers<EventType> = {
  ...identityEvolvers,
  ...staffEvolvers,
  ...peopleEvolvers,
  ...holdEvolvers,
  ...deskEvolvers,
  ...openingEvolvers,
  ...deviceEvolvers,
  ...alertEvolvers,
};

/** Coarse, so that not every commit writes this row too. */
const latestEveryMs = 60_000;

const timeGoesOn = (state: State, { at }: Recorded): Change[] => {
  const node = state.get('node', 'node');
  const latestMs = latest(node?.latestMs ?? 0, at);
  return node && latestMs - node.latestMs >= latestEveryMs ? [put('node', { ...node, latestMs })] : [];
};

/** The rows that `fact` changes. Pure; a fact about something no longer live changes nothing. */
export const evolve = (state: State, fact: Recorded): Change[] => {
  const evolver = evolvers[fact.type] as (state: State, data: Recorded['data'], at: Instant) => Change[];
  return [...timeGoesOn(state, fact), ...evolver(state, fact.data, fact.at)];
};
