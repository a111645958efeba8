// A kiosk runs for months: visit after visit, memory, nodes and listeners stay where they are.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openKiosk, panels, scan, startBrowser, tap, waitForScreen } from './browser.fixture.ts';
import { startEdgeDouble } from './edge-double.fixture.ts';
import { doorSample, parcelSample, sampleId, visitSample } from './samples.fixture.ts';

const visits = process.env.MENFANG_FULL === undefined ? 100 : 1_000;
const warmUp = 20;
const mostGrowthBytes = 1024 * 1024;
/** The browser may keep the screen that was pressed last. */
const oneScreenNodes = 150;

describe('visit after visit', function () {
  this.timeout(1_800_000);

  it(`the page does not grow (${visits} visits)`, async () => {
    const edge = await startEdgeDouble(join(import.meta.dirname, '../dist/page'));
    const [, panel] = panels;
    if (panel === undefined) throw new Error('no panel');
    const browser = await startBrowser(panel);
    const { page, context } = browser;
    // The real clock here: a simulated one keeps what its timers have touched.
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const measured = async (): Promise<{ heap: number; nodes: number; listeners: number }> => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
    };
    const visit = async (n: number): Promise<void> => {
      edge.reset({ screen: panel.screen });
      const visitId = sampleId(n);
      edge.on('identify', () => visitSample({ visitId }));
      edge.on('openings', () =>
        visitSample({ visitId, parcels: [parcelSample(0, { actions: [] })], door: doorSample({}) }),
      );
      await scan(page, `C${n}`);
      await tap(page, 'open');
      await waitForScreen(page, 'door');
      edge.tellVisit(visitSample({ visitId, parcels: [], door: doorSample({ stage: 'closed' }) }));
      await tap(page, 'finish');
      await waitForScreen(page, 'home');
    };
    edge.reset({ screen: panel.screen });
    await openKiosk(page, edge.url, 'zh-CN');
    for (let n = 0; n < warmUp; n += 1) await visit(n);
    const before = await measured();
    for (let n = 0; n < visits; n += 1) await visit(warmUp + n);
    const after = await measured();
    await browser.stop();
    await edge.stop();
    assert.deepEqual(edge.faults, []);
    assert.ok(after.heap - before.heap < mostGrowthBytes, `heap ${before.heap} → ${after.heap}`);
    assert.ok(after.nodes - before.nodes <= oneScreenNodes, `nodes ${before.nodes} → ${after.nodes}`);
    assert.ok(after.listeners - before.listeners <= 5, `listeners ${before.listeners} → ${after.listeners}`);
  });
});
