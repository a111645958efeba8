// E-mail through a real SMTP server in the test: what arrives, and every way it can fail.
import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { mailCarrier, mailSettings } from './mail.ts';
import { simulatedMessage } from './simulated-message.ts';

interface Received {
  to: string[];
  from: string;
  source: string;
}

/** A server on a free port that keeps what it takes. */
const serve = async (options: SMTPServerOptions = {}) => {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      void text(stream).then((source) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), source });
        done();
      });
    },
    ...options,
  });
  // A client that turns away in the middle is expected here.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};

const settings = (port: number, more: object = {}) =>
  mailSettings.parse({ host: '127.0.0.1', port, security: 'none', from: 'notice@menfang.example', ...more });
const send = (port: number, change: Parameters<typeof simulatedMessage>[0] = {}, more: object = {}) =>
  mailCarrier({ settings: settings(port, more), timeoutMs: 2_000 }).send(simulatedMessage(change));

const failure = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });

describe('mail', () => {
  it('arrives with subject, text and sender', async () => {
    const server = await serve();
    assert.deepEqual(await send(server.port), { sent: true });
    await server.stop();
    const [mail] = server.received;
    assert.deepEqual([mail?.from, mail?.to], ['notice@menfang.example', ['owner@example.org']]);
    const [head = '', body = ''] = mail?.source.split('\r\n\r\n') ?? [];
    const encoded = Buffer.from('您有一件快递').toString('base64');
    assert.ok(head.includes(`Subject: =?UTF-8?B?${encoded}?=`));
    assert.match(head, /^Message-ID: <0199f0a0-0000-8000-8000-00000000000a@menfang\.example>$/im);
    assert.equal(Buffer.from(body, 'base64').toString().trim(), '取件码:123 456 782');
  });

  it('signs in with user and password', async () => {
    const seen: unknown[] = [];
    const server = await serve({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push([username, password]);
        done(null, { user: username });
      },
    });
    assert.deepEqual(await send(server.port, {}, { user: 'u', password: 'p' }), { sent: true });
    await server.stop();
    assert.deepEqual(seen, [['u', 'p']]);
  });

  it('begins no header that a title smuggles in', async () => {
    const server = await serve();
    const subject = 'a\r\nBcc: thief@example.org\r\n\r\nb';
    const site = '"x" <thief@example.org>\r\nBcc: thief@example.org';
    assert.deepEqual(await send(server.port, { site, mail: { subject, text: 'DATA ends\r\n.\r\nhere' } }), {
      sent: true,
    });
    await server.stop();
    assert.deepEqual(
      server.received.map(({ to }) => to),
      [['owner@example.org']],
    );
    const [head = ''] = server.received[0]?.source.split('\r\n\r\n') ?? [];
    assert.ok(!/^Bcc:/im.test(head));
  });

  it('reaches one address and no list', () => {
    const { reaches } = mailCarrier({ settings: settings(25) });
    assert.equal(reaches({ email: 'owner@example.org' }), true);
    for (const email of [
      undefined,
      '',
      'owner',
      'a@example.org, b@example.org',
      'A <a@example.org>',
      'a@example.org\r\nb',
    ]) {
      assert.equal(reaches({ email }), false);
    }
  });

  describe('fails', () => {
    const rows: [string, SMTPServerOptions, { retryable: boolean; reason: RegExp }, object?][] = [
      [
        'until someone mends it when the mailbox does not exist',
        { onRcptTo: (_address, _session, done) => done(failure(550, 'no owner@example.org here')) },
        { retryable: false, reason: /^SMTP 550 \(EENVELOPE\)$/ },
      ],
      [
        'for now when the mailbox is busy',
        { onRcptTo: (_address, _session, done) => done(failure(450, 'later')) },
        { retryable: true, reason: /^SMTP 450/ },
      ],
      [
        'for now when the server is full',
        {
          onData: (stream, _session, done) => {
            stream.resume();
            stream.on('end', () => done(failure(452, 'full')));
          },
        },
        { retryable: true, reason: /^SMTP 452/ },
      ],
      [
        'until someone mends it when the password is wrong',
        { allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(failure(535, 'p4ssword is wrong')) },
        { retryable: false, reason: /^SMTP 535 \(EAUTH\)$/ },
        { user: 'u', password: 'p4ssword' },
      ],
      [
        'before the password is sent when the server cannot prove who it is',
        { disabledCommands: [], onAuth: () => assert.fail('the password was sent') },
        { retryable: true, reason: /^E?[A-Z_]+$/ },
        { security: 'starttls', user: 'u', password: 'p' },
      ],
      [
        'before the password is sent when the server does not encrypt',
        { onAuth: () => assert.fail('the password was sent') },
        { retryable: false, reason: /^SMTP 500 \(ETLS\)$/ },
        { security: 'starttls', user: 'u', password: 'p' },
      ],
    ];
    for (const [name, options, { retryable, reason }, more] of rows) {
      it(name, async () => {
        const server = await serve(options);
        const result = await send(server.port, {}, more);
        await server.stop();
        assert.ok('reason' in result);
        assert.match(result.reason, reason);
        assert.equal(result.retryable, retryable);
        assert.deepEqual(server.received, []);
        assert.ok(!/owner@|p4ssword/.test(result.reason));
      });
    }

    it('for now when the server greets nobody', async () => {
      let greet = () => {};
      const server = await serve({
        onConnect: (_session, done) => {
          greet = done;
        },
      });
      const carrier = mailCarrier({ settings: settings(server.port), timeoutMs: 200 });
      const result = await carrier.send(simulatedMessage());
      greet();
      await server.stop();
      assert.deepEqual(result, { retryable: true, reason: 'no answer in time' });
    });

    it('for now when nobody listens', async () => {
      const server = await serve();
      await server.stop();
      const result = await send(server.port);
      assert.ok('reason' in result && result.retryable);
    });
  });
});
