// A register leaves the house: a spreadsheet that another program opens, and sheets of paper out of a real browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { handedOver, holding, hour, morning, openCounter, people } from '../../edge/api/console/registers.fixture.ts';
import { projectFolder } from '../../edge/config.ts';
import type { ConsoleAnswer, ConsoleQuery } from '../../edge/contract/console/routes.ts';
import { rightNames } from '../../edge/contract/rights.ts';
import { type Browser, startBrowser } from '../../kiosk-ui/browser.fixture.ts';
import { breaches } from '../../kiosk-ui/inspect.fixture.ts';
import { openedByOffice, printedPages } from './office.fixture.ts';

const by = { staffId: 'li', sessionId: 's' };
const strokes = [
  [100, 800, 300, 100, 500, 900],
  [600, 200, 900, 700],
];
/** Names that a spreadsheet, a page or a careless program would take for something else. */
const names = [
  '王小明',
  '=HYPERLINK("http://x","y")',
  '+8613800000000',
  '@SUM(A1)',
  '-1',
  'constructor',
  '__proto__',
  '<b>&"',
  '0012',
  ' 陈 ',
];

const personal = people();
for (const [n, name] of names.entries()) personal.set(`p${n}`, { name, salt: '' });
const items = Array.from({ length: 60 }, (_, n) => {
  const at = morning + n * 60_000;
  const receiptId = `r${n}`;
  const taken =
    n % 3 === 0 ? { handedOver: handedOver(receiptId, { personId: `p${n % names.length}`, at: at + hour }) } : {};
  const returned = { returnId: receiptId, staffId: 'li', reason: 'undeliverable', at: at + hour } as const;
  return holding(String(n), {
    personId: `p${n % names.length}`,
    receivedAt: at,
    waybill: `00${10_000_000 + n}`,
    endedAt: n % 3 === 2 ? null : at + hour,
    ...taken,
    ...(n % 3 === 1 ? { returned } : {}),
  });
});
const receipts = new Map(
  items.map(({ returned }, n) => [`r${n}`, { strokes, salt: '', ...(returned ? { name: '赵快递' } : {}) }]),
);
const { handlers, sent } = openCounter({ items, personal, receipts });

const query = { from: '2026-11-21', to: '2026-11-21', language: 'zh-CN', use: 'screen' } as const;
const asked = (wanted: ConsoleQuery<'readRegister'>) => ({
  by,
  roles: ['desk'] as const,
  body: undefined,
  query: wanted,
  params: { id: 'mail' },
});
const pageOf = async (wanted: ConsoleQuery<'readRegister'> = query): Promise<ConsoleAnswer<'readRegister'>> => {
  const reply = await handlers.readRegister(asked(wanted));
  assert.ok('body' in reply);
  return reply.body;
};

const session: ConsoleAnswer<'readSession'> = {
  sessionId: 's',
  staffId: 'li',
  name: '李前台',
  roles: ['desk'],
  may: rightNames.filter((right) => right === 'read-registers'),
  siteTitle: '阳光花园一期',
  timeZone: 'Asia/Shanghai',
  carriers: ['顺丰'],
  terminals: [],
  idleSeconds: 900,
  endsAt: Date.now() + 10 * hour,
};
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const origin = 'https://console.test';

/** The built console over the handlers of this counter, under the policy the edge serves it with. */
const serve = async (page: Page): Promise<void> => {
  await page.route(`${origin}/**`, async (route) => {
    const url = new URL(route.request().url());
    if (!url.pathname.startsWith('/api/')) {
      const file = url.pathname === '/' ? '/index.html' : url.pathname;
      await route.fulfill({
        body: await readFile(join(projectFolder, 'dist/page/console', file)),
        contentType: types[extname(file)] ?? 'application/octet-stream',
        headers: { 'content-security-policy': "default-src 'self'" },
      });
      return;
    }
    const list = await handlers.listRegisters({ ...asked(query), query: undefined });
    const use = url.searchParams.get('use') === 'print' ? 'print' : 'screen';
    const json = new Map<string, () => Promise<object>>([
      ['/api/console/session', async () => session],
      ['/api/console/registers', async () => ('body' in list ? list.body : list)],
      ['/api/console/registers/mail', () => pageOf({ ...query, use })],
    ]).get(url.pathname);
    if (json) await route.fulfill({ json: await json() });
    else await route.abort();
  });
};

