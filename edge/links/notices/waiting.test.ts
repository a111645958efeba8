// Whom notices are for: owners of what waits, in a compartment or at the desk, and of nothing else.
import assert from 'node:assert/strict';
import { by, handsOver, openDesk, receives } from '../../domain/custody/desk.fixture.ts';
import { ids } from '../../domain/people.fixture.ts';
import { type Asked, type Scene, site } from '../../domain/scene.fixture.ts';
import { waitingParcels } from './waiting.ts';

const told = ({ state }: Scene) => [...waitingParcels(state, site)].map(({ id, place }) => [id, place.label]);

describe('notices', () => {
  it('are for what the desk received, as for what couriers bring [M1]', () => {
    const scene = openDesk();
    scene.when(receives({ kind: 'letter', waybill: null }));
    assert.deepEqual(told(scene), [[ids.hold, 'S01']]);
  });

  const ends: Asked[] = [
    { kind: 'RefuseItems', by, holdIds: [ids.hold], reason: 'refused' },
    { kind: 'MarkUndeliverable', by, holdIds: [ids.hold], reason: 'unreachable' },
    handsOver(),
  ];
  for (const ask of ends)
    it(`are over after ${ask.kind}`, () => {
      const scene = openDesk();
      scene.when(receives());
      scene.when(ask);
      assert.deepEqual(told(scene), []);
    });
});
