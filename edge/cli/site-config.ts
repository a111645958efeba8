// The site file as a verb needs it; a file that is wrong is told of as one.
import { existsSync } from 'node:fs';
import { ShellFault } from '../api/said.ts';
import { type Config, readConfig } from '../config.ts';

/** Throws a ShellFault when the file is not there or says something that no site can be. */
export const siteConfig = (file: string): Config => {
  if (!existsSync(file)) throw new ShellFault({ code: 'no-such-file', facts: { file } });
  try {
    return readConfig(file);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'Error')) throw error;
    throw new ShellFault({ code: 'site-file', facts: { detail: error.message } }, error);
  }
};
