// A node's core on a folder of its own, and one terminal of its site as the kiosk's listener opens it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { projectFolder, readConfig } from '../config.ts';
import { type Core, openCore } from '../core.ts';
import { FrameWatch } from './frame-watch.ts';
import { type Office, openOffice } from './office.ts';
import type { TerminalOptions } from './terminal.ts';
import { VisitCookies } from './visit-cookie.ts';

export interface TestNode extends Core {
  terminal: TerminalOptions;
  office: Office;
}

/** `stop` takes the folder away. */
export const openNode = async (): Promise<TestNode> => {
  const data = mkdtempSync(join(tmpdir(), 'node-'));
  const config = readConfig(join(projectFolder, 'scripts', 'sites', 'lobby.json'));
  const core = await openCore({ config, data });
  const { dispatch, keys, now } = core;
  const [picture] = config.terminals;
  if (picture === undefined) throw new Error('a site has a terminal');
  return {
    ...core,
    terminal: {
      dispatch,
      site: config.layout,
      picture,
      keys,
      cookies: new VisitCookies(),
      frames: new FrameWatch(() => undefined),
      now,
    },
    office: openOffice({ ...core, newId: uuidv7, timeZone: config.site.timeZone, links: () => ({}) }),
    stop: async () => {
      await core.stop();
      rmSync(data, { recursive: true });
    },
  };
};
