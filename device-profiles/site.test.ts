// What a site file may not say.
import assert from 'node:assert/strict';
import { siteSchema } from './site.ts';

const siteWith = (bridge: string) => ({
  site: 'garden',
  title: 'Garden',
  broker: { port: 0 },
  terminals: [{ id: 'gate', port: 0, cabinets: ['a'] }],
  ports: [{ id: 'line-1', bridge, path: '/dev/ttyUSB0' }],
  cabinets: [{ id: 'a', label: 'A', profile: 'demo', port: 'line-1', board: 1 }],
});

describe('a site file', () => {
  it('names its bridges', () => {
    assert.equal(siteSchema.parse(siteWith('bridge-1')).ports[0]?.bridge, 'bridge-1');
  });

  it("names no bridge as the node's own certificates are named, and says which and where", () => {
    for (const bridge of ['ca', 'broker', 'console', 'edge']) {
      const { error } = siteSchema.safeParse(siteWith(bridge));
      const told = error?.issues.map(({ path, message }) => [path.join('.'), message]);
      assert.deepEqual(told, [
        ['ports.0.bridge', `"${bridge}" is a name the node keeps for itself: choose another for the bridge`],
      ]);
    }
  });

  it('says by which of the two names the office keeps its mail register', () => {
    const site = siteWith('bridge-1');
    assert.equal(siteSchema.parse(site).registers.mail, '邮件签收表');
    assert.equal(siteSchema.parse({ ...site, registers: { mail: '邮件签收登记表' } }).registers.mail, '邮件签收登记表');
    assert.ok(!siteSchema.safeParse({ ...site, registers: { mail: '签收表' } }).success);
  });
});
