// The public notice about what nobody has claimed for over a month: to be printed, hung up, and recorded; never with a name [M6].
import { useState } from 'preact/hooks';
import type { ItemRow } from '../contract.ts';
import { ConsoleContext, useConsole, useFrameWords, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Note, Sheet } from '../parts/panel.tsx';
import { print } from '../registers/paper.tsx';
import { useTimes } from '../times.ts';
import { deskReturns } from '../words/desk-returns.ts';
import { PostNotice } from './post-notice.tsx';

/** What hangs on the wall: carrier, last four, day of arrival. */
export const NoticePaper = ({ rows }: { rows: readonly ItemRow[] }) => {
  const { session } = useConsole();
  const words = useWords(deskReturns).paper;
  const frame = useFrameWords();
  const times = useTimes();
  return (
    <article class="notice-paper">
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.carrier}</th>
            <th scope="col">{words.tail}</th>
            <th scope="col">{words.day}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={row.holdId}>
              <td>{n + 1}</td>
              <td>{row.carrier}</td>
              <td>{row.waybillTail ?? frame.item.kind[row.kind]}</td>
              <td>{times.day(row.receivedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="notice-end">
        <span>{session.value?.siteTitle}</span>
        <span>{times.day(Date.now())}</span>
      </p>
    </article>
  );
};

export const NoticePage = ({ rows, isLoading }: { rows: readonly ItemRow[]; isLoading: boolean }) => {
  const model = useConsole();
  const words = useWords(deskReturns);
  const frame = useFrameWords();
  const [isPosting, setPosting] = useState(false);
  const paper = (
    <ConsoleContext.Provider value={model}>
      <NoticePaper rows={rows} />
    </ConsoleContext.Provider>
  );
  if (rows.length === 0) return <Note tone="calm">{isLoading ? frame.table.loading : words.nothingToPost}</Note>;
  return (
    <>
      <div class="notice-acts">
        <p>{words.noticeLead}</p>
        <div class="actions">
          <Button does="print-notice" icon="print" onTap={() => print(paper)}>
            {words.print}
          </Button>
          <Button does="posted" kind="main" icon="check" onTap={() => setPosting(true)}>
            {words.posted}
          </Button>
        </div>
      </div>
      <Sheet name="notice">
        <NoticePaper rows={rows} />
      </Sheet>
      {isPosting && <PostNotice holdIds={rows.map(({ holdId }) => holdId)} onClose={() => setPosting(false)} />}
    </>
  );
};
