// What the page sends is what the contract takes.
import assert from 'node:assert/strict';
import * as api from '../edge/contract/api.ts';
import { letterOf } from './edge.ts';
import type { Request } from './kiosk/request.ts';
import { sampleId } from './samples.fixture.ts';

const visitId = sampleId(1);
const holdId = sampleId(2);
const sent: [Request, { safeParse(body: object): { success: boolean } }, string][] = [
  [{ to: 'identify', body: { way: 'code', value: '123456789' } }, api.identify, '/api/visits'],
  [{ to: 'openings', visitId, body: { holdId } }, api.openDoor, `/api/visits/${visitId}/openings`],
  [
    { to: 'problems', visitId, body: { holdId, problem: 'damaged', kept: true } },
    api.reportProblem,
    `/api/visits/${visitId}/problems`,
  ],
  [{ to: 'proxies', visitId, body: { holdId, hours: 24 } }, api.makeProxy, `/api/visits/${visitId}/proxies`],
  [
    { to: 'proxies/revoke', visitId, body: { proxyId: holdId } },
    api.revokeProxy,
    `/api/visits/${visitId}/proxies/revoke`,
  ],
  [
    { to: 'recipients', visitId, body: { room: '3-1203', phoneTail: '1478' } },
    api.matchRecipient,
    `/api/visits/${visitId}/recipients`,
  ],
  [
    { to: 'parcels', visitId, body: { waybill: 'SF12345678', condition: 'intact', size: 'S', agreedByPhone: false } },
    api.depositParcel,
    `/api/visits/${visitId}/parcels`,
  ],
  [
    { to: 'swaps', visitId, body: { holdId, reason: 'dirty', size: null } },
    api.swapCompartment,
    `/api/visits/${visitId}/swaps`,
  ],
  [{ to: 'take-backs', visitId, body: { holdId } }, api.onParcel, `/api/visits/${visitId}/take-backs`],
  [{ to: 'withdrawals', visitId, body: { holdId } }, api.onParcel, `/api/visits/${visitId}/withdrawals`],
  [
    { to: 'shelf-confirmations', visitId, body: { holdId } },
    api.onParcel,
    `/api/visits/${visitId}/shelf-confirmations`,
  ],
  [{ to: 'end', visitId, body: {} }, api.onVisit, `/api/visits/${visitId}/end`],
];

describe('a letter to the edge', () => {
  for (const [request, schema, path] of sent) {
    it(`carries ${request.to} as the contract has it, with ids of its own`, () => {
      const letter = letterOf(request);
      assert.equal(letter.path, path);
      assert.equal(schema.safeParse(letter.body).success, true, JSON.stringify(letter.body));
      assert.notDeepEqual(letterOf(request).body, letter.body);
    });
  }
});
