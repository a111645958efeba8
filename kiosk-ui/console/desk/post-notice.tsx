// 「已张贴」: the public notice about what has been unclaimed for over a month hangs where people see it [M6].
import { useAsk } from '../asking.ts';
import { useConsole, useWords } from '../hooks.ts';
import { deskItems } from '../words/desk-items.ts';
import { deskTerms } from '../words/desk-terms.ts';
import { Confirm } from './confirm.tsx';

export const PostNotice = ({ holdIds, onClose }: { holdIds: readonly string[]; onClose(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(deskItems);
  const terms = useWords(deskTerms);
  const { told, isBusy, send } = useAsk('publicNotice');
  const post = async (): Promise<void> => {
    if ((await send({ holdIds: [...holdIds] })) === null) return;
    toasts.good(words.noticePosted(holdIds.length));
    onClose();
  };
  return (
    <Confirm
      name="public-notice"
      title={words.action['public-notice']}
      does={words.noticeConfirm(holdIds.length)}
      told={told}
      isBusy={isBusy}
      onClose={onClose}
      onDo={() => void post()}
    >
      <p>{terms.rule.M6}</p>
      <p>{words.noticeLead}</p>
    </Confirm>
  );
};
