// The bridge's command line and the files it names, read once and checked.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSite } from '../device-profiles/site.ts';
import { linesOf, type SiteLine } from './site-lines.ts';

export const help = `firmware-bridge: carries orders to the devices of one site and their reports back

  --site FILE         the site file (cabinets, ports, broker)
  --name NAME         this bridge in the site file; its certificate's CN
  --keys DIR          holds ca.pem, NAME.pem and NAME.key
  --data DIR          where the journal of unreceipted reports is kept
  --broker HOST:PORT  instead of the site file's broker
  --help              this text

Prints one JSON line on stdout when the broker is reached and every port is open; logs go to stderr.
Exit codes: 0 stopped by a signal, 1 a failure, 2 wrong input.
`;

export interface Options {
  name: string;
  data: string;
  broker: { host: string; port: number };
  keys: { ca: string; cert: string; key: string };
  lines: SiteLine[];
}

const required = (value: string | undefined, flag: string, what: string): string => {
  if (value === undefined || value === '') throw new Error(`--${flag} is missing; name ${what}`);
  return value;
};

const readKey = (folder: string, name: string): string => {
  const file = join(folder, name);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `--keys: ${file} cannot be read (${error instanceof Error ? error.message : String(error)}); enrol the bridge first`,
    );
  }
};

const readBroker = (text: string): Options['broker'] => {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  if (!host || !port || Number(port) < 1 || Number(port) > 65_535)
    throw new Error(`--broker: "${text}" is not HOST:PORT with a port of 1 to 65535`);
  return { host, port: Number(port) };
};

/** Undefined when help is asked for; throws an Error of one or a few lines that names the field and the remedy. */
export const readOptions = (args: readonly string[]): Options | undefined => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { site: text, name: text, keys: text, data: text, broker: text, help: { type: 'boolean' } },
  });
  if (values.help) return undefined;
  const site = readSite(required(values.site, 'site', 'the site file'));
  const name = required(values.name, 'name', 'a bridge of the site file');
  const keys = required(values.keys, 'keys', 'the folder with ca.pem');
  const data = required(values.data, 'data', 'a folder for the journal');
  const broker = values.broker === undefined ? site.broker : readBroker(values.broker);
  if (broker.port === 0)
    throw new Error(
      'broker.port: 0 lets the edge take a free one, which the bridge cannot know; give --broker HOST:PORT',
    );
  const lines = linesOf(site, name);
  const pem = { ca: readKey(keys, 'ca.pem'), cert: readKey(keys, `${name}.pem`), key: readKey(keys, `${name}.key`) };
  return { name, data, broker, keys: pem, lines };
};
