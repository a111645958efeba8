// Of which kind an item is and in which condition it came; what is wrong with it and the photo's number when it is damaged [M2].
import type { ItemRow } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import type { IconName } from '../parts/icon.tsx';
import { deskReceive } from '../words/desk-receive.ts';
import { deskTerms } from '../words/desk-terms.ts';
import type { Draft } from './draft.ts';
import { keysOf } from './keys-of.ts';

const kindIcons: Record<ItemRow['kind'], IconName> = { parcel: 'parcel', express: 'courier', letter: 'letter' };

interface ConditionChoiceProps {
  draft: Draft;
  onChange(change: Partial<Draft>): void;
}

export const ConditionChoice = ({ draft, onChange }: ConditionChoiceProps) => {
  const frame = useFrameWords();
  const terms = useWords(deskTerms);
  const words = useWords(deskReceive);
  return (
    <>
      <Choice
        name="kind"
        label={words.kind}
        options={keysOf(frame.item.kind).map((value) => ({
          value,
          label: frame.item.kind[value],
          icon: kindIcons[value],
        }))}
        value={draft.kind}
        onChoose={(kind) => onChange({ kind })}
        firstKey={1}
      />
      <Choice
        name="condition"
        label={words.condition}
        options={keysOf(terms.condition).map((value) => ({ value, label: terms.condition[value] }))}
        value={draft.condition}
        onChoose={(condition) => onChange({ condition })}
        firstKey={4}
      />
      {draft.condition === 'damaged' && (
        <div class="damage-part">
          <Choice
            name="damage"
            label={terms.damageLabel}
            options={keysOf(terms.damage).map((value) => ({ value, label: terms.damage[value] }))}
            value={draft.damage}
            onChoose={(damage) => onChange({ damage })}
          />
          <Field
            name="photo"
            label={terms.photo}
            hint={terms.photoHint}
            isOptional
            maxLength={40}
            value={draft.photo}
            onInput={(photo) => onChange({ photo })}
          />
        </div>
      )}
    </>
  );
};
