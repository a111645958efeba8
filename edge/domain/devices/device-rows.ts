// Rows of what the sensors say of doors, and of cabinets that are there or away.
import type { Instant } from '../../contract/events.ts';
import type { Evolvers } from '../evolve.ts';
import { type Cabinet, type Change, type Compartment, compartmentOf, put, type State } from '../state.ts';

type DeviceEvent =
  | 'DoorForced'
  | 'DoorsObserved'
  | 'CompartmentBlocked'
  | 'CompartmentReleased'
  | 'CabinetPresenceChanged'
  | 'CabinetFaultRaised'
  | 'CabinetFaultCleared';

const change = (state: State, at: { cabinet: string; compartment: number }, part: Partial<Compartment>): Change[] => {
  const row = compartmentOf(state, at.cabinet, at.compartment);
  return [put('compartments', { ...row, ...part })];
};

const cabinetOf = (state: State, id: string, at: Instant): Cabinet =>
  state.get('cabinets', id) ?? { id, presence: 'offline', since: at, faults: [] };

export const deviceEvolvers: Evolvers<DeviceEvent> = {
  DoorForced: (state, data) => change(state, data, { door: 'open' }),
  DoorsObserved: (state, { cabinet, doors }) =>
    doors.flatMap(({ compartment, door }) => change(state, { cabinet, compartment }, { door })),
  CompartmentBlocked: (state, data) => change(state, data, { blocked: data.reason }),
  CompartmentReleased: (state, data) => change(state, data, { blocked: null }),
  CabinetPresenceChanged: (state, { cabinet, presence }, at) => [
    put('cabinets', { ...cabinetOf(state, cabinet, at), presence, since: at }),
  ],
  CabinetFaultRaised: (state, { cabinet, fault }, at) => {
    const row = cabinetOf(state, cabinet, at);
    const faults = row.faults.includes(fault) ? row.faults : [...row.faults, fault];
    return [put('cabinets', { ...row, faults })];
  },
  CabinetFaultCleared: (state, { cabinet, fault }, at) => {
    const row = cabinetOf(state, cabinet, at);
    return [put('cabinets', { ...row, faults: row.faults.filter((one) => one !== fault) })];
  },
};
