// Where HQ's broker is, and how long it is left alone.
import assert from 'node:assert/strict';
import { readAddress } from './address.ts';
import { backoffMs } from './backoff.ts';

describe("the address of HQ's broker", () => {
  it('is taken apart, with the usual ports', () => {
    assert.deepEqual(readAddress('mqtt://hq.example'), { protocol: 'mqtt', host: 'hq.example', port: 1883 });
    assert.deepEqual(readAddress('mqtts://site:p%40ss@[::1]:9000'), {
      protocol: 'mqtts',
      host: '::1',
      port: 9000,
      username: 'site',
      password: 'p@ss',
    });
  });

  for (const url of ['https://site:hunter2@hq', 'site:hunter2@hq', 'mqtt://', 'mqtt://site:hunter2@hq:99999']) {
    it(`is refused without repeating it: ${url.replace('hunter2', '…')}`, () => {
      assert.throws(
        () => readAddress(url),
        (error) => error instanceof Error && !`${error.message}${error.stack}`.includes('hunter2'),
      );
    });
  }
});

describe('the wait before HQ is called again', () => {
  it('doubles its limit from one second to one minute, and lies anywhere below', () => {
    assert.deepEqual(
      [0, 1, 3, 6, 5_000].map((failures) => backoffMs(failures, 1)),
      [1_000, 2_000, 8_000, 60_000, 60_000],
    );
    assert.equal(backoffMs(3, 0.25), 2_000);
    assert.equal(backoffMs(9, 0), 0);
  });
});
