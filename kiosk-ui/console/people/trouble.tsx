// Why a command about people was not carried out, in words that say what to do next.
import type { Refusal } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { Note } from '../parts/panel.tsx';
import { peopleWords } from '../words/people.ts';
import { troubleText } from './trouble-text.ts';

export const Trouble = ({ of }: { of: Refusal | 'lost' | null }) => {
  const frame = useFrameWords();
  const people = useWords(peopleWords);
  return of && <Note tone="bad">{troubleText(of, { frame, people })}</Note>;
};
