// Handing over 「领件」: who stands there, what they take, their signature; then the next person [M4].
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useReading, useScan, useWords } from '../hooks.ts';
import { go } from '../model/route.ts';
import { Icon } from '../parts/icon.tsx';
import { Note, Panel } from '../parts/panel.tsx';
import { deskHandOver } from '../words/desk-hand-over.ts';
import { Counter } from './counter.tsx';
import { type Taker, takerOf, whoIs } from './giving.ts';
import { RecipientSearch } from './recipient-search.tsx';

const Given = ({ taker, items }: { taker: Taker; items: readonly ItemRow[] }) => {
  const words = useWords(deskHandOver);
  return (
    <section class="received" role="status" data-given={items.length}>
      <p class="big">
        <Icon name="check" />
        <span>{words.given(items.length, whoIs(taker).name)}</span>
      </p>
      <p class="soft">{words.nextOne}</p>
    </section>
  );
};

const Identify = ({ onTaker }: { onTaker(taker: Taker): void }) => {
  const words = useWords(deskHandOver);
  const box = useRef<HTMLInputElement>(null);
  const { told, isBusy, send } = useAsk('claim');
  const claim = async (value: string): Promise<void> => {
    if (isBusy) return;
    const answer = await send({ value });
    if (answer !== null) onTaker({ by: 'credential', value, claim: answer });
  };
  useScan((value) => void claim(value));
  useEffect(() => box.current?.focus(), []);
  return (
    <section class="identify" aria-busy={isBusy}>
      <RecipientSearch
        label={words.who}
        hint={words.whoHint}
        box={box}
        onChoose={(person) => onTaker({ by: 'document', person })}
        onCode={(code) => void claim(code)}
      />
      {told && <Note tone="bad">{told}</Note>}
      <p class="soft">{words.whoLead}</p>
    </section>
  );
};

export const HandOver = ({ path }: { path: readonly string[] }) => {
  const words = useWords(deskHandOver);
  const [holdId] = path;
  const [taker, setTaker] = useState<Taker | null>(null);
  const [given, setGiven] = useState<{ taker: Taker; items: readonly ItemRow[] } | null>(null);
  // From an item's own page: its addressee is the one who is looked for.
  const asked = useReading('readItem', holdId === undefined ? null : { id: holdId }, []);
  const addressee = asked.body?.item;
  useEffect(() => {
    if (addressee && holdId !== undefined) setTaker(takerOf(addressee));
  }, [addressee]);
  const begin = (next: Taker | null): void => {
    setTaker(next);
    setGiven(null);
  };
  const leave = (): void => {
    begin(null);
    if (holdId !== undefined) go('hand-over');
  };
  return (
    <Panel name="hand-over" title={words.title} lead={words.lead}>
      {taker === null ? (
        <>
          {given && <Given {...given} />}
          <Identify onTaker={begin} />
        </>
      ) : (
        <Counter
          key={taker.by === 'credential' ? taker.value : taker.person.personId}
          taker={taker}
          onLeave={leave}
          onGiven={(items) => {
            leave();
            setGiven({ taker, items });
          }}
        />
      )}
    </Panel>
  );
};
