// What the list shows, as a file. Fetched rather than linked to: what was searched for is a name as often as not and stays out of the browser's history.
import { useState } from 'preact/hooks';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { fileAddress } from '../routes.ts';
import { deskItems } from '../words/desk-items.ts';
import type { ItemsAsked } from './contract.ts';

const rowsMost = 2_000;

/** Null when there was no file. */
const fetched = async (address: string): Promise<Blob | null> => {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    return response.ok ? await response.blob() : null;
  } catch (error) {
    // A dead line is a TypeError, half a file a DOMException.
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
};

const save = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

export const Export = ({ asked, total }: { asked: ItemsAsked; total: number }) => {
  const { toasts, language } = useConsole();
  const words = useWords(deskItems);
  const frame = useFrameWords();
  const [isBusy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    const query = { ...asked, limit: rowsMost, language: language.value };
    setBusy(true);
    const file = await fetched(fileAddress('itemsCsv', { query }));
    setBusy(false);
    if (file === null) toasts.bad(frame.refused.lost);
    else save(file, `${words.list[asked.list]}.csv`);
  };
  return (
    <>
      <span class="soft">{frame.table.rows(total)}</span>
      <Button does="export" icon="download" busy={isBusy} disabled={total === 0} onTap={() => void download()}>
        {words.export}
      </Button>
    </>
  );
};
