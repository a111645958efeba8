// Who has an account, which invitations wait, and who is signed in where.
import { useState } from 'preact/hooks';
import type { ConsoleAnswer, StaffRow } from '../contract.ts';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { Status } from '../parts/badges.tsx';
import { Button } from '../parts/button.tsx';
import { Note, Panel, Sheet } from '../parts/panel.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useTimes } from '../times.ts';
import { accountWords } from '../words/account.ts';
import { EndAccount, Roles } from './account-dialogs.tsx';
import { Invite } from './invite.tsx';
import { Sessions } from './sessions.tsx';

type Asked = { at: 'invite' } | { at: 'roles' | 'end'; row: StaffRow };

const Waiting = ({ invitations }: { invitations: ConsoleAnswer<'listStaff'>['invitations'] }) => {
  const frame = useFrameWords();
  const words = useWords(accountWords).staff;
  const times = useTimes();
  if (invitations.length === 0) return null;
  return (
    <Sheet title={words.waitingLinks} name="invitations">
      <ul class="lines">
        {invitations.map(({ invitationId, roles, until }) => (
          <li key={invitationId}>
            <b>{roles.map((role) => frame.role[role]).join(frame.dot)}</b>
            <span class="soft">{words.until(times.time(until))}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};

export const Staff = () => {
  const { session, staleSince } = useConsole();
  const frame = useFrameWords();
  const words = useWords(accountWords).staff;
  const staff = useReading('listStaff', {}, ['staff']);
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayManage = session.value?.may.includes('manage-staff') ?? false;
  const mayInvite = staff.body?.mayInvite ?? [];
  const close = (): void => {
    setAsked(null);
    staff.again();
  };
  const columns: Column<StaffRow>[] = [
    {
      key: 'name',
      title: words.name,
      cell: ({ name, staffId }) => (
        <>
          <b>{name}</b> {staffId === session.value?.staffId && <span class="soft">{words.you}</span>}
        </>
      ),
    },
    { key: 'roles', title: words.roles, cell: ({ roles }) => roles.map((role) => frame.role[role]).join(frame.dot) },
    {
      key: 'factor',
      title: words.factor,
      width: '7.5rem',
      cell: ({ hasSecondFactor }) =>
        hasSecondFactor ? (
          <Status tone="good" icon="shield">
            {words.hasFactor}
          </Status>
        ) : (
          <Status tone="over" icon="dot">
            {words.noFactor}
          </Status>
        ),
    },
    {
      key: 'state',
      title: words.state,
      width: '7.5rem',
      cell: ({ signedIn }) =>
        signedIn ? (
          <Status tone="good" icon="check">
            {words.isIn}
          </Status>
        ) : (
          <Status tone="over" icon="dot">
            {words.isOut}
          </Status>
        ),
    },
    {
      key: 'acts',
      title: '',
      width: mayManage ? '14rem' : '1rem',
      cell: (row) =>
        mayManage && (
          <span class="row-acts">
            <Button does={`roles-${row.staffId}`} kind="quiet" icon="pen" onTap={() => setAsked({ at: 'roles', row })}>
              {words.change}
            </Button>
            <Button does={`end-${row.staffId}`} kind="quiet" icon="blocked" onTap={() => setAsked({ at: 'end', row })}>
              {words.end}
            </Button>
          </span>
        ),
    },
  ];
  return (
    <Panel
      name="staff"
      title={words.title}
      lead={staff.body && words.count(staff.body.rows.length)}
      actions={
        mayInvite.length > 0 && (
          <Button does="invite" kind="main" icon="plus" onTap={() => setAsked({ at: 'invite' })}>
            {words.invite}
          </Button>
        )
      }
    >
      {staff.trouble && <Note tone="bad">{frame.refused[staff.trouble]}</Note>}
      <Sheet name="accounts">
        <Table
          name="staff"
          label={words.title}
          columns={columns}
          rows={staff.body?.rows ?? []}
          keyOf={({ staffId }) => staffId}
          isLoading={staff.isReading}
          isStale={staleSince.value !== null}
        />
      </Sheet>
      <Waiting invitations={staff.body?.invitations ?? []} />
      <Sessions />
      {asked?.at === 'invite' && <Invite offered={mayInvite} onClose={close} />}
      {asked?.at === 'roles' && <Roles row={asked.row} onClose={close} />}
      {asked?.at === 'end' && <EndAccount row={asked.row} onClose={close} />}
    </Panel>
  );
};
