// Notices that fail, over restarts and full disks: what is owed stands in the ledger, not in memory.
import assert from 'node:assert/strict';
import { id as idSchema } from '../../contract/ids.ts';
import type { CarrierFault } from './carrier.ts';
import { SimulatedOffice } from './simulated-office.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const away: CarrierFault = { retryable: true, reason: 'ECONNREFUSED' };
const refuses: CarrierFault = { retryable: false, reason: 'HTTP 401' };

describe('notices that fail', () => {
  let office: SimulatedOffice;
  beforeEach(async () => {
    office = new SimulatedOffice();
    await office.open();
  });
  afterEach(() => office.close());

  it('are tried again after 10 s, 1 min, 5 min and so on', async () => {
    office.sms.answer = () => away;
    office.mail.answer = () => away;
    office.place('a');
    await office.look();
    const failed = (attempt: number) => `arrival failed ${attempt}: sms, mail`;
    assert.deepEqual(office.story, [failed(1)]);
    await office.pass(10 * second - 1);
    assert.equal(office.recorded.length, 1);
    await office.pass(1);
    assert.deepEqual(office.story, [failed(1), failed(2)]);
    await office.pass(minute);
    office.mail.answer = () => ({ sent: true });
    await office.pass(5 * minute);
    assert.deepEqual(office.story.slice(2), [failed(3), 'arrival by mail']);
    assert.equal(office.recorded[0]?.reason, 'sms: ECONNREFUSED; mail: ECONNREFUSED');
    assert.deepEqual(office.notices?.status(), {
      carriers: ['sms', 'mail'],
      sent: 1,
      failed: 3,
      waiting: 0,
      givenUp: 0,
    });
  });

  it('are given up after a day of failures, and are shown', async () => {
    office.sms.answer = () => away;
    office.carriers = [office.sms];
    await office.close();
    await office.open();
    office.place('a');
    for (let quarters = 0; quarters < 26 * 4; quarters += 1) await office.pass(hour / 4);
    const arrivals = office.recorded.filter(({ notice }) => notice === 'arrival').length;
    assert.equal(arrivals, 28);
    assert.deepEqual([office.notices?.status().waiting, office.notices?.status().givenUp], [0, 1]);
  });

  it('that everyone refuses are tried again after an hour, not sooner', async () => {
    office.sms.answer = () => refuses;
    office.mail.answer = () => refuses;
    office.place('a');
    await office.look();
    await office.pass(hour - second);
    assert.equal(office.recorded.length, 1);
    await office.pass(second);
    assert.equal(office.recorded.length, 2);
  });

  it('that everyone refused are tried again at once after a restart', async () => {
    office.sms.answer = () => refuses;
    office.mail.answer = () => refuses;
    office.place('a');
    await office.look();
    await office.close();
    office.wallMs += minute;
    office.sms.answer = () => ({ sent: true });
    await office.open();
    assert.deepEqual(office.story, ['arrival failed 1: sms, mail', 'arrival by sms']);
  });

  it('keep their place in the schedule over a restart', async () => {
    office.sms.answer = () => away;
    office.mail.answer = () => away;
    office.place('a');
    await office.look();
    await office.pass(10 * second);
    await office.pass(minute);
    await office.close();
    office.monoMs = 0;
    await office.open();
    await office.pass(4 * minute);
    assert.equal(office.recorded.length, 3);
    await office.pass(minute);
    assert.deepEqual(
      office.recorded.map(({ attempt }) => attempt),
      [1, 2, 3, 4],
    );
  });

  it('that were sent before a restart are not sent again', async () => {
    office.place('a');
    await office.look();
    await office.close();
    await office.open();
    assert.equal(office.sms.asked.length, 1);
  });

  it('that were sent but not recorded at a crash are sent again under the same ids', async () => {
    office.isFull = true;
    office.place('a');
    await office.look();
    await office.close();
    office.isFull = false;
    await office.open();
    assert.deepEqual(office.story, ['arrival by sms']);
    assert.equal(new Set(office.sms.asked.map(({ id }) => id)).size, 1);
    assert.equal(office.sms.asked.length, 2);
    for (const { commandId } of office.recorded) assert.ok(idSchema.safeParse(commandId).success);
  });

  it('are sent once when the disk is full and recorded when it is not', async () => {
    office.isFull = true;
    office.place('a');
    await office.look();
    await office.pass(minute);
    assert.deepEqual([office.sms.asked.length, office.recorded.length], [1, 0]);
    office.isFull = false;
    await office.pass(second);
    assert.deepEqual([office.sms.asked.length, office.story], [1, ['arrival by sms']]);
  });
});
