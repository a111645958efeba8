// The part of the form that says who somebody is: room, name, phone, e-mail.
import type { PersonRow } from '../contract.ts';
import { useWords } from '../hooks.ts';
import { Check } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { peopleWords } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';
import { type Entry, flawsIn } from './entry.ts';
import { RelationPart } from './form-relation.tsx';

export interface PartProps {
  entry: Entry;
  /** Null = a new person. */
  row: PersonRow | null;
  kind: PersonRow['role'];
  put(change: Partial<Entry>): void;
}

export const Who = (props: PartProps) => {
  const { entry, row, kind, put } = props;
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  const flaws = flawsIn(entry, { role: kind, row });
  const keeps = (masked: string | undefined): string | undefined => (masked ? words.form.keeps(masked) : undefined);
  return (
    <>
      {kind === 'resident' && (
        <Field
          name="room"
          label={people.column.room}
          hint={keeps(row?.room) ?? words.form.roomHint}
          value={entry.room}
          onInput={(room) => put({ room })}
          maxLength={30}
          takesFocus={row === null}
        />
      )}
      <Field
        name="person-name"
        label={people.column.name}
        hint={keeps(row?.name)}
        value={entry.name}
        onInput={(name) => put({ name })}
        maxLength={60}
        takesFocus={row === null && kind === 'courier'}
      />
      <Field
        name="phone"
        type="tel"
        label={people.column.phone}
        hint={keeps(row?.phone)}
        error={flaws.phone === 'shape' ? words.form.phoneWrong : null}
        value={entry.phone}
        onInput={(phone) => put({ phone })}
        isOptional={kind === 'resident' && !row}
        maxLength={21}
      />
      <Field
        name="email"
        type="email"
        label={words.email}
        hint={row?.hasMail ? keeps(words.hasEmail) : undefined}
        error={flaws.email ? words.form.emailWrong : null}
        value={entry.email}
        onInput={(email) => put({ email })}
        isOptional={!row}
        maxLength={100}
      />
      {kind === 'resident' && row && row.phone !== '' && (
        <Check
          name="drop-phone"
          label={words.form.dropPhone}
          value={entry.dropsPhone}
          onChange={(dropsPhone) => put({ dropsPhone })}
        />
      )}
      {row?.hasMail && (
        <Check
          name="drop-email"
          label={words.form.dropEmail}
          value={entry.dropsEmail}
          onChange={(dropsEmail) => put({ dropsEmail })}
        />
      )}
      {kind === 'resident' && <RelationPart {...props} />}
    </>
  );
};
