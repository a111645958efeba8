// Nine digits and their keypad; or, when codes are not answered now, why and until when.
import { Button } from '../../parts/button.tsx';
import type { Face } from '../../parts/face.ts';
import { DigitPad } from '../../parts/keypad.tsx';
import { Slots } from '../../parts/slots.tsx';
import { countdown } from '../../words/dictionary.ts';
import type { Words } from '../../words/words.ts';
import { codeWait, whyCodesRest } from '../idle.ts';
import type { Flow } from '../state.ts';

export interface ClosedEntry {
  title: string;
  lead: string;
}

/** The words for why no code is taken at `now`; null when one is. */
export const whyClosed = (flow: Flow, words: Words, now: number): ClosedEntry | null => {
  const say = words.codes;
  const why = whyCodesRest(flow, now);
  switch (why) {
    case 'attended':
      return { title: say.attended, lead: say.attendedLead };
    case 'waiting':
      return { title: say.waiting, lead: say.waitingLead(countdown(codeWait(flow, now))) };
    case null:
      return null;
  }
};

export const CodeSlots = ({ face, digits }: { face: Face; digits: string }) => (
  <div class="code">
    <Slots digits={digits} groups={[3, 3, 3]} words={face.words} />
    <p class="checking" role="status">
      {face.flow.isSending ? face.words.home.checking : ''}
    </p>
  </div>
);

export const CodeKeys = ({ face, isClosed }: { face: Face; isClosed: boolean }) =>
  isClosed ? (
    <Button does="call-here" kind="main" icon="phone" onTap={face.callPerson}>
      {face.words.bar.call}
    </Button>
  ) : (
    <DigitPad face={face} />
  );
