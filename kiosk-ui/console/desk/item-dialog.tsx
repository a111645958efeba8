// The question that belongs to an action on items: why, what became of it, who signs.
import type { ItemRow } from '../contract.ts';
import type { ItemAction } from './contract.ts';
import { PostNotice } from './post-notice.tsx';
import { Refuse } from './refuse.tsx';
import { Reissue } from './reissue.tsx';
import { ReturnList } from './return-list.tsx';
import { Settle } from './settle.tsx';
import { ToShelf } from './to-shelf.tsx';
import { Undeliverable } from './undeliverable.tsx';

interface ItemDialogProps {
  action: ItemAction;
  rows: readonly ItemRow[];
  onClose(): void;
}

export const ItemDialog = ({ action, rows, onClose }: ItemDialogProps) => {
  const [first] = rows;
  const holdIds = rows.map(({ holdId }) => holdId);
  switch (action) {
    case 'refuse':
      return <Refuse holdIds={holdIds} onClose={onClose} onDone={onClose} />;
    case 'undeliverable':
      return <Undeliverable holdIds={holdIds} onClose={onClose} />;
    case 'public-notice':
      return <PostNotice holdIds={holdIds} onClose={onClose} />;
    case 'return':
      return <ReturnList rows={rows} onClose={onClose} onReturned={onClose} />;
    case 'settle':
      return first ? <Settle item={first} onClose={onClose} /> : null;
    case 'to-shelf':
      return first ? <ToShelf item={first} onClose={onClose} /> : null;
    case 'reissue-code':
      return first ? <Reissue item={first} onClose={onClose} /> : null;
    // These two have no question of their own: a page, and a door.
    case 'hand-over':
    case 'fetch':
      return null;
  }
};
