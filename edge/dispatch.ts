// The only way anything changes: load → decide → append → answer, one serial queue; commands that wait together share one commit.
import { createHash } from 'node:crypto';
import type { Command, Personal } from './contract/commands.ts';
import type { Receipt } from './contract/desk-commands.ts';
import type { Instant } from './contract/events.ts';
import { decide } from './domain/decider.ts';
import { type Answer, type Decision, isRefused, type SiteLayout, type Supply } from './domain/decision.ts';
import { evolve } from './domain/evolve.ts';
import { latest } from './domain/latest.ts';
import { memory, type Overlay, overlay } from './domain/overlay.ts';
import type { Change, State } from './domain/state.ts';
import { type Ledger, StatementFault } from './ledger/ledger.ts';
import type { Actor, Unit } from './ledger/unit.ts';

export interface DispatchOptions {
  ledger: Ledger;
  site: SiteLayout;
  supply: Supply;
  now: () => Instant;
  seal: (id: string, data: Personal | Receipt) => Uint8Array;
  /** What was sealed for this id. Throws when it does not fit this node's key. */
  unseal: (id: string, sealed: Uint8Array) => unknown;
}

/** What is kept of a command: its answer, and the digest by which the same command is told from another with its id. */
interface Kept {
  answer: Answer;
  of: string;
}
interface Waiting {
  command: Command;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}
interface Decided {
  waiting: Waiting;
  decision: Decision;
  unit: Unit;
}

const digestOf = (command: Command): string => createHash('sha256').update(JSON.stringify(command)).digest('hex');

/** More than this would only make the first of a batch wait. */
const batchMost = 64;

const actorOf = (state: State, command: Command): Actor => {
  if ('by' in command && command.by) return { kind: 'staff', id: command.by.staffId, terminal: command.by.sessionId };
  if ('visitId' in command && command.visitId !== null) {
    const visit = state.get('visits', command.visitId);
    const terminal = visit?.terminal ?? ('terminal' in command ? command.terminal : undefined);
    return { kind: 'person', ...(visit && { id: visit.personId }), ...(terminal && { terminal }) };
  }
  if ('cabinet' in command && command.kind !== 'ReleaseCompartment') return { kind: 'device', id: command.cabinet };
  if (command.kind === 'CallPerson') return { kind: 'person', terminal: command.terminal };
  const byOffice: Command['kind'][] = [
    'ImportPeople',
    'BindCard',
    'RevokeCard',
    'ReissueCode',
    'ReissueParcelCode',
    'ReleaseTerminal',
    'ReleaseCompartment',
    'BlockForCheck',
    'AnswerCall',
  ];
  return { kind: byOffice.includes(command.kind) ? 'office' : 'node' };
};

export class Dispatch {
  readonly #options: DispatchOptions;
  readonly #live = memory();
  readonly #personal = new Map<string, Personal>();
  readonly #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<(changes: readonly Change[]) => void>();
  #latestMs = 0;

  constructor(options: DispatchOptions) {
    this.#options = options;
  }

  /** Reads the committed tables; rejects when they are damaged. */
  async start(): Promise<void> {
    const { ledger, unseal } = this.#options;
    this.#live.apply((await ledger.tables()) as Change[]);
    for (const { id, sealed } of await ledger.personal()) this.#personal.set(id, unseal(id, sealed) as Personal);
    this.#latestMs = this.#live.get('node', 'node')?.latestMs ?? 0;
    const { seq } = ledger.head;
    for (const row of await ledger.read(Math.max(0, seq - 200), 200))
      this.#latestMs = latest(this.#latestMs, (JSON.parse(row.body) as { at: Instant }).at);
  }

