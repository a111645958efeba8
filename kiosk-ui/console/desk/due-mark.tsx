// What is owed to an item by when, and by which rule: 「今天到期 · M5」; the rule's words and clause are said with it.
import { useWords } from '../hooks.ts';
import { Status } from '../parts/badges.tsx';
import { useTimes } from '../times.ts';
import { deskTerms } from '../words/desk-terms.ts';
import type { Due } from './contract.ts';
import { daysUntil } from './waited.ts';

/** The rule in words, with its clause; empty for one that has no words. */
export const useRule = (): ((rule: string) => string) => {
  const { rule: words } = useWords(deskTerms);
  return (rule) => (rule === 'M5' || rule === 'M6' ? words[rule] : '');
};

export const DueMark = ({ due }: { due: Due }) => {
  const terms = useWords(deskTerms);
  const times = useTimes();
  const rule = useRule()(due.rule);
  const days = daysUntil(times.isoDay(Date.now()), times.isoDay(due.at));
  return (
    <span class="due" title={rule} data-due={days}>
      <Status tone={days < 0 ? 'bad' : days <= 1 ? 'care' : 'calm'} icon="clock">
        {terms.due(days)} · {due.rule}
      </Status>
      <span class="unseen">{rule}</span>
    </span>
  );
};
