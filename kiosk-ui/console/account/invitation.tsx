// A one-time link: the person who was invited makes an account and is signed in.
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleAnswer } from '../contract.ts';
import type { Answer } from '../edge.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { go } from '../model/route.ts';
import { LanguageChoice } from '../parts/account-menu.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/panel.tsx';
import { accountWords } from '../words/account.ts';
import { AccountForm } from './account-form.tsx';

type Opened = Answer<ConsoleAnswer<'openInvitation'>>;

const Contents = ({ token, opened, again }: { token: string; opened: Opened | null; again(): void }) => {
  const frame = useFrameWords();
  const words = useWords(accountWords).invitation;
  if (opened === null) return <p class="lead">{frame.shell.loading}</p>;
  if (opened.kind === 'answer') return <AccountForm token={token} invitation={opened.body} />;
  if (opened.kind === 'lost') {
    return (
      <>
        <Note tone="bad">{frame.refused.lost}</Note>
        <Button does="again" icon="restart" onTap={again}>
          {frame.retry}
        </Button>
      </>
    );
  }
  const isOver = opened.refusal.refused === 'invitation-over';
  return (
    <>
      <Note tone="care">{isOver ? words.overLead : frame.refused[opened.refusal.refused]}</Note>
      <Button does="to-sign-in" icon="next" onTap={() => go()}>
        {words.toSignIn}
      </Button>
    </>
  );
};

export const Invitation = ({ token }: { token: string }) => {
  const { ask, hello } = useConsole();
  const words = useWords(accountWords).invitation;
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = (): void => {
    setOpened(null);
    void ask('openInvitation', { token }).then(setOpened);
  };
  useEffect(open, [token]);
  const isOver = opened?.kind === 'refused';
  return (
    <main class="gate wide" data-page="invitation">
      <div class="gate-box">
        <p class="site-title">{hello.value?.siteTitle ?? ''}</p>
        <h1>{isOver ? words.over : words.title}</h1>
        {!isOver && <p class="lead">{words.lead}</p>}
        <Contents token={token} opened={opened} again={open} />
      </div>
      <footer class="gate-foot">
        <span />
        <LanguageChoice />
      </footer>
    </main>
  );
};
