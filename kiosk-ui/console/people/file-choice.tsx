// Where a file is chosen or dropped: the browser's own field lies over the whole box, so that it takes a dropped file by itself.
import { useWords } from '../hooks.ts';
import { Icon } from '../parts/icon.tsx';
import { fileWords } from '../words/people-file.ts';

interface FileChoiceProps {
  /** Of the file chosen now. */
  name: string | null;
  isBusy: boolean;
  onChoose(file: File): void;
}

export const FileChoice = ({ name, isBusy, onChoose }: FileChoiceProps) => {
  const words = useWords(fileWords);
  return (
    <label class="file-choice">
      <input
        type="file"
        data-field="file"
        accept=".csv,text/csv"
        disabled={isBusy}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onChoose(file);
          // The same file again, once it was mended, is a choice too.
          event.currentTarget.value = '';
        }}
      />
      <span class="button main">
        <Icon name="receive" />
        <span>{name === null ? words.choose : words.another}</span>
      </span>
      <span>{name === null ? words.drop : <b>{name}</b>}</span>
      <span class="soft">{words.columns}</span>
    </label>
  );
};
