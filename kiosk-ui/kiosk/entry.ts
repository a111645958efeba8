// What is typed or scanned, and where it goes on each screen.
import { whyCodesRest } from './idle.ts';
import { ask, goTo, type Moved, stay } from './moved.ts';
import { type Flow, freshFlow, isDoorBusy, recipientOf, type Step } from './state.ts';

const codeLength = 9;
const phoneTailLength = 4;
const longestRoom = 30;
const longestWaybill = 40;
const waybillShape = /^[A-Za-z0-9-]{6,40}$/;

export const isWaybill = (text: string): boolean => waybillShape.test(text.trim());

const identify = (flow: Flow, way: 'code' | 'scan', value: string): Moved =>
  ask(flow, { to: 'identify', body: { way, value } });

const typeDigit = (flow: Flow, key: string, now: number): Moved => {
  if (flow.step.at !== 'home' && flow.step.at !== 'courier') return stay(flow);
  if (!/^\d$/.test(key) || flow.isSending || whyCodesRest(flow, now) !== null) return stay(flow);
  const digits = (flow.step.digits + key).slice(0, codeLength);
  const typed: Flow = { ...flow, told: null, step: { ...flow.step, digits } };
  return digits.length === codeLength ? identify(typed, 'code', digits) : stay(typed);
};

const typePhone = (flow: Flow, step: Extract<Step, { at: 'recipient' }>, key: string): Moved => {
  if (!/^\d$/.test(key) || flow.isSending) return stay(flow);
  const phone = (step.phone + key).slice(0, phoneTailLength);
  const typed: Flow = { ...flow, told: null, step: { ...step, phone } };
  if (phone.length < phoneTailLength || flow.visit === null) return stay(typed);
  const body = { room: step.room, phoneTail: phone };
  return ask(typed, { to: 'recipients', visitId: flow.visit.visitId, body });
};

/** One key of an on-screen keypad. A code or the end of a phone number goes off by itself with its last digit. */
export const typeKey = (flow: Flow, key: string, now: number): Moved => {
  const { step } = flow;
  switch (step.at) {
    case 'home':
    case 'courier':
      return typeDigit(flow, key, now);
    case 'waybill':
      return goTo(flow, { ...step, text: (step.text + key).slice(0, longestWaybill) });
    case 'recipient':
      return step.field === 'phone'
        ? typePhone(flow, step, key)
        : goTo(flow, { ...step, room: (step.room + key).slice(0, longestRoom) });
    case 'parcels':
    case 'door':
    case 'problem':
    case 'proxy':
    case 'consent':
    case 'condition':
    case 'shelf':
    case 'own':
      return stay(flow);
  }
};

const shortened = (text: string, all: boolean): string => (all ? '' : text.slice(0, -1));

export const erase = (flow: Flow, all: boolean): Moved => {
  const { step } = flow;
  if (flow.isSending) return stay(flow);
  switch (step.at) {
    case 'home':
    case 'courier':
      return goTo(flow, { ...step, digits: shortened(step.digits, all) });
    case 'waybill':
      return goTo(flow, { ...step, text: shortened(step.text, all) });
    case 'recipient':
      return step.field === 'phone'
        ? goTo(flow, { ...step, phone: shortened(step.phone, all) })
        : goTo(flow, { ...step, room: shortened(step.room, all) });
    case 'parcels':
    case 'door':
    case 'problem':
    case 'proxy':
    case 'consent':
    case 'condition':
    case 'shelf':
    case 'own':
      return stay(flow);
  }
};

/** After the waybill: a household confirmed before stays the recipient, so the next parcel is one scan and one tap. */
export const takeWaybill = (flow: Flow, waybill: string): Moved => {
  const recipient = recipientOf(flow);
  if (recipient === null) return goTo(flow, { at: 'recipient', waybill, field: 'room', room: '', phone: '' });
  return goTo(flow, afterMatch(waybill, recipient.consent));
};

export const afterMatch = (waybill: string, consent: 'locker' | 'desk' | 'door' | 'ask'): Step =>
  consent === 'locker' ? { at: 'condition', waybill, agreedByPhone: false, toDesk: false } : { at: 'consent', waybill };

/** The key "next" of a typed waybill or room. */
export const enter = (flow: Flow): Moved => {
  const { step } = flow;
  if (step.at === 'waybill') {
    return isWaybill(step.text) ? takeWaybill(flow, step.text.trim()) : stay({ ...flow, told: badRequest });
  }
  if (step.at === 'recipient' && step.field === 'room' && step.room.trim() !== '') {
    return goTo(flow, { ...step, field: 'phone', phone: '' });
  }
  return stay(flow);
};
const badRequest = { code: 'bad-request', attemptsLeft: null } as const;

const scanOfCourier = (flow: Flow, value: string): Moved =>
  isWaybill(value) ? takeWaybill(flow, value.trim()) : stay({ ...flow, told: badRequest });

/**
 * Whatever a scanner or card reader typed before Enter. A courier's scan is the next waybill; on every other screen it is
 * somebody who identifies, and what was shown before is gone first.
 */
export const scan = (flow: Flow, value: string, now: number): Moved => {
  if (value === '' || flow.isSending || isDoorBusy(flow.visit) || flow.step.at === 'shelf') return stay(flow);
  if (flow.visit?.role === 'courier') return scanOfCourier(flow, value);
  if (flow.visit === null) return identify({ ...flow, dialog: null }, 'scan', value);
  const cleared = freshFlow(flow.usual, { ...flow, turn: flow.turn + 1 }, now);
  return identify(cleared, 'scan', value);
};
