// Before a desk that was left alone is signed out, it is asked whether somebody is there.
import { useConsole, useFrameWords } from '../hooks.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export const IdleWarning = () => {
  const { idle, stay, signOut } = useConsole();
  const words = useFrameWords().idle;
  if (idle.value.kind !== 'warning') return null;
  return (
    <Dialog
      name="idle"
      title={words.title}
      icon="wait"
      onClose={stay}
      actions={
        <>
          <Button does="leave" icon="out" onTap={() => void signOut()}>
            {words.leave}
          </Button>
          <Button does="stay" kind="main" icon="check" onTap={stay}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{words.lead(idle.value.secondsLeft)}</p>
    </Dialog>
  );
};
