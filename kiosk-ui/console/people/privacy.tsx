// How long personal data is kept, by which rule, what is due, and erasing it now [P1].
import { useState } from 'preact/hooks';
import { useFrameWords, useReading, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { Status } from '../parts/badges.tsx';
import { Button, LinkButton } from '../parts/button.tsx';
import { Note, Panel, Sheet } from '../parts/panel.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useTimes } from '../times.ts';
import { privacyWords, type RetentionRow } from '../words/people-privacy.ts';
import { Erase, isKnown, whatOf } from './erase.tsx';

const useColumns = (): Column<RetentionRow>[] => {
  const words = useWords(privacyWords);
  return [
    {
      key: 'what',
      title: words.column.what,
      cell: ({ rule }) => (
        <span class="two-lines">
          <b>{whatOf(rule, words)}</b>
          {isKnown(rule, words) && <span class="soft">{words.rule[rule].from}</span>}
        </span>
      ),
    },
    { key: 'days', title: words.column.days, width: '6.5rem', cell: ({ days }) => words.days(days) },
    {
      key: 'source',
      title: words.column.source,
      width: '11.5rem',
      cell: ({ source }) => (source === 'site policy' ? words.sitePolicy : source),
    },
    {
      key: 'due',
      title: words.column.due,
      width: '8.5rem',
      cell: ({ due }) =>
        due === 0 ? (
          <span class="soft">–</span>
        ) : (
          <Status tone="care" icon="clock">
            {words.due(due)}
          </Status>
        ),
    },
  ];
};

export const Privacy = () => {
  const frame = useFrameWords();
  const words = useWords(privacyWords);
  const times = useTimes();
  const retention = useReading('readRetention', {}, ['people', 'staff']);
  const columns = useColumns();
  const [isAsking, setAsking] = useState(false);
  const rules = retention.body?.rules ?? [];
  const due = rules.filter((row) => row.due > 0);
  const ranAt = retention.body?.lastRanAt ?? null;
  return (
    <Panel
      name="privacy"
      title={words.title}
      lead={words.lead}
      actions={
        <Button does="run" icon="trash" disabled={due.length === 0} onTap={() => setAsking(true)}>
          {words.run}
        </Button>
      }
    >
      {retention.trouble && <Note tone="bad">{frame.refused[retention.trouble]}</Note>}
      <Sheet title={words.rules} name="retention">
        <Table
          name="retention"
          label={words.rules}
          columns={columns}
          rows={rules}
          keyOf={({ rule }) => rule}
          isLoading={retention.isReading}
        />
        {retention.body && (
          <div class="sheet-words soft">
            <p>{ranAt === null ? words.neverRan : words.ranAt(times.dayTime(ranAt))}</p>
            <p>{due.length === 0 ? words.nothingDue : words.daily}</p>
          </div>
        )}
      </Sheet>
      <Sheet title={words.ownTitle} name="own-data-sheet">
        <div class="sheet-words">
          <p>{words.ownLead}</p>
          <LinkButton does="to-people" to={addressOf('people')} icon="people">
            {words.toPeople}
          </LinkButton>
        </div>
      </Sheet>
      {isAsking && (
        <Erase
          due={due}
          onClose={() => setAsking(false)}
          onErased={() => {
            setAsking(false);
            retention.again();
          }}
        />
      )}
    </Panel>
  );
};
