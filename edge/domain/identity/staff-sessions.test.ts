// Signing in and out, and what wrong passwords cost [safety: codes 2; S11, S12, S14].
import assert from 'node:assert/strict';
import { type Asked, digest, type Scene, uuid } from '../scene.fixture.ts';
import { byOf, fails, house, nameOf, sessionOf, signedInAs, signsIn, staffIds } from './staff.fixture.ts';
import { askedBy } from './staff.ts';

const minute = 60_000;
const { manager, desk, guard, technician } = staffIds;
const wrong = { refused: 'not-recognised' } as const;
const waits = (waitSeconds: number) => ({ refused: 'terminal-waiting', waitSeconds }) as const;
const fail = (site: Scene, times: number, staffId = desk): void => {
  for (let n = 0; n < times; n += 1) site.when(fails(staffId)).gives(wrong);
};
const signsOut = (sessionId: string, by: ReturnType<typeof byOf> | null): Asked => ({
  kind: 'SignOut',
  by,
  sessionId,
  reason: by ? 'by-person' : 'idle',
});

describe('wrong passwords for a name', () => {
  it('are each counted in the commit that answers, and cost 1, 5, 15 and 60 minutes after each five', () => {
    const site = house();
    for (const minutes of [1, 5, 15, 60, 60]) {
      fail(site, 5);
      site
        .when(fails(desk))
        .gives(waits(minutes * 60))
        .when(signsIn(desk))
        .gives(waits(minutes * 60));
      site.passes(minutes * minute);
    }
    assert.equal(site.history.filter(({ type }) => type === 'SignInFailed').length, 25);
  });

  it('cost the same where nobody has that name, and nothing to any other name', () => {
    const site = house();
    fail(site, 5, uuid(0xfff));
    site.when(fails(uuid(0xfff))).gives(waits(60));
    fail(site, 1, desk);
  });

  it('are forgotten by the right one, and after a day', () => {
    const site = house();
    fail(site, 4);
    site.when(signsOut(sessionOf(desk), null));
    site.when(signsIn(desk)).tells('StaffSignedIn');
    fail(site, 4);
    site.passes(24 * 60 * minute);
    fail(site, 4);
    fail(site, 1, guard);
    site.passes(24 * 60 * minute);
    fail(site, 1, uuid(0xfff));
    assert.equal([...site.state.all('signIns')].length, 1, 'names that nobody tries leave');
  });

  it('cost as much after a restart, whatever the clock says meanwhile [S14]', () => {
    const site = house();
    fail(site, 5);
    site.now = { ...site.now, boot: uuid(0xb002), monoMs: 0, wallMs: site.now.wallMs + 900 * minute, clock: 'unknown' };
    site.when({ kind: 'StartNode', boot: site.now.boot, version: '0' });
    site.when(fails(desk)).gives(waits(60));
    site.passes(minute);
    fail(site, 1);
  });
});

describe('a sign-in', () => {
  it('ends with the run of the node, its account, or its person’s word', () => {
    const site = house();
    site.when(signsOut(sessionOf(desk), byOf(desk))).tells('StaffSignedOut');
    site.when(signsOut(sessionOf(desk), byOf(manager))).tells();
    site.when({ kind: 'StartNode', boot: uuid(0xb002), version: '0' });
    assert.deepEqual([...site.state.all('sessions')], []);
    assert.equal(site.history.filter(({ type }) => type === 'StaffSignedOut').length, 4);
  });

  it('of somebody else is ended by who manages staff only', () => {
    const site = house();
    site.when(signsOut(sessionOf(desk), byOf(guard))).gives({ refused: 'not-allowed' });
    site.when(signsOut(sessionOf(desk), byOf(manager))).tells('StaffSignedOut');
  });

  it('takes the visit with it that it began at a compartment', () => {
    const site = house();
    const visitId = uuid(0x88);
    const credentialId = sessionOf(desk);
    site.given({
      type: 'VisitBegan',
      data: { visitId, terminal: 'desk', personId: desk, role: 'desk', credentialId, holdId: null },
    });
    site.when(signsOut(credentialId, byOf(desk))).tells('VisitEnded', 'StaffSignedOut');
    assert.equal(site.state.get('visits', visitId), undefined);
  });

  it('is refused for an account that is none, and under an id that is used', () => {
    house()
      .when(signsIn(uuid(0xfff)))
      .gives(wrong);
    house().when(signsIn(desk)).gives({ refused: 'bad-request', field: 'sessionId' });
  });

  it('stands for its own person only, with that person’s rights as they are now', () => {
    const site = house();
    const { state } = site;
    const answers = (staffId: string, right: 'manage-staff' | 'receive-items', sessionId = sessionOf(staffId)) => {
      const asked = askedBy(state, { staffId, sessionId }, right);
      return 'answer' in asked ? asked.answer : asked.id;
    };
    assert.equal(answers(desk, 'receive-items'), desk);
    assert.deepEqual(answers(desk, 'manage-staff'), { refused: 'not-allowed' });
    assert.deepEqual(answers(manager, 'manage-staff', sessionOf(desk)), { refused: 'signed-out' });
    assert.equal(answers(technician, 'manage-staff'), technician);
    site.when({ kind: 'ChangeStaffRoles', by: byOf(manager), staffId: desk, roles: ['auditor'] });
    assert.deepEqual(answers(desk, 'receive-items'), { refused: 'not-allowed' });
    site.given({ type: 'StaffSignedOut', data: { sessionId: sessionOf(manager), reason: 'idle' } });
    assert.deepEqual(answers(manager, 'manage-staff'), { refused: 'signed-out' });
    assert.equal(nameOf(desk), digest(`name ${desk.slice(-6)}`));
    assert.ok(signedInAs(desk));
  });
});
