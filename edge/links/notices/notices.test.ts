// The reader that tells owners: promptly, by whoever takes the notice, and quietly at night.
import assert from 'node:assert/strict';
import type { CarrierFault } from './carrier.ts';
import { SimulatedOffice } from './simulated-office.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const away: CarrierFault = { retryable: true, reason: 'ECONNREFUSED' };
const refuses: CarrierFault = { retryable: false, reason: 'HTTP 401' };

describe('notices', () => {
  let office: SimulatedOffice;
  beforeEach(async () => {
    office = new SimulatedOffice();
    await office.open();
  });
  afterEach(() => office.close());

  it('tell the owner as soon as a parcel is placed, once', async () => {
    office.place('a');
    await office.look();
    await office.pass(minute);
    assert.deepEqual(office.story, ['arrival by sms']);
    assert.match(office.sms.asked[0]?.text ?? '', /A07.*123 456 782.*不收费/);
    assert.equal(office.mail.asked.length, 0);
    assert.deepEqual(office.notices?.status(), {
      carriers: ['sms', 'mail'],
      sent: 1,
      failed: 0,
      waiting: 0,
      givenUp: 0,
    });
  });

  it('tell of an arrival at night, but remind only in the morning', async () => {
    office.wallMs = Date.parse('2026-11-20T22:30:00+08:00');
    office.place('a');
    await office.look();
    assert.deepEqual(office.story, ['arrival by sms']);
    await office.pass(24 * hour);
    await office.pass(9.5 * hour - 1);
    assert.equal(office.recorded.length, 1);
    await office.pass(1);
    assert.deepEqual(office.story, ['arrival by sms', 'reminder by sms']);
  });

  it('remind after 24 and 48 hours and no third time', async () => {
    office.place('a');
    await office.look();
    for (let hours = 0; hours < 100; hours += 1) await office.pass(hour);
    assert.deepEqual(office.story, ['arrival by sms', 'reminder by sms', 'reminder by sms']);
    assert.equal(new Set(office.sms.asked.map(({ id }) => id)).size, 3);
  });

  it('remind nobody of a parcel that does not wait any more', async () => {
    office.place('a');
    await office.look();
    office.parcels.delete('a');
    await office.pass(30 * hour);
    assert.deepEqual(office.story, ['arrival by sms']);
  });

  it('remind nobody while the clock is not trusted', async () => {
    office.clock = 'unknown';
    office.place('a');
    await office.look();
    await office.pass(25 * hour);
    assert.deepEqual(office.story, ['arrival by sms']);
    office.clock = 'synced';
    await office.look();
    assert.deepEqual(office.story, ['arrival by sms', 'reminder by sms']);
  });

  it('go by the next carrier when one does not take them', async () => {
    office.sms.answer = () => refuses;
    office.place('a');
    await office.look();
    assert.deepEqual(office.story, ['arrival by mail']);
    assert.equal(office.recorded[0]?.reason, 'sms: HTTP 401');
  });

  it('go only by carriers that have an address', async () => {
    office.place('a');
    office.contacts.set('p-a', { email: 'owner@example.org' });
    await office.look();
    assert.deepEqual([office.sms.asked.length, office.story], [0, ['arrival by mail']]);
  });

  it('about someone without any address are recorded once as failed, and sent when there is one', async () => {
    office.place('a');
    office.contacts.delete('p-a');
    await office.look();
    for (let hours = 0; hours < 5; hours += 1) await office.pass(hour);
    assert.deepEqual(office.story, ['arrival failed 1: none']);
    assert.equal(office.notices?.status().waiting, 1);
    office.contacts.set('p-a', { phone: '13800138000' });
    await office.pass(hour);
    assert.deepEqual(office.story, ['arrival failed 1: none', 'arrival by sms']);
  });

  it('wait for a pickup code', async () => {
    office.hasCodes = false;
    office.place('a');
    await office.look();
    assert.equal(office.recorded[0]?.reason, 'no pickup code is issued');
    office.hasCodes = true;
    await office.pass(hour);
    assert.deepEqual(office.story.slice(1), ['arrival by sms']);
  });

  it('wait for carriers when there are none', async () => {
    await office.close();
    const { carriers } = office;
    office.carriers = [];
    await office.open();
    office.place('a');
    await office.pass(hour);
    assert.deepEqual(office.notices?.status(), { carriers: [], sent: 0, failed: 0, waiting: 1, givenUp: 0 });
    await office.close();
    office.carriers = carriers;
    await office.open();
    assert.deepEqual(office.story, ['arrival by sms']);
  });

  describe('with a gateway that does not answer', () => {
    const open: ((result: CarrierFault) => void)[] = [];
    beforeEach(() => {
      open.length = 0;
      office.sms.answer = () => new Promise((resolve) => open.push(resolve));
    });
    const release = () => {
      for (const resolve of open.splice(0)) resolve(away);
    };

    it('ask it at most four times at once, each parcel once', async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) office.place(id);
      await office.pass(minute);
      assert.equal(office.sms.asked.length, 4);
      release();
      await office.look();
      release();
      await office.look();
      assert.deepEqual(new Set(office.sms.asked.map(({ holdId }) => holdId)).size, 6);
      assert.equal(office.story.filter((word) => word === 'arrival by mail').length, 6);
    });

    it('do not ask it twice about one parcel while it thinks', async () => {
      office.place('a');
      await office.look();
      await office.pass(minute);
      assert.equal(office.sms.asked.length, 1);
      release();
    });

    it('record what came of it before they stop, and ask nobody else', async () => {
      office.place('a');
      await office.look();
      const stopped = office.close();
      release();
      await stopped;
      assert.deepEqual(office.story, ['arrival failed 1: sms']);
      assert.equal(office.mail.asked.length, 0);
    });
  });

  it('log neither code nor address', async () => {
    office.sms.answer = () => away;
    office.place('a');
    await office.look();
    office.isFull = true;
    office.place('b');
    await office.look();
    assert.ok(office.logged.length >= 2);
    assert.doesNotMatch(office.logged.join('\n') + JSON.stringify(office.recorded), /138|123.?456|owner@|qr-/);
  });
});
