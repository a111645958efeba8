// What is asked about somebody's account: other roles, and its end.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { StaffRole, StaffRow } from '../contract.ts';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { accountWords } from '../words/account.ts';
import { RoleBoxes } from './role-boxes.tsx';

export const Roles = ({ row, onClose }: { row: StaffRow; onClose(): void }) => {
  const { toasts } = useConsole();
  const frame = useFrameWords();
  const words = useWords(accountWords).staff;
  // The roles there are come from the edge's own table.
  const table = useReading('readRights', {}, []);
  const [roles, setRoles] = useState<StaffRole[]>(row.roles);
  const { told, isBusy, send } = useAsk('changeRoles');
  const save = async (): Promise<void> => {
    if ((await send({ staffId: row.staffId, roles })) === null) return;
    toasts.good(words.saved);
    onClose();
  };
  return (
    <Dialog
      name="roles"
      title={words.rolesOf(row.name)}
      icon="person"
      onClose={onClose}
      actions={
        <Button
          does="save"
          kind="main"
          icon="check"
          busy={isBusy}
          disabled={roles.length === 0}
          onTap={() => void save()}
        >
          {frame.save}
        </Button>
      }
    >
      {told && <Note tone="bad">{told}</Note>}
      <RoleBoxes offered={table.body?.roles ?? []} roles={roles} onChange={setRoles} />
      {!row.hasSecondFactor && <p class="soft">{words.needsFactor}</p>}
    </Dialog>
  );
};

export const EndAccount = ({ row, onClose }: { row: StaffRow; onClose(): void }) => {
  const { toasts } = useConsole();
  const frame = useFrameWords();
  const words = useWords(accountWords).staff;
  const { told, isBusy, send } = useAsk('endStaff');
  const end = async (): Promise<void> => {
    if ((await send({ staffId: row.staffId })) === null) return;
    toasts.good(words.ended(row.name));
    onClose();
  };
  return (
    <Dialog
      name="end-account"
      title={words.endTitle(row.name)}
      icon="warning"
      onClose={onClose}
      actions={
        <>
          <Button does="cancel" onTap={onClose}>
            {frame.cancel}
          </Button>
          <Button does="end-account" kind="danger" icon="blocked" busy={isBusy} onTap={() => void end()}>
            {words.end}
          </Button>
        </>
      }
    >
      {told && <Note tone="bad">{told}</Note>}
      <p>{words.endLead}</p>
    </Dialog>
  );
};
