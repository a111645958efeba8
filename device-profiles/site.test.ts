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
    for (const bridge of ['ca', 'broker', 'edge']) {
      const { error } = siteSchema.safeParse(siteWith(bridge));
      const told = error?.issues.map(({ path, message }) => [path.join('.'), message]);
      assert.deepEqual(told, [
        ['ports.0.bridge', `"${bridge}" is a name the node keeps for itself: choose another for the bridge`],
      ]);
    }
  });
});
