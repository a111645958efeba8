// What has just been done, or not, at the lower edge of the page.
import { useConsole, useFrameWords } from '../hooks.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export const ToastList = () => {
  const { toasts } = useConsole();
  const words = useFrameWords();
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.shown.value.map(({ n, tone, text }) => (
        <div key={n} class={`toast ${tone}`}>
          <Icon name={tone === 'good' ? 'check' : 'warning'} />
          <span>{text}</span>
          <Button does="close-toast" kind="quiet" icon="close" label={words.close} onTap={() => toasts.close(n)} />
        </div>
      ))}
    </div>
  );
};
