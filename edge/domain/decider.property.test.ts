// Whatever people and devices do, in whatever order: what must hold after each step.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Recorded } from '../contract/events.ts';
import { isRefused } from './decision.ts';
import { evolve } from './evolve.ts';
import { memory } from './overlay.ts';
import { openSite } from './people.fixture.ts';
import { type Asked, type Outcome, type Scene, uuid } from './scene.fixture.ts';
import type { State } from './state.ts';
import { steps } from './steps.fixture.ts';
import { checkRows, rowsOf, Witness } from './witness.fixture.ts';

const fold = (history: readonly Recorded[]): State => {
  const rows = memory();
  for (const fact of history) rows.apply(evolve(rows, fact));
  return rows;
};

/** What one answer must be, seen with the state before it. */
const checkAnswer = (before: { door: boolean }, asked: Asked, { facts, answer }: Outcome): void => {
  const types = facts.map(({ type }) => type);
  const refusedCode = asked.kind === 'Identify' && asked.way === 'code' && isRefused(answer);
  if (refusedCode && answer.refused === 'not-recognised') assert.equal(types[0], 'AttemptFailed', 'S12');
  else if (isRefused(answer) && answer.refused !== 'no-match') assert.deepEqual(facts, []);
  if (asked.kind === 'MatchRecipient' && isRefused(answer) && answer.refused === 'no-match') {
    assert.deepEqual(types, ['RecipientMismatched']);
    assert.deepEqual(Object.keys(answer), ['refused', 'attemptsLeft'], 'nothing tells room from phone');
  }
  assert.ok(types.filter((type) => type === 'OpeningGranted').length <= 1, 'one door for one command [S4]');
  if (asked.kind === 'RecordReport' && asked.report.kind === 'opened' && !before.door)
    assert.equal(types.filter((type) => type === 'OpeningOpened' || type === 'DoorForced').length, 1, 'S6');
};

const play = (draws: readonly [number, number][]): { scene: Scene; kinds: Set<string> } => {
  const scene = openSite();
  const witness = new Witness();
  const kinds = new Set<string>();
  let made = 0;
  const fresh = (): string => {
    made += 1;
    return uuid(0x20000 + made);
  };
  for (const [which, n] of draws) {
    const asked = steps[which % steps.length]?.(n)(scene, fresh);
    if (!asked) continue;
    const door =
      asked.kind === 'RecordReport' &&
      'compartment' in asked.report &&
      scene.state.get('compartments', `a/${asked.report.compartment}`)?.door === 'open';
    const outcome = scene.when(asked);
    for (const fact of outcome.facts) {
      witness.see(fact);
      kinds.add(fact.type);
    }
    checkAnswer({ door }, asked, outcome);
    checkRows(scene.state);
  }
  return { scene, kinds };
};

const anyDraws = fc.array(fc.tuple(fc.nat({ max: 10_000 }), fc.nat({ max: 10_000 })), {
  minLength: 30,
  maxLength: 150,
});

describe('whatever happens', () => {
  it('every invariant holds after each step, and the facts alone give the same rows', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyDraws, (draws) => {
        const { scene, kinds } = play(draws);
        for (const kind of kinds) seen.add(kind);
        assert.deepEqual(rowsOf(fold(scene.history)), rowsOf(scene.state));
      }),
      { seed: 20_260_101, numRuns: Number(process.env.DOSE ?? 150) },
    );
    // A walk that never gets anywhere would hold everything.
    for (const kind of [
      'ParcelCollected',
      'ParcelReturned',
      'ParcelDisputed',
      'ParcelWithdrawn',
      'DoorForced',
      'CredentialSpent',
      'ShelfAssigned',
      'AttemptFailed',
      'RecipientMismatched',
    ])
      assert.ok(seen.has(kind), `${kind} was never reached`);
  });

  it('a restart leaves no visit, and nothing registered but behind an open door', () => {
    fc.assert(
      fc.property(anyDraws, (draws) => {
        const { scene } = play(draws);
        scene.when({ kind: 'StartNode', boot: uuid(0xb999), version: '0' });
        assert.deepEqual([...scene.state.all('visits')], []);
        checkRows(scene.state);
      }),
      { seed: 7, numRuns: 30 },
    );
  });
});
