// Which days, which carrier, which room of a register.
import { useConsole, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { registersWords } from '../words/registers.ts';
import { type Span, type SpanName, spanNames, spanOf } from './span.ts';

export interface Wish extends Span {
  carrier: string;
  room: string;
}

export const RegisterForm = (props: { wish: Wish; today: string; onWish(wish: Wish): void; onShow(): void }) => {
  const { wish, today, onWish, onShow } = props;
  const words = useWords(registersWords);
  const { session } = useConsole();
  const isNamed = (name: SpanName): boolean => {
    const { from, to } = spanOf(name, today);
    return from === wish.from && to === wish.to;
  };
  const field = (name: 'carrier' | 'room' | 'from' | 'to', more: { type?: 'date'; list?: readonly string[] }) => (
    <Field
      name={name}
      label={words[name]}
      value={wish[name]}
      onInput={(value) => onWish({ ...wish, [name]: value })}
      isOptional={more.type === undefined}
      {...more}
    />
  );
  return (
    <form
      class="register-form"
      onSubmit={(event) => {
        event.preventDefault();
        onShow();
      }}
    >
      <Choice
        name="span"
        label={words.span.label}
        options={spanNames.map((name) => ({ value: name, label: words.span[name] }))}
        value={spanNames.find(isNamed) ?? null}
        onChoose={(name) => onWish({ ...wish, ...spanOf(name, today) })}
      />
      {field('from', { type: 'date' })}
      {field('to', { type: 'date' })}
      {field('carrier', { list: session.value?.carriers ?? [] })}
      {field('room', {})}
      <Button does="show-register" kind="main" icon="eye" submits>
        {words.show}
      </Button>
    </form>
  );
};
