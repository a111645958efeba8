// The grammar of every screen: what is said (words, a picture; nothing to press) and what can be done.
import type { ComponentChildren } from 'preact';
import type { Told } from '../kiosk/state.ts';
import type { Words } from '../words/words.ts';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'calm' | 'good' | 'care' | 'bad';

interface PageProps {
  name: string;
  title: string;
  lead?: string | undefined;
  icon?: IconName;
  tone?: Tone;
  told?: { told: Told | null; words: Words };
  /** Shown under the words. */
  picture?: ComponentChildren;
  children?: ComponentChildren;
}

const Notice = ({ told, words }: { told: Told; words: Words }) => (
  <p class="notice" role="alert">
    <Icon name="warning" />
    <span>
      {words.refused[told.code]}
      {told.attemptsLeft !== null && ` ${words.recipient.left(told.attemptsLeft)}`}
    </span>
  </p>
);

export const Page = ({ name, title, lead, icon, tone = 'calm', told, picture, children }: PageProps) => (
  <main class={`page ${name} ${tone}`} data-screen={name}>
    <section class="say">
      <h1>
        {icon && <Icon name={icon} />}
        <span>{title}</span>
      </h1>
      {lead && <p class="lead">{lead}</p>}
      {told?.told && <Notice told={told.told} words={told.words} />}
      {picture}
    </section>
    {children && <section class="do">{children}</section>}
  </main>
);
