// Something a person can do, as a button or as a link that looks like one. `does` names it for those who watch the page from outside.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps {
  does: string;
  /** `main` is what most people want here, at most one in view; `danger` ends something. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Sends the form it stands in. */
  submits?: boolean;
  disabled?: boolean;
  /** What it does is on its way: it cannot be pressed twice. */
  busy?: boolean;
  /** For a button that shows a sign only. */
  label?: string;
  onTap?(): void;
  children?: ComponentChildren;
}

export const Button = (props: ButtonProps) => {
  const { does, kind = 'plain', icon, submits = false, disabled = false, busy = false, label, onTap, children } = props;
  return (
    <button
      type={submits ? 'submit' : 'button'}
      class={`button ${kind}${children === undefined ? ' sign' : ''}`}
      data-do={does}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-label={label}
      title={label}
      onClick={onTap}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
};

interface LinkProps {
  does: string;
  to: string;
  kind?: 'main' | 'plain' | 'quiet';
  icon?: IconName;
  /** The file's name when this is a download. */
  download?: string;
  children: ComponentChildren;
}

export const LinkButton = ({ does, to, kind = 'plain', icon, download, children }: LinkProps) => (
  <a class={`button ${kind}`} data-do={does} href={to} download={download}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </a>
);
