// Adding a person, or changing one without opening what is masked.
import { useState } from 'preact/hooks';
import { newId } from '../../kiosk/ids.ts';
import { useAsk } from '../asking.ts';
import type { PersonRow } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useTimes } from '../times.ts';
import { personWords } from '../words/people-person.ts';
import { CodeShown } from './courier-code.tsx';
import { changesOf, type Entry, entryOf, flawsIn } from './entry.ts';
import { type PartProps, Who } from './form-who.tsx';
import { Deliveries, Notices, Speaks } from './form-wishes.tsx';
import { Trouble } from './trouble.tsx';

interface PersonFormProps {
  /** Null = a new person. */
  row: PersonRow | null;
  kind: PersonRow['role'];
  onClose(): void;
  onSaved(): void;
}

const Parts = (props: PartProps) => {
  const words = useWords(personWords).part;
  return (
    <>
      <Who {...props} />
      {props.kind === 'resident' && (
        <>
          <h3 class="across">{words.mail}</h3>
          <Deliveries {...props} />
          <h3 class="across">{words.notices}</h3>
          <Notices {...props} />
        </>
      )}
      <Speaks {...props} />
    </>
  );
};

export const PersonForm = ({ row, kind, onClose, onSaved }: PersonFormProps) => {
  const { session, toasts } = useConsole();
  const frame = useFrameWords();
  const words = useWords(personWords).form;
  const times = useTimes();
  const asked = useAsk('savePerson');
  const [former] = useState(() => entryOf(row, times.isoDay));
  const [entry, setEntry] = useState<Entry>(former);
  const [personId] = useState(() => row?.personId ?? newId());
  const [code, setCode] = useState<string | null>(null);
  const timeZone = session.value?.timeZone ?? 'UTC';
  const changes = changesOf(entry, { former: row && former, role: kind, timeZone });
  const isReady = Object.keys(changes).length > 0 && Object.keys(flawsIn(entry, { role: kind, row })).length === 0;
  const save = async (): Promise<void> => {
    if (!isReady || asked.isBusy) return;
    const saved = await asked.send({ personId, role: kind, ...changes });
    if (saved === null) return;
    toasts.good(words.saved);
    if (saved.code === null) onSaved();
    else setCode(saved.code);
  };
  if (code !== null) return <CodeShown code={code} onClose={onSaved} />;
  return (
    <Dialog
      name="person-form"
      title={row ? words.change : kind === 'courier' ? words.addCourier : words.add}
      icon={row ? 'pen' : 'plus'}
      shape={kind === 'courier' ? 'middle' : 'wide'}
      onClose={onClose}
      actions={
        <>
          <Button does="cancel" onTap={onClose}>
            {frame.cancel}
          </Button>
          <Button
            does="save"
            kind="main"
            icon="check"
            busy={asked.isBusy}
            disabled={!isReady}
            onTap={() => void save()}
          >
            {frame.save}
          </Button>
        </>
      }
    >
      <Trouble of={asked.trouble} />
      <form
        class={kind === 'courier' ? 'form' : 'form pairs'}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Parts entry={entry} row={row} kind={kind} put={(change) => setEntry((now) => ({ ...now, ...change }))} />
        {/* Enter in a field saves too: the button that is seen stands in the foot of the dialog. */}
        <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" disabled={!isReady} />
      </form>
    </Dialog>
  );
};
