// Why somebody's data is to be opened, as large buttons: pressing one does it, and the reason is recorded [P1, P2].
import { useConsole, useWords } from '../hooks.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { peopleWords, type RevealReason } from '../words/people.ts';

const signs: Record<RevealReason, IconName> = {
  deliver: 'handOver',
  contact: 'phone',
  'verify-identity': 'shield',
  'correct-data': 'pen',
  complaint: 'question',
  official: 'book',
};
const allReasons = Object.keys(signs) as RevealReason[];

interface ReasonChoiceProps {
  reasons?: readonly RevealReason[];
  isBusy: boolean;
  onChoose(reason: RevealReason): void;
}

export const ReasonChoice = ({ reasons = allReasons, isBusy, onChoose }: ReasonChoiceProps) => {
  const { session } = useConsole();
  const words = useWords(peopleWords).reveal;
  const isManager = session.value?.roles.includes('manager') ?? false;
  return (
    <div class="reasons">
      {reasons.map((reason) => {
        const isBarred = reason === 'official' && !isManager;
        return (
          <button
            key={reason}
            type="button"
            class="reason"
            data-do={`reason-${reason}`}
            disabled={isBusy || isBarred}
            onClick={() => onChoose(reason)}
          >
            <Icon name={signs[reason]} />
            <span>
              <b>{words.reason[reason]}</b>
              {isBarred && <span class="soft">{words.managerOnly}</span>}
            </span>
          </button>
        );
      })}
    </div>
  );
};
