// Changing a person without opening what is masked: only what was filled in or chosen anew is sent.
import assert from 'node:assert/strict';
import type { PersonRow } from '../contract.ts';
import { changesOf, type Entry, entryOf, flawsIn } from './entry.ts';

const timeZone = 'Asia/Shanghai';
const isoDay = (wallMs: number): string => new Date(wallMs + 8 * 3_600_000).toISOString().slice(0, 10);
const row: PersonRow = {
  personId: 'p',
  householdId: 'h',
  room: '3-1201',
  name: '王*明',
  phone: '138******78',
  hasMail: true,
  role: 'resident',
  relation: 'tenant',
  until: Date.parse('2026-12-31T15:00:00Z'),
  agreedBy: null,
  consent: 'locker',
  shares: true,
  elder: false,
  low: false,
  language: null,
  channels: ['sms', 'mail'],
  quiet: { from: '22:00', to: '08:00' },
  cards: [],
  waiting: 0,
};
const former = entryOf(row, isoDay);
const changes = (change: Partial<Entry>): object =>
  changesOf({ ...former, ...change }, { former, role: 'resident', timeZone });

describe('the entry of a person', () => {
  it('holds nothing of what is masked, and sends nothing when nothing was done', () => {
    assert.doesNotMatch(JSON.stringify(former), /[王*]|138|3-1201/);
    assert.deepEqual(changes({}), {});
  });

  it('sends what was filled in and what was chosen anew, and no more', () => {
    assert.deepEqual(changes({ phone: ' 13900001111 ', shares: false }), { phone: '13900001111', shares: false });
    assert.deepEqual(changes({ channels: ['mail'] }), { channels: ['mail'] });
    assert.deepEqual(changes({ quiet: null }), { quiet: null });
  });

  it('removes a phone or e-mail only when told to', () => {
    assert.deepEqual(changes({ dropsPhone: true, dropsEmail: true }), { phone: '', email: '' });
  });

  it('keeps a last day to its end, and drops it with the relation that had one', () => {
    assert.deepEqual(changes({ until: '2027-01-31' }), { until: Date.parse('2027-01-31T15:59:59.999Z') });
    assert.deepEqual(changes({ relation: 'owner' }), { relation: 'owner', until: null });
  });

  it('drops who agreed with the mandate', () => {
    const trustee = entryOf({ ...row, relation: 'trustee', until: null, agreedBy: '陈*' }, isoDay);
    const sent = changesOf({ ...trustee, relation: 'family' }, { former: trustee, role: 'resident', timeZone });
    assert.deepEqual(sent, { relation: 'family', agreedBy: null });
  });

  it('of a new resident says everything', () => {
    const fresh = { ...entryOf(null, isoDay), room: '1-1', name: '李四' };
    const sent = changesOf(fresh, { former: null, role: 'resident', timeZone });
    assert.deepEqual(sent, {
      room: '1-1',
      name: '李四',
      relation: null,
      until: null,
      agreedBy: null,
      consent: 'ask',
      shares: false,
      elder: false,
      low: false,
      language: null,
      channels: [],
      quiet: null,
    });
  });

  it('of a courier has a name and a phone', () => {
    const fresh = { ...entryOf(null, isoDay), name: '刘师傅', phone: '13600001111' };
    const sent = changesOf(fresh, { former: null, role: 'courier', timeZone });
    assert.deepEqual(sent, { name: '刘师傅', phone: '13600001111' });
  });
});

describe('an entry that cannot be sent', () => {
  const blank = entryOf(null, isoDay);

  it('lacks room and name of a new resident, name and phone of a new courier', () => {
    assert.deepEqual(flawsIn(blank, { role: 'resident', row: null }), { room: 'missing', name: 'missing' });
    assert.deepEqual(flawsIn(blank, { role: 'courier', row: null }), { name: 'missing', phone: 'missing' });
  });

  it('lacks nothing when somebody on record is left as they are', () => {
    assert.deepEqual(flawsIn(former, { role: 'resident', row }), {});
  });

  it('has letters in the phone, half an address, or hours without an end', () => {
    const bad = { ...former, phone: '12ab', email: 'wang@', quiet: { from: '22:00', to: '' } };
    assert.deepEqual(flawsIn(bad, { role: 'resident', row }), { phone: 'shape', email: 'shape', quiet: 'missing' });
  });

  it('is a trustee whom nobody agreed to', () => {
    const trustee: Entry = { ...former, relation: 'trustee' };
    assert.deepEqual(flawsIn(trustee, { role: 'resident', row }), { agreedBy: 'missing' });
    assert.deepEqual(flawsIn({ ...trustee, agreedBy: 'q' }, { role: 'resident', row }), {});
    assert.deepEqual(flawsIn(trustee, { role: 'resident', row: { ...row, agreedBy: '陈*' } }), {});
  });
});
