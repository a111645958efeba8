// A small site to try the rules on: given facts, when a command, then the facts or the refusal.
import assert from 'node:assert/strict';
import type { Command } from '../contract/commands.ts';
import { eventData, eventTypes, type Fact, type Instant, type Recorded } from '../contract/events.ts';
import type { Refusal } from '../contract/refusals.ts';
import { decide } from './decider.ts';
import { type Decision, isRefused, type SiteLayout, type Supply } from './decision.ts';
import { evolve } from './evolve.ts';
import { latest } from './latest.ts';
import { memory } from './overlay.ts';
import type { State } from './state.ts';

export type Asked = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never;

/** A UUIDv7 that a reader can tell from the others. */
export const uuid = (n: number): string => `01920000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
/** 64 hex digits that look like nothing a person typed. */
export const digest = (text: string): string =>
  [...text]
    .map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('')
    .padStart(64, '0')
    .slice(-64);
/** The n-th id that the scene itself has made. */
export const made = (n: number): string => uuid(0x10000 + n);
export const lookupsOf = (credentialId: string, issue = 0): { code: string; qr: string } => ({
  code: digest(`c${credentialId.slice(-8)}${issue}`),
  qr: digest(`q${credentialId.slice(-8)}${issue}`),
});

export const site: SiteLayout = {
  cabinets: [
    {
      id: 'a',
      label: 'A',
      compartments: [
        { compartment: 1, size: 'S', low: true },
        { compartment: 2, size: 'M', low: true },
        { compartment: 3, size: 'S', low: false },
        { compartment: 4, size: 'S', low: false },
        { compartment: 5, size: 'M', low: false },
        { compartment: 6, size: 'L', low: false },
      ],
    },
    { id: 'b', label: 'B', compartments: [{ compartment: 1, size: 'S', low: false }] },
  ],
  terminals: [
    { id: 'lobby', cabinets: ['a'] },
    { id: 'gate', cabinets: ['a', 'b'] },
  ],
  shelfPlaces: 2,
};

export const start: Instant = { wallMs: 1_800_000_000_000, clock: 'synced', boot: uuid(0xb001), monoMs: 1_000 };

export interface Scene {
  readonly state: State;
  readonly history: readonly Recorded[];
  now: Instant;
  /** Records facts as they are. */
  given(...facts: Fact[]): Scene;
  /** Time goes on, on both clocks. */
  passes(ms: number): Scene;
  /** The command is decided and what follows is recorded. */
  when(command: Asked): Outcome;
}
export interface Outcome extends Decision {
  /** Exactly these facts, or exactly this refusal with whatever facts. Answers the scene as it is afterwards. */
  gives(expected: Fact[] | Refusal): Scene;
  /** These facts by name, whether the answer is a refusal or not. */
  tells(...types: Fact['type'][]): Scene;
}

const supplyOf = (): Supply => {
  let n = 0;
  return {
    id: () => {
      n += 1;
      return made(n);
    },
    lookups: lookupsOf,
    digest: () => digest('sealed'),
  };
};

const schemas = new Map(eventTypes.map((type) => [type, eventData(type)]));
/** Every fact has the shape that is published. */
export const checked = ({ type, data }: Fact): void => {
  schemas.get(type)?.parse(data);
};

/** An empty site at its start; `supply` makes ids and codes. */
export const scene = (supply: Supply = supplyOf()): Scene => {
  const rows = memory();
  const history: Recorded[] = [];
  let latestMs = 0;
  const record = (facts: readonly Fact[]): void => {
    for (const fact of facts) {
      checked(fact);
      latestMs = latest(latestMs, self.now);
      const recorded = { ...fact, at: self.now };
      history.push(recorded);
      rows.apply(evolve(rows, recorded));
    }
  };
  const self: Scene = {
    state: rows,
    history,
    now: start,
    given(...facts) {
      record(facts);
      return self;
    },
    passes(ms) {
      self.now = { ...self.now, wallMs: self.now.wallMs + ms, monoMs: self.now.monoMs + ms };
      return self;
    },
    when(command) {
      const { now } = self;
      latestMs = latest(latestMs, now);
      const asked = { ...command, commandId: uuid(0xc0) } as Command;
      const decision = decide(rows, asked, { now, latestMs, site, supply });
      record(decision.facts);
      return {
        ...decision,
        gives(expected) {
          if (Array.isArray(expected)) {
            assert.ok(!isRefused(decision.answer), JSON.stringify(decision.answer));
            assert.deepEqual(decision.facts, expected);
          } else assert.deepEqual(decision.answer, expected);
          return self;
        },
        tells(...types) {
          assert.deepEqual(
            decision.facts.map(({ type }) => type),
            types,
            JSON.stringify(decision.answer),
          );
          return self;
        },
      };
    },
  };
  return self;
};
