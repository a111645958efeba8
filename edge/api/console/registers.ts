// The registers on screen, as CSV and as spreadsheet; each time it is recorded first who has the names in clear [P1].
import type { ConsoleAnswer } from '../../contract/console/routes.ts';
import type { By } from '../../contract/desk-commands.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Dispatch } from '../../dispatch.ts';
import { isRefused } from '../../domain/decision.ts';
import type { Cell } from '../../words/registers/cell.ts';
import { colophon } from '../../words/registers/colophon.ts';
import { type RegisterSettings, registerInfo, registerName, registersOf } from '../../words/registers.ts';
import { openSiteTime } from '../../words/site-time.ts';
import { csvText, csvType } from './csv.ts';
import type { AskedFile, FileHandlers, FileReply, Handlers } from './handlers.ts';
import { openReading, type ReadingOptions, type RegisterQuery, type RegisterReading } from './register-reading.ts';
import { xlsxOf, xlsxType } from './register-xlsx.ts';

export interface RegistersOptions extends Omit<ReadingOptions, 'dispatch' | 'time'> {
  dispatch: ReadingOptions['dispatch'] & Pick<Dispatch, 'execute'>;
  site: { title: string; timeZone: string; registers: RegisterSettings };
  newId: () => string;
}

export type RegisterHandlers = Pick<Handlers, 'listRegisters' | 'readRegister'> &
  Pick<FileHandlers, 'registerCsv' | 'registerXlsx'>;

type File = Exclude<FileReply, Refusal>;
/** How a register leaves the house. */
type Use = RegisterQuery['use'] | 'csv' | 'xlsx';

/** What the page shows: a signature as its strokes, all else as text. */
const shown = (cell: Cell): string | number[][] => (cell.kind === 'signature' ? cell.strokes : cell.text);

const page = ({ register, rows, isCut, asOf }: RegisterReading): ConsoleAnswer<'readRegister'> => ({
  asOf,
  register: registerInfo(register),
  rows: rows.map((row) => Object.fromEntries(row.map(({ key, cell }) => [key, shown(cell)]))),
  isCut,
});

/** `facts` are read for each request; a site keeps the registers its settings name. */
export const openRegisters = ({ site, newId, ...options }: RegistersOptions): RegisterHandlers => {
  const { dispatch } = options;
  const registers = registersOf(site.registers);
  const time = openSiteTime(site.timeZone);
  const read = openReading({ ...options, time });

  const recorded = async (by: By, use: Use, { register, rows }: RegisterReading): Promise<Refusal | undefined> => {
    const what = `register ${register.id} ${use}`;
    const command = { kind: 'RecordExport', commandId: newId(), by, what, subject: null, rows: rows.length } as const;
    const answer = await dispatch.execute(command);
    return isRefused(answer) ? answer : undefined;
  };

  const readFor = async (
    { by, query, params }: Pick<AskedFile<'registerCsv'>, 'by' | 'query' | 'params'>,
    use: Use,
  ): Promise<RegisterReading | Refusal> => {
    const register = registers.find(({ id }) => id === params.id);
    if (register === undefined)
      return { refused: 'bad-request', field: 'id', remedy: 'choose a register that this site keeps' };
    const reading = await read(register, query);
    if ('refused' in reading) return reading;
    return (await recorded(by, use, reading)) ?? reading;
  };

  const fileName = ({ register }: RegisterReading, { language, from, to }: RegisterQuery): string =>
    `${register.title[language]} ${from} ${to}`;

  const csv = (reading: RegisterReading, query: RegisterQuery): File => ({
    type: csvType,
    name: `${fileName(reading, query)}.csv`,
    body: csvText(
      reading.register.columns.map(({ label }) => label[query.language]),
      reading.rows.map((row) => row.map(({ cell }) => cell.text)),
    ),
  });

  const xlsx = async (reading: RegisterReading, query: RegisterQuery, by: By): Promise<File> => {
    const { language, from, to } = query;
    const name = dispatch.personal(by.staffId)?.name ?? '';
    return {
      type: xlsxType,
      name: `${fileName(reading, query)}.xlsx`,
      body: await xlsxOf({
        title: registerName(reading.register, language),
        subtitle: colophon(language, { site: site.title, from, to, by: name, at: time.minute(reading.asOf) }),
        columns: reading.register.columns.map(({ label, width }) => ({ label: label[language], width })),
        rows: reading.rows.map((row) => row.map(({ cell }) => cell)),
      }),
    };
  };

  return {
    listRegisters: async () => ({ body: { registers: registers.map(registerInfo) } }),
    readRegister: async (asked) => {
      const reading = await readFor(asked, asked.query.use);
      return 'refused' in reading ? reading : { body: page(reading) };
    },
    registerCsv: async (asked) => {
      const reading = await readFor(asked, 'csv');
      return 'refused' in reading ? reading : csv(reading, asked.query);
    },
    registerXlsx: async (asked) => {
      const reading = await readFor(asked, 'xlsx');
      return 'refused' in reading ? reading : xlsx(reading, asked.query, asked.by);
    },
  };
};
