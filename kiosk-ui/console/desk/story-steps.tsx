// What has happened to an item, oldest first: each fact in words, who did it, where, and its particulars.
import type { EventType } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { useTimes } from '../times.ts';
import { deskItems } from '../words/desk-items.ts';
import { deskTerms } from '../words/desk-terms.ts';
import type { Story } from './contract.ts';

/** Between the coded words of a step, as the edge writes them. */
const between = ' · ';

/** A coded word in words; a carrier's name and a photo's number are words already. */
const useParticular = (): ((coded: string) => string) => {
  const { condition, damage, undeliverable, settle, particular } = useWords(deskTerms);
  const { kind } = useFrameWords().item;
  const known: Record<string, string> = {
    ...damage,
    ...settle,
    ...undeliverable,
    ...particular,
    ...condition,
    ...kind,
  };
  return (coded) => (Object.hasOwn(known, coded) ? (known[coded] ?? coded) : coded);
};

export const StorySteps = ({ steps }: { steps: Story['steps'] }) => {
  const words = useWords(deskItems);
  const { event, otherEvent } = useWords(deskTerms);
  const times = useTimes();
  const inWords = useParticular();
  const named: Record<string, string | undefined> = event satisfies Partial<Record<EventType, string>>;
  return (
    <section class="story">
      <h3>{words.story}</h3>
      <ol>
        {steps.map(({ at, type, who, place, detail }, n) => (
          <li key={`${n} ${type}`} data-step={type}>
            <span class="soft">{times.dayTime(at)}</span>
            <span>
              <b>{named[type] ?? otherEvent}</b> {place} <span class="soft">{who}</span>
              {detail !== '' && (
                <span class="soft step-detail">{detail.split(between).map(inWords).join(between)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
