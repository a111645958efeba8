// Where an item goes: the shelf, or a compartment of a size when the recipient agreed, on paper or on the phone [law and practice: consent].
import type { Size } from '../contract.ts';
import { useFrameWords, useKey, useWords } from '../hooks.ts';
import { Check, Choice } from '../parts/choice.tsx';
import { deskReceive } from '../words/desk-receive.ts';
import { asksPhone, type Draft, mayLock } from './draft.ts';

interface PlaceChoiceProps {
  draft: Draft;
  onChange(change: Partial<Draft>): void;
}

const places = ['shelf', 'S', 'M', 'L'] as const;
type PlaceName = (typeof places)[number];
/** 0 and the sizes' own letters: digits above are taken by kind and condition. */
const keys: Record<PlaceName, string> = { shelf: '0', S: 'S', M: 'M', L: 'L' };

/** A letter is a key with and without shift. */
const useLetter = (letter: string, press: () => void, isOn: boolean): void => {
  useKey(letter.toUpperCase(), press, isOn);
  useKey(letter.toLowerCase(), press, isOn && letter.toLowerCase() !== letter);
};

export const PlaceChoice = ({ draft, onChange }: PlaceChoiceProps) => {
  const frame = useFrameWords();
  const words = useWords(deskReceive);
  const isOpen = mayLock(draft);
  const free = draft.recipient?.free;
  /** A larger one is taken when none of this size is free. */
  const fits = (size: Size): boolean => {
    const wider = places.slice(places.indexOf(size)) as Size[];
    return free !== undefined && wider.some((one) => free[one] > 0);
  };
  const choose = (place: PlaceName): void => onChange({ size: place === 'shelf' ? null : place });
  const mayChoose = (size: Size): boolean => isOpen && fits(size);
  useLetter(keys.shelf, () => choose('shelf'), true);
  useLetter(keys.S, () => choose('S'), mayChoose('S'));
  useLetter(keys.M, () => choose('M'), mayChoose('M'));
  useLetter(keys.L, () => choose('L'), mayChoose('L'));
  useLetter('P', () => onChange({ agreedByPhone: !draft.agreedByPhone }), asksPhone(draft));
  const whyShelf = (): string | null => {
    if (draft.recipient === null || isOpen) return null;
    if (draft.kind === 'letter') return words.lettersToShelf;
    return draft.condition === 'intact' ? null : words.notIntoLocker;
  };
  const why = whyShelf();
  return (
    <>
      <Choice
        name="place"
        label={words.place}
        options={places.map((place) => ({
          value: place,
          label: place === 'shelf' ? words.shelf : words.compartment(frame.size[place]),
          note: place === 'shelf' ? words.key(keys.shelf) : words.freeKey(free?.[place] ?? 0, keys[place]),
          icon: place === 'shelf' ? 'shelf' : 'door',
          disabled: place !== 'shelf' && !mayChoose(place),
        }))}
        value={draft.size ?? 'shelf'}
        onChoose={choose}
      />
      {why && <p class="soft place-why">{why}</p>}
      {asksPhone(draft) && draft.kind !== 'letter' && draft.condition === 'intact' && (
        <Check
          name="agreed-by-phone"
          label={words.agreedByPhone}
          note={`${words.key('P')}${frame.dot}${words.askFirst}`}
          value={draft.agreedByPhone}
          onChange={(agreedByPhone) => onChange({ agreedByPhone })}
        />
      )}
    </>
  );
};
