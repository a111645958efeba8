// One item beside its list: what it is, what is owed, what may be done with it now, and everything that has happened to it.
import type { ComponentChildren } from 'preact';
import { useFrameWords, useReading, useWords } from '../hooks.ts';
import { ItemStatus, Place } from '../parts/badges.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import { deskItems } from '../words/desk-items.ts';
import { deskTerms } from '../words/desk-terms.ts';
import type { Story } from './contract.ts';
import { DueMark, useRule } from './due-mark.tsx';
import { ItemActs } from './item-acts.tsx';
import { StorySteps } from './story-steps.tsx';

const Line = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ item }: { item: Story['item'] }) => {
  const frame = useFrameWords();
  const words = useWords(deskItems);
  const terms = useWords(deskTerms);
  const times = useTimes();
  const { condition, damage, photo, due } = item;
  const state = [terms.condition[condition], damage && terms.damage[damage], photo && words.photo(photo)];
  const rule = useRule()(due?.rule ?? '');
  return (
    <dl class="facts">
      <Line label={words.owner}>
        <b>{item.room}</b> {item.name}
      </Line>
      <Line label={words.status}>
        <ItemStatus status={item.status} />
      </Line>
      <Line label={words.place}>
        <Place place={item.place} />
      </Line>
      <Line label={words.condition}>{state.filter(Boolean).join(words.comma)}</Line>
      <Line label={words.receivedBy}>
        {item.receivedBy} <span class="soft">{times.dayTime(item.receivedAt)}</span>
      </Line>
      <Line label={words.notice}>{terms.notice[item.notice]}</Line>
      {item.endedAt !== null && <Line label={words.left}>{times.dayTime(item.endedAt)}</Line>}
      {item.size && <Line label={words.size}>{frame.size[item.size]}</Line>}
      {due && (
        <Line label={words.due}>
          <DueMark due={due} />
          <span class="soft">{rule}</span>
        </Line>
      )}
    </dl>
  );
};

export const ItemDrawer = ({ holdId, onClose }: { holdId: string; onClose(): void }) => {
  const frame = useFrameWords();
  const words = useWords(deskItems);
  const terms = useWords(deskTerms);
  const { body, trouble, again } = useReading('readItem', { id: holdId }, ['items']);
  const item = body?.item;
  const tail = item?.waybillTail ? frame.item.tail(item.waybillTail) : '';
  return (
    <Dialog
      name="item"
      shape="side"
      title={item ? `${item.carrier} ${tail || frame.item.kind[item.kind]}` : words.story}
      onClose={onClose}
    >
      {trouble && <Note tone="bad">{frame.refused[trouble]}</Note>}
      {!item && !trouble && <Note tone="calm">{frame.table.loading}</Note>}
      {item && (
        <>
          {item.dispute && (
            <Note tone="care">
              {terms.problem[item.dispute.problem]}
              {words.comma}
              {terms.where[item.dispute.where]}
            </Note>
          )}
          <ItemActs item={item} onDone={again} />
          <Facts item={item} />
        </>
      )}
      {body && <StorySteps steps={body.steps} />}
    </Dialog>
  );
};
