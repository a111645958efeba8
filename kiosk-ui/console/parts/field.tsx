// One thing to fill in: its name above, a hint below, and what is wrong in place of the hint.
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useFrameWords } from '../hooks.ts';

/** Each kind by itself: the browser's types know which attributes go together. */
const kinds = {
  text: { type: 'text' },
  password: { type: 'password' },
  tel: { type: 'tel' },
  email: { type: 'email' },
  date: { type: 'date' },
  time: { type: 'time' },
} as const;

interface FieldProps {
  /** Names the field for those who watch from outside, and for the browser's own memory when `autocomplete` says so. */
  name: string;
  label: string;
  value: string;
  onInput(value: string): void;
  hint?: ComponentChildren;
  error?: string | null;
  isOptional?: boolean;
  type?: keyof typeof kinds;
  /** `one-time-code`, `username`, `current-password`, …; nothing is remembered unless said. */
  autocomplete?: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  /** Digits only: the right keys on a tablet. */
  digits?: boolean;
  maxLength?: number;
  /** Takes the focus when it appears. */
  takesFocus?: boolean;
  /** Suggestions. */
  list?: readonly string[];
  box?: RefObject<HTMLInputElement | null>;
  onKeyDown?: (event: KeyboardEvent) => void;
}

export const Field = (props: FieldProps) => {
  const { name, label, value, onInput, hint, error, isOptional, type = 'text', digits = false } = props;
  const id = useId();
  const words = useFrameWords();
  const own = useRef<HTMLInputElement>(null);
  const box = props.box ?? own;
  useEffect(() => {
    if (props.takesFocus) box.current?.focus();
  }, []);
  const below = error ?? hint;
  return (
    <div class={`field${error ? ' wrong' : ''}`}>
      <label for={id}>
        {label}
        {isOptional && <span class="soft"> {words.optional}</span>}
      </label>
      <input
        id={id}
        ref={box}
        name={name}
        data-field={name}
        {...(props.list ? { type: 'text' as const, list: `${id}-list` } : kinds[type])}
        value={value}
        autocomplete={props.autocomplete ?? 'off'}
        autocapitalize="off"
        spellcheck={false}
        inputMode={digits ? 'numeric' : undefined}
        maxLength={props.maxLength}
        aria-invalid={error ? true : undefined}
        aria-describedby={below ? `${id}-below` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => props.onKeyDown?.(event)}
      />
      {props.list && (
        <datalist id={`${id}-list`}>
          {props.list.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      {below && (
        <p id={`${id}-below`} class={error ? 'field-error' : 'soft'} role={error ? 'alert' : undefined}>
          {below}
        </p>
      )}
    </div>
  );
};
