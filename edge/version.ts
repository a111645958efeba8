// The version of this program, from its package.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './config.ts';

export const version = (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string })
  .version;
