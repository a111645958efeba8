// The site at a glance, as every console shows it: cabinets door by door, shelf, counts, alerts, terminals, notices and headquarters.
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import type { Instant } from '../../contract/events.ts';
import { isOver } from '../../domain/custody/hold.ts';
import type { SiteLayout } from '../../domain/decision.ts';
import { standing } from '../../domain/identity/attempts.ts';
import { compartmentOf, type Hold, type State, terminalOf } from '../../domain/state.ts';
import { compartmentLabel, placeView } from '../../words/places.ts';
import type { CabinetPicture } from '../kiosk-view.ts';
import { isListed } from './item-lists.ts';

type SiteView = ConsoleAnswer<'readSite'>;
type CompartmentView = SiteView['cabinets'][number]['rows'][number][number];
type CabinetView = SiteView['cabinets'][number];

export interface SiteScene {
  state: State;
  site: SiteLayout;
  /** Every cabinet of the site, from the bottom row up. */
  pictures: readonly CabinetPicture[];
  now: Instant;
  /** Items received since the site's midnight. */
  today: number;
  notices: SiteView['notices'];
  hqBehind: number | null;
}

/** Worst first: what somebody has to go and look at hides what is merely so. */
const stateOf = (
  { state }: SiteScene,
  row: ReturnType<typeof compartmentOf>,
  hold: Hold | undefined,
): CompartmentView['state'] => {
  if (state.get('alerts', `forced:${row.id}`)) return 'forced';
  if (row.door === 'open') return 'open';
  if (row.blocked !== null) return 'blocked';
  if (row.door === 'unknown') return 'unknown';
  if (hold === undefined) return 'free';
  return hold.status === 'registered' ? 'reserved' : 'occupied';
};

const cabinetView = (scene: SiteScene, { id, label, rows }: CabinetPicture): CabinetView => {
  const { state, site } = scene;
  const cabinet = state.get('cabinets', id);
  const layout = site.cabinets.find((one) => one.id === id)?.compartments ?? [];
  const lowOnes = new Set(layout.filter(({ low }) => low).map(({ compartment }) => compartment));
  const compartment = ({ n, size }: { n: number; size: CompartmentView['size'] }): CompartmentView => {
    const row = compartmentOf(state, id, n);
    const hold = row.holdId === null ? undefined : state.get('holds', row.holdId);
    return {
      compartment: n,
      label: compartmentLabel(label, n),
      size,
      low: lowOnes.has(n),
      state: stateOf(scene, row, hold),
      blocked: row.blocked,
      holdId: row.holdId,
      since: hold?.placedAt ?? null,
    };
  };
  return {
    id,
    label,
    presence: cabinet?.presence ?? 'offline',
    since: cabinet?.since.wallMs ?? null,
    faults: [...(cabinet?.faults ?? [])],
    rows: [...rows].reverse().map(({ compartments }) => compartments.map(compartment)),
  };
};

const shelfView = ({ state, site }: SiteScene): SiteView['shelf'] => ({
  places: site.shelfPlaces,
  taken: [...state.all('shelf')]
    .map(({ id, holdId }) => {
      const shelf = Number(id);
      return { shelf, label: placeView(site, { shelf }).label, holdId };
    })
    .sort((one, other) => one.shelf - other.shelf),
});

const countsOf = ({ state, now, today }: SiteScene): SiteView['counts'] => {
  const live = [...state.all('holds')].filter(({ status }) => !isOver(status));
  const count = (list: Parameters<typeof isListed>[0]): number =>
    live.filter((item) => isListed(list, item, now)).length;
  const placed = live.flatMap(({ placedAt }) => (placedAt === null ? [] : [placedAt]));
  return {
    waiting: count('waiting'),
    today,
    due: count('due'),
    disputed: count('disputed'),
    toReturn: count('to-return'),
    oldestPlacedAt: placed.length === 0 ? null : placed.reduce((one, other) => Math.min(one, other)),
  };
};

export const siteView = (scene: SiteScene): SiteView => {
  const { state, site, pictures, now, notices, hqBehind } = scene;
  return {
    asOf: now.wallMs,
    cabinets: pictures.map((picture) => cabinetView(scene, picture)),
    shelf: shelfView(scene),
    counts: countsOf(scene),
    alerts: [...state.all('alerts')]
      .map(({ id, kind, subject, since }) => ({ id, kind, subject, since }))
      .sort((one, other) => one.since - other.since),
    terminals: site.terminals.map(({ id }) => {
      const terminal = terminalOf(state, id);
      return {
        id,
        calledAt: terminal.calledAt,
        attended: standing(terminal, now).kind === 'attended',
        frozen: state.get('alerts', `terminal-frozen:${id}`) !== undefined,
      };
    }),
    notices,
    hqBehind,
  };
};
