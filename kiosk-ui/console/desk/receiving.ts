// The model of receiving: one draft after another, where the hand is wanted next, and what was received last.
import { type ReadonlySignal, signal } from '@preact/signals';
import { newId } from '../../kiosk/ids.ts';
import type { Refusal } from '../contract.ts';
import type { Edge } from '../edge.ts';
import type { Received, Recipient } from './contract.ts';
import { bodyOf, changed, type Draft, emptyDraft, type Gap, gapOf, isWaybill, waybillOf } from './draft.ts';

export interface LastReceived extends Received {
  /** Of the door, when one opens. */
  visitId: string;
}

type Trouble = Refusal | 'lost' | 'not-a-waybill';

const isInHouse = (why: Trouble | null): boolean =>
  why !== null && typeof why === 'object' && why.refused === 'waybill-in-house';

export interface Receiving {
  draft: ReadonlySignal<Draft>;
  /** Where the hand is wanted; a new object with each step. */
  wanted: ReadonlySignal<{ at: Gap | 'receive' }>;
  isBusy: ReadonlySignal<boolean>;
  /** Why it was not received; `not-a-waybill` is said of what was scanned. */
  trouble: ReadonlySignal<Trouble | null>;
  last: ReadonlySignal<LastReceived | null>;
  /** Who the last one was for. */
  former: ReadonlySignal<Recipient | null>;
  /** A waybill that is whole: from the scanner, or typed and confirmed. */
  scanned(value: string): void;
  /** A letter that carries none; `postOffice` is its carrier's name. */
  withoutWaybill(postOffice: string): void;
  change(change: Partial<Draft>): void;
  choose(recipient: Recipient): void;
  /** For the same person as the last one: received at once. */
  again(): Promise<void>;
  receive(): Promise<void>;
  /** The hand goes back to where something is missing. */
  resume(): void;
  /** Everything told so far is forgotten. */
  clear(): void;
}

export const createReceiving = ({ ask, read }: Pick<Edge, 'ask' | 'read'>): Receiving => {
  const draft = signal<Draft>(emptyDraft);
  const wanted = signal<{ at: Gap | 'receive' }>({ at: 'waybill' });
  const isBusy = signal(false);
  const trouble = signal<Trouble | null>(null);
  const last = signal<LastReceived | null>(null);
  const former = signal<Recipient | null>(null);
  let ids = { commandId: newId(), id: newId(), visitId: newId() };
  let told: Promise<void> = Promise.resolve();
  /** Waybills of some carriers do not tell whose they are; one courier brings many of the same. */
  let usualCarrier = '';
  let isToldByWaybill = false;

  const set = (next: Draft): void => {
    draft.value = next;
    ids = { commandId: newId(), id: newId(), visitId: newId() };
  };
  const wantNext = (): void => {
    wanted.value = { at: gapOf(draft.value) ?? 'receive' };
  };
  const lookUp = async (waybill: string): Promise<void> => {
    const answer = await read('readWaybill', { query: { waybill } });
    if (draft.value.waybill !== waybill || answer.kind !== 'answer') return;
    const { carrier, inHouse } = answer.body;
    isToldByWaybill = carrier !== null;
    if (draft.value.carrier === '') set({ ...draft.value, carrier: carrier ?? usualCarrier });
    if (!inHouse) return;
    trouble.value = { refused: 'waybill-in-house' };
    wanted.value = { at: 'waybill' };
  };
  const finish = (received: Received): void => {
    const { recipient, carrier } = draft.value;
    if (!isToldByWaybill && draft.value.waybill !== '') usualCarrier = carrier;
    former.value = recipient;
    last.value = { ...received, visitId: ids.visitId };
    clear();
  };
  const clear = (): void => {
    trouble.value = null;
    isToldByWaybill = false;
    set(emptyDraft);
    wanted.value = { at: 'waybill' };
  };
  const receive = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    // The carrier is not known before the waybill's answer is.
    await told;
    const body = bodyOf(draft.value, ids);
    if (body === null || isInHouse(trouble.value)) {
      isBusy.value = false;
      if (body === null) wantNext();
      return;
    }
    trouble.value = null;
    const answer = await ask('receive', { commandId: ids.commandId, ...body });
    isBusy.value = false;
    if (answer.kind === 'answer') finish(answer.body);
    else trouble.value = answer.kind === 'lost' ? 'lost' : answer.refusal;
  };

  return {
    draft,
    wanted,
    isBusy,
    trouble,
    last,
    former,
    scanned: (value) => {
      const waybill = waybillOf(value);
      if (isBusy.value) return;
      set({ ...draft.value, waybill, carrier: '' });
      if (!isWaybill(waybill)) {
        trouble.value = 'not-a-waybill';
        wanted.value = { at: 'waybill' };
        return;
      }
      trouble.value = null;
      told = lookUp(waybill);
      wanted.value = { at: draft.value.recipient === null ? 'recipient' : 'receive' };
    },
    withoutWaybill: (postOffice) => {
      trouble.value = null;
      set(changed(draft.value, { waybill: '', kind: 'letter', carrier: postOffice }));
      wantNext();
    },
    change: (change) => {
      if (!isInHouse(trouble.value) || 'waybill' in change) trouble.value = null;
      set(changed(draft.value, change));
    },
    choose: (recipient) => {
      set(changed(draft.value, { recipient }));
      wantNext();
    },
    again: async () => {
      const { value: recipient } = former;
      if (recipient === null) return;
      set(changed(draft.value, { recipient }));
      await receive();
    },
    receive,
    resume: wantNext,
    clear,
  };
};
