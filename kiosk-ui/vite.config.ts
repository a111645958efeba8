// How the pages are built: the kiosk into dist/page, and with it the console into a folder of its own below.
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { builtPage } from './built-page.ts';
import { mostBytes } from './weight.ts';

const console: Plugin = {
  name: 'console',
  apply: 'build',
  // Last: the kiosk's build empties the folder that the console's lies in.
  closeBundle: async () => {
    await build({
      configFile: join(import.meta.dirname, 'console/vite.config.ts'),
      root: join(import.meta.dirname, 'console'),
      logLevel: 'warn',
    });
  },
};

export default builtPage({ outDir: join(import.meta.dirname, '../dist/page'), mostBytes, plugins: [console] });
