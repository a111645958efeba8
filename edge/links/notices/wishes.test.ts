// An owner's own wishes: by which way notices come, and when reminders do not.
import assert from 'node:assert/strict';
import type { Personal } from '../../contract/commands.ts';
import { ids, openSite, waiting } from '../../domain/people.fixture.ts';
import { site } from '../../domain/scene.fixture.ts';
import { SimulatedOffice } from './simulated-office.ts';
import { contactOf, waitingParcels } from './waiting.ts';

const hour = 3_600_000;

describe('an owner’s wishes', () => {
  let office: SimulatedOffice;
  beforeEach(async () => {
    office = new SimulatedOffice();
    await office.open();
  });
  afterEach(() => office.close());

  it('say which way is tried first, against the site’s order', async () => {
    office.place('a', { channels: ['mail', 'sms'] });
    await office.look();
    assert.deepEqual(office.story, ['arrival by mail']);
  });

  it('say which ways there are: what is not wished is not tried', async () => {
    office.mail.answer = () => ({ retryable: false, reason: 'HTTP 401' });
    office.place('a', { channels: ['mail'] });
    await office.look();
    assert.equal(office.sms.asked.length, 0);
    assert.equal(office.recorded[0]?.sent, false);
  });

  it('that the site cannot meet keep nobody from being told', async () => {
    office.place('a', { channels: ['webhook'] });
    await office.look();
    assert.deepEqual(office.story, ['arrival by sms']);
  });

  it('of quiet hours hold for reminders and not for the first notice', async () => {
    office.wallMs = Date.parse('2026-11-20T12:30:00+08:00');
    office.place('a', { quiet: { from: '12:00', to: '15:00' } });
    office.place('b');
    await office.look();
    assert.deepEqual(office.story, ['arrival by sms', 'arrival by sms']);
    await office.pass(24 * hour);
    assert.deepEqual(
      office.recorded.slice(2).map(({ holdId }) => holdId),
      ['b'],
    );
    await office.pass(2.5 * hour);
    assert.deepEqual(
      office.recorded.slice(2).map(({ holdId }) => holdId),
      ['b', 'a'],
    );
  });

  it('of quiet hours stand in the place of the site’s', async () => {
    office.wallMs = Date.parse('2026-11-20T23:00:00+08:00');
    office.place('a', { quiet: { from: '06:00', to: '12:00' } });
    await office.look();
    await office.pass(24 * hour);
    assert.deepEqual(office.story, ['arrival by sms', 'reminder by sms']);
  });

  it('are those of the register', () => {
    const { state } = openSite().given(...waiting(3), {
      type: 'PersonRegistered',
      data: {
        personId: ids.owner,
        householdId: ids.home,
        role: 'resident',
        phoneTailKey: null,
        consent: 'ask',
        shares: false,
        elder: false,
        language: 'en',
        relation: null,
        until: null,
        agreedBy: null,
        channels: ['mail'],
        quiet: { from: '12:00', to: '15:00' },
        digest: '0'.repeat(64),
      },
    });
    const personal = (): Personal => ({ name: 'A', email: 'a@example.org', salt: '' });
    const [parcel] = waitingParcels(state, site);
    assert.deepEqual(parcel?.quiet, { from: '12:00', to: '15:00' });
    assert.deepEqual(contactOf({ state, personal }, ids.owner), {
      email: 'a@example.org',
      language: 'en',
      channels: ['mail'],
    });
  });

  it('need no telling any more once the owner has moved out', () => {
    const scene = openSite().given(...waiting(3));
    assert.equal([...waitingParcels(scene.state, site)].length, 1);
    scene.given({ type: 'PersonEnded', data: { personId: ids.owner, reason: 'moved-out', by: ids.rival } });
    assert.equal([...waitingParcels(scene.state, site)].length, 0);
  });
});
