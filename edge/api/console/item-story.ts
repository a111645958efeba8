// One item's whole story as people read it: each fact of the ledger with who did it, where, and its particulars.
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import { place as placeSchema } from '../../contract/events.ts';
import type { Actor, Body, Row } from '../../ledger/unit.ts';
import { maskName } from '../../words/masking.ts';
import { placeView } from '../../words/places.ts';
import type { Scene } from '../visit-view.ts';

type Step = ConsoleAnswer<'readItem'>['steps'][number];

/** Staff in clear, others masked; empty for devices and the node itself. */
const whoOf = ({ personal }: Scene, { kind, id }: Actor): string => {
  const name = id === undefined ? '' : (personal(id)?.name ?? '');
  if (kind === 'staff') return name;
  return kind === 'person' ? maskName(name) : '';
};

const placeOf = ({ site }: Scene, data: Body['data']): string | null => {
  const { place, shelf, cabinet, compartment } = data;
  for (const told of [place, { shelf }, { cabinet, compartment }]) {
    const parsed = placeSchema.safeParse(told);
    if (parsed.success) return placeView(site, parsed.data).label;
  }
  return null;
};

/** Coded words of the fact, which whoever shows them has words for. */
const particulars = ['kind', 'purpose', 'notice', 'problem', 'where', 'condition', 'damage', 'photo'] as const;
const more = ['to', 'identified', 'reason', 'outcome', 'evidence', 'carrier'] as const;
const detailOf = (data: Body['data']): string =>
  [...particulars, ...more]
    .map((key) => data[key])
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' · ');

/** One step for each row, in their order. */
export const stepsOf = (scene: Scene, rows: readonly Row[]): Step[] =>
  rows.map(({ body }) => {
    const { at, type, actor, data } = JSON.parse(body) as Body;
    return { at: at.wallMs, type, who: whoOf(scene, actor), place: placeOf(scene, data), detail: detailOf(data) };
  });
