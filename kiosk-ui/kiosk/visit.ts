// The model behind the screens: holds the flow, sends what it asks for, listens to the edge. Constructed once in main.tsx.
import { type ReadonlySignal, signal } from '@preact/signals';
import { beat, call, readVisit, send } from '../edge.ts';
import type { KioskView, VisitView } from './contract.ts';
import { type Flow, firstFlow, type Input, next } from './flow.ts';
import type { Request } from './request.ts';
import { createTone } from './sound.ts';
import type { Wish } from './state.ts';
import { listen } from './stream.ts';
import { listenToWedge } from './wedge.ts';

const tickMs = 1_000;
const beatMs = 5_000;

export interface VisitModel {
  flow: ReadonlySignal<Flow>;
  /** Milliseconds of the page's monotonic clock, at the last input or tick. */
  now: ReadonlySignal<number>;
  put(input: Input): void;
  /** The same short tone for every key. */
  tone(): void;
  callPerson(): void;
  start(): void;
  stop(): void;
}

const reasonOf = ({ step, visit, told }: Flow): 'help' | 'code-lost' | 'door' | 'courier' => {
  if (step.at === 'door' || step.at === 'problem') return 'door';
  if (visit?.role === 'courier' || step.at === 'courier') return 'courier';
  return step.at === 'home' && told !== null ? 'code-lost' : 'help';
};

/** `usual` is what the screen returns to between visitors. Nothing runs before `start()`. */
export const createVisit = (usual: Wish): VisitModel => {
  const flow = signal(firstFlow(usual, performance.now()));
  const now = signal(performance.now());
  const endings: (() => void)[] = [];
  let leaving = new AbortController();
  let heardVisit: { visitId: string; end: () => void } | null = null;

  const ask = async (request: Request, turn: number): Promise<void> => {
    // Ending a visit goes on after its person has left; everything else stops with them.
    const stop = request.to === 'end' ? new AbortController().signal : leaving.signal;
    const answer = await send(request, stop);
    if (request.to !== 'end') put({ kind: 'answered', turn, answer });
  };

  const listenToVisit = (visitId: string): (() => void) =>
    listen<VisitView>(`/api/visits/${visitId}/stream`, 'visit', {
      heard: (visit) => put({ kind: 'visit', visit }),
      link: () => undefined,
      refused: () => void recheck(visitId, flow.value.turn),
    });
  const recheck = async (visitId: string, turn: number): Promise<void> => {
    const answer = await readVisit(visitId);
    if (answer !== null && flow.value.turn === turn) put({ kind: 'answered', turn, answer });
  };

  const followVisit = (): void => {
    const visitId = flow.value.visit?.visitId ?? null;
    if (visitId === (heardVisit?.visitId ?? null)) return;
    heardVisit?.end();
    heardVisit = visitId === null ? null : { visitId, end: listenToVisit(visitId) };
  };

  const put = (input: Input): void => {
    const before = flow.value;
    now.value = performance.now();
    const moved = next(before, input, now.value);
    flow.value = moved.flow;
    if (moved.flow.turn !== before.turn) {
      leaving.abort();
      leaving = new AbortController();
    }
    followVisit();
    if (moved.request !== null) void ask(moved.request, moved.flow.turn);
  };

  const callPerson = async (): Promise<void> => {
    put({ kind: 'dialog', dialog: 'called' });
    const kiosk = await call(reasonOf(flow.value), new AbortController().signal);
    if (kiosk !== null) put({ kind: 'kiosk', kiosk });
  };

  const startHeart = (): (() => void) => {
    let frames = 0;
    let beatenAt = 0;
    let handle = requestAnimationFrame(function draw(at) {
      frames += 1;
      if (at - beatenAt >= beatMs) {
        beatenAt = at;
        void beat({ frames });
      }
      handle = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(handle);
  };

  return {
    flow,
    now,
    put,
    tone: createTone(),
    callPerson: () => void callPerson(),
    start: () => {
      const touched = (): void => put({ kind: 'touched' });
      document.addEventListener('pointerdown', touched, true);
      const ticking = setInterval(() => put({ kind: 'tick' }), tickMs);
      endings.push(
        listen<KioskView>('/api/kiosk/stream', 'kiosk', {
          heard: (kiosk) => put({ kind: 'kiosk', kiosk }),
          link: (up) => put({ kind: 'link', up }),
          refused: () => undefined,
        }),
        listenToWedge(document, (value) => put({ kind: 'scanned', value })),
        startHeart(),
        () => clearInterval(ticking),
        () => document.removeEventListener('pointerdown', touched, true),
      );
    },
    stop: () => {
      leaving.abort();
      heardVisit?.end();
      heardVisit = null;
      for (const end of endings.splice(0)) end();
    },
  };
};
