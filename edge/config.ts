// The site file and its profiles, read once, checked, and handed down as what each part needs of them.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CabinetProfile, loadProfile } from '../device-profiles/profile.ts';
import { readSite, type Site } from '../device-profiles/site.ts';
import type { CabinetPicture, TerminalPicture } from './api/kiosk-view.ts';
import type { SiteLayout } from './domain/decision.ts';

export interface Config {
  site: Site;
  layout: SiteLayout;
  /** Every cabinet as it looks from the front. */
  pictures: CabinetPicture[];
  terminals: (TerminalPicture & { host: string; port: number })[];
  /** MQTT clients by certificate name, and the cabinets each speaks for. */
  clients: { name: string; cabinets: string[] }[];
}

/** Rows whose lower edge is under this are within everybody's reach [kiosk: reach 380–1,220 mm]. */
const lowRowBelowMm = 500;

const layoutOf = (site: Site, profiles: Map<string, CabinetProfile>): SiteLayout => ({
  cabinets: site.cabinets.map(({ id, label }) => ({
    id,
    label,
    compartments: (profiles.get(id)?.rows ?? []).flatMap(({ bottomMm, compartments }) =>
      compartments.map(({ n, size }) => ({ compartment: n, size, low: bottomMm < lowRowBelowMm })),
    ),
  })),
  terminals: site.terminals.map(({ id, cabinets }) => ({ id, cabinets })),
  shelfPlaces: site.shelf.places,
});

const clientsOf = (site: Site): Config['clients'] => {
  const bridges = [...new Set(site.ports.map((port) => port.bridge))];
  return bridges.map((name) => {
    const ports = site.ports.filter((port) => port.bridge === name).map((port) => port.id);
    return { name, cabinets: site.cabinets.filter((one) => ports.includes(one.port)).map((one) => one.id) };
  });
};

/** Throws an Error that names file, field and remedy. */
export const readConfig = (file: string): Config => {
  const site = readSite(file);
  const profiles = new Map(site.cabinets.map(({ id, profile }) => [id, loadProfile('cabinets', profile)]));
  const pictures = site.cabinets.map(({ id, label }) => ({ id, label, rows: profiles.get(id)?.rows ?? [] }));
  const terminals = site.terminals.map(({ cabinets, ...terminal }) => ({
    ...terminal,
    siteTitle: site.title,
    dutyPhone: site.dutyPhone,
    cabinets: pictures.filter(({ id }) => cabinets.includes(id)),
  }));
  return { site, layout: layoutOf(site, profiles), pictures, terminals, clients: clientsOf(site) };
};

/** The project's own folder, whether the program runs from source or from `dist`. */
export const projectFolder = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();
