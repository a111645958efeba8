// Pairs of entries that look like one person, side by side: the desk decides which one stays.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { PersonRow } from '../contract.ts';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Note, Panel } from '../parts/panel.tsx';
import { peopleWords } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';
import { Confirm } from './confirm.tsx';

interface Pair {
  into: PersonRow;
  from: PersonRow;
}

const Person = ({ row }: { row: PersonRow }) => {
  const words = useWords(peopleWords);
  const facts = [
    ...(row.role === 'resident' ? [[words.column.room, row.room] as const] : []),
    [words.column.name, row.name] as const,
    [words.column.phone, row.phone || words.notKnown] as const,
    ...(row.role === 'resident'
      ? [[words.column.relation, row.relation ? words.relation[row.relation] : words.noRelation] as const]
      : []),
    [words.column.cards, words.cards(row.cards.length)] as const,
    [words.column.waiting, words.items(row.waiting)] as const,
  ];
  return (
    <dl>
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

const Merge = ({ pair, onClose, onMerged }: { pair: Pair; onClose(): void; onMerged(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(personWords).doubles;
  const asked = useAsk('mergePeople');
  const merge = async (): Promise<void> => {
    if ((await asked.send({ from: pair.from.personId, into: pair.into.personId })) === null) return;
    toasts.good(words.done);
    onMerged();
  };
  return (
    <Confirm
      name="merge"
      title={words.sureTitle}
      icon="link"
      does="merge"
      label={words.merge}
      asked={asked}
      onClose={onClose}
      onDo={() => void merge()}
    >
      <div class="pair">
        <section class="person-facts">
          <h3>{words.keep}</h3>
          <Person row={pair.into} />
        </section>
        <section class="person-facts ending">
          <h3>{words.gone}</h3>
          <Person row={pair.from} />
        </section>
      </div>
      <Note tone="care">{words.sure}</Note>
    </Confirm>
  );
};

export const Doubles = () => {
  const frame = useFrameWords();
  const words = useWords(personWords).doubles;
  const doubles = useReading('listDoubles', {}, ['people']);
  const [pair, setPair] = useState<Pair | null>(null);
  const side = (into: PersonRow, from: PersonRow, does: string) => (
    <section class="person-facts">
      <Person row={into} />
      <Button does={does} icon="check" onTap={() => setPair({ into, from })}>
        {words.keep}
      </Button>
    </section>
  );
  return (
    <Panel
      name="doubles"
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton does="back" to={addressOf('people')} icon="back">
          {words.back}
        </LinkButton>
      }
    >
      {doubles.trouble && <Note tone="bad">{frame.refused[doubles.trouble]}</Note>}
      {doubles.body === null && <p class="soft">{frame.shell.loading}</p>}
      {doubles.body?.pairs.length === 0 && <Note tone="good">{words.none}</Note>}
      {doubles.body?.pairs.map(({ one, other }, n) => (
        <div class="sheet pair" key={`${one.personId} ${other.personId}`}>
          {side(one, other, `keep-one-${n + 1}`)}
          {side(other, one, `keep-other-${n + 1}`)}
        </div>
      ))}
      {pair && (
        <Merge
          pair={pair}
          onClose={() => setPair(null)}
          onMerged={() => {
            setPair(null);
            doubles.again();
          }}
        />
      )}
    </Panel>
  );
};
