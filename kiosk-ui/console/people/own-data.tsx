// Everything the node keeps of one person, as a file for that person; opened for a reason and recorded [P1].
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { RefusalCode } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import type { RevealReason } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';
import { ReasonChoice } from './reason-choice.tsx';
import { Trouble } from './trouble.tsx';

/** What people ask for their own data for. */
const reasons: readonly RevealReason[] = ['verify-identity', 'correct-data', 'complaint', 'official'];

const download = (name: string, json: object): void => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(json, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

export const OwnData = ({ personId, onClose }: { personId: string; onClose(): void }) => {
  const { read, toasts } = useConsole();
  const frame = useFrameWords();
  const words = useWords(personWords).own;
  const times = useTimes();
  const opening = useAsk('reveal');
  const [trouble, setTrouble] = useState<RefusalCode | 'lost' | null>(null);
  const [isReading, setReading] = useState(false);
  const save = async (reason: RevealReason): Promise<void> => {
    setTrouble(null);
    // The reading itself has no reason in it: opening the data for one puts it on record first.
    if ((await opening.send({ subject: personId, reason })) === null) return;
    setReading(true);
    const answer = await read('readOwnData', { id: personId });
    setReading(false);
    if (answer.kind !== 'answer') return setTrouble(answer.kind === 'lost' ? 'lost' : answer.refusal.refused);
    download(`${words.file}-${times.isoDay(Date.now())}.json`, answer.body);
    toasts.good(words.done);
    onClose();
  };
  return (
    <Dialog name="own-data" title={words.title} icon="download" onClose={onClose}>
      <p>{words.lead}</p>
      <Trouble of={opening.trouble} />
      {trouble && <Note tone="bad">{frame.refused[trouble]}</Note>}
      <ReasonChoice reasons={reasons} isBusy={opening.isBusy || isReading} onChoose={(reason) => void save(reason)} />
    </Dialog>
  );
};
