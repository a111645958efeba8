// Keys to type with: a plane of digits for codes, and planes of digits and letters for waybills and rooms.
import { useState } from 'preact/hooks';
import type { Face } from './face.ts';
import { Icon } from './icon.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

interface KeyProps {
  does: string;
  label: string;
  face: Face;
  kind?: 'plain' | 'side' | 'next';
  onTap(): void;
  isErase?: boolean;
}

const Key = ({ does, label, face, kind = 'plain', onTap, isErase = false }: KeyProps) => {
  const tap = (): void => {
    face.tone();
    onTap();
  };
  return (
    <button type="button" class={`key ${kind}`} data-do={does} aria-label={label} onClick={tap}>
      {isErase ? <Icon name="erase" /> : label}
    </button>
  );
};

const Digit = ({ digit, face }: { digit: string; face: Face }) => (
  <Key does={`key-${digit}`} label={digit} face={face} onTap={() => face.put({ kind: 'key', key: digit })} />
);

const Erase = ({ face }: { face: Face }) => (
  <Key
    does="erase"
    label={face.words.keys.erase}
    face={face}
    kind="side"
    isErase
    onTap={() => face.put({ kind: 'erase' })}
  />
);

const Clear = ({ face }: { face: Face }) => (
  <Key does="clear" label={face.words.keys.clear} face={face} kind="side" onTap={() => face.put({ kind: 'clear' })} />
);

/** Nine digits, or four: no key to confirm, the last digit sends. */
export const DigitPad = ({ face }: { face: Face }) => (
  <div class="keypad three">
    {digits.map((digit) => (
      <Digit key={digit} digit={digit} face={face} />
    ))}
    <Clear face={face} />
    <Digit digit="0" face={face} />
    <Erase face={face} />
  </div>
);

/** Letters and digits, with a key to go on. */
export const TextPad = ({ face }: { face: Face }) => {
  const [plane, setPlane] = useState<'digits' | 'letters'>('digits');
  const type = (key: string) => () => face.put({ kind: 'key', key });
  const row = (...three: string[]) => three.map((digit) => <Digit key={digit} digit={digit} face={face} />);
  if (plane === 'letters') {
    return (
      <div class="keypad seven">
        {letters.map((letter) => (
          <Key key={letter} does={`key-${letter}`} label={letter} face={face} onTap={type(letter)} />
        ))}
        <Erase face={face} />
        <Key does="digits" label={face.words.keys.digits} face={face} kind="side" onTap={() => setPlane('digits')} />
      </div>
    );
  }
  return (
    <div class="keypad four">
      {row('1', '2', '3')}
      <Erase face={face} />
      {row('4', '5', '6')}
      <Clear face={face} />
      {row('7', '8', '9')}
      <Key does="letters" label={face.words.keys.letters} face={face} kind="side" onTap={() => setPlane('letters')} />
      <Key does="key--" label="-" face={face} onTap={type('-')} />
      <Digit digit="0" face={face} />
      <Key does="next" label={face.words.keys.next} face={face} kind="next" onTap={() => face.put({ kind: 'enter' })} />
    </div>
  );
};
