// Something asked above the page: the browser keeps the focus inside and the page beneath still; Escape goes back.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useFrameWords } from '../hooks.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

interface DialogProps {
  name: string;
  title: string;
  icon?: IconName;
  /** `side` stands at the right edge, for details of what is behind it. */
  shape?: 'middle' | 'side' | 'wide';
  onClose(): void;
  /** Buttons at the foot; the last one is what most people want. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

export const Dialog = ({ name, title, icon, shape = 'middle', onClose, actions, children }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const words = useFrameWords();
  useEffect(() => {
    const shown = box.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={box}
      class={`dialog ${shape}`}
      data-dialog={name}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog-head">
        <h2 id={heading}>
          {icon && <Icon name={icon} />}
          <span>{title}</span>
        </h2>
        <Button does="close" kind="quiet" icon="close" label={words.close} onTap={onClose} />
      </header>
      <div class="dialog-body">{children}</div>
      {actions && <footer class="dialog-foot">{actions}</footer>}
    </dialog>
  );
};
