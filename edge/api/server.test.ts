// Whom a terminal's listener answers: pages at its own address only (DNS rebinding).
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { openNode, type TestNode } from './node.fixture.ts';
import { KioskServer } from './server.ts';

describe('the listener of a terminal', () => {
  let node: TestNode;
  let server: KioskServer;
  let port: number;
  before(async () => {
    node = await openNode();
    server = new KioskServer({
      ...node.terminal,
      host: '127.0.0.1',
      port: 0,
      page: 'no-page',
      position: () => '0-0',
      documents: {},
      log: pino({ level: 'silent' }),
    });
    ({ port } = await server.start());
  });
  after(async () => {
    await server.stop();
    await node.stop();
  });

  /** What stands on the wire, since no HTTP client would send a foreign name to this address. */
  const asked = async (...headers: string[]): Promise<{ status: number; body: string }> => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(['GET /api/kiosk HTTP/1.1', ...headers, 'Connection: close', '', ''].join('\r\n'));
    const answer = await text(socket);
    return { status: Number(answer.split(' ')[1]), body: answer.slice(answer.indexOf('\r\n\r\n') + 4) };
  };

  for (const host of ['127.0.0.1', 'localhost'])
    it(`answers at ${host}, with its port and without`, async () => {
      for (const name of [host, `${host}:${port}`]) {
        const { status, body } = await asked(`Host: ${name}`);
        assert.equal(status, 200, name);
        assert.match(body, /桃源里小区/);
      }
    });

  for (const host of [
    'evil.example',
    '127.0.0.1.evil.example',
    'evil.example:8080',
    'evil.example.localhost',
    'x127.0.0.1',
    'localhost.evil.example',
    '127.0.0.1@evil.example',
    '127.0.0.10',
    '[::1]',
    '',
  ])
    it(`refuses a page that calls it "${host}", tells it nothing, and says where to go`, async () => {
      const { status, body } = await asked(`Host: ${host}`);
      assert.equal(status, 403);
      assert.deepEqual(JSON.parse(body), { refused: 'not-allowed', remedy: 'open this terminal at 127.0.0.1' });
    });

  it('refuses a request of the former HTTP that names no host', async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /api/kiosk HTTP/1.0\r\n\r\n');
    assert.match(await text(socket), /^HTTP\/1\.1 403 /);
  });
});
