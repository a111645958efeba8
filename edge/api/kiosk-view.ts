// What a terminal is and how it stands, as its page sees it.
import type { KioskView } from '../contract/api.ts';
import type { Instant } from '../contract/events.ts';
import { standing } from '../domain/identity/attempts.ts';
import { type State, terminalOf } from '../domain/state.ts';
import { compartmentLabel } from '../words/places.ts';

export interface CabinetPicture {
  id: string;
  label: string;
  /** From the bottom row up. */
  rows: { compartments: { n: number; size: 'S' | 'M' | 'L' }[] }[];
}
export interface TerminalPicture {
  id: string;
  siteTitle: string;
  dutyPhone: string;
  screen: KioskView['screen'];
  cabinets: CabinetPicture[];
}

export const kioskView = (state: State, terminal: TerminalPicture, now: Instant): KioskView => {
  const row = terminalOf(state, terminal.id);
  const stand = standing(row, now);
  return {
    terminal: terminal.id,
    siteTitle: terminal.siteTitle,
    dutyPhone: terminal.dutyPhone,
    screen: terminal.screen,
    cabinets: terminal.cabinets.map(({ id, label, rows }) => ({
      id,
      label,
      online: state.get('cabinets', id)?.presence === 'online',
      rows: [...rows]
        .reverse()
        .map(({ compartments }) =>
          compartments.map(({ n, size }) => ({ compartment: n, label: compartmentLabel(label, n), size })),
        ),
    })),
    waitSeconds: stand.kind === 'waits' ? Math.ceil(stand.forMs / 1000) : 0,
    attended: stand.kind === 'attended',
    clockTrusted: now.clock !== 'unknown',
    calledAt: row.calledAt,
    now: now.wallMs,
  };
};
