// The serial lines that one bridge of a site owns, with the boards and cabinets on each.
import { type CabinetProfile, loadProfile } from '../device-profiles/profile.ts';
import type { Site } from '../device-profiles/site.ts';
import type { BoardConfig, Memory } from './devices/lock/board.ts';
import type { DeviceMemory } from './memory.ts';

export interface SiteLine {
  port: { id: string; path: string; baud: number };
  cabinets: { board: BoardConfig; profile: { id: string; version: number } }[];
}

const compartmentsOf = (profile: CabinetProfile): number[] =>
  profile.rows.flatMap((row) => row.compartments.map(({ n }) => n));

const cabinetOn = ({ id, profile: name, board }: Site['cabinets'][number]): SiteLine['cabinets'][number] => {
  const profile = loadProfile('cabinets', name);
  const lock = loadProfile('locks', profile.lock);
  const compartments = compartmentsOf(profile);
  const beyond = compartments.find((n) => n > lock.locks);
  if (beyond !== undefined)
    throw new Error(
      `cabinets/${name}.json: rows: compartment ${beyond} is beyond the ${lock.locks} locks of ${lock.id}; choose another "lock"`,
    );
  return {
    board: { cabinet: id, board, compartments, profile: lock },
    profile: { id: name, version: profile.version },
  };
};

/** Throws an Error that names the field and the remedy when the bridge has no port, a port no cabinet, or one line two speeds. */
export const linesOf = (site: Site, bridge: string): SiteLine[] => {
  const ports = site.ports.filter((port) => port.bridge === bridge);
  if (ports.length === 0)
    throw new Error(`ports: no port has "bridge": "${bridge}"; name one, or start the bridge with another --name`);
  return ports.map(({ id, path }) => {
    const cabinets = site.cabinets.filter((cabinet) => cabinet.port === id).map(cabinetOn);
    const [first] = cabinets;
    if (!first) throw new Error(`ports: no cabinet has "port": "${id}"; name one, or take the port out`);
    const { baud } = first.board.profile;
    const other = cabinets.find(({ board }) => board.profile.baud !== baud);
    if (other)
      throw new Error(
        `cabinets: ${first.board.cabinet} and ${other.board.cabinet} share port ${id} but not their speed; give each speed its own port`,
      );
    return { port: { id, path, baud }, cabinets };
  });
};

/** What the journal remembers of a device, as its board wants it. */
export const memoryOf = ({ doors, faults, begun }: DeviceMemory): Memory => ({
  doors: new Map(doors.map(({ compartment, ...door }) => [compartment, door])),
  faults,
  begun,
});
