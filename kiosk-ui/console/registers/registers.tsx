// The registers on screen: which one, which days, what fits; to be looked at, printed and taken along.
import { useState } from 'preact/hooks';
import type { Language } from '../contract.ts';
import { ConsoleContext, useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Note, Panel } from '../parts/panel.tsx';
import { Signed } from '../parts/signature-pad.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { fileAddress } from '../routes.ts';
import { useTimes } from '../times.ts';
import { registersWords } from '../words/registers.ts';
import { Paper, print, type RegisterPage } from './paper.tsx';
import { RegisterForm, type Wish } from './register-form.tsx';
import { spanOf } from './span.ts';

type Row = RegisterPage['rows'][number];

const columnsOf = ({ columns }: RegisterPage['register'], language: Language): Column<Row>[] =>
  columns.map(({ key, label, width }) => ({
    key,
    title: label[language],
    width: `${Math.max(4, Math.round(width * 0.6))}rem`,
    cell: (row) => {
      const field = row[key] ?? '';
      return <span class="register-cell">{typeof field === 'string' ? field : <Signed strokes={field} />}</span>;
    },
  }));

export const Registers = () => {
  const model = useConsole();
  const { language, session, toasts } = model;
  const words = useWords(registersWords);
  const refused = useFrameWords().refused;
  const times = useTimes();
  const today = times.isoDay(Date.now());
  const list = useReading('listRegisters', {}, []);
  const registers = list.body?.registers ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const id = chosen ?? registers[0]?.id ?? '';
  const [wish, setWish] = useState<Wish>({ ...spanOf('month', today), carrier: '', room: '' });
  // Nothing is read before it is asked for: each reading is recorded.
  const [asked, ask] = useState<{ id: string; wish: Wish } | null>(null);
  const wanted = asked && {
    id: asked.id,
    query: {
      ...asked.wish,
      carrier: asked.wish.carrier || undefined,
      room: asked.wish.room || undefined,
      language: language.value,
    },
  };
  const reading = useReading('readRegister', wanted, []);
  const page = reading.body;
  const show = (): void => {
    if (asked?.id === id && asked.wish === wish) reading.again();
    else ask({ id, wish });
  };
  const printIt = async (): Promise<void> => {
    if (wanted === null) return;
    const answer = await model.read('readRegister', { ...wanted, query: { ...wanted.query, use: 'print' } });
    if (answer.kind !== 'answer') return toasts.bad(refused[answer.kind === 'lost' ? 'lost' : answer.refusal.refused]);
    const { body } = answer;
    print(
      <ConsoleContext.Provider value={model}>
        <Paper page={body} span={wanted.query} by={session.value?.name ?? ''} at={times.dayTime(body.asOf)} />
      </ConsoleContext.Provider>,
    );
  };
  return (
    <Panel
      name="registers"
      title={words.title}
      lead={words.lead}
      fills
      actions={
        wanted &&
        page && (
          <>
            <LinkButton does="register-csv" to={fileAddress('registerCsv', wanted)} icon="download" download="">
              {words.csv}
            </LinkButton>
            <LinkButton does="register-xlsx" to={fileAddress('registerXlsx', wanted)} icon="download" download="">
              {words.xlsx}
            </LinkButton>
            <Button does="print-register" icon="print" onTap={() => void printIt()}>
              {words.print}
            </Button>
          </>
        )
      }
    >
      <Choice
        name="register"
        label={words.register}
        hidesLabel
        options={registers.map(({ id: value, title, form }) => ({
          value,
          label: title[language.value],
          note: form ?? undefined,
        }))}
        value={id}
        onChoose={choose}
      />
      <RegisterForm wish={wish} today={today} onWish={setWish} onShow={show} />
      {reading.trouble && <Note tone="bad">{refused[reading.trouble]}</Note>}
      {page?.isCut && <Note tone="care">{words.cut}</Note>}
      {page === null ? (
        <Note tone="calm">{words.choose}</Note>
      ) : (
        <>
          <p class="soft">{words.rows(page.rows.length, times.time(page.asOf))}</p>
          <Table
            name="register"
            label={page.register.title[language.value]}
            columns={columnsOf(page.register, language.value)}
            rows={page.rows}
            keyOf={(row) => String(row.n)}
            isLoading={reading.isReading}
            empty={words.empty}
          />
        </>
      )}
    </Panel>
  );
};
