// What has been typed so far: nine digits in threes, or a line of text.
import type { Words } from '../words/words.ts';

/** Digits stay readable: a mistyped one is to be seen. */
export const Slots = ({ digits, groups, words }: { digits: string; groups: readonly number[]; words: Words }) => {
  let from = 0;
  return (
    <p class="slots" role="img" aria-label={words.keys.entered(digits.length)}>
      {groups.map((size, group) => {
        const start = from;
        from += size;
        return (
          <span class="group" key={group}>
            {Array.from({ length: size }, (_, place) => {
              const digit = digits[start + place];
              return (
                <span key={place} class={digit === undefined ? 'slot' : 'slot filled'}>
                  {digit ?? ''}
                </span>
              );
            })}
          </span>
        );
      })}
    </p>
  );
};

export const TypedLine = ({ text }: { text: string }) => (
  <p class="typed">
    <span>{text}</span>
    <span class="caret" />
  </p>
);
