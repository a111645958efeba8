// How people call the places where parcels lie: 「A07」 on a cabinet, 「S03」 on the guarded shelf.
import type { PlaceView } from '../contract/api.ts';
import type { Place } from '../contract/events.ts';

export const compartmentLabel = (cabinetLabel: string, compartment: number): string =>
  `${cabinetLabel}${String(compartment).padStart(2, '0')}`;

/** `cabinets` are those of the site, by the letter people see. */
export const placeView = ({ cabinets }: { cabinets: { id: string; label: string }[] }, place: Place): PlaceView => {
  if ('shelf' in place) return { kind: 'shelf', label: compartmentLabel('S', place.shelf) };
  const { cabinet, compartment } = place;
  const letter = cabinets.find(({ id }) => id === cabinet)?.label ?? '?';
  return { kind: 'compartment', label: compartmentLabel(letter, compartment), cabinet, compartment };
};
