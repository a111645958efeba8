// The picture of the cabinets as one stands before them, with one door lit.
import type { KioskView, PlaceView } from '../kiosk/contract.ts';
import { Icon, type IconName } from './icon.tsx';

interface CabinetProps {
  cabinets: KioskView['cabinets'];
  lit: PlaceView | null;
  icon: IconName;
  description: string;
}

type Row = KioskView['cabinets'][number]['rows'][number];
const width = { S: 'small', M: 'medium', L: 'large' } as const;

const Doors = ({ row, lit, icon }: { row: Row; lit: PlaceView | null; icon: IconName }) => (
  <div class="shelf-row">
    {row.map((door) => {
      const isLit = lit?.compartment === door.compartment;
      return (
        <div key={door.compartment} class={`leaf ${width[door.size]}${isLit ? ' lit' : ''}`}>
          {isLit && <Icon name={icon} />}
          {isLit && <b>{door.label}</b>}
        </div>
      );
    })}
  </div>
);

export const Cabinet = ({ cabinets, lit, icon, description }: CabinetProps) => (
  <div class="cabinets" role="img" aria-label={description}>
    {cabinets.map((cabinet) => (
      <div key={cabinet.id} class="cabinet" style={{ flexGrow: String(Math.max(...cabinet.rows.map(widthOf))) }}>
        <p class="cabinet-label">{cabinet.label}</p>
        <div class="cabinet-body">
          {cabinet.rows.map((row) => (
            <Doors
              key={row[0]?.compartment ?? 0}
              row={row}
              lit={lit?.cabinet === cabinet.id ? lit : null}
              icon={icon}
            />
          ))}
        </div>
      </div>
    ))}
  </div>
);

const widthOf = (row: Row): number => row.reduce((sum, door) => sum + { S: 2, M: 3, L: 4 }[door.size], 0);
