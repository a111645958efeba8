// What the one at the desk has told of an item, and what is still missing.
import assert from 'node:assert/strict';
import type { Recipient } from './contract.ts';
import { bodyOf, changed, type Draft, emptyDraft, gapOf, waybillOf } from './draft.ts';
import { recipientSample } from './samples.fixture.ts';

const ids = { id: '01990000-0000-7000-8000-000000000001', visitId: '01990000-0000-7000-8000-000000000002' };
const agreed: Recipient = recipientSample(0, { consent: 'locker' });
const unasked: Recipient = recipientSample(1, { consent: 'ask' });
const told = (change: Partial<Draft> = {}): Draft =>
  changed({ ...emptyDraft, waybill: 'SF1234567890', carrier: '顺丰' }, { recipient: agreed, ...change });

describe('a draft of an item', () => {
  it('asks from the top down for what is missing', () => {
    assert.equal(gapOf(emptyDraft), 'waybill');
    assert.equal(gapOf({ ...emptyDraft, waybill: 'AB1' }), 'waybill');
    assert.equal(gapOf({ ...emptyDraft, waybill: 'SF1234567890' }), 'carrier');
    assert.equal(gapOf({ ...emptyDraft, waybill: 'SF1234567890', carrier: '顺丰' }), 'recipient');
    assert.equal(gapOf(told({ condition: 'damaged' })), 'damage');
    assert.equal(gapOf(told({ condition: 'damaged', damage: 'wet' })), null);
  });

  it('needs a waybill unless it is a letter', () => {
    assert.equal(gapOf(told({ waybill: '' })), 'waybill');
    assert.equal(gapOf(told({ waybill: '', kind: 'letter' })), null);
  });

  it('goes into a compartment only when it is whole, no letter, and the recipient agreed', () => {
    assert.equal(told({ size: 'S' }).size, 'S');
    assert.equal(changed(told({ size: 'S' }), { condition: 'damaged' }).size, null);
    assert.equal(changed(told({ size: 'S' }), { kind: 'letter' }).size, null);
    assert.equal(changed(told({ size: 'S' }), { recipient: unasked }).size, null);
    assert.equal(told({ recipient: unasked, size: 'M' }).size, null);
    assert.equal(changed(told({ recipient: unasked }), { agreedByPhone: true, size: 'M' }).size, 'M');
  });

  it('does not carry one recipient’s word on the phone over to the next', () => {
    const phoned = changed(told({ recipient: unasked }), { agreedByPhone: true });
    assert.equal(phoned.agreedByPhone, true);
    assert.equal(changed(phoned, { recipient: recipientSample(2, { consent: 'ask' }) }).agreedByPhone, false);
  });

  it('forgets the photo of a damage that was a mistake', () => {
    const wet = told({ condition: 'damaged', damage: 'wet', photo: '17' });
    assert.deepEqual([wet.damage, wet.photo], ['wet', '17']);
    const mended = changed(wet, { condition: 'intact' });
    assert.deepEqual([mended.damage, mended.photo], [null, '']);
  });

  it('opens a door only for what goes into a compartment', () => {
    assert.equal(bodyOf(told(), ids)?.visitId, null);
    assert.equal(bodyOf(told({ size: 'S' }), ids)?.visitId, ids.visitId);
    assert.equal(bodyOf(emptyDraft, ids), null);
  });

  it('takes the spaces and small letters out of a typed waybill', () => {
    assert.equal(waybillOf(' sf 123 456 7890 '), 'SF1234567890');
  });
});
