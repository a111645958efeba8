// Whatever is tapped, typed, scanned and answered, in whatever order, the flow keeps its promises.
import fc from 'fast-check';
import { courierSample, doorSample, parcelSample, recipientSample, sampleId, visitSample } from '../samples.fixture.ts';
import type { VisitView } from './contract.ts';
import type { Input } from './flow.ts';
import { atHome, type Path } from './path.fixture.ts';
import { isDoorBusy } from './state.ts';

const stages = ['unlocking', 'retrying', 'open', 'closed', 'stuck', 'aborted'] as const;
const door = fc.option(
  fc
    .record({ stage: fc.constantFrom(...stages), n: fc.nat({ max: 2 }), emptying: fc.boolean() })
    .map(({ stage, n, emptying }) => doorSample({ stage, openingId: sampleId(500 + n), emptying })),
);
const visit: fc.Arbitrary<VisitView> = fc
  .record({ n: fc.nat({ max: 2 }), isCourier: fc.boolean(), door, over: fc.boolean(), hasRecipient: fc.boolean() })
  .map(({ n, isCourier, door: shown, over, hasRecipient }) =>
    (isCourier ? courierSample : visitSample)({
      visitId: sampleId(n),
      name: `secret-${n}`,
      door: shown,
      over,
      parcels: [parcelSample(n)],
      recipient: isCourier && hasRecipient ? recipientSample() : null,
    }),
  );
const holdId = fc.constantFrom(sampleId(100), sampleId(101));
const tap: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom<Input>(
    { kind: 'tick' },
    { kind: 'touched' },
    { kind: 'erase' },
    { kind: 'clear' },
    { kind: 'enter' },
    { kind: 'back' },
    { kind: 'restart' },
    { kind: 'stay' },
    { kind: 'confirm-shelf' },
    { kind: 'other-household' },
    { kind: 'go', to: 'courier' },
    { kind: 'go', to: 'own' },
    { kind: 'go', to: 'waybill' },
    { kind: 'go', to: 'parcels' },
    { kind: 'consent', agreed: true },
    { kind: 'consent', agreed: false },
    { kind: 'deposit', condition: 'intact', size: 'M' },
    { kind: 'make-proxy', hours: 4 },
    { kind: 'problem', problem: 'empty', kept: false },
    { kind: 'link', up: false },
    { kind: 'link', up: true },
  ),
  fc.constantFrom(...'0123456789').map((key): Input => ({ kind: 'key', key })),
  fc.constantFrom('CARD-7', 'SF1384420915577', '').map((value): Input => ({ kind: 'scanned', value })),
  holdId.map((id): Input => ({ kind: 'open', holdId: id })),
  holdId.map((id): Input => ({ kind: 'ask-proxy', holdId: id })),
  holdId.map((id): Input => ({ kind: 'ask-problem', holdId: id })),
  visit.map((view): Input => ({ kind: 'visit', visit: view })),
);
type Event =
  | { kind: 'input'; input: Input }
  | { kind: 'answer'; visit: VisitView; isLate: boolean }
  | { kind: 'wait'; ms: number };
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: tap.map((input): Event => ({ kind: 'input', input })) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer' as const), visit, isLate: fc.boolean() }) },
  { weight: 1, arbitrary: fc.nat({ max: 200_000 }).map((ms): Event => ({ kind: 'wait', ms })) },
);

const step = (path: Path, happening: Event): Path => {
  if (happening.kind === 'wait') return path.wait(happening.ms);
  if (happening.kind === 'input') return path.put(happening.input);
  const turn = path.flow.turn - (happening.isLate ? 1 : 0);
  return path.put({ kind: 'answered', turn, answer: { kind: 'visit', visit: happening.visit } });
};

/** Runs `check` after each event of many random visits. */
const always = (check: (after: Path, before: Path, happening: Event) => boolean): void => {
  const holds = fc.property(fc.array(event, { maxLength: 60 }), (events) => {
    let path = atHome();
    return events.every((happening) => {
      const before = path;
      path = step(before, happening);
      return check(path, before, happening);
    });
  });
  fc.assert(holds, { seed: 20_261_121, numRuns: 400 });
};

describe('on every path', () => {
  it('nothing of a visit is left once it is not on the screen', () => {
    always(({ flow }) => flow.visit !== null || !JSON.stringify({ ...flow, kiosk: null }).includes('secret'));
  });

  it('a screen of a visit has its visit, and a screen before it has none', () => {
    always(({ flow }) => (flow.visit === null) === ['home', 'courier'].includes(flow.step.at));
  });

  it('a visit with an open door stays on the screen until the edge says otherwise', () => {
    always(
      (after, before, happening) =>
        !isDoorBusy(before.flow.visit) ||
        happening.kind === 'answer' ||
        (happening.kind === 'input' && happening.input.kind === 'visit') ||
        after.flow.visit?.visitId === before.flow.visit?.visitId,
    );
  });

  it('a request waits for the answer of the one before', () => {
    always((after, before, happening) => {
      const asked = after.asked.slice(before.asked.length).filter(({ to }) => to !== 'end');
      const isFree = !before.flow.isSending || happening.kind === 'answer';
      return asked.length === 0 || isFree;
    });
  });

  it("a visit's requests go to that visit", () => {
    always((after, before) =>
      after.asked
        .slice(before.asked.length)
        .every(
          (request) =>
            request.to === 'identify' || request.to === 'end' || request.visitId === before.flow.visit?.visitId,
        ),
    );
  });
});
