// Who is signed in where, and the end of a sign-in elsewhere.
import { useAsk } from '../asking.ts';
import type { ConsoleAnswer } from '../contract.ts';
import { useConsole, useReading, useWords } from '../hooks.ts';
import { Status } from '../parts/badges.tsx';
import { Button } from '../parts/button.tsx';
import { Note, Sheet } from '../parts/panel.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useTimes } from '../times.ts';
import { accountWords } from '../words/account.ts';

type SessionRow = ConsoleAnswer<'listSessions'>['rows'][number];

export const Sessions = () => {
  const { toasts, session } = useConsole();
  const words = useWords(accountWords).staff;
  const times = useTimes();
  const sessions = useReading('listSessions', {}, ['staff']);
  const { told, isBusy, send } = useAsk('endSession');
  const end = async ({ sessionId }: SessionRow): Promise<void> => {
    if ((await send({ sessionId })) === null) return;
    toasts.good(words.sessionEnded);
    sessions.again();
  };
  const columns: Column<SessionRow>[] = [
    { key: 'name', title: words.name, cell: ({ name }) => name },
    { key: 'where', title: words.where, cell: ({ where }) => where },
    { key: 'since', title: words.since, width: '11rem', cell: ({ since }) => times.dayTime(since) },
    {
      key: 'end',
      title: words.state,
      width: '12rem',
      cell: (row) =>
        row.isThis ? (
          <Status tone="good" icon="check">
            {words.thisOne}
          </Status>
        ) : (
          (row.staffId === session.value?.staffId || session.value?.may.includes('manage-staff')) && (
            <Button
              does={`end-session-${row.sessionId}`}
              kind="quiet"
              icon="out"
              busy={isBusy}
              onTap={() => void end(row)}
            >
              {words.endSession}
            </Button>
          )
        ),
    },
  ];
  const rows = sessions.body?.rows ?? [];
  return (
    <Sheet title={words.sessions} name="sessions">
      {told && <Note tone="bad">{told}</Note>}
      <Table
        name="sessions"
        label={words.sessions}
        columns={columns}
        rows={rows}
        keyOf={({ sessionId }) => sessionId}
        isLoading={sessions.isReading}
      />
    </Sheet>
  );
};
