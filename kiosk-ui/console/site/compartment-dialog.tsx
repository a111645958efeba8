// One compartment: how it stands, what lies in it, and putting it back into use after somebody has looked inside.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { SiteView } from '../contract.ts';
import { useConsole, useFrameWords, useReading, useWords } from '../hooks.ts';
import { go } from '../model/route.ts';
import { ItemStatus, Status } from '../parts/badges.tsx';
import { Button } from '../parts/button.tsx';
import { Check } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import { siteWords } from '../words/site.ts';
import { findDoor } from './alerts.ts';
import { doorLooks } from './cabinet-map.tsx';
import type { Door } from './site.tsx';

const Item = ({ holdId }: { holdId: string }) => {
  const words = useWords(siteWords);
  const frame = useFrameWords();
  const times = useTimes();
  const { body, trouble } = useReading('readItem', { id: holdId }, ['items']);
  if (trouble) return <Note tone="bad">{frame.refused[trouble]}</Note>;
  if (body === null) return <p class="soft">{frame.shell.loading}</p>;
  const { item } = body;
  const tail = item.waybillTail === null ? [] : [frame.item.tail(item.waybillTail)];
  return (
    <section class="item-card">
      <p>
        <b>{[item.carrier, ...tail].join(frame.dot)}</b>
      </p>
      <p>
        <ItemStatus status={item.status} />
      </p>
      <dl>
        <dt>{words.room}</dt>
        <dd>{item.room}</dd>
        <dt>{words.addressee}</dt>
        <dd>{item.name}</dd>
        <dt>{words.received}</dt>
        <dd>{[times.dayTime(item.receivedAt), item.receivedBy].filter((part) => part !== '').join(frame.dot)}</dd>
      </dl>
      <Button does="see-item" icon="next" onTap={() => go('items', 'item', holdId)}>
        {words.seeItem}
      </Button>
    </section>
  );
};

const Release = ({ door, label, onDone }: { door: Door; label: string; onDone(): void }) => {
  const { toasts, seeSite } = useConsole();
  const words = useWords(siteWords);
  const [isChecked, setChecked] = useState(false);
  const { told, isBusy, send } = useAsk('releaseCompartment');
  const release = async (): Promise<void> => {
    const view = await send(door);
    if (view === null) return;
    seeSite(view);
    toasts.good(words.released(label));
    onDone();
  };
  return (
    <section class="item-card">
      <p>
        <b>{words.releaseAsk}</b>
      </p>
      <p>{words.releaseLead}</p>
      <Check name="checked" label={words.checked} value={isChecked} onChange={setChecked} />
      {told && <Note tone="bad">{told}</Note>}
      <Button
        does="release"
        kind="main"
        icon="restart"
        busy={isBusy}
        disabled={!isChecked}
        onTap={() => void release()}
      >
        {words.release}
      </Button>
    </section>
  );
};

export const CompartmentDialog = ({ door, view, onClose }: { door: Door; view: SiteView; onClose(): void }) => {
  const { session } = useConsole();
  const words = useWords(siteWords);
  const frame = useFrameWords();
  const times = useTimes();
  const found = findDoor(view, door);
  if (!found) return null;
  const may = session.value?.may ?? [];
  const isOut = found.blocked !== null || found.state === 'forced';
  const { tone, icon } = doorLooks[found.state];
  return (
    <Dialog name="compartment" shape="side" title={words.compartment(found.label)} icon="door" onClose={onClose}>
      <p class="state-line">
        <Status tone={tone} icon={icon}>
          {words.state[found.state]}
          {found.blocked !== null && `${frame.colon}${words.blocked[found.blocked]}`}
        </Status>
        <span class="soft">
          {[
            frame.size[found.size],
            ...(found.low ? [words.low] : []),
            ...(found.since === null ? [] : [words.occupiedSince(times.dayTime(found.since))]),
          ].join(frame.dot)}
        </span>
      </p>
      {may.includes('see-items') &&
        (found.holdId === null ? <p class="soft">{words.noItem}</p> : <Item holdId={found.holdId} />)}
      {isOut && may.includes('release-doors') && <Release door={door} label={found.label} onDone={onClose} />}
    </Dialog>
  );
};
