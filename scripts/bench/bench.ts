// Runs one bench by name and prints what it measured as one line of JSON, last.
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Measured {
  name: string;
  [figure: string]: string | number | boolean | null;
}

const here = dirname(fileURLToPath(import.meta.url));
const names = (await readdir(here))
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.slice(0, -'.ts'.length));
const name = process.argv[2] ?? '';

if (names.includes(name)) {
  const bench: { run(): Promise<Measured> } = await import(pathToFileURL(join(here, `${name}.ts`)).href);
  console.log(JSON.stringify(await bench.run()));
} else {
  console.error(`usage: npm run bench -- NAME, one of: ${names.join(', ')}`);
  process.exitCode = 2;
}
