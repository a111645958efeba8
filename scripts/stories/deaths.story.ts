// The edge or the bridge dies at any step of an opening: no bolt moves twice, no record is lost, and every parcel is accounted for.
import assert from 'node:assert/strict';
import { beginByCode, closeDoor, deliver, fateOf, push } from './errands.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { neighbour } from './people.fixture.ts';
import { eventsOf, ofOpening } from './record.fixture.ts';
import { Site } from './site.fixture.ts';
import { isRefusal } from './visitor.fixture.ts';

const times = process.env.MENFANG_FULL ? 20 : 2;
const patienceMs = 60_000 + times * 60_000;
const steps = ['granted', 'ordered', 'pulsed', 'opened', 'recorded', 'closed'] as const;
type Step = (typeof steps)[number];

/** One site for each part that dies: both stories run at the same time, for most of it is waiting. */
class Deathbed {
  readonly site = new Site();
  readonly #part: 'edge' | 'bridge';

  constructor(part: 'edge' | 'bridge') {
    this.#part = part;
  }

  async run(): Promise<void> {
    const { site } = this;
    for (let round = 0; round < times; round += 1) {
      const holds = await deliver(site, neighbour, ...steps.map(() => 'S' as const));
      for (const [i, step] of steps.entries()) await this.#die(step, holds[i] ?? '');
      await this.#settle();
      for (const holdId of holds) await this.#account(holdId);
      await site.check();
    }
  }

  async #die(step: Step, holdId: string): Promise<void> {
    const { site } = this;
    const { code } = await site.codeOf(holdId);
    const door = await eventually('the terminal free again', async () => {
      const said = await site.visitor().try('identify', { way: 'code', value: code });
      return isRefusal(said) && said.refused === 'door-busy' ? undefined : 'door' in said ? said.door : undefined;
    });
    assert.ok(door, `the code opens its door (${step})`);
    await this.#reach(step, door);
    await site.kill(this.#part);
    await site.run(this.#part);
    await site.online();
    site.shutAll();
  }

  async #reach(step: Step, door: Parameters<typeof push>[1]): Promise<void> {
    const { site } = this;
    const recorded = (type: string) => async (): Promise<boolean> =>
      ofOpening(await site.events(), door.openingId).some((event) => event.type === type);
    const { compartment } = door.place;
    const moved = (what: 'pulse' | 'open' | 'closed') => (): boolean => {
      const last = site.bolts().findLast((entry) => ('pulse' in entry ? entry.pulse : entry.lock) === compartment);
      if (last === undefined) return false;
      return 'pulse' in last ? what === 'pulse' : what === last.door || (what === 'pulse' && last.door === 'open');
    };
    switch (step) {
      case 'granted':
        return;
      case 'ordered':
        await eventually(step, recorded('OpeningOrdered'));
        return;
      case 'pulsed':
        await eventually(step, moved('pulse'));
        return;
      case 'opened':
        await eventually(step, moved('open'));
        return;
      case 'recorded':
        await eventually(step, recorded('OpeningOpened'));
        return;
      case 'closed':
        await eventually(step, recorded('OpeningOpened'));
        push(site, door);
        await eventually(step, moved('closed'));
        return;
    }
  }

  /** Every opening has come to its end. */
  async #settle(): Promise<void> {
    const { site } = this;
    await eventually(
      'the end of every opening',
      async () => {
        site.shutAll();
        const events = await site.events();
        const ended = new Set(
          [...eventsOf(events, 'OpeningClosed'), ...eventsOf(events, 'OpeningAborted')].map(
            ({ data }) => data.openingId,
          ),
        );
        return eventsOf(events, 'OpeningGranted').every(({ data }) => ended.has(data.openingId));
      },
      patienceMs,
    );
  }

  /** Collected, or still to be collected, where needed after somebody has looked. */
  async #account(holdId: string): Promise<void> {
    const { site } = this;
    const fate = await fateOf(site, holdId);
    if (fate === 'ParcelCollected') return;
    assert.equal(fate, 'ParcelPlaced');
    const place = eventsOf(await site.events(), 'ParcelPlaced').find(({ data }) => data.holdId === holdId)?.data.place;
    assert.ok(place && 'cabinet' in place);
    await site.office('releaseCompartment', place);
    const visitor = await beginByCode(site, holdId);
    await closeDoor(site, visitor);
    assert.equal(await fateOf(site, holdId), 'ParcelCollected');
    await visitor.ask('leave');
  }
}

describe('an opening during which a program dies', function () {
  this.timeout(patienceMs);
  const deathbeds = [new Deathbed('edge'), new Deathbed('bridge')];
  before(() => Promise.all(deathbeds.map(({ site }) => site.start())));
  after(() => Promise.all(deathbeds.map(({ site }) => site.stop())));

  it('moves no bolt twice and loses no record, whichever of edge and bridge is killed at whichever step [S1–S6]', async () => {
    await Promise.all(deathbeds.map((one) => one.run()));
  });
});
