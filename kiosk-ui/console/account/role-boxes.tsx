// Roles to be ticked.
import type { StaffRole } from '../contract.ts';
import { useFrameWords } from '../hooks.ts';
import { Check } from '../parts/choice.tsx';

interface Boxes {
  /** Those that may be ticked. */
  offered: readonly StaffRole[];
  roles: readonly StaffRole[];
  onChange(roles: StaffRole[]): void;
}

export const RoleBoxes = ({ offered, roles, onChange }: Boxes) => {
  const frame = useFrameWords();
  return (
    <div class="role-boxes">
      {offered.map((role) => (
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
