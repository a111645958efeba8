// How the page is built: into dist/page, nothing inlined (the edge serves it under a strict CSP), never above its weight.
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { assertLight } from './weight.ts';

const outDir = join(import.meta.dirname, '../dist/page');

const weighed: Plugin = {
  name: 'weighed',
  apply: 'build',
  async closeBundle() {
    await assertLight(join(outDir, 'assets'));
  },
};

export default defineConfig({
  base: './',
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), weighed],
  build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'chrome110' },
});
