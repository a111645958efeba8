// The part of the form that says how somebody wishes to be served: deliveries, elder mode, notices, language.
import type { PersonRow } from '../contract.ts';
import { useWords } from '../hooks.ts';
import { Check, Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { languages } from '../words/frame.ts';
import { type Channel, type Consent, peopleWords } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';
import type { PartProps } from './form-who.tsx';
import { Select } from './select.tsx';

const consents: readonly Consent[] = ['locker', 'desk', 'door', 'ask'];
const channels: readonly Channel[] = ['sms', 'mail', 'webhook'];
/** The site's own, as where one begins from [domain: quiet hours]. */
const usualQuiet: NonNullable<PersonRow['quiet']> = { from: '22:00', to: '08:00' };

export const Speaks = ({ entry, put }: PartProps) => {
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  return (
    <Select
      name="speaks"
      label={words.speaks}
      options={(['site', ...languages] as const).map((value) => ({ value, label: people.language[value] }))}
      value={entry.language ?? 'site'}
      onChoose={(value) => put({ language: value === 'site' ? null : value })}
    />
  );
};

export const Deliveries = ({ entry, put }: PartProps) => {
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  return (
    <>
      <div class="across">
        <Choice
          name="consent"
          label={people.column.consent}
          options={consents.map((value) => ({
            value,
            label: people.consent[value],
            note: people.consentNote[value],
          }))}
          value={entry.consent}
          onChoose={(consent) => put({ consent })}
        />
      </div>
      <div class="across checks">
        <Check
          name="shares"
          label={words.shares}
          note={words.sharesNote}
          value={entry.shares}
          onChange={(shares) => put({ shares })}
        />
        <Check name="low" label={words.low} note={words.lowNote} value={entry.low} onChange={(low) => put({ low })} />
        <Check
          name="elder"
          label={words.elder}
          note={words.elderNote}
          value={entry.elder}
          onChange={(elder) => put({ elder })}
        />
      </div>
    </>
  );
};

export const Notices = ({ entry, put }: PartProps) => {
  const people = useWords(peopleWords);
  const words = useWords(personWords);
  const { quiet } = entry;
  return (
    <>
      <fieldset class="field across" data-field="channels">
        <legend class="field-label">{words.channels}</legend>
        <div class="checks">
          {channels.map((channel) => (
            <Check
              key={channel}
              name={`channel-${channel}`}
              label={people.channel[channel]}
              value={entry.channels.includes(channel)}
              // In one order, whichever was pressed first.
              onChange={(isOn) =>
                put({ channels: channels.filter((one) => (one === channel ? isOn : entry.channels.includes(one))) })
              }
            />
          ))}
        </div>
        <p class="soft">{words.channelsNote}</p>
      </fieldset>
      <Choice
        name="quiet"
        label={words.quiet}
        options={[
          { value: 'site', label: words.bySite },
          { value: 'own', label: words.ownQuiet },
        ]}
        value={quiet === null ? 'site' : 'own'}
        onChoose={(value) => put({ quiet: value === 'site' ? null : (quiet ?? usualQuiet) })}
      />
      {quiet ? (
        <div class="hours">
          <Field
            name="quiet-from"
            type="time"
            label={words.from}
            error={quiet.from === '' ? words.form.quietWrong : null}
            value={quiet.from}
            onInput={(from) => put({ quiet: { ...quiet, from } })}
          />
          <Field
            name="quiet-to"
            type="time"
            label={words.to}
            error={quiet.to === '' ? words.form.quietWrong : null}
            value={quiet.to}
            onInput={(to) => put({ quiet: { ...quiet, to } })}
          />
        </div>
      ) : (
        <span />
      )}
    </>
  );
};
