// Words for a refusal about a person; those for its field when there are some.
import type { Refusal } from '../contract.ts';
import type { PeopleWords, WrongField } from '../words/people.ts';
import type { FrameWords } from '../words/words.ts';

interface Speech {
  frame: Pick<FrameWords, 'refused'>;
  people: Pick<PeopleWords, 'wrong' | 'notForOfficials'>;
}

export const troubleText = (trouble: Refusal | 'lost', { frame, people }: Speech): string => {
  if (trouble === 'lost') return frame.refused.lost;
  const { refused, field } = trouble;
  if (refused === 'not-allowed' && field === 'reason') return people.notForOfficials;
  if (refused === 'bad-request' && field === 'personId') return frame.refused['unknown-person'];
  const isNamed = refused === 'bad-request' && field !== undefined && Object.hasOwn(people.wrong, field);
  return isNamed ? people.wrong[field as WrongField] : frame.refused[refused];
};
