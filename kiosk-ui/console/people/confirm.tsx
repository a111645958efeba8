// One last question before something about a person changes for good: what will happen, and two buttons.
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../contract.ts';
import { useFrameWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import type { IconName } from '../parts/icon.tsx';
import { Trouble } from './trouble.tsx';

interface ConfirmProps {
  name: string;
  title: string;
  icon: IconName;
  /** The button that does it. */
  does: string;
  label: string;
  kind?: 'main' | 'danger';
  isReady?: boolean;
  asked: { isBusy: boolean; trouble: Refusal | 'lost' | null };
  onClose(): void;
  onDo(): void;
  children: ComponentChildren;
}

export const Confirm = (props: ConfirmProps) => {
  const { name, title, icon, does, label, kind = 'danger', isReady = true, asked, onClose, onDo } = props;
  const frame = useFrameWords();
  return (
    <Dialog
      name={name}
      title={title}
      icon={icon}
      onClose={onClose}
      actions={
        <>
          <Button does="cancel" onTap={onClose}>
            {frame.cancel}
          </Button>
          <Button does={does} kind={kind} icon={icon} busy={asked.isBusy} disabled={!isReady} onTap={onDo}>
            {label}
          </Button>
        </>
      }
    >
      <Trouble of={asked.trouble} />
      {props.children}
    </Dialog>
  );
};
