// What is on record of a person, masked, as pairs of name and value.
import type { ComponentChildren } from 'preact';
import type { PersonRow } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { Status } from '../parts/badges.tsx';
import { useTimes } from '../times.ts';
import { peopleWords } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';

type Fact = readonly [label: string, value: ComponentChildren];

const Facts = ({ title, facts }: { title: string; facts: readonly Fact[] }) => (
  <section class="person-facts">
    <h3>{title}</h3>
    <dl>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** A relation with its last day; marked when that is over. `asOf`: wall time at which the row was true. */
export const RelationMark = ({ row, asOf }: { row: PersonRow; asOf: number }) => {
  const words = useWords(peopleWords);
  const times = useTimes();
  if (row.relation === null) return <span class="soft">{words.noRelation}</span>;
  return (
    <span class="relation">
      <span>{words.relation[row.relation]}</span>
      {row.until !== null &&
        (row.until < asOf ? (
          <Status tone="care" icon="clock">
            {words.isOver}
          </Status>
        ) : (
          <span class="soft">{words.until(times.day(row.until))}</span>
        ))}
    </span>
  );
};

const useNotices = (row: PersonRow): Fact[] => {
  const frame = useFrameWords();
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  const channels = row.channels.map((channel) => people.channel[channel]).join(frame.dot);
  return [
    [words.channels, channels || words.bySite],
    [words.quiet, row.quiet ? words.quietHours(row.quiet.from, row.quiet.to) : words.bySite],
    [words.speaks, people.language[row.language ?? 'site']],
  ];
};

export const PersonFacts = ({ row, asOf }: { row: PersonRow; asOf: number }) => {
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  const notices = useNotices(row);
  const yes = (is: boolean): string => (is ? people.yes : people.no);
  const reach: Fact[] = [
    [people.column.phone, row.phone || people.notKnown],
    [words.email, row.hasMail ? words.hasEmail : people.notKnown],
  ];
  if (row.role === 'courier') return <Facts title={words.part.who} facts={reach} />;
  return (
    <>
      <Facts
        title={words.part.who}
        facts={[
          ...reach,
          [people.column.relation, <RelationMark key="relation" row={row} asOf={asOf} />],
          ...(row.agreedBy === null ? [] : [[words.agreedBy, row.agreedBy] as const]),
        ]}
      />
      <Facts
        title={words.part.mail}
        facts={[
          [people.column.consent, people.consent[row.consent]],
          [words.shares, yes(row.shares)],
          [words.low, yes(row.low)],
          [words.elder, yes(row.elder)],
          [people.column.waiting, people.items(row.waiting)],
        ]}
      />
      <Facts title={words.part.notices} facts={notices} />
    </>
  );
};
