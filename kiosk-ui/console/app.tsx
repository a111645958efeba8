// The whole console: the way in for who is not signed in, the shell for who is.
import { useSignalEffect } from '@preact/signals';
import { Invitation } from './account/invitation.tsx';
import { SignIn } from './account/sign-in.tsx';
import { Trust } from './account/trust.tsx';
import { ConsoleContext, useConsole, useFrameWords } from './hooks.ts';
import type { Console } from './model/console.ts';
import { route } from './model/route.ts';
import { Note } from './parts/panel.tsx';
import { Shell } from './parts/shell.tsx';

const Waiting = () => {
  const words = useFrameWords().shell;
  return (
    <main class="waiting" data-page="waiting">
      <h1>{words.loading}</h1>
      <Note tone="calm" icon="signal">
        {words.noAnswerLead}
      </Note>
    </main>
  );
};

const Here = () => {
  const { session } = useConsole();
  const { path, invite } = route.value;
  if (invite !== null) return <Invitation key={invite} token={invite} />;
  if (path[0] === 'trust') return <Trust />;
  if (session.value === undefined) return <Waiting />;
  return session.value === null ? <SignIn /> : <Shell />;
};

export const App = ({ model }: { model: Console }) => {
  useSignalEffect(() => {
    document.documentElement.lang = model.language.value;
  });
  return (
    <ConsoleContext.Provider value={model}>
      <Here />
    </ConsoleContext.Provider>
  );
};