describe('a register that leaves the house', function () {
  this.timeout(240_000);

  describe('as a spreadsheet', () => {
    let shown: string[][];
    let xml: string;
    before(async () => {
      const reply = await handlers.registerXlsx(asked(query));
      assert.ok('body' in reply && Buffer.isBuffer(reply.body));
      const opened = await openedByOffice(reply.body);
      shown = parse(opened.csv);
      ({ xml } = opened);
    });

    it('shows in LibreOffice what the page shows, cell by cell', async () => {
      const { register, rows } = await pageOf();
      const [title, lead, head, ...cells] = shown;
      assert.equal(title?.[0], '邮件签收表（WY7.5.4-G01-F3）');
      assert.equal(lead?.[0], '阳光花园一期 · 2026-11-21 至 2026-11-21 · 导出人 李前台 · 2026-11-21 11:00');
      assert.deepEqual(
        head,
        register.columns.map(({ label }) => label['zh-CN']),
      );
      const expected = rows.map((row) =>
        register.columns.map(({ key }) => {
          const field = row[key] ?? '';
          return typeof field === 'string' ? field : '已签';
        }),
      );
      // A name that every object has comes with a blank after it.
      const told = expected.map((row) => row.map((text) => (text in {} ? `${text} ` : text)));
      assert.deepEqual(cells, told);
      assert.equal(cells.length, 60);
    });

    it('holds real dates, texts that never compute, and its head on every page, A4 across', () => {
      const rows = items.length;
      const dates = rows + rows + items.filter((item) => item.handedOver !== null).length;
      assert.equal(xml.match(/<table:table-cell[^>]*office:value-type="date"/g)?.length, dates);
      assert.ok(xml.includes('office:date-value="2026-11-21T09:00:00"'));
      assert.ok(!xml.includes('table:formula'));
      assert.ok(!/<table:table-cell[^>]*office:value-type="float"/.test(xml));
      assert.match(xml, /<table:table-header-rows>/);
      assert.match(xml, /style:print-orientation="landscape"/);
      assert.match(xml, /fo:page-width="29\.[67]\d*cm"|fo:page-width="11\.69\d*in"/);
    });
  });

  describe('on the console', () => {
    let browser: Browser;
    const show = async (language: string): Promise<void> => {
      const { page } = browser;
      await page.goto(`${origin}/?${language}#/registers`);
      await page.evaluate((chosen) => localStorage.setItem('language', chosen), language);
      await page.reload();
      await page.locator('[data-do=show-register]').click();
      await page.locator('[data-table=register] [data-column=addressee]').first().waitFor();
    };
    before(async () => {
      browser = await startBrowser({ viewport: { width: 1366, height: 768 } }, false);
      const { page } = browser;
      await serve(page);
      // The browser's own dialog would wait for somebody: the story prints by itself.
      await page.addInitScript(() => {
        window.print = () => {};
      });
      await page.clock.install({ time: morning + 3 * hour });
    });
    after(() => browser.stop());

    it('breaks no rule of WCAG, at a desk and on a tablet', async () => {
      const { page } = browser;
      for (const language of ['zh-CN', 'en'])
        for (const viewport of [
          { width: 1366, height: 768 },
          { width: 1024, height: 768 },
        ]) {
          await page.setViewportSize(viewport);
          await show(language);
          assert.deepEqual(await breaches(page), []);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${wide} px too wide at ${viewport.width} in ${language}`);
        }
    });

    it('prints its head and number on every page, signatures as pictures, lines to sign, and nothing of the screen', async () => {
      const { page } = browser;
      await show('zh-CN');
      const before = sent.length;
      await page.locator('[data-do=print-register]').click();
      await page.locator('.paper').waitFor({ state: 'attached' });
      assert.deepEqual(
        sent.slice(before).map((one) => one.kind === 'RecordExport' && one.what),
        ['register mail print'],
      );
      assert.equal(await page.locator('.paper svg.signed').count(), 40);

      const { pages, size } = await printedPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      assert.match(size, /^841\.\d+ x 59[45]\.\d+ pts \(A4\)/);
      assert.ok(pages.length >= 2, `${pages.length} pages`);
      for (const [n, text] of pages.entries()) {
        for (const part of ['邮件签收表', 'WY7.5.4-G01-F3', '阳光花园一期', '收件人', '签收时间', '打印人 李前台'])
          assert.ok(text.replaceAll(/\s+/g, ' ').includes(part), `${part} on page ${n + 1}`);
        assert.match(text.trimEnd(), new RegExp(`\\s${n + 1} ?/ ?${pages.length}$`), `the number of page ${n + 1}`);
        assert.ok(!text.includes('导出 CSV'));
      }
      const all = pages.join('').replaceAll(/\s/g, '');
      for (const { waybill } of items) assert.ok(all.includes(waybill ?? ''), waybill ?? '');
      for (const line of ['制表', '审核']) assert.ok(pages.at(-1)?.includes(line));
      assert.equal(await page.locator('.paper-root').count(), 0, 'the sheet is gone when it is printed');
    });
  });
});
