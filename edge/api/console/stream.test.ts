// The console's news over a real connection: from where a page stopped, in order, each fact once, and no further than its session.
import assert from 'node:assert/strict';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { ledgerNews } from '../../contract/console/site-view.ts';
import { newEvent, newFile, newUnit, removeFiles, startLedger } from '../../ledger/ledger.fixture.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { follow } from './stream.ts';

interface Told {
  id: string;
  event: string | undefined;
  data: string | undefined;
}
interface Listener {
  /** What came and was not asked for yet. */
  told: Told[];
  /** The next message that has an id. */
  next(): Promise<Told>;
  ended: Promise<void>;
  close(): void;
}

const messageOf = (text: string): Told | undefined => {
  const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
  const id = field('id');
  return id === undefined ? undefined : { id, event: field('event'), data: field('data') };
};

const listen = async (url: string, lastEventId?: string): Promise<Listener> => {
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await new Promise<IncomingMessage>((resolve) => get(url, { headers }, resolve));
  const told: Told[] = [];
  let wake: () => void = () => undefined;
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = messageOf(text.slice(0, end));
      text = text.slice(end + 2);
      if (message) told.push(message);
    }
    wake();
  });
  return {
    told,
    next: async () => {
      for (;;) {
        const message = told.shift();
        if (message) return message;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    ended: new Promise((resolve) => response.once('close', () => resolve())),
    close: () => response.destroy(),
  };
};

describe('the console’s news', () => {
  let ledger: Ledger;
  let server: Server;
  let url: string;
  let isLive: boolean;
  beforeEach(async () => {
    isLive = true;
    ledger = await startLedger(await newFile());
    const app = express();
    app.get('/', (request, response) => follow(request, response, { ledger, isLive: () => isLive }));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await ledger.stop();
  });
  after(removeFiles);

  const append = (count: number, from = 0) =>
    ledger.append([
      newUnit({ events: Array.from({ length: count }, (_, n) => newEvent('ParcelPlaced', { holdId: `${from + n}` })) }),
    ]);
  const seqOf = ({ data }: Told): number => ledgerNews.parse({ ...JSON.parse(data ?? ''), holdId: null }).seq;

  it('begin at the end for whoever comes anew, and tell what is committed from then on', async () => {
    await append(3);
    const page = await listen(url);
    assert.deepEqual(await page.next(), { id: `${ledger.head.epoch}-3`, event: undefined, data: undefined });
    await append(2, 3);
    const [one, other] = [await page.next(), await page.next()];
    assert.deepEqual([one.id, one.event], [`${ledger.head.epoch}-4`, 'ledger']);
    const { type, holdId, seq } = JSON.parse(other.data ?? '');
    assert.deepEqual({ type, holdId, seq }, { type: 'ParcelPlaced', holdId: '4', seq: 5 });
    page.close();
  });

  it('go on behind the last one a page has seen, each once, while more is committed', async () => {
    await append(400);
    const page = await listen(url, `${ledger.head.epoch}-100`);
    assert.equal((await page.next()).id, `${ledger.head.epoch}-100`);
    await append(5, 400);
    for (let seq = 101; seq <= 405; seq += 1) assert.equal(seqOf(await page.next()), seq);
    page.close();
  });

  it('tell what is committed while they are looked up, before and after, once each', async () => {
    await append(10);
    const read = ledger.read.bind(ledger);
    ledger.read = async (...asked) => {
      await append(2, 10);
      const rows = await read(...asked);
      await append(2, 12);
      return rows;
    };
    const page = await listen(url, `${ledger.head.epoch}-8`);
    await page.next();
    ledger.read = read;
    await append(1, 14);
    for (let seq = 9; seq <= 15; seq += 1) assert.equal(seqOf(await page.next()), seq);
    page.close();
  });

  it('tell a page that is too far behind, or was elsewhere, to read everything again', async () => {
    await append(502);
    const { epoch } = ledger.head;
    for (const id of [`${epoch}-1`, `${epoch}-900`, '0-0', 'nonsense', `${epoch + 1}-1`]) {
      const page = await listen(url, id);
      assert.deepEqual(await page.next(), { id: `${epoch}-502`, event: 'reset', data: '{}' }, id);
      page.close();
    }
    const near = await listen(url, `${epoch}-2`);
    assert.equal((await near.next()).id, `${epoch}-2`);
    assert.equal(seqOf(await near.next()), 3);
    near.close();
  });

  it('end with the session: the fact that ended it is not told any more', async () => {
    const page = await listen(url);
    await page.next();
    isLive = false;
    await append(1);
    await page.ended;
    assert.deepEqual(page.told, []);
    isLive = true;
    const again = await listen(url, `${ledger.head.epoch}-0`);
    assert.equal((await again.next()).id, `${ledger.head.epoch}-0`);
    assert.equal(seqOf(await again.next()), 1);
    again.close();
  });
});
