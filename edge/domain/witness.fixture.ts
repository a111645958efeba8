// What must hold after every step, told from the facts alone and from the rows alone.
import assert from 'node:assert/strict';
import type { Fact } from '../contract/events.ts';
import { isOver } from './custody/hold.ts';
import { isUnderWay, nextState, type OpeningInput, type OpeningState } from './openings/opening.ts';
import { type State, tableNames } from './state.ts';

/** What the facts alone tell of openings, compartments, visits and items, kept apart from the rows under test. */
export class Witness {
  readonly openings = new Map<string, { state: OpeningState; holdId: string; at: string }>();
  readonly ended = new Set<string>();
  /** Live visits by what they began with. */
  readonly visits = new Map<string, string>();
  /** Items that came in and did not go out, by who answers for them. */
  readonly inHouse = new Map<string, 'courier' | 'desk'>();

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
        assert.ok(this.visits.has(data.visitId), 'a grant for a visit that is over [S11]');
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
      case 'CredentialSpent':
      case 'CredentialRevoked':
        this.ended.add(data.credentialId);
        break;
      case 'StaffSignedIn':
        this.ended.delete(data.sessionId);
        break;
      case 'StaffSignedOut':
        this.ended.add(data.sessionId);
        break;
      case 'VisitBegan':
        assert.ok(!this.ended.has(data.credentialId), 'a credential that had ended [S11]');
        this.visits.set(data.visitId, data.credentialId);
        break;
      case 'VisitEnded':
        this.visits.delete(data.visitId);
        break;
    }
    this.#follow({ type, data } as Fact);
  }

  /** Who has the item: it leaves by its door, against a signature, or by the word of who settles a dispute, and in no other way. */
  #follow({ type, data }: Fact): void {
    const leaves = (holdId: string): void => {
      assert.ok(this.inHouse.delete(holdId), `${type} of what is not in the house`);
    };
    switch (type) {
      case 'ParcelRegistered':
        this.inHouse.set(data.holdId, 'courier');
        break;
      case 'ItemReceived':
        this.inHouse.set(data.holdId, 'desk');
        break;
      case 'ParcelCollected':
      case 'ParcelReturned': {
        const opening = this.openings.get(data.openingId);
        assert.equal(opening?.state, 'closed', 'out of the house without open and closed [S5]');
        assert.equal(opening?.holdId, data.holdId);
        leaves(data.holdId);
        break;
      }
      case 'ParcelWithdrawn':
        assert.equal(this.inHouse.get(data.holdId), 'courier', 'what the desk received is never withdrawn');
        leaves(data.holdId);
        break;
      case 'ItemHandedOver':
      case 'ItemReturned':
        leaves(data.holdId);
        break;
      case 'ParcelDisputed':
        if (!this.inHouse.has(data.holdId)) this.inHouse.set(data.holdId, 'courier');
        break;
      case 'DisputeSettled':
        if (data.outcome === 'delivered' || data.outcome === 'lost') leaves(data.holdId);
        break;
    }
  }

  /** The rows know of exactly these items that they are in the house. */
  checkItems(state: State): void {
    const rows = [...state.all('holds')].filter(({ status }) => !isOver(status)).map(({ id }) => id);
    assert.deepEqual(rows.sort(), [...this.inHouse.keys()].sort());
  }
}

/** Nothing half-done, nothing in two places, no place kept for nothing. */
export const checkRows = (state: State): void => {
  const behind = new Map<string, string>();
  for (const hold of state.all('holds')) {
    const active = hold.openingId !== null && isUnderWay(state.get('openings', hold.openingId)?.state ?? 'closed');
    const visit = hold.visitId === null ? undefined : state.get('visits', hold.visitId);
    // What the desk received is in the desk's hands until it has a place.
    if (hold.status === 'registered')
      assert.ok(active || visit || hold.staffId !== null, 'half-done: registered, and nobody there');
    if (hold.status === 'in-hand') assert.ok(active, 'half-done: in hand, and no door under way');
    if (isOver(hold.status) || hold.place === null) continue;
    const place =
      'shelf' in hold.place ? `shelf ${hold.place.shelf}` : `${hold.place.cabinet}/${hold.place.compartment}`;
    assert.equal(behind.get(place), undefined, `two parcels in ${place}`);
    behind.set(place, hold.id);
    const row = 'shelf' in hold.place ? state.get('shelf', String(hold.place.shelf)) : state.get('compartments', place);
    assert.equal(row?.holdId, hold.id);
  }
  for (const { id, holdId } of state.all('shelf'))
    assert.equal(behind.get(`shelf ${id}`), holdId, `shelf ${id} kept for nothing`);
  for (const { id, holdId } of state.all('compartments'))
    if (holdId !== null) assert.equal(behind.get(id), holdId, `${id} kept for nothing`);
  for (const visit of state.all('visits'))
    assert.ok(visit.openings.filter((id) => isUnderWay(state.get('openings', id)?.state ?? 'closed')).length <= 1);
};

/** All rows, to compare. */
export const rowsOf = (state: State): Map<string, unknown> => {
  return new Map(
    tableNames.flatMap((table) => [...state.all(table)].map((row) => [`${table} ${row.id}`, row] as const)),
  );
};
