// A register as a spreadsheet: title, who kept it, header on every printed page, real dates, and texts that never compute.
import type { CellObject, Feature, Image, SheetData } from 'write-excel-file/node';
import type { Cell } from '../../words/registers/cell.ts';

export interface Sheet {
  /** Two lines above the table: the register's name, then site, range and who put it out. */
  title: string;
  subtitle: string;
  columns: readonly { label: string; width: number }[];
  rows: readonly (readonly Cell[])[];
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const headRows = 3;
/** A spreadsheet refuses other names of a tab [ECMA-376 18.2.19: at most 31 characters]. */
const tabName = (title: string): string =>
  title
    .replaceAll(/[[\]/\\:*?']/g, ' ')
    .slice(0, 31)
    .trim();

/** What the library has no option for: the header again on every printed page, all columns on its width, and a page number [ECMA-376 18.3.1]. */
const onPaper: Feature<Image['content']> = {
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml, [sheet]) =>
          xml.replace(
            '<definedNames/>',
            `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet?.sheet ?? ''}'!$${headRows}:$${headRows}</definedName></definedNames>`,
          ),
      },
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) => xml.replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews'),
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        insert: () => '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>',
      },
    },
  },
};

/** The library keeps texts as names of a plain object: such a one would come out as the source of a function. A blank at its end tells them apart. */
const harmless = (value: string): string => (value in {} ? `${value} ` : value);
const text = (value: string): CellObject => ({ value: harmless(value), type: String });
const cellOf = (cell: Cell): CellObject => {
  if (cell.kind !== 'time') return { ...text(cell.text), wrap: true, alignVertical: 'top' };
  const format = cell.precision === 'day' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm';
  return { value: new Date(cell.at), type: Date, format, align: 'left', alignVertical: 'top' };
};

/** The bytes of the file. A4 landscape; the library is loaded at the first call. */
export const xlsxOf = async ({ title, subtitle, columns, rows }: Sheet): Promise<Buffer> => {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const line = (cell: CellObject): CellObject[] => [{ ...cell, columnSpan: columns.length }];
  const data: SheetData = [
    line({ ...text(title), fontWeight: 'bold', fontSize: 16, align: 'center' }),
    line(text(subtitle)),
    columns.map(({ label }) => ({ ...text(label), fontWeight: 'bold', wrap: true, borderStyle: 'thin' })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const file = writeXlsxFile(
    data,
    {
      sheet: tabName(title),
      orientation: 'landscape',
      stickyRowsCount: headRows,
      columns: columns.map(({ width }) => ({ width })),
    },
    { features: [onPaper] },
  );
  return file.toBuffer();
};
