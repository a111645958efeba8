// Something asked about items, then done or left: what it is, why it was not done, and two buttons.
import type { ComponentChildren } from 'preact';
import { useFrameWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';

interface ConfirmProps {
  name: string;
  title: string;
  /** On the button that does it. */
  does: string;
  told: string | null;
  isBusy: boolean;
  isMissing?: boolean;
  shape?: 'middle' | 'wide';
  onClose(): void;
  onDo(): void;
  children: ComponentChildren;
}

export const Confirm = (props: ConfirmProps) => {
  const { name, title, does, told, isBusy, isMissing = false, shape = 'middle', onClose, onDo, children } = props;
  const frame = useFrameWords();
  return (
    <Dialog
      name={name}
      title={title}
      shape={shape}
      onClose={onClose}
      actions={
        <>
          <Button does="cancel" onTap={onClose}>
            {frame.cancel}
          </Button>
          <Button does={`confirm-${name}`} kind="main" icon="check" busy={isBusy} disabled={isMissing} onTap={onDo}>
            {does}
          </Button>
        </>
      }
    >
      {told && <Note tone="bad">{told}</Note>}
      {children}
    </Dialog>
  );
};
