// What the desk has received and no compartment has taken: to the shelf, under the same record.
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { deskItems } from '../words/desk-items.ts';
import { Confirm } from './confirm.tsx';

export const ToShelf = ({ item, onClose }: { item: ItemRow; onClose(): void }) => {
  const { toasts } = useConsole();
  const frame = useFrameWords();
  const words = useWords(deskItems);
  const { told, isBusy, send } = useAsk('moveToShelf');
  const move = async (): Promise<void> => {
    const answer = await send({ holdId: item.holdId });
    if (answer === null) return;
    const place = answer.item?.place;
    if (place?.kind === 'shelf') toasts.good(frame.place.shelf(place.label));
    onClose();
  };
  return (
    <Confirm
      name="to-shelf"
      title={words.action['to-shelf']}
      does={words.action['to-shelf']}
      told={told}
      isBusy={isBusy}
      onClose={onClose}
      onDo={() => void move()}
    >
      <p>{words.toShelfLead}</p>
    </Confirm>
  );
};
