// One of a few: large segments side by side, chosen by a press, by arrows, or by the digit printed on them.
import { useId } from 'preact/hooks';
import { useKey } from '../hooks.ts';
import { Icon, type IconName } from './icon.tsx';

export interface Option<Value extends string> {
  value: Value;
  label: string;
  icon?: IconName;
  /** A second, smaller line. */
  note?: string | undefined;
  disabled?: boolean;
}

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  options: readonly Option<NoInfer<Value>>[];
  value: Value | null;
  onChoose(value: NoInfer<Value>): void;
  /** The first of the digits that choose: 1 gives the keys 1, 2, 3 … outside of text fields; absent = no digits. */
  firstKey?: number;
  /** The label is only read out. */
  hidesLabel?: boolean;
}

const Digit = ({ digit, choose }: { digit: string; choose(): void }) => {
  useKey(digit, choose);
  return <kbd>{digit}</kbd>;
};

export const Choice = <Value extends string>(props: ChoiceProps<Value>) => {
  const { name, label, options, value, onChoose, firstKey, hidesLabel = false } = props;
  const id = useId();
  return (
    <fieldset class="field" data-field={name}>
      <legend class={hidesLabel ? 'unseen' : 'field-label'}>{label}</legend>
      <div class="choice">
        {options.map((option, n) => (
          <label key={option.value} class="segment" data-value={option.value}>
            <input
              type="radio"
              class="unseen"
              name={id}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChoose(option.value)}
            />
            {option.icon && <Icon name={option.icon} />}
            <span class="segment-words">
              <span>{option.label}</span>
              {option.note && <span class="soft">{option.note}</span>}
            </span>
            {firstKey !== undefined && firstKey + n <= 9 && !option.disabled && (
              <Digit digit={String(firstKey + n)} choose={() => onChoose(option.value)} />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** Yes or no, as one large row. */
export const Check = (props: {
  name: string;
  label: string;
  note?: string;
  value: boolean;
  onChange(value: boolean): void;
}) => (
  <label class="check">
    <input
      type="checkbox"
      data-field={props.name}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
    <span>
      <span>{props.label}</span>
      {props.note && <span class="soft">{props.note}</span>}
    </span>
  </label>
);
