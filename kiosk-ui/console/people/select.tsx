// One of several that are too many for segments side by side.
import { useId } from 'preact/hooks';

interface SelectProps<Value extends string> {
  name: string;
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChoose(value: Value): void;
  hint?: string | undefined;
  error?: string | null;
}

export const Select = <Value extends string>({
  name,
  label,
  options,
  value,
  onChoose,
  ...rest
}: SelectProps<Value>) => {
  const id = useId();
  const below = rest.error ?? rest.hint;
  return (
    <div class={`field${rest.error ? ' wrong' : ''}`}>
      <label for={id}>{label}</label>
      <select
        id={id}
        data-field={name}
        value={value}
        aria-describedby={below ? `${id}-below` : undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {below && (
        <p id={`${id}-below`} class={rest.error ? 'field-error' : 'soft'}>
          {below}
        </p>
      )}
    </div>
  );
};
