// 「退件」: what goes back, grouped by carrier, the soonest on top; and what is told in public first [M5–M7].
import { useState } from 'preact/hooks';
import type { ItemRow } from '../contract.ts';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { LinkButton } from '../parts/button.tsx';
import { Note, Panel } from '../parts/panel.tsx';
import { deskReturns } from '../words/desk-returns.ts';
import { CarrierGroup } from './carrier-group.tsx';
import { NoticePage } from './notice-page.tsx';
import { byCarrier } from './return-groups.ts';
import { ReturnList } from './return-list.tsx';

const tabs = ['carriers', 'notice'] as const;
type TabName = (typeof tabs)[number];
const rowsMost = 2_000;

const Tabs = ({ tab, counts }: { tab: TabName; counts: Record<TabName, number> }) => {
  const words = useWords(deskReturns);
  return (
    <nav class="tabs" aria-label={words.title}>
      {tabs.map((one) => (
        <a
          key={one}
          class="tab"
          href={one === 'notice' ? addressOf('returns', 'notice') : addressOf('returns')}
          aria-current={one === tab ? 'true' : undefined}
          data-tab={one}
        >
          <span>{words.tab[one]}</span>
          {counts[one] > 0 && <b class="count">{counts[one]}</b>}
        </a>
      ))}
    </nav>
  );
};

const Groups = ({ rows, isLoading }: { rows: readonly ItemRow[]; isLoading: boolean }) => {
  const words = useWords(deskReturns);
  const frame = useFrameWords();
  const [going, setGoing] = useState<readonly ItemRow[] | null>(null);
  const groups = byCarrier(rows);
  return (
    <>
      {groups.length === 0 && <Note tone="calm">{isLoading ? frame.table.loading : words.nothing}</Note>}
      {groups.map((group) => (
        <CarrierGroup key={group.carrier} group={group} onReturn={setGoing} />
      ))}
      {going && <ReturnList rows={going} onClose={() => setGoing(null)} onReturned={() => setGoing(null)} />}
    </>
  );
};

export const Returns = ({ path }: { path: readonly string[] }) => {
  const { session } = useConsole();
  const words = useWords(deskReturns);
  const frame = useFrameWords();
  const query = { list: 'due', sort: 'due', order: 'asc', limit: rowsMost } as const;
  const { body, trouble } = useReading('listItems', { query }, ['items']);
  const rows = body?.rows ?? [];
  const goesBack = rows.filter(({ status, actions }) => status === 'to-return' || actions.includes('return'));
  const unclaimed = rows.filter(({ actions }) => actions.includes('public-notice'));
  const tab = path[0] === 'notice' ? 'notice' : 'carriers';
  return (
    <Panel
      name="returns"
      title={words.title}
      lead={words.lead}
      actions={
        session.value?.may.includes('read-registers') && (
          <LinkButton does="registers" icon="print" to={addressOf('registers')}>
            {words.register}
          </LinkButton>
        )
      }
    >
      <Tabs tab={tab} counts={{ carriers: goesBack.length, notice: unclaimed.length }} />
      {trouble && <Note tone="bad">{frame.refused[trouble]}</Note>}
      {tab === 'notice' ? (
        <NoticePage rows={unclaimed} isLoading={body === null} />
      ) : (
        <Groups rows={goesBack} isLoading={body === null} />
      )}
    </Panel>
  );
};
