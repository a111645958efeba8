// What a file would change, and what is wrong with its rows, by line and column and in words that say how to mend it.
import type { ConsoleAnswer } from '../contract.ts';
import { useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/panel.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { type FileField, type FileWords, fileWords, type RowProblem } from '../words/people-file.ts';

type FilePreview = ConsoleAnswer<'previewPeople'>;
/** A problem and its place in the list: one row may have several. */
type Placed = RowProblem & { n: number };

const isField = (field: string, column: FileWords['column']): field is FileField => Object.hasOwn(column, field);

export const Problems = ({ problems }: { problems: readonly RowProblem[] }) => {
  const words = useWords(fileWords);
  const columns: Column<Placed>[] = [
    {
      key: 'line',
      title: words.line,
      width: '8rem',
      cell: ({ row }) => <b>{row === 0 ? words.wholeFile : words.lineN(row)}</b>,
    },
    {
      key: 'field',
      title: words.field,
      width: '8rem',
      cell: ({ field }) => (isField(field, words.column) ? words.column[field] : field),
    },
    {
      key: 'remedy',
      title: words.remedy,
      cell: ({ code, facts }) => <span class="whole">{words.fault[code](facts.line ?? 0)}</span>,
    },
  ];
  return (
    <Table
      name="problems"
      label={words.problems(problems.length)}
      columns={columns}
      rows={problems.map((problem, n) => ({ ...problem, n }))}
      keyOf={({ n }) => String(n)}
    />
  );
};

const Counts = ({ preview }: { preview: FilePreview }) => {
  const words = useWords(fileWords);
  const counts = [
    [words.rows, preview.rows],
    [words.households, preview.households],
    [words.newPeople, preview.newPeople],
    [words.changedPeople, preview.changedPeople],
  ] as const;
  return (
    <dl class="counts">
      {counts.map(([label, n]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  );
};

interface PreviewProps {
  preview: FilePreview;
  isBusy: boolean;
  onImport(partial: boolean): void;
}

export const Preview = ({ preview, isBusy, onImport }: PreviewProps) => {
  const words = useWords(fileWords);
  const { problems, newPeople, changedPeople } = preview;
  const hasNews = newPeople + changedPeople > 0;
  const isGood = problems.length === 0;
  return (
    <section class="preview">
      <Counts preview={preview} />
      <div class="verdict">
        {isGood ? (
          <Note tone={hasNews ? 'good' : 'calm'}>{hasNews ? words.good : words.same}</Note>
        ) : (
          <Note tone="care">
            <b>{words.problems(problems.length)}</b> {words.problemsLead}
          </Note>
        )}
        {hasNews && (
          <Button
            does={isGood ? 'import-all' : 'import-good'}
            kind={isGood ? 'main' : 'plain'}
            icon="check"
            busy={isBusy}
            onTap={() => onImport(!isGood)}
          >
            {isGood ? words.importAll : words.importGood}
          </Button>
        )}
      </div>
      {!isGood && <Problems problems={problems} />}
    </section>
  );
};
