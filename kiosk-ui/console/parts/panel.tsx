// The grammar of a page: its name, what can be done on it, what it shows; and a sheet of paper to show it on.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

interface PanelProps {
  /** Names the page for those who watch from outside. */
  name: string;
  title: string;
  /** One line under the title. */
  lead?: ComponentChildren;
  /** Buttons at the right of the title. */
  actions?: ComponentChildren;
  /** The page fills the window and scrolls inside of itself, as tables do. */
  fills?: boolean;
  children: ComponentChildren;
}

export const Panel = ({ name, title, lead, actions, fills = false, children }: PanelProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  // Who works by ear or keyboard is told where they are now.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
    document.title = title;
  }, [title]);
  return (
    <main class={`panel${fills ? ' fills' : ''}`} data-page={name}>
      <header class="panel-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
};

interface SheetProps {
  title?: string;
  /** At the right of the title: a count, a button. */
  aside?: ComponentChildren;
  name?: string;
  children: ComponentChildren;
}

export const Sheet = ({ title, aside, name, children }: SheetProps) => (
  <section class={`sheet ${name ?? ''}`}>
    {title && (
      <header class="sheet-head">
        <h2>{title}</h2>
        {aside}
      </header>
    )}
    {children}
  </section>
);

/** Words in place of what is not there, or about what went wrong. */
export const Note = (props: {
  tone: 'calm' | 'good' | 'care' | 'bad';
  icon?: IconName;
  children: ComponentChildren;
}) => (
  <p class={`note ${props.tone}`} role={props.tone === 'bad' || props.tone === 'care' ? 'alert' : undefined}>
    <Icon
      name={props.icon ?? ({ calm: 'dot', good: 'check', care: 'warning', bad: 'warning' }[props.tone] as IconName)}
    />
    <span>{props.children}</span>
  </p>
);
