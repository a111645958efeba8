// How a page is built: nothing inlined (the edge serves it under a strict CSP), weighed at the end.
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin, UserConfig } from 'vite';
import { assertLight } from './weight.ts';

/** `mostBytes`: gzipped scripts together; `plugins` beside those of every page. */
export const builtPage = (page: { outDir: string; mostBytes: number; plugins?: Plugin[] }): UserConfig => ({
  base: './',
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    {
      name: 'weighed',
      apply: 'build',
      closeBundle: () => assertLight(join(page.outDir, 'assets'), page.mostBytes),
    },
    ...(page.plugins ?? []),
  ],
  build: {
    outDir: page.outDir,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome110',
  },
});
