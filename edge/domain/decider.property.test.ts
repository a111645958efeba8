// Whatever people and devices do, in whatever order: what must hold after each step.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Recorded } from '../contract/events.ts';
import { onDuty, otherBy } from './custody/desk.fixture.ts';
import { deskSteps } from './custody/desk-steps.fixture.ts';
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
const checkAnswer = (before: { door: boolean }, asked: Asked, { facts, answer, receipts = [] }: Outcome): void => {
  const types = facts.map(({ type }) => type);
  if (isRefused(answer) && answer.refused === 'not-recognised') {
    const isCode = 'way' in asked ? asked.way === 'code' : 'identified' in asked && asked.identified === 'code';
    assert.equal(types[0], isCode ? 'AttemptFailed' : 'ScanRefused', 'S12');
  } else if (isRefused(answer) && answer.refused !== 'no-match') assert.deepEqual(facts, []);
  if (asked.kind === 'MatchRecipient' && isRefused(answer) && answer.refused === 'no-match') {
    assert.deepEqual(types, ['RecipientMismatched']);
    assert.deepEqual(Object.keys(answer), ['refused', 'attemptsLeft'], 'nothing tells room from phone');
  }
  for (const { type, data } of facts) {
    const signedAs = type === 'ItemHandedOver' ? data.receiptId : type === 'ItemReturned' ? data.returnId : undefined;
    if (signedAs === undefined) continue;
    const strokes = receipts.find(({ id }) => id === signedAs)?.data?.strokes.flat() ?? [];
    assert.ok(strokes.length > 0, `${type} without a signature [M4]`);
  }
  assert.ok(types.filter((type) => type === 'OpeningGranted').length <= 1, 'one door for one command [S4]');
  if (asked.kind === 'RecordReport' && asked.report.kind === 'opened' && !before.door)
    assert.equal(types.filter((type) => type === 'OpeningOpened' || type === 'DoorForced').length, 1, 'S6');
};

const all = [...steps, ...deskSteps];

const play = (draws: readonly [number, number][]): { scene: Scene; kinds: Set<string> } => {
  const scene = openSite().given(...onDuty(), ...onDuty(otherBy, ['guard', 'supervisor']));
  const witness = new Witness();
  const kinds = new Set<string>();
  let made = 0;
  const fresh = (): string => {
    made += 1;
    return uuid(0x20000 + made);
  };
  for (const [which, n] of draws) {
    const asked = all[which % all.length]?.(n)(scene, fresh);
    if (!asked) continue;
    const door =
      asked.kind === 'RecordReport' &&
      'compartment' in asked.report &&
      scene.state.get('compartments', `a/${asked.report.compartment}`)?.door === 'open';
    const outcome = scene.when(asked);
    for (const fact of outcome.facts) {
      witness.see(fact);
      kinds.add(fact.type);
      if (fact.type === 'ParcelPlaced' && fact.data.openingId !== null && 'shelf' in fact.data.place)
        kinds.add('fetched to the desk');
    }
    checkAnswer({ door }, asked, outcome);
    checkRows(scene.state);
    witness.checkItems(scene.state);
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
      'ItemReceived',
      'ItemHandedOver',
      'ItemRefused',
      'ItemUndeliverable',
      'PublicNoticePosted',
      'ItemReturned',
      'DisputeSettled',
      'fetched to the desk',
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
