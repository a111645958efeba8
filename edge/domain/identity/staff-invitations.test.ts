// Who may be invited by whom, and how long a link works [safety: codes 8; S14].
import assert from 'node:assert/strict';
import type { Instant } from '../../contract/events.ts';
import type { StaffRole } from '../../contract/rights.ts';
import { type Scene, scene, start, uuid } from '../scene.fixture.ts';
import { byOf, house, offers, registered, registers, sessionOf, staffIds } from './staff.fixture.ts';

const minute = 60_000;
const { technician, manager, desk } = staffIds;
const stranger = uuid(0x5ff);
const over = { refused: 'invitation-over' } as const;

const waiting = (site: Scene): string[] => [...site.state.all('invitations')].map(({ id }) => id);
const restart = (site: Scene, at: Partial<Instant>): Scene => {
  site.now = { ...site.now, boot: uuid(0xb002), monoMs: 5, ...at };
  return site.given({ type: 'NodeStarted', data: { boot: site.now.boot, version: '0' } });
};

describe('an invitation', () => {
  it('makes one account, whose name and password no fact holds', () => {
    const site = scene();
    site.when(offers(['technician'])).tells('InvitationOffered');
    const made = site.when(registers(technician));
    made.tells('StaffRegistered', 'InvitationEnded');
    assert.deepEqual(
      made.personal?.map(({ id }) => id),
      [technician],
    );
    assert.doesNotMatch(JSON.stringify(made.facts), /张工|zhang|grain|secret/);
    assert.deepEqual(site.state.get('staff', technician)?.roles, ['technician']);
    site.when(registers(desk)).gives(over);
  });

  it('works for fifteen minutes of the run that made it', () => {
    for (const [ms, isOver] of [
      [15 * minute - 1, false],
      [15 * minute, true],
    ] as const) {
      const site = scene();
      site.when(offers(['desk']));
      const used = site.passes(ms).when(registers(desk, { hasSecondFactor: false }));
      if (isOver) used.gives(over).state.get('invitations', uuid(0x601));
      else used.tells('StaffRegistered', 'InvitationEnded');
      assert.deepEqual(waiting(site), []);
    }
  });

  const restarts: [string, Partial<Instant>, Partial<Instant>, boolean][] = [
    ['both clocks synchronised', {}, { wallMs: start.wallMs + minute }, true],
    ['too late by the clock', {}, { wallMs: start.wallMs + 15 * minute }, false],
    ['a clock that went back', {}, { wallMs: start.wallMs - minute }, false],
    ['a clock that nobody trusts before', { clock: 'unknown' }, {}, false],
    ['a clock that nobody trusts after', {}, { clock: 'unknown' }, false],
    ['a clock restored from a file', {}, { clock: 'restored' }, false],
  ];
  for (const [name, offered, later, works] of restarts)
    it(`${works ? 'still works' : 'is over'} after a restart with ${name}`, () => {
      const site = scene();
      site.now = { ...site.now, ...offered };
      site.when(offers(['technician']));
      const used = restart(site, { clock: 'synced', ...later }).when(registers(technician));
      if (works) used.tells('StaffRegistered', 'InvitationEnded');
      else used.gives(over);
    });

  it('gains no time by a clock that went back over a restart [S14]', () => {
    const site = scene();
    site.when(offers(['technician']));
    site.passes(14 * minute).given(registered(desk, ['desk']));
    restart(site, { wallMs: start.wallMs + minute });
    site.passes(minute);
    site.when(registers(technician)).gives(over);
  });

  it('is offered by managers to anybody, and by a technician to the first manager only', () => {
    const first = scene().given(registered(technician, ['technician']));
    first.given({ type: 'StaffSignedIn', data: { sessionId: sessionOf(technician), staffId: technician, where: '' } });
    const by = byOf(technician);
    for (const roles of [['technician'], ['desk'], ['manager', 'desk']] as StaffRole[][])
      assert.ok('refused' in first.when(offers(roles, { by })).answer);
    first.when(offers(['manager'], { by })).tells('InvitationOffered');

    const site = house();
    assert.ok('refused' in site.when(offers(['manager'], { by })).answer);
    assert.ok('refused' in site.when(offers(['guard'], { by: byOf(desk) })).answer);
    site.when(offers(['technician', 'desk'], { by: byOf(manager) })).tells('InvitationOffered');
  });

  it('is the only way at a time to the first account, and to the first manager’s', () => {
    const site = scene();
    site.when(offers(['technician'], { n: 1 }));
    site.when(offers(['technician'], { n: 2 })).tells('InvitationEnded', 'InvitationOffered');
    site.when(registers(technician, { n: 1 })).gives(over);
    site.when(registers(technician, { n: 2 })).tells('StaffRegistered', 'InvitationEnded');
    site.when(offers(['manager'], { n: 3 }));
    site.when(offers(['desk'], { n: 4 })).tells('InvitationOffered');
    site.when(offers(['manager'], { n: 5 })).tells('InvitationEnded', 'InvitationOffered');
    assert.deepEqual(waiting(site), [uuid(0x604), uuid(0x605)]);
  });

  it('goes with the right of whoever offered it [S11]', () => {
    const site = house().given(registered(stranger, ['manager']));
    site.when(offers(['desk'], { by: byOf(manager) }));
    const other = { staffId: stranger, sessionId: uuid(0x777) };
    site.given({ type: 'StaffSignedIn', data: { ...other, where: '' } });
    site.when({ kind: 'ChangeStaffRoles', by: other, staffId: manager, roles: ['desk'] });
    site.when(registers(uuid(0x5fe))).gives(over);
  });

  it('that is over can be ended, once', () => {
    const site = scene();
    site.when(offers(['technician']));
    const ends = { kind: 'EndInvitation', invitationId: uuid(0x601), reason: 'over' } as const;
    site.when(ends).tells('InvitationEnded');
    site.when(ends).tells();
  });
});