  /** Waits until everything asked so far is answered. */
  async stop(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** What is committed. */
  get state(): State {
    return this.#live;
  }

  /** Calls the listener after every commit with the rows it changed, when `state` and `personal` show it. Answers how to stop. */
  onChange(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Name, phone and room of a person or household; undefined once erased. */
  personal(id: string): Personal | undefined {
    return this.#personal.get(id);
  }

  /**
   * What was signed, read and opened now, for it is never held in memory; undefined when there is no such receipt or it was erased. Rejects with a LedgerFault
   * when it is damaged.
   */
  async receipt(id: string): Promise<Receipt | undefined> {
    const { ledger, unseal } = this.#options;
    const sealed = await ledger.receipt(id);
    return sealed && (unseal(id, sealed) as Receipt);
  }

  /**
   * Answers after the commit. Sending a command again gives its first answer. Rejects with a StatementFault when nothing can be recorded (disk full): then
   * nothing has happened [S1].
   */
  execute(command: Command): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ command, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    // Commands that arrive in the same turn share the commit.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, batchMost);
      if (!(await this.#commit(batch))) for (const waiting of batch) await this.#alone(waiting);
    }
    this.#running = undefined;
  }

  /** False when a statement failed: nothing of the batch is kept, and it is decided again singly. */
  async #commit(batch: Waiting[]): Promise<boolean> {
    const state = overlay(this.#live);
    const ids = new Set<string>();
    const decided: Decided[] = [];
    const again: Waiting[] = [];
    for (const waiting of batch) {
      if (ids.has(waiting.command.commandId)) again.push(waiting);
      else decided.push(this.#decide(state, waiting));
      ids.add(waiting.command.commandId);
    }
    const units = decided.filter(({ decision }) => decision.facts.length > 0).map(({ unit }) => unit);
    try {
      await this.#options.ledger.append(units);
    } catch (error) {
      if (error instanceof StatementFault) return false;
      throw error;
    }
    this.#apply(state, decided);
    for (const one of decided) await this.#answer(one);
    this.#queue.unshift(...again);
    return true;
  }

  async #alone(waiting: Waiting): Promise<void> {
    const { ledger } = this.#options;
    const known = await this.#first(waiting.command);
    if (known) {
      waiting.resolve(known);
      return;
    }
    const state = overlay(this.#live);
    const one = this.#decide(state, waiting);
    try {
      if (one.decision.facts.length > 0) await ledger.append([one.unit]);
    } catch (error) {
      if (!(error instanceof StatementFault)) throw error;
      waiting.reject(error);
      return;
    }
    this.#apply(state, [one]);
    await this.#answer(one);
  }

  #apply(state: Overlay, decided: readonly Decided[]): void {
    for (const { decision } of decided)
      for (const { id, data } of decision.personal ?? []) {
        if (data) this.#personal.set(id, data);
        else this.#personal.delete(id);
      }
    const changes = state.changes();
    this.#live.apply(changes);
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
  }

  #decide(state: Overlay, waiting: Waiting): Decided {
    const { command } = waiting;
    const { site, supply, now, seal } = this.#options;
    const at = now();
    this.#latestMs = latest(this.#latestMs, at);
    const actor = actorOf(state, command);
    const decision = decide(state, command, { now: at, latestMs: this.#latestMs, site, supply });
    const changes = overlay(state);
    for (const fact of decision.facts) changes.apply(evolve(changes, { ...fact, at }));
    state.apply(changes.changes());
    return {
      waiting,
      decision,
      unit: {
        commandId: command.commandId,
        answer: { answer: decision.answer, of: digestOf(command) } satisfies Kept,
        events: decision.facts.map((fact) => ({ id: supply.id(), type: fact.type, at, actor, data: fact.data })),
        changes: changes.changes(),
        personal: (decision.personal ?? []).map(({ id, data }) => ({ id, sealed: data && seal(id, data) })),
        receipts: (decision.receipts ?? []).map(({ id, data }) => ({ id, sealed: data && seal(id, data) })),
      },
    };
  }

  /** What this command was answered before. An id that was used for something else gives nobody that answer. */
  async #first(command: Command): Promise<Answer | undefined> {
    const known = await this.#options.ledger.answer(command.commandId);
    if (!known) return undefined;
    const { answer, of } = known.answer as Kept;
    return of === digestOf(command)
      ? answer
      : { refused: 'bad-request', field: 'commandId', remedy: 'give every new command an id of its own' };
  }

  /** A decision that recorded nothing may be the echo of one that did: then the first answer counts. */
  async #answer({ waiting, decision }: Decided): Promise<void> {
    const isEcho = decision.facts.length === 0 && isRefused(decision.answer);
    const first = isEcho ? await this.#first(waiting.command) : undefined;
    waiting.resolve(first ?? decision.answer);
  }
}
