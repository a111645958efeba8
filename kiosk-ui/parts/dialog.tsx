// What is asked above a screen: are you still there, which language, a person was called.
import type { ComponentChildren } from 'preact';
import { idleOf } from '../kiosk/idle.ts';
import { dictionary, languages } from '../words/dictionary.ts';
import { Button } from './button.tsx';
import type { Face } from './face.ts';
import { Icon, type IconName } from './icon.tsx';

interface DialogProps {
  name: string;
  icon: IconName;
  title: string;
  lead?: string;
  children: ComponentChildren;
}

const Dialog = ({ name, icon, title, lead, children }: DialogProps) => (
  <div class="veil">
    <section class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="dialog-title" data-dialog={name}>
      <h2 id="dialog-title">
        <Icon name={icon} />
        <span>{title}</span>
      </h2>
      {lead && <p>{lead}</p>}
      <div class="dialog-do">{children}</div>
    </section>
  </div>
);

const LanguageDialog = ({ face: { flow, words, put } }: { face: Face }) => (
  <Dialog name="language" icon="globe" title={words.bar.language}>
    {languages.map((language) => (
      <Button
        key={language}
        does={`language-${language}`}
        kind={language === flow.wish.language ? 'main' : 'plain'}
        onTap={() => put({ kind: 'wish', wish: { language } })}
      >
        <span lang={language}>{dictionary[language].name}</span>
      </Button>
    ))}
    <Button does="close" kind="quiet" icon="back" onTap={() => put({ kind: 'dialog', dialog: null })}>
      {words.back}
    </Button>
  </Dialog>
);

const CalledDialog = ({ face: { flow, words, put } }: { face: Face }) => (
  <Dialog name="called" icon="phone" title={words.called.title} lead={words.called.lead}>
    {flow.kiosk?.dutyPhone ? <p class="strong">{words.called.phone(flow.kiosk.dutyPhone)}</p> : null}
    <Button does="close" kind="main" icon="check" onTap={() => put({ kind: 'dialog', dialog: null })}>
      {words.called.close}
    </Button>
  </Dialog>
);

export const Dialogs = ({ face }: { face: Face }) => {
  const { flow, words, put, now } = face;
  const idle = idleOf(flow, now);
  if (idle.kind === 'warning') {
    return (
      <Dialog name="idle" icon="wait" title={words.idle.title} lead={words.idle.lead(idle.secondsLeft)}>
        <Button does="stay" kind="main" icon="check" onTap={() => put({ kind: 'stay' })}>
          {words.idle.stay}
        </Button>
        <Button does="leave" icon="restart" onTap={() => put({ kind: 'restart' })}>
          {words.idle.leave}
        </Button>
      </Dialog>
    );
  }
  if (flow.dialog === 'language') return <LanguageDialog face={face} />;
  return flow.dialog === 'called' ? <CalledDialog face={face} /> : null;
};
