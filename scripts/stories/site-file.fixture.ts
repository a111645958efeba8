// The site of the stories: the demo's two lockers before two terminals, on free ports.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Site, siteSchema } from '../../device-profiles/site.ts';
import { projectFolder } from '../../edge/config.ts';
import { freePort } from './hq-process.ts';

/** What a story needs otherwise than usual. */
export interface SiteWish {
  shelfPlaces?: number;
  /** Where headquarters' broker listens. */
  hq?: string;
}

/** Writes `DIR/site.json`, its serial lines beside it. Its ports are free now and stay the same when a program is started again. */
export const writeSite = async (dir: string, wish: SiteWish = {}): Promise<{ file: string; site: Site }> => {
  const demo = JSON.parse(readFileSync(join(projectFolder, 'scripts', 'sites', 'demo.json'), 'utf8'));
  const [first] = demo.terminals;
  const [lobby, gate, broker, desk] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const site = siteSchema.parse({
    ...demo,
    site: 'story',
    broker: { ...demo.broker, port: broker },
    console: { ...demo.console, port: desk },
    terminals: [
      { ...first, id: 'lobby', port: lobby },
      { ...first, id: 'gate', port: gate },
    ],
    ports: demo.ports.map((port: { id: string }) => ({ ...port, path: join(dir, port.id) })),
    ...(wish.shelfPlaces !== undefined && { shelf: { places: wish.shelfPlaces } }),
    ...(wish.hq !== undefined && { hq: { url: wish.hq } }),
  });
  const file = join(dir, 'site.json');
  writeFileSync(file, JSON.stringify(site));
  return { file, site };
};
