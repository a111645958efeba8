// Finds a resident by room, name, initials or the phone's last four: the first hit stands ready, arrows choose, Enter takes.
import type { RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { useFrameWords, useWords } from '../hooks.ts';
import { Status } from '../parts/badges.tsx';
import { Note } from '../parts/panel.tsx';
import { deskSearch } from '../words/desk-search.ts';
import { deskTerms } from '../words/desk-terms.ts';
import type { Recipient } from './contract.ts';
import { useHits } from './use-hits.ts';

/** Never more than is needed to choose from; who is not among them types one letter more [P1]. */
const mostShown = 6;

export const Consent = ({ consent }: Pick<Recipient, 'consent'>) => (
  <Status tone={consent === 'locker' ? 'good' : 'care'} icon={consent === 'locker' ? 'check' : 'phone'}>
    {useWords(deskTerms).consent[consent]}
  </Status>
);

export const RecipientLine = ({ row }: { row: Recipient }) => {
  const terms = useWords(deskTerms);
  const words = useWords(deskSearch);
  return (
    <>
      <b class="room">{row.room}</b>
      <span class="who">{row.name}</span>
      <span class="soft">{row.phone}</span>
      <span class="soft relation">{row.relation && terms.relation[row.relation]}</span>
      <Consent consent={row.consent} />
      {row.waiting > 0 && <span class="soft waits">{words.waiting(row.waiting)}</span>}
    </>
  );
};

interface SearchProps {
  label: string;
  hint?: string;
  box: RefObject<HTMLInputElement | null>;
  /** Who the last one was for: an Enter without a word takes the same again. */
  former?: Recipient | null;
  onFormer?(): void;
  onChoose(recipient: Recipient): void;
  /** Nine digits and an Enter are a code, when somebody wants one. */
  onCode?(code: string): void;
}

const codeIn = (text: string): string | null => (/^\d{9}$/.test(text.replaceAll(/[\s-]/g, '')) ? text : null);

export const RecipientSearch = (props: SearchProps) => {
  const { box, former = null, onChoose } = props;
  const words = useWords(deskSearch);
  const frame = useFrameWords();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  // Enter before the answer has come takes its first hit when it comes.
  const [isWaiting, setWaiting] = useState(false);
  const hits = useHits(text);
  const rows = hits?.rows.slice(0, mostShown) ?? [];
  const isFormer = text === '' && former !== null && props.onFormer !== undefined;

  const type = (typed: string): void => {
    setText(typed);
    setAt(0);
    setWaiting(false);
  };
  const take = (row: Recipient): void => {
    type('');
    onChoose(row);
  };
  useEffect(() => {
    const [first] = rows;
    if (!isWaiting || hits === null) return;
    setWaiting(false);
    if (first) take(first);
  }, [hits, isWaiting]);

  const enter = (): void => {
    const code = props.onCode ? codeIn(text) : null;
    const row = rows[at];
    if (code !== null) {
      type('');
      props.onCode?.(code);
    } else if (isFormer) props.onFormer?.();
    else if (row) take(row);
    else if (hits === null) setWaiting(true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape') type('');
    else return;
    event.preventDefault();
  };
  return (
    <div class="field finder">
      <label for={id}>{props.label}</label>
      <div class="finder-box">
        <input
          id={id}
          ref={box}
          type="text"
          role="combobox"
          data-field="recipient"
          autocomplete="off"
          spellcheck={false}
          placeholder={props.hint ?? words.hint}
          value={text}
          aria-expanded={rows.length > 0}
          aria-controls={rows.length > 0 ? `${id}-hits` : undefined}
          aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {rows.length > 0 && (
          <div class="drop">
            <div id={`${id}-hits`} class="hits" role="listbox" aria-label={words.hits}>
              {rows.map((row, n) => (
                <button
                  key={row.personId}
                  id={`${id}-${n}`}
                  type="button"
                  role="option"
                  class="hit"
                  tabIndex={-1}
                  aria-selected={n === at}
                  data-do="choose-recipient"
                  onClick={() => take(row)}
                >
                  <RecipientLine row={row} />
                </button>
              ))}
            </div>
            {hits !== null && hits.rows.length > mostShown && (
              <p class="soft">{words.more(hits.rows.length - mostShown)}</p>
            )}
          </div>
        )}
      </div>
      {isFormer && former && (
        <button type="button" class="hit former" data-do="same-recipient" onClick={props.onFormer}>
          <span class="soft">{words.same}</span>
          <RecipientLine row={former} />
          <kbd>Enter</kbd>
        </button>
      )}
      {hits !== null && hits.trouble !== null && <Note tone="bad">{frame.refused[hits.trouble]}</Note>}
      {hits !== null && hits.trouble === null && rows.length === 0 && <Note tone="care">{words.nobody}</Note>}
    </div>
  );
};
