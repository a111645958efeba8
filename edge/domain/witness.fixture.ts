// What must hold after every step, told from the facts alone and from the rows alone.
import assert from 'node:assert/strict';
import type { Fact } from '../contract/events.ts';
import { isUnderWay, nextState, type OpeningInput, type OpeningState } from './openings/opening.ts';
import type { State, Table } from './state.ts';

/** What the facts alone tell of each opening and each compartment, kept apart from the rows under test. */
export class Witness {
  readonly openings = new Map<string, { state: OpeningState; holdId: string; at: string }>();
  readonly ended = new Set<string>();

  see({ type, data }: Fact): void {
    const move = (input: OpeningInput, id: string): void => {
      const opening = this.openings.get(id);
      const next = opening && nextState(opening.state, input);
      assert.ok(opening && next, `${input} of an opening that is ${opening?.state}`);
      opening.state = next;
    };
    switch (type) {
      case 'OpeningGranted': {
        assert.ok(!this.openings.has(data.openingId));
        const at = `${data.cabinet}/${data.compartment}`;
        for (const other of this.openings.values())
          assert.ok(other.at !== at || !isUnderWay(other.state), 'two grants on one door');
        this.openings.set(data.openingId, { state: 'granted', holdId: data.holdId, at });
        break;
      }
      case 'OpeningOrdered':
        move('order', data.openingId);
        break;
      case 'OpeningOpened':
        move('open', data.openingId);
        break;
      case 'OpeningClosed':
        move('close', data.openingId);
        break;
      case 'OpeningAborted':
        move('abort', data.openingId);
        break;
      case 'ParcelCollected':
      case 'ParcelReturned': {
        const opening = this.openings.get(data.openingId);
        assert.equal(opening?.state, 'closed', 'out of the house without open and closed [S5]');
        assert.equal(opening?.holdId, data.holdId);
        assert.ok(!this.ended.has(data.holdId), 'left the house twice');
        this.ended.add(data.holdId);
        break;
      }
      case 'CredentialSpent':
      case 'CredentialRevoked':
        this.ended.add(data.credentialId);
        break;
      case 'VisitBegan':
        assert.ok(!this.ended.has(data.credentialId), 'a credential that had ended [S11]');
        break;
    }
  }
}

/** Nothing half-done, nothing in two places, no place kept for nothing. */
export const checkRows = (state: State): void => {
  const behind = new Map<string, string>();
  for (const hold of state.all('holds')) {
    const active = hold.openingId !== null && isUnderWay(state.get('openings', hold.openingId)?.state ?? 'closed');
    const visit = hold.visitId === null ? undefined : state.get('visits', hold.visitId);
    if (hold.status === 'registered') assert.ok(active || visit, 'half-done: registered, and nobody there');
    if (hold.status === 'in-hand') assert.ok(active, 'half-done: in hand, and no door under way');
    const inside = ['registered', 'placed', 'notified', 'in-hand', 'disputed'].includes(hold.status);
    if (!inside || hold.place === null) continue;
    const place =
      'shelf' in hold.place ? `shelf ${hold.place.shelf}` : `${hold.place.cabinet}/${hold.place.compartment}`;
    assert.equal(behind.get(place), undefined, `two parcels in ${place}`);
    behind.set(place, hold.id);
    const row = 'shelf' in hold.place ? state.get('shelf', String(hold.place.shelf)) : state.get('compartments', place);
    assert.equal(row?.holdId, hold.id);
  }
  for (const { id, holdId } of state.all('compartments'))
    if (holdId !== null) assert.equal(behind.get(id), holdId, `${id} kept for nothing`);
  for (const visit of state.all('visits'))
    assert.ok(visit.openings.filter((id) => isUnderWay(state.get('openings', id)?.state ?? 'closed')).length <= 1);
};

/** All rows, to compare. */
export const rowsOf = (state: State): Map<string, unknown> => {
  const tables: Table[] = [
    'node',
    'households',
    'rooms',
    'people',
    'credentials',
    'lookups',
    'terminals',
    'visits',
    'holds',
    'openings',
    'compartments',
    'cabinets',
    'alerts',
    'shelf',
  ];
  return new Map(tables.flatMap((table) => [...state.all(table)].map((row) => [`${table} ${row.id}`, row] as const)));
};
