// A list of people from a file: chosen, checked without changing anything, then imported as a whole or without the bad rows.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ConsoleAnswer, Refusal } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { LinkButton } from '../parts/button.tsx';
import { Note, Panel } from '../parts/panel.tsx';
import { fileWords } from '../words/people-file.ts';
import { FileChoice } from './file-choice.tsx';
import { type Encoding, readText } from './file-text.ts';
import { Preview, Problems } from './import-preview.tsx';
import { Trouble } from './trouble.tsx';

interface Chosen {
  name: string;
  text: string;
  encoding: Encoding;
}
type Fault = Refusal | 'lost' | 'unreadable' | 'large';

/** As the edge has it: an answer that is known is not waited for. */
const mostBytes = 4_000_000;

const useImport = () => {
  const { ask, language } = useConsole();
  const importing = useAsk('importPeople');
  const [file, setFile] = useState<Chosen | null>(null);
  const [isReading, setReading] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [preview, setPreview] = useState<ConsoleAnswer<'previewPeople'> | null>(null);
  const [done, setDone] = useState<ConsoleAnswer<'importPeople'> | null>(null);

  const check = async (chosen: File): Promise<Fault | null> => {
    if (chosen.size > mostBytes) return 'large';
    const read = readText(new Uint8Array(await chosen.arrayBuffer()), language.value);
    if (read === null) return 'unreadable';
    setFile({ name: chosen.name, ...read });
    const answer = await ask('previewPeople', { csv: read.text });
    if (answer.kind === 'answer') setPreview(answer.body);
    return answer.kind === 'answer' ? null : answer.kind === 'lost' ? 'lost' : answer.refusal;
  };
  const choose = async (chosen: File): Promise<void> => {
    setFile(null);
    setPreview(null);
    setDone(null);
    setFault(null);
    setReading(true);
    setFault(await check(chosen));
    setReading(false);
  };
  const send = async (partial: boolean): Promise<void> => {
    if (file === null) return;
    const answer = await importing.send({ csv: file.text, partial });
    if (answer === null) return;
    // Something has changed since the check, a card perhaps: nothing was imported, and the file is looked at anew.
    if (!partial && answer.problems.length > 0)
      return setPreview((former) => former && { ...former, problems: answer.problems });
    setDone(answer);
    // The names of a whole compound are not kept longer than needed.
    setFile(null);
    setPreview(null);
  };
  return { file, isReading, fault, preview, done, importing, choose, send };
};

const Done = ({ done }: { done: ConsoleAnswer<'importPeople'> }) => {
  const words = useWords(fileWords);
  return (
    <section class="preview">
      <Note tone="good">{words.imported(done.imported, done.households)}</Note>
      <p class="soft">{words.codes}</p>
      {done.problems.length > 0 && (
        <>
          <Note tone="care">{words.leftOut(done.problems.length)}</Note>
          <Problems problems={done.problems} />
        </>
      )}
    </section>
  );
};

const Decoded = ({ file }: { file: Chosen }) => {
  const words = useWords(fileWords);
  if (file.encoding === 'UTF-8') return null;
  return (
    <div class="decoded">
      <Note tone="care">
        {words.decoded(file.encoding)}
        <br />
        {words.decodedLead}
      </Note>
      <pre>{file.text.split(/\r?\n/, 2).join('\n')}</pre>
    </div>
  );
};

export const ImportPeople = () => {
  const frame = useFrameWords();
  const words = useWords(fileWords);
  const { file, isReading, fault, preview, done, importing, choose, send } = useImport();
  return (
    <Panel
      name="import-people"
      title={words.title}
      lead={words.lead}
      actions={
        <LinkButton does="back" to={addressOf('people')} icon="back">
          {words.back}
        </LinkButton>
      }
    >
      <FileChoice name={file?.name ?? null} isBusy={isReading} onChoose={(chosen) => void choose(chosen)} />
      {isReading && (
        <Note tone="calm" icon="wait">
          {words.reading}
        </Note>
      )}
      {fault === 'unreadable' && <Note tone="bad">{words.unreadable}</Note>}
      {fault === 'large' && <Note tone="bad">{words.fault['file-large'](0)}</Note>}
      {fault !== 'unreadable' && fault !== 'large' && <Trouble of={fault} />}
      {file && <Decoded file={file} />}
      <Trouble of={importing.trouble} />
      {preview && <Preview preview={preview} isBusy={importing.isBusy} onImport={(partial) => void send(partial)} />}
      {importing.isBusy && <p class="unseen">{frame.shell.loading}</p>}
      {done && <Done done={done} />}
    </Panel>
  );
};
