// What can be done with several items at once: only what each of them allows, and one carrier's for a list that is signed.
import { useState } from 'preact/hooks';
import type { ItemRow } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { deskItems } from '../words/desk-items.ts';
import type { ItemAction } from './contract.ts';
import { hindrance } from './hindrance.ts';
import { actionIcons, rightFor } from './item-acts.tsx';
import { ItemDialog } from './item-dialog.tsx';

const bulk = ['undeliverable', 'public-notice', 'return'] as const satisfies readonly ItemAction[];

export const BulkActs = ({ rows, onDone }: { rows: readonly ItemRow[]; onDone(): void }) => {
  const { session } = useConsole();
  const words = useWords(deskItems);
  const [asked, setAsked] = useState<ItemAction | null>(null);
  const may = bulk.filter((action) => session.value?.may.includes(rightFor[action]));
  const hindered = may.flatMap((action) => hindrance(action, rows) ?? []);
  return (
    <>
      {hindered.length === may.length && may.length > 0 && (
        <span class="soft">{hindered.includes('carriers') ? words.oneCarrier : words.notAll}</span>
      )}
      {may.map((action) => (
        <Button
          key={action}
          does={`bulk-${action}`}
          icon={actionIcons[action]}
          disabled={hindrance(action, rows) !== null}
          onTap={() => setAsked(action)}
        >
          {words.action[action]}
        </Button>
      ))}
      {asked && (
        <ItemDialog
          action={asked}
          rows={rows}
          onClose={() => {
            setAsked(null);
            onDone();
          }}
        />
      )}
    </>
  );
};
