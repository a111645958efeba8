// The recorded permission to open one compartment once [S1, S2, S4]: the only place where one is made.
import type { Fact } from '../../contract/events.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { Supply } from '../decision.ts';
import { activeOpening, compartmentOf, type Opening, type State, type Visit } from '../state.ts';

export interface Wanted {
  holdId: string;
  cabinet: string;
  compartment: number;
  purpose: Opening['purpose'];
  attempt: number;
}

/** One door at a time for a visit, and one visit at a time for a door. */
export const grantOpening = (
  state: State,
  visit: Visit,
  want: Wanted & { supply: Supply },
): { fact: Fact } | { refused: RefusalCode } => {
  const { supply, ...wanted } = want;
  const row = compartmentOf(state, wanted.cabinet, wanted.compartment);
  if (activeOpening(state, visit)) return { refused: 'door-busy' };
  if (row.openingId !== null) return { refused: 'door-busy' };
  if (row.blocked !== null) return { refused: 'door-blocked' };
  // Its sensor could not tell this opening from the one that is there.
  if (row.door === 'open') return { refused: 'door-busy' };
  if (state.get('cabinets', wanted.cabinet)?.presence !== 'online') return { refused: 'device-away' };
  return {
    fact: {
      type: 'OpeningGranted',
      data: { openingId: supply.id(), visitId: visit.id, personId: visit.personId, ...wanted },
    },
  };
};
