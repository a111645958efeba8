// Erasing what is due: what it is, read once more, and gone for good.
import { useAsk } from '../asking.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Note } from '../parts/panel.tsx';
import { type PrivacyWords, privacyWords, type RetentionRow, type RuleName } from '../words/people-privacy.ts';
import { Confirm } from './confirm.tsx';

export const isKnown = (rule: string, words: PrivacyWords): rule is RuleName => Object.hasOwn(words.rule, rule);
/** A rule of a newer edge is shown by its own name. */
export const whatOf = (rule: string, words: PrivacyWords): string =>
  isKnown(rule, words) ? words.rule[rule].what : rule;

interface EraseProps {
  due: readonly RetentionRow[];
  onClose(): void;
  onErased(): void;
}

export const Erase = ({ due, onClose, onErased }: EraseProps) => {
  const { toasts } = useConsole();
  const words = useWords(privacyWords);
  const asked = useAsk('runRetention');
  const n = due.reduce((sum, row) => sum + row.due, 0);
  const erase = async (): Promise<void> => {
    const answer = await asked.send({});
    if (answer === null) return;
    toasts.good(words.erased(answer.erased));
    onErased();
  };
  return (
    <Confirm
      name="erase"
      title={words.sure}
      icon="trash"
      does="erase"
      label={words.erase(n)}
      asked={asked}
      onClose={onClose}
      onDo={() => void erase()}
    >
      <p>{words.sureLead}</p>
      <ul class="lines">
        {due.map((row) => (
          <li key={row.rule}>
            <span>{whatOf(row.rule, words)}</span>
            <b>{words.due(row.due)}</b>
          </li>
        ))}
      </ul>
      <Note tone="care">{words.forGood}</Note>
    </Confirm>
  );
};
