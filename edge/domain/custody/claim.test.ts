// Who stands at the counter, known by card or code; wrong ones are counted as at a kiosk [S12].
import assert from 'node:assert/strict';
import { cardOf, ids } from '../people.fixture.ts';
import { type Asked, digest, uuid } from '../scene.fixture.ts';
import { by, byCode, claims, codeOf, onDuty, otherBy, qrOf, receives, shelved } from './desk.fixture.ts';
import { deskTerminal } from './desk-visit.ts';

const given = ['ItemHandedOver', 'CredentialRevoked'] as const;

describe('who stands at the counter', () => {
  it('is known by card, code or QR, and sees what may be taken', () => {
    const scene = shelved();
    for (const [way, lookup] of [
      ['card', cardOf(ids.owner)],
      ['code', codeOf(scene)],
      ['qr', qrOf(scene)],
    ] as const)
      assert.deepEqual(scene.when(claims(way, lookup)).answer, { done: true, id: ids.owner });
  });

  it('is nobody whose last day is past, also when the clock goes back [S11, S14]', () => {
    const scene = shelved();
    const owner = scene.state.get('people', ids.owner);
    assert.ok(owner);
    const { id: personId, mismatches: _, ...entry } = owner;
    const until = scene.now.wallMs + 1_000;
    scene.given({ type: 'PersonRegistered', data: { personId, ...entry, until, digest: digest('d') } });
    scene
      .passes(1_000)
      .when(claims('card', cardOf(ids.owner)))
      .gives([]);
    scene
      .passes(1)
      .when(claims('card', cardOf(ids.owner)))
      .tells('ScanRefused');
    scene
      .passes(-900)
      .when(claims('card', cardOf(ids.owner)))
      .tells('ScanRefused');
  });

  it('is not a courier', () => {
    shelved()
      .when(claims('card', cardOf(ids.courier)))
      .gives({ refused: 'not-theirs' });
  });

  it('is guessed five times in a row, then waits, whichever session and whichever window is used [S12]', () => {
    const scene = shelved();
    for (let n = 0; n < 4; n += 1) scene.when(claims('code', digest(`wrong${n}`))).tells('AttemptFailed');
    scene.when(byCode(digest('wrong4'))).tells('AttemptFailed');
    scene.when(claims('code', codeOf(scene))).gives({ refused: 'terminal-waiting', waitSeconds: 60 });
    scene.when(byCode(codeOf(scene))).gives({ refused: 'terminal-waiting', waitSeconds: 60 });
    const again = { ...by, sessionId: uuid(0x7aa) };
    scene.given({ type: 'StaffSignedIn', data: { sessionId: again.sessionId, staffId: by.staffId, where: 'desk' } });
    scene
      .when({ ...claims('code', codeOf(scene)), by: again } as Asked)
      .gives({ refused: 'terminal-waiting', waitSeconds: 60 });
    scene.given(...onDuty(otherBy));
    scene.when({ ...claims('code', codeOf(scene)), by: otherBy } as Asked).gives([]);
    scene.when(byCode(qrOf(scene))).tells(...given);
  });

  it('is guessed thirty times a day, then a guard releases the desk [safety: codes 2]', () => {
    const scene = shelved();
    const terminal = deskTerminal(by.staffId);
    for (let n = 0; n < 29; n += 1) scene.given({ type: 'AttemptFailed', data: { terminal } });
    scene.when(claims('code', digest('wrong29'))).tells('AttemptFailed', 'AlertRaised');
    scene.when(claims('code', codeOf(scene))).gives({ refused: 'terminal-attended' });
    scene.when({ kind: 'ReleaseTerminal', terminal });
    scene.when(claims('code', codeOf(scene))).gives([]);
  });

  it('begins the row of wrong ones anew with a right one', () => {
    const scene = shelved();
    for (let n = 0; n < 4; n += 1) scene.when(claims('code', digest(`wrong${n}`)));
    scene.when(byCode(codeOf(scene))).tells(...given);
    scene.when(receives({ waybill: 'SF20000002' }, { holdId: ids.otherHold }));
    scene.when(claims('code', digest('wrong5'))).tells('AttemptFailed');
    scene.when(claims('code', codeOf(scene, ids.otherHold))).gives([]);
  });
});
