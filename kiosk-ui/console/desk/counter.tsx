// One person at the counter: their items, all chosen; what proves who they are; their signature; one press.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ItemRow } from '../contract.ts';
import { useReading, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Note, Sheet } from '../parts/panel.tsx';
import { SignaturePad, type Strokes } from '../parts/signature-pad.tsx';
import { deskHandOver } from '../words/desk-hand-over.ts';
import type { IdentityDocument } from './contract.ts';
import { DoorFollow } from './door-follow.tsx';
import { givingBody, givingGap, isTakenByDefault, offered, type Taker, whoIs } from './giving.ts';
import { IdentityPart } from './identity-part.tsx';
import { ItemPick } from './item-pick.tsx';
import { Refuse } from './refuse.tsx';
import { useFetch } from './use-fetch.ts';
import { useIds } from './use-ids.ts';

interface CounterProps {
  taker: Taker;
  onLeave(): void;
  onGiven(items: readonly ItemRow[]): void;
}

const noDocument: IdentityDocument = { type: 'identity-card', tail: '' };
const mostItems = 200;

/** What this person may be given, as it stands now: what a door or a refusal has changed meanwhile counts. */
const useOffered = (taker: Taker): { rows: readonly ItemRow[] | null; see(items: readonly ItemRow[]): void } => {
  const [seen, setSeen] = useState<ReadonlyMap<string, ItemRow>>(new Map());
  const query =
    taker.by === 'document' ? { list: 'waiting' as const, search: taker.person.room, limit: mostItems } : null;
  const reading = useReading('listItems', query && { query }, ['items']);
  const rows = taker.by === 'credential' ? taker.claim.items : (reading.body?.rows ?? null);
  return {
    rows:
      rows &&
      offered(
        taker,
        rows.map((row) => seen.get(row.holdId) ?? row),
      ),
    see: (items) => setSeen((former) => new Map([...former, ...items.map((item) => [item.holdId, item] as const)])),
  };
};

export const Counter = ({ taker, onLeave, onGiven }: CounterProps) => {
  const words = useWords(deskHandOver);
  const { rows, see } = useOffered(taker);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const [document, setDocument] = useState(noDocument);
  const [agentName, setAgentName] = useState<string | null>(null);
  const [isAgreed, setAgreed] = useState(false);
  const [strokes, setStrokes] = useState<Strokes | null>(null);
  const [isRefusing, setRefusing] = useState(false);
  const fetching = useFetch();
  const handOver = useAsk('handOver');
  const isChosen = (row: ItemRow): boolean =>
    row.actions.includes('hand-over') && isTakenByDefault(taker, row) !== flipped.has(row.holdId);
  const chosen = (rows ?? []).filter(isChosen);
  const giving = { taker, holdIds: chosen.map(({ holdId }) => holdId), document, agentName, isAgreed, strokes };
  const ids = useIds(JSON.stringify(giving));
  const gap = givingGap(giving);
  const flip = ({ holdId }: ItemRow): void => {
    const next = new Set(flipped);
    if (!next.delete(holdId)) next.add(holdId);
    setFlipped(next);
  };
  const give = async (): Promise<void> => {
    const body = givingBody(giving, ids.id, chosen);
    const answer = body && (await handOver.send(body));
    if (answer) onGiven(answer.items);
  };
  const { room, name } = whoIs(taker);
  return (
    <div class="counter">
      <Sheet
        name="to-give"
        title={`${room} ${name}`}
        aside={
          <Button does="other-person" kind="quiet" icon="swap" onTap={onLeave}>
            {words.otherPerson}
          </Button>
        }
      >
        {rows?.length === 0 && <Note tone="care">{words.nothing}</Note>}
        <ul class="picks">
          {rows?.map((row) => (
            <ItemPick
              key={row.holdId}
              row={row}
              isOwn={taker.by === 'credential' || row.personId === taker.person.personId}
              isChosen={isChosen(row)}
              onFlip={() => flip(row)}
              onFetch={fetching.isBusy ? undefined : () => void fetching.start(row.holdId)}
            />
          ))}
        </ul>
        {fetching.told && <Note tone="bad">{fetching.told}</Note>}
        {fetching.door && (
          <DoorFollow
            key={fetching.door.visitId}
            visitId={fetching.door.visitId}
            first={fetching.door.first}
            onItem={(item) => see([item])}
            onAgain={() => void (fetching.door && fetching.start(fetching.door.holdId))}
          />
        )}
        <div class="actions sheet-foot">
          <Button does="refuse" icon="blocked" disabled={chosen.length === 0} onTap={() => setRefusing(true)}>
            {words.refuse}
          </Button>
        </div>
      </Sheet>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <IdentityPart
          taker={taker}
          value={{ document, agentName, isAgreed }}
          onDocument={setDocument}
          onAgent={setAgentName}
          onAgreed={setAgreed}
        />
        <SignaturePad onSign={setStrokes} label={words.signature} />
        {handOver.told && <Note tone="bad">{handOver.told}</Note>}
        <div class="actions stays">
          {gap !== null && <span class="soft">{words.missing[gap]}</span>}
          <Button does="hand-over" kind="main" icon="handOver" submits busy={handOver.isBusy} disabled={gap !== null}>
            {words.handOver(chosen.length)}
          </Button>
        </div>
      </form>
      {isRefusing && (
        <Refuse
          holdIds={giving.holdIds}
          onClose={() => setRefusing(false)}
          onDone={(items) => {
            see(items);
            setRefusing(false);
          }}
        />
      )}
    </div>
  );
};
