// The part of the form that says what somebody is to the household, until when, and who consented.
import { useReading, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { peopleWords, type Relation } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';
import { hasTerm } from './entry.ts';
import type { PartProps } from './form-who.tsx';
import { Select } from './select.tsx';
import { useSettled } from './settled.ts';

const relations: readonly Relation[] = ['owner', 'family', 'tenant', 'trustee'];

/** Who of the same room consents to a trustee [domain: who uses it]. */
const AgreedBy = ({ entry, row, put }: PartProps) => {
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  const room = useSettled(entry.room.trim() || (row?.room ?? ''));
  const home = useReading('listPeople', room === '' ? null : { query: { search: room, limit: 2000 } }, []);
  const others = (home.body?.rows ?? []).filter(
    (one) => one.room === room && one.personId !== row?.personId && one.relation !== 'trustee',
  );
  const former = row?.agreedBy ?? null;
  return (
    <Select
      name="agreed-by"
      label={words.agreedBy}
      hint={home.body && others.length === 0 ? words.nobodyElse : undefined}
      options={[
        { value: '', label: former ?? words.choose },
        ...others.map((one) => ({
          value: one.personId,
          label: one.relation === null ? one.name : `${one.name} ${people.relation[one.relation]}`,
        })),
      ]}
      value={entry.agreedBy ?? ''}
      onChoose={(value) => put({ agreedBy: value === '' ? null : value })}
    />
  );
};

export const RelationPart = (props: PartProps) => {
  const { entry, put } = props;
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  return (
    <>
      <div class="across">
        <Choice
          name="relation"
          label={people.column.relation}
          options={relations.map((value) => ({ value, label: people.relation[value] }))}
          value={entry.relation}
          onChoose={(relation) => put({ relation })}
        />
      </div>
      {hasTerm(entry) && (
        <Field
          name="until"
          type="date"
          label={words.until}
          hint={words.untilHint}
          value={entry.until}
          onInput={(until) => put({ until })}
          isOptional
        />
      )}
      {entry.relation === 'trustee' && <AgreedBy {...props} />}
    </>
  );
};
