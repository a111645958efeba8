// Other people's programs that read what the node puts out: LibreOffice opens spreadsheets, poppler reads printed pages.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const withinMs = 100_000;

/** Comma, quote, UTF-8, from line 1; numbers and dates as they are shown. */
const csvFilter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false';

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** A spreadsheet as LibreOffice shows it, and as it understands it: flat OpenDocument XML. */
export const openedByOffice = (xlsx: Buffer): Promise<{ csv: string; xml: string }> =>
  inFolder(async (folder) => {
    const file = join(folder, 'register.xlsx');
    await writeFile(file, xlsx);
    const as = async (filter: string, ending: string): Promise<string> => {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
        timeout: withinMs,
      });
      return readFile(join(folder, `${basename(file, '.xlsx')}.${ending}`), 'utf8');
    };
    return { csv: await as(csvFilter, 'csv'), xml: await as('fods', 'fods') };
  });

/** The text of each page of a PDF as it stands on the paper, and the size of its pages in points. */
export const printedPages = (pdf: Buffer): Promise<{ pages: string[]; size: string }> =>
  inFolder(async (folder) => {
    const file = join(folder, 'register.pdf');
    await writeFile(file, pdf);
    const { stdout: text } = await run('pdftotext', ['-layout', file, '-'], { timeout: withinMs });
    const { stdout: info } = await run('pdfinfo', [file], { timeout: withinMs });
    return { pages: text.split('\f').slice(0, -1), size: /Page size:\s+(.*)/.exec(info)?.[1] ?? '' };
  });
