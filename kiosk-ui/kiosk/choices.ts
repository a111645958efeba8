// What a person chooses by a tap during a visit, and the request it makes.
import type { Size } from './contract.ts';
import { ask, goTo, type Moved, stay } from './moved.ts';
import type { VisitRequest } from './request.ts';
import type { Flow, Input, Step } from './state.ts';

const send = (flow: Flow, make: (visitId: string) => VisitRequest): Moved =>
  flow.visit === null ? stay(flow) : ask(flow, make(flow.visit.visitId));

export const openDoor = (flow: Flow, holdId: string): Moved =>
  send(flow, (visitId) => ({ to: 'openings', visitId, body: { holdId } }));

export const withdraw = (flow: Flow, holdId: string): Moved =>
  send(flow, (visitId) => ({ to: 'withdrawals', visitId, body: { holdId } }));

export const takeBack = (flow: Flow, holdId: string): Moved =>
  send(flow, (visitId) => ({ to: 'take-backs', visitId, body: { holdId } }));

export const swap = (flow: Flow, { holdId, reason, size }: Extract<Input, { kind: 'swap' }>): Moved =>
  send(flow, (visitId) => ({ to: 'swaps', visitId, body: { holdId, reason, size } }));

/** Damaged goods may be taken along nevertheless, so that is asked; the other problems leave nothing to ask. */
export const reportProblem = (flow: Flow, { problem, kept }: Extract<Input, { kind: 'problem' }>): Moved => {
  const { step } = flow;
  if (step.at !== 'problem' || flow.isSending) return stay(flow);
  if (problem === 'damaged' && kept === null) return goTo(flow, { ...step, damaged: true });
  const body = { holdId: step.holdId, problem, kept: kept === true };
  const told = send(flow, (visitId) => ({ to: 'problems', visitId, body }));
  return told.request === null ? told : { ...told, flow: { ...told.flow, step: { at: 'door', kept: body.kept } } };
};

export const makeProxy = (flow: Flow, hours: number): Moved => {
  const { step } = flow;
  if (step.at !== 'proxy') return stay(flow);
  return send(flow, (visitId) => ({ to: 'proxies', visitId, body: { holdId: step.holdId, hours } }));
};

/** The code leaves the screen at once, whatever the edge answers. */
export const revokeProxy = (flow: Flow, proxyId: string): Moved =>
  send({ ...flow, step: { at: 'parcels' } }, (visitId) => ({ to: 'proxies/revoke', visitId, body: { proxyId } }));

/** `agreed`: the recipient said yes on the phone. Otherwise the parcel goes to the desk under the same record. */
export const consent = (flow: Flow, agreed: boolean): Moved => {
  const { step } = flow;
  if (step.at !== 'consent') return stay(flow);
  return goTo(flow, { at: 'condition', waybill: step.waybill, agreedByPhone: agreed, toDesk: !agreed });
};

export const deposit = (
  flow: Flow,
  parcel: Pick<Extract<Input, { kind: 'deposit' }>, 'condition'> & { size: Size | null },
): Moved => {
  const { step } = flow;
  if (step.at !== 'condition') return stay(flow);
  const body = { waybill: step.waybill, agreedByPhone: step.agreedByPhone, ...parcel };
  return send(flow, (visitId) => ({ to: 'parcels', visitId, body }));
};

export const confirmShelf = (flow: Flow): Moved => {
  const { step } = flow;
  if (step.at !== 'shelf') return stay(flow);
  return send(flow, (visitId) => ({ to: 'shelf-confirmations', visitId, body: { holdId: step.holdId } }));
};

/** 「换一户」: the waybill in hand stays, the household is asked for again. */
export const otherHousehold = (flow: Flow): Moved => {
  const { step, visit } = flow;
  if (visit === null) return stay(flow);
  const forgotten: Flow = { ...flow, leftRecipientId: visit.recipient?.recipientId ?? null };
  if (step.at === 'waybill') return goTo(forgotten, step);
  const waybill = 'waybill' in step ? step.waybill : '';
  return goTo(forgotten, { at: 'recipient', waybill, field: 'room', room: '', phone: '' });
};

/** Where 「返回」 leads; null = out of the visit. */
export const stepBack = (step: Step): Step | null => {
  switch (step.at) {
    case 'problem':
      return { at: 'door', kept: null };
    case 'proxy':
      return { at: 'parcels' };
    case 'recipient':
      return step.field === 'phone' ? { ...step, field: 'room', phone: '' } : { at: 'waybill', text: step.waybill };
    case 'consent':
    case 'condition':
      return { at: 'waybill', text: step.waybill };
    case 'own':
      return { at: 'waybill', text: '' };
    case 'home':
    case 'courier':
    case 'parcels':
    case 'door':
    case 'waybill':
    case 'shelf':
      return null;
  }
};
