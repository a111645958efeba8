// How the console is built: a page of its own in dist/page/console, sharing no file with the kiosk's, never above its weight.
import { join } from 'node:path';
import { builtPage } from '../built-page.ts';

/** Seen by desk computers on the same network, not by a kiosk that restarts [kiosk: page]. */
const mostBytes = 150 * 1024;

export default builtPage({ outDir: join(import.meta.dirname, '../../dist/page/console'), mostBytes });
