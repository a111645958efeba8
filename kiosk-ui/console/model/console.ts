// The console's model: who is signed in, what the site looks like now, and what leads in and out. Made once in `main.tsx`.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConsoleAnswer, Hello, Language, SessionView, SiteView } from '../contract.ts';
import { type Answer, createEdge, type Edge, type Sent } from '../edge.ts';
import { createFollowing, type Following } from './follow.ts';
import { type Idle, idleOf } from './idle.ts';
import { go } from './route.ts';
import { createToasts, type Toasts } from './toasts.ts';

/** Why the sign-in page is shown; null = for no particular reason. */
/** `unconfirmed`: the edge has not answered yet that the sign-in is over; it is asked until it does. */
export type Farewell = 'signed-out' | 'unconfirmed' | 'ended' | null;

export interface Console extends Edge, Following {
  language: Signal<Language>;
  /** Null until the edge has answered. */
  hello: ReadonlySignal<Hello | null>;
  /** Undefined until it is known; null = nobody is signed in. */
  session: ReadonlySignal<SessionView | null | undefined>;
  farewell: ReadonlySignal<Farewell>;
  site: ReadonlySignal<SiteView | null>;
  idle: ReadonlySignal<Idle>;
  /** What is searched for in all lists. It is a person's name as often as not, so it never stands in the address. */
  search: Signal<string>;
  toasts: Toasts;
  /** Asks the edge who is signed in and what this site is, until it answers. */
  begin(): void;
  signIn(body: Sent<'signIn'>): Promise<Answer<SessionView>>;
  makeAccount(body: Sent<'makeAccount'>): Promise<Answer<SessionView>>;
  signOut(): Promise<void>;
  /** Something was pressed. Once the warning is up, only its answer counts. */
  active(): void;
  /** The answer to the warning: go on. */
  stay(): void;
  /** Takes a site view that came as the answer to a command. */
  seeSite(view: ConsoleAnswer<'readSite'>): void;
}

const askAgainMs = 1_000;
/** Somebody who types for long sends nothing meanwhile: the edge is told so often that the person is here. */
const touchEveryMs = 60_000;

export const createConsole = (wish: { language: Language }): Console => {
  const language = signal(wish.language);
  const hello = signal<Hello | null>(null);
  const session = signal<SessionView | null | undefined>(undefined);
  const farewell = signal<Farewell>(null);
  const site = signal<SiteView | null>(null);
  const idle = signal<Idle>({ kind: 'active' });
  const search = signal('');
  const toasts = createToasts();
  const following = createFollowing();
  let lastActive = Date.now();
  let lastTouch = Date.now();
  let timer = 0;

  /** Nothing of the one who leaves stays on the page. */
  const leave = (why: Farewell): void => {
    if (session.value === null) return;
    following.stop();
    clearInterval(timer);
    site.value = null;
    search.value = '';
    idle.value = { kind: 'active' };
    toasts.clear();
    const wasIn = session.value !== undefined;
    farewell.value = wasIn ? why : null;
    session.value = null;
    if (!wasIn) return;
    void edge.read('hello', {}).then((answer) => {
      if (answer.kind === 'answer') hello.value = answer.body;
    });
  };
  const edge = createEdge(() => leave('ended'));

  const touch = (): void => {
    lastTouch = Date.now();
    void edge.read('readSession', {});
  };
  const end = async (why: Farewell): Promise<void> => {
    // Away from the screen first: a dead line must not keep it open.
    let told = edge.ask('signOut', {});
    leave(why);
    while ((await told).kind === 'lost' && session.value === null) {
      farewell.value = 'unconfirmed';
      told = edge.ask('signOut', {});
    }
    if (farewell.value === 'unconfirmed') farewell.value = why;
  };
  const tick = (): void => {
    const at = session.value;
    if (!at) return;
    idle.value = idleOf({ lastActive, idleSeconds: at.idleSeconds, endsAt: at.endsAt }, Date.now());
    if (idle.value.kind === 'over') void end('ended');
    else if (lastActive > lastTouch && Date.now() - lastTouch > touchEveryMs) touch();
  };
  const enter = (view: SessionView): void => {
    lastActive = Date.now();
    lastTouch = lastActive;
    farewell.value = null;
    session.value = view;
    following.start(() => void edge.read('readSession', {}, { isUnasked: true }));
    clearInterval(timer);
    timer = window.setInterval(tick, 1_000);
    void readSite();
  };
  const readSite = async (isUnasked = false): Promise<void> => {
    const answer = await edge.read('readSite', {}, { isUnasked });
    if (answer.kind === 'answer' && session.value) site.value = answer.body;
  };
  effect(() => {
    if (following.news.value.topics.has('site')) void readSite(true);
  });
  const entering = async (asked: Promise<Answer<SessionView>>): Promise<Answer<SessionView>> => {
    const answer = await asked;
    if (answer.kind === 'answer') {
      enter(answer.body);
      go();
    }
    return answer;
  };
  const begin = async (): Promise<void> => {
    const [greeting, who] = await Promise.all([edge.read('hello', {}), edge.read('readSession', {})]);
    if (greeting.kind === 'answer') hello.value = greeting.body;
    if (who.kind === 'answer') enter(who.body);
    else if (who.kind === 'refused') leave(null);
    if (greeting.kind === 'lost' || who.kind === 'lost') setTimeout(() => void begin(), askAgainMs);
  };
  return {
    ...edge,
    ...following,
    language,
    hello,
    session,
    farewell,
    site,
    idle,
    search,
    toasts,
    begin: () => void begin(),
    signIn: (body) => entering(edge.ask('signIn', body)),
    makeAccount: (body) => entering(edge.ask('makeAccount', body)),
    signOut: () => end('signed-out'),
    active: () => {
      if (idle.value.kind === 'active') lastActive = Date.now();
    },
    stay: () => {
      lastActive = Date.now();
      idle.value = { kind: 'active' };
      touch();
    },
    seeSite: (view) => {
      site.value = view;
    },
  };
};
