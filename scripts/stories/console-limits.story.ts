// What limits the console: wrong passwords, knocks, time, and a clock that nobody trusts.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { askRunning } from '../../edge/api/control.ts';
import { Browser, ConsoleEdge, enrol, founders, invite, type Member, signIn } from './console-edge.fixture.ts';
import { eventually } from './eventually.fixture.ts';
import { eventsOf, readEvents } from './record.fixture.ts';

const minute = 60_000;

describe('what limits the console', function () {
  this.timeout(180_000);
  const edge = new ConsoleEdge();
  let manager: Member;

  before(async () => {
    await edge.begin();
    ({ manager } = await founders(edge));
  });
  after(() => edge.end());

  it('lets a name wait after five wrong passwords, known or not, also over a restart; sign-ins end with the run', async () => {
    const { browser, account } = await invite(manager.browser, ['desk']);
    for (const userName of [account.userName, 'nobody-at-all']) {
      const guesser = new Browser(edge);
      for (let n = 0; n < 5; n += 1) {
        const wrong = await guesser.try('signIn', { userName, password: `wrong ${n}`, totp: null });
        assert.deepEqual(JSON.parse(wrong.text), { refused: 'not-recognised' });
      }
      const sixth = await guesser.try('signIn', { userName, password: account.password, totp: null });
      assert.deepEqual([sixth.status, sixth.refused], [429, 'terminal-waiting']);
    }
    const [cookie, link] = [browser.cookie, (await manager.browser.ask('inviteStaff', { roles: ['guard'] })).link];
    await edge.stop();
    await edge.start();
    assert.equal(browser.cookie, cookie);
    assert.equal((await browser.try('readSession', {})).refused, 'signed-out');
    assert.equal((await signIn(new Browser(edge), account)).refused, 'terminal-waiting');
    assert.equal((await signIn(manager.browser, manager.account)).status, 200);
    await enrol(new Browser(edge), edge.tokenOf(link));
    edge.pass(minute);
    assert.equal((await signIn(new Browser(edge), account)).status, 200);
  });

  it('keeps one address from trying more than a few times a minute', async () => {
    const browser = new Browser(edge);
    const codes: unknown[] = [];
    for (let n = 0; n < 11; n += 1)
      codes.push((await browser.try('signIn', { userName: '', password: '', totp: 'six' })).refused);
    assert.deepEqual(codes, [...Array.from({ length: 10 }, () => 'bad-request'), 'terminal-waiting']);
    assert.equal((await new Browser(edge).try('hello', {})).status, 200);
  });

  it('lets a link work for fifteen minutes and a sign-in for fifteen without a request, twelve hours at most', async () => {
    await signIn(manager.browser, manager.account);
    const { link } = await manager.browser.ask('inviteStaff', { roles: ['desk'] });
    const { browser } = await invite(manager.browser, ['guard']);
    edge.pass(14 * minute);
    assert.equal((await browser.try('readSession', {})).status, 200);
    const unasked = { headers: { 'menfang-unasked': '1' } };
    assert.equal((await manager.browser.send('/api/console/session', unasked)).status, 200, 'a page reads by itself');
    edge.pass(2 * minute);
    assert.equal((await browser.try('readSession', {})).status, 200, 'a request counts');
    assert.equal(
      (await new Browser(edge).try('openInvitation', { token: edge.tokenOf(link) })).refused,
      'invitation-over',
    );
    assert.equal((await manager.browser.try('readSession', {})).refused, 'signed-out', 'idle');
    for (let passed = 16; passed < 12 * 60; passed += 14) {
      edge.pass(14 * minute);
      await browser.try('readSession', {});
    }
    assert.equal((await browser.try('readSession', {})).refused, 'signed-out', 'too long');
    await eventually('both are on record', async () => {
      const ended = eventsOf(await readEvents(join(edge.data, 'ledger.db')), 'StaffSignedOut');
      const reasons = ended.map(({ data }) => data.reason);
      return (['idle', 'too-long', 'restart', 'replaced'] as const).every((one) => reasons.includes(one));
    });
  });

  it('refuses time-limited digits without a trusted clock, and an invitation from the shell is the way in', async () => {
    edge.clock = 'unknown';
    assert.equal((await signIn(new Browser(edge), manager.account)).refused, 'clock-untrusted');
    const said = await askRunning(edge.data, 'inviteStaff', { roles: ['technician'] });
    assert.ok(said?.ok);
    const { link } = said.data as { link: string };
    const browser = new Browser(edge);
    await enrol(browser, edge.tokenOf(link));
    assert.equal((await browser.try('readSession', {})).status, 200);
    edge.clock = 'synced';
    assert.equal((await signIn(new Browser(edge), manager.account)).status, 200);
  });
});
