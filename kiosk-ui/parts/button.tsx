// One thing a person can do. `does` names it for those who watch the page from outside.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  does: string;
  /** `main` is what most people want here; there is at most one. */
  kind?: 'main' | 'plain' | 'quiet';
  icon?: IconName;
  /** A second, smaller line. */
  note?: string;
  disabled?: boolean;
  onTap(): void;
  children: ComponentChildren;
}

export const Button = ({ does, kind = 'plain', icon, note, disabled = false, onTap, children }: ButtonProps) => (
  <button type="button" class={`button ${kind}`} data-do={does} disabled={disabled} onClick={onTap}>
    {icon && <Icon name={icon} />}
    <span class="button-words">
      <span>{children}</span>
      {note && <span class="note">{note}</span>}
    </span>
  </button>
);
