// The roles there are, each to be ticked.
import type { StaffRole } from '../contract.ts';
import { useFrameWords, useReading } from '../hooks.ts';
import { Check } from '../parts/choice.tsx';

export const RoleBoxes = ({ roles, onChange }: { roles: readonly StaffRole[]; onChange(roles: StaffRole[]): void }) => {
  const frame = useFrameWords();
  // The roles there are come from the edge's own table.
  const table = useReading('readRights', {}, []);
  return (
    <div class="role-boxes">
      {(table.body?.roles ?? []).map((role) => (
        <Check
          key={role}
          name={`role-${role}`}
          label={frame.role[role]}
          value={roles.includes(role)}
          onChange={(isOn) => onChange(isOn ? [...roles, role] : roles.filter((one) => one !== role))}
        />
      ))}
    </div>
  );
};
