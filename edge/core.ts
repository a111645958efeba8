// The core of a node, built and joined: its keys, its ledger and the one dispatch; what a shell command needs when no edge runs.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { openClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Personal } from './contract/commands.ts';
import type { Instant } from './contract/events.ts';
import { Dispatch } from './dispatch.ts';
import type { Supply } from './domain/decision.ts';
import { Ledger } from './ledger/ledger.ts';
import { type Authority, openAuthority } from './secrets/authority.ts';
import { digestOf, lookup, pickupCode, qrToken } from './secrets/codes.ts';
import { type Keys, openKeys } from './secrets/keys.ts';
import { seal, unseal } from './secrets/sealed.ts';

export interface CoreOptions {
  config: Config;
  /** Holds the ledger, the keys and the settings of this node; made when it is not there. */
  data: string;
  /** Another clock, for a simulated run. */
  now?: () => Instant;
}

export interface Core {
  keys: Keys;
  authority: Authority;
  ledger: Ledger;
  dispatch: Dispatch;
  now: () => Instant;
  stop(): Promise<void>;
}

const supplyOf = (keys: Keys): Supply => ({
  id: uuidv7,
  lookups: (credentialId, issue) => ({
    code: lookup(keys, 'code', pickupCode(keys, credentialId, issue)),
    qr: lookup(keys, 'qr', qrToken(keys, credentialId, issue)),
  }),
  digest: (data) => digestOf(data, data.salt),
});

const openPersonal = (keys: Keys, id: string, sealed: Uint8Array): Personal => {
  const opened = unseal(keys, id, sealed);
  if ('fault' in opened)
    throw new Error(`personal data of ${id} does not fit this node’s key: restore keys and ledger together`);
  return JSON.parse(opened.json) as Personal;
};

/** Opens keys and ledger in `data`; rejects when another program writes there or something is damaged. */
export const openCore = async ({ config, data, ...options }: CoreOptions): Promise<Core> => {
  mkdirSync(join(data, 'keys'), { recursive: true, mode: 0o700 });
  const keys = openKeys(join(data, 'keys'));
  const authority = await openAuthority(join(data, 'keys'));
  const now = options.now ?? openClock(uuidv7(), config.site.clock);
  const ledger = new Ledger({ file: join(data, 'ledger.db'), site: config.site.site, now: () => now().wallMs });
  await ledger.start();
  const dispatch = new Dispatch({
    ledger,
    site: config.layout,
    supply: supplyOf(keys),
    now,
    seal: (id, personal) => seal(keys, id, JSON.stringify(personal)),
    unseal: (id, sealed) => openPersonal(keys, id, sealed),
  });
  await dispatch.start();
  const stop = async (): Promise<void> => {
    await dispatch.stop();
    await ledger.stop();
  };
  return { keys, authority, ledger, dispatch, now, stop };
};

/**
 * Clients of the site file that have no certificate yet get one: a demo or a first start needs no further step. Rejects when a name can have none, which is
 * a bug: the site file's schema lets no such name through.
 */
export const enrollMissing = async (config: Config, authority: Authority): Promise<void> => {
  for (const { name } of config.clients) {
    const enrolled = await authority.enroll(name);
    if ('refused' in enrolled && enrolled.refused !== 'name-exists')
      throw new Error(`no certificate can be made for the bridge "${name}": ${enrolled.refused}`);
  }
};
