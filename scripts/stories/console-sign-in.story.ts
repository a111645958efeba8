// Staff come to the console: by invitation only, with two factors where it matters, and out again at once when their time is over.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { consoleFiles, consoleRoutes } from '../../edge/contract/console/routes.ts';
import { mayDo, type StaffRole, staffRoles } from '../../edge/contract/rights.ts';
import { Browser, ConsoleEdge, digitsOf, founders, invite, type Member, signIn } from './console-edge.fixture.ts';
import { readEvents } from './record.fixture.ts';

describe('the console', function () {
  this.timeout(180_000);
  const edge = new ConsoleEdge();
  let technician: Member;
  let manager: Member;
  let firstToken = '';

  before(async () => {
    await edge.begin();
    firstToken = edge.enrolmentToken;
  });
  after(() => edge.end());

  it('offers the first account by a link that only the machine’s owner can read, once', async () => {
    const file = join(edge.data, 'enrolment-link');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const visitor = new Browser(edge);
    assert.equal((await visitor.ask('hello', {})).isNew, true);
    ({ technician, manager } = await founders(edge));
    assert.equal((await visitor.ask('hello', {})).isNew, false);
    assert.equal(existsSync(file), false);
    for (const name of ['openInvitation', 'makeAccount'] as const) {
      const body = { token: firstToken, name: 'x', userName: 'xxx', password: 'long enough', totp: '123456' };
      const again = await visitor.try(name, name === 'openInvitation' ? { token: firstToken } : body);
      assert.deepEqual([again.status, again.refused], [410, 'invitation-over']);
    }
  });

  it('lets a technician invite the first manager and nobody else', async () => {
    for (const roles of [['technician'], ['manager'], ['desk']] as StaffRole[][])
      assert.equal((await technician.browser.try('inviteStaff', { roles })).refused, 'not-allowed');
  });

  it('opens each route to exactly the roles of the table', async () => {
    const members = new Map<StaffRole, Member>([
      ['technician', technician],
      ['manager', manager],
    ]);
    for (const role of staffRoles) if (!members.has(role)) members.set(role, await invite(manager.browser, [role]));
    const nobody = new Browser(edge);
    const ways = [...Object.values(consoleRoutes), ...Object.values(consoleFiles)].filter(
      ({ path, right }) => right !== 'anyone' && !['/session/end', '/stream'].some((end) => path.endsWith(end)),
    );
    for (const way of ways) {
      const method = 'method' in way ? way.method.toUpperCase() : 'GET';
      const path = way.path.replace(':id', '01920000-0000-7000-8000-000000000000');
      const ask = (browser: Browser) => browser.send(path, { method, body: method === 'POST' ? '{}' : '' });
      assert.equal((await ask(nobody)).refused, 'signed-out', path);
      for (const [role, { browser }] of members) {
        const { status, refused } = await ask(browser);
        const may = way.right === 'signed-in' || mayDo([role], way.right as 'see-site');
        assert.equal(refused === 'not-allowed', !may, `${role} ${method} ${path}: ${status} ${refused}`);
        assert.ok(status < 500, `${role} ${method} ${path}: ${status}`);
      }
    }
  });

  it('takes no change that another page was made to send, and no other name for itself', async () => {
    const { host, origin } = new URL(edge.url);
    const { browser } = manager;
    const forged: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: origin.replace('https', 'http') },
      { host: 'evil.example' },
      { host: host.replace('127.0.0.1', 'evil.example'), origin: `https://evil.example` },
    ];
    for (const headers of forged) {
      const heard = await browser.try('signOut', {}, headers);
      assert.deepEqual([heard.status, heard.refused], [403, 'not-allowed'], JSON.stringify(headers));
    }
    const bare = await browser.send('/api/console/session', { headers: { host: 'evil.example' } });
    assert.equal(bare.refused, 'not-allowed');
    assert.equal((await browser.ask('readSession', {})).staffId, manager.account.staffId);
  });

  it('gives a cookie that no script, other site or plain line is sent, and pages that nobody keeps', async () => {
    const member = await invite(manager.browser, ['guard']);
    const heard = await signIn(member.browser, member.account);
    const [cookie = ''] = heard.headers['set-cookie'] ?? [];
    for (const part of [/^__Host-menfang=[\w-]{43};/, /HttpOnly/, /Secure/, /SameSite=Strict/, /Path=\/(;|$)/])
      assert.match(cookie, part);
    assert.equal(heard.headers['cache-control'], 'no-store');
    assert.match(String(heard.headers['strict-transport-security']), /max-age=\d{7,}/);
    assert.match(String(heard.headers['content-security-policy']), /default-src 'self'/);
    const ca = await member.browser.send('/menfang-ca.pem');
    assert.equal(ca.text, readFileSync(join(edge.data, 'keys', 'ca.pem'), 'utf8'));
  });

  it('knows a stolen cookie no more after the sign-out, nor a former one after a new sign-in', async () => {
    const { browser, account } = await invite(manager.browser, ['desk']);
    const thief = new Browser(edge);
    thief.cookie = browser.cookie;
    assert.equal((await thief.try('readSession', {})).status, 200);
    await signIn(browser, account);
    assert.equal((await thief.try('readSession', {})).refused, 'signed-out');
    thief.cookie = browser.cookie;
    await browser.ask('signOut', {});
    assert.equal((await thief.try('readSession', {})).refused, 'signed-out');
    assert.equal(browser.cookie, '__Host-menfang=');
  });

  it('ends an account with all its sign-ins at once, and never the last manager', async () => {
    const { browser, account } = await invite(manager.browser, ['desk']);
    const { staffId } = account;
    await manager.browser.ask('endStaff', { staffId });
    assert.equal((await browser.try('readSession', {})).refused, 'signed-out');
    assert.equal((await signIn(browser, account)).refused, 'not-recognised');
    const own = { staffId: manager.account.staffId };
    assert.equal((await manager.browser.try('endStaff', own)).refused, 'last-manager');
    assert.equal((await manager.browser.try('changeRoles', { ...own, roles: ['desk'] })).refused, 'last-manager');
  });

  it('cuts the line of news of whoever is signed out, by the office too', async () => {
    const { browser } = await invite(manager.browser, ['desk']);
    const { sessionId } = await browser.ask('readSession', {});
    const listening = browser.send('/api/console/stream');
    await manager.browser.ask('endSession', { sessionId });
    const { status, headers, text } = await listening;
    assert.deepEqual([status, headers['content-type']], [200, 'text/event-stream']);
    assert.doesNotMatch(text, /ping/, 'by the commit, not by the next look');
    assert.equal((await browser.send('/api/console/stream')).refused, 'signed-out');
  });

  it('asks managers for the digits of their app, and takes the same digits once', async () => {
    const { account } = manager;
    const { userName, password } = account;
    const browser = new Browser(edge);
    assert.equal((await browser.try('signIn', { userName, password, totp: null })).refused, 'second-factor');
    edge.pass(60_000);
    const totp = digitsOf(account, edge.nowMs);
    const old = digitsOf(account, edge.nowMs, -3);
    assert.equal((await browser.try('signIn', { userName, password, totp: old })).refused, 'second-factor');
    assert.equal((await browser.try('signIn', { userName, password, totp })).status, 200);
    assert.equal((await new Browser(edge).try('signIn', { userName, password, totp })).refused, 'second-factor');
  });

  it('does a sign-in that was sent again, because its answer was lost, once', async () => {
    const { browser, account } = await invite(manager.browser, ['guard']);
    const { userName, password } = account;
    const letter = { commandId: '01920000-0000-7000-8000-00000000aaaa', userName, password, totp: null };
    const before = (await browser.ask('listSessions', {})).rows.length;
    const first = await browser.ask('signIn', letter);
    assert.equal((await browser.ask('signIn', letter)).sessionId, first.sessionId);
    assert.equal((await browser.ask('listSessions', {})).rows.length, before);
  });

  it('writes no password, key or token into its ledger or its log', async () => {
    const told = `${edge.logged}${JSON.stringify(await readEvents(join(edge.data, 'ledger.db')))}`;
    const secrets = [
      firstToken,
      manager.browser.cookie.split('=')[1] ?? '',
      manager.account.secret ?? '',
      'correct horse',
    ];
    for (const secret of secrets) {
      assert.ok(secret.length > 10);
      assert.equal(told.includes(secret), false);
    }
  });
});
