// Receiving 「收件」: one screen from the waybill down to the place, the hand always where it is wanted [M1, M2].
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useConsole, useFrameWords, useScan, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Note, Panel } from '../parts/panel.tsx';
import { deskReceive } from '../words/desk-receive.ts';
import { ConditionChoice } from './condition-choice.tsx';
import { type Gap, gapOf, waybillOf } from './draft.ts';
import { PlaceChoice } from './place-choice.tsx';
import { ReceivedPanel } from './received-panel.tsx';
import { createReceiving, type Receiving } from './receiving.ts';
import { Recent } from './recent.tsx';
import { RecipientLine, RecipientSearch } from './recipient-search.tsx';
import { TurnAway } from './turn-away.tsx';
import { useCarriers } from './use-carriers.ts';

/** What stands where the hand goes, by the name of the gap. */
const spots: Record<Gap | 'receive', string> = {
  waybill: '[data-field=waybill]',
  carrier: '[data-field=carrier]',
  recipient: '[data-field=recipient]',
  damage: '[data-field=damage] input',
  receive: '[data-do=receive]',
};

const Trouble = ({ model }: { model: Receiving }) => {
  const frame = useFrameWords();
  const words = useWords(deskReceive);
  const why = model.trouble.value;
  if (why === null) return null;
  const said = (): string => {
    if (why === 'lost') return frame.refused.lost;
    if (why === 'not-a-waybill') return words.notAWaybill;
    if (why.refused === 'cabinet-full') return words.shelfFull;
    return frame.refused[why.refused];
  };
  return <Note tone="bad">{said()}</Note>;
};

const WaybillPart = ({ model }: { model: Receiving }) => {
  const words = useWords(deskReceive);
  const carriers = useCarriers();
  const { waybill, carrier } = model.draft.value;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (waybill === '') model.withoutWaybill(words.postOffice);
    else model.scanned(waybill);
  };
  return (
    <div class="waybill-part">
      <Field
        name="waybill"
        label={words.waybill}
        value={waybill}
        hint={waybill === '' && words.waybillHint}
        maxLength={60}
        onInput={(text) => model.change({ waybill: waybillOf(text) })}
        onKeyDown={onKeyDown}
      />
      <Field
        name="carrier"
        label={words.carrier}
        value={carrier}
        maxLength={30}
        list={carriers}
        onInput={(text) => model.change({ carrier: text })}
      />
    </div>
  );
};

const RecipientPart = ({ model }: { model: Receiving }) => {
  const words = useWords(deskReceive);
  const box = useRef<HTMLInputElement>(null);
  const { recipient } = model.draft.value;
  if (recipient === null)
    return (
      <RecipientSearch
        label={words.recipient}
        box={box}
        former={model.former.value}
        onFormer={() => void model.again()}
        onChoose={model.choose}
      />
    );
  return (
    <div class="field">
      <p class="field-label">{words.recipient}</p>
      <div class="hit chosen" data-chosen={recipient.personId}>
        <RecipientLine row={recipient} />
        <Button does="other-recipient" kind="quiet" icon="swap" onTap={() => model.change({ recipient: null })}>
          {words.otherRecipient}
        </Button>
      </div>
    </div>
  );
};

export const Receive = () => {
  const model = useConsole();
  const words = useWords(deskReceive);
  const receiving = useMemo(() => createReceiving(model), []);
  const [isTurningAway, setTurningAway] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useScan((value) => void receiving.scanned(value), !isTurningAway);
  const { at } = receiving.wanted.value;
  // Before the next key is heard, not after the next frame.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>(spots[at])?.focus(), [receiving.wanted.value]);
  const draft = receiving.draft.value;
  return (
    <Panel
      name="receive"
      title={words.title}
      lead={words.lead}
      actions={
        <Button does="turn-away" icon="blocked" onTap={() => setTurningAway(true)}>
          {words.turnAway}
        </Button>
      }
    >
      <div class="receive">
        <form
          ref={form}
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void receiving.receive();
          }}
        >
          <WaybillPart model={receiving} />
          <Trouble model={receiving} />
          <RecipientPart model={receiving} />
          <ConditionChoice draft={draft} onChange={receiving.change} />
          <PlaceChoice draft={draft} onChange={receiving.change} />
          <div class="actions stays">
            <Button does="clear" kind="quiet" icon="erase" onTap={receiving.clear}>
              {words.clear}
            </Button>
            <Button
              does="receive"
              kind="main"
              icon="receive"
              submits
              busy={receiving.isBusy.value}
              disabled={gapOf(draft) === 'waybill'}
            >
              {words.receive}
            </Button>
          </div>
        </form>
        <div class="beside">
          <ReceivedPanel last={receiving.last.value} onShelved={receiving.resume} />
          <Recent />
        </div>
      </div>
      {isTurningAway && <TurnAway draft={draft} onClose={() => setTurningAway(false)} />}
    </Panel>
  );
};
