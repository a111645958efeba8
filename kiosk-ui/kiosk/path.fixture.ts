// A visit told as a row of inputs, for tests of the flow: what is shown at the end, and everything that was asked.

import { kioskSample } from '../samples.fixture.ts';
import type { KioskView, VisitView } from './contract.ts';
import { type Flow, firstFlow, type Input, next } from './flow.ts';
import type { Answer, Request } from './request.ts';

export interface Path {
  flow: Flow;
  asked: Request[];
  now: number;
  put(...inputs: Input[]): Path;
  wait(ms: number): Path;
  keys(text: string): Path;
  answer(answer: Answer): Path;
  seen(visit: VisitView): Path;
}

const pathOf = (flow: Flow, asked: Request[], now: number): Path => {
  const put = (...inputs: Input[]): Path => {
    let at = flow;
    const all = [...asked];
    for (const input of inputs) {
      const moved = next(at, input, now);
      at = moved.flow;
      if (moved.request !== null) all.push(moved.request);
    }
    return pathOf(at, all, now);
  };
  return {
    flow,
    asked,
    now,
    put,
    wait: (ms) => pathOf(flow, asked, now + ms).put({ kind: 'tick' }),
    keys: (text) => put(...Array.from(text, (key): Input => ({ kind: 'key', key }))),
    answer: (answer) => put({ kind: 'answered', turn: flow.turn, answer }),
    seen: (visit) => put({ kind: 'visit', visit }),
  };
};

/** A kiosk that has just heard from its edge. */
export const atHome = (kiosk: Partial<KioskView> = {}): Path =>
  pathOf(firstFlow({ language: 'zh-CN', elder: false, low: false }, 0), [], 0).put({
    kind: 'kiosk',
    kiosk: kioskSample(kiosk),
  });

/** Somebody has identified by card, and the edge answers with `visit`. */
export const inVisit = (visit: VisitView, kiosk: Partial<KioskView> = {}): Path =>
  atHome(kiosk).put({ kind: 'scanned', value: 'CARD-1' }).answer({ kind: 'visit', visit });
