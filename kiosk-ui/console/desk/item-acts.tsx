// What may be done with one item now: by its state, and by what the one who looks at it may do.
import { useState } from 'preact/hooks';
import type { Right } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import type { IconName } from '../parts/icon.tsx';
import { Note } from '../parts/panel.tsx';
import { deskItems } from '../words/desk-items.ts';
import type { ItemAction, Story } from './contract.ts';
import { DoorFollow } from './door-follow.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { useFetch } from './use-fetch.ts';

/** The same table as the edge's routes: what is not offered would be refused. */
export const rightFor: Record<ItemAction, Right> = {
  'hand-over': 'hand-over-items',
  refuse: 'hand-over-items',
  undeliverable: 'return-items',
  'public-notice': 'return-items',
  return: 'return-items',
  settle: 'settle-disputes',
  fetch: 'hand-over-items',
  'to-shelf': 'receive-items',
  'reissue-code': 'issue-credentials',
};
export const actionIcons: Record<ItemAction, IconName> = {
  'hand-over': 'handOver',
  refuse: 'blocked',
  undeliverable: 'question',
  'public-notice': 'eye',
  return: 'courier',
  settle: 'check',
  fetch: 'door',
  'to-shelf': 'shelf',
  'reissue-code': 'key',
};

export const ItemActs = ({ item, onDone }: { item: Story['item']; onDone(): void }) => {
  const { session } = useConsole();
  const words = useWords(deskItems);
  const [asked, setAsked] = useState<ItemAction | null>(null);
  const fetching = useFetch();
  const may = item.actions.filter((action) => session.value?.may.includes(rightFor[action]));
  const close = (): void => {
    setAsked(null);
    onDone();
  };
  return (
    <>
      <div class="item-acts">
        {may.map((action, n) => {
          const kind = n === 0 ? 'main' : 'plain';
          return action === 'hand-over' ? (
            <LinkButton
              key={action}
              does={action}
              kind={kind}
              icon={actionIcons[action]}
              to={addressOf('hand-over', item.holdId)}
            >
              {words.action[action]}
            </LinkButton>
          ) : (
            <Button
              key={action}
              does={action}
              kind={kind}
              icon={actionIcons[action]}
              busy={action === 'fetch' && fetching.isBusy}
              onTap={() => (action === 'fetch' ? void fetching.start(item.holdId) : setAsked(action))}
            >
              {words.action[action]}
            </Button>
          );
        })}
      </div>
      {fetching.told && <Note tone="bad">{fetching.told}</Note>}
      {fetching.door && (
        <DoorFollow
          key={fetching.door.visitId}
          visitId={fetching.door.visitId}
          first={fetching.door.first}
          onAgain={() => void fetching.start(item.holdId)}
        />
      )}
      {asked && <ItemDialog action={asked} rows={[item]} onClose={close} />}
    </>
  );
};
