// What can be done at each stage of a door, by an owner and by a courier.
import { Button } from '../../parts/button.tsx';
import type { Face } from '../../parts/face.ts';
import type { DoorView, ParcelView, Size } from '../contract.ts';
import type { Input } from '../flow.ts';
import { waitingParcels } from '../state.ts';

interface ActsProps {
  face: Face;
  door: DoorView;
  parcel: ParcelView;
}

const sizes: readonly Size[] = ['S', 'M', 'L'];
const sizeBeside = (size: Size | null, step: 1 | -1): Size | null =>
  size === null ? null : (sizes[sizes.indexOf(size) + step] ?? null);

/** 「换格」: one tap says why, and another compartment opens when this one is closed. */
const Swap = ({ face: { words, put }, parcel }: ActsProps) => {
  const { holdId } = parcel;
  const larger = sizeBeside(parcel.size, 1);
  const smaller = sizeBeside(parcel.size, -1);
  return (
    <div class="swap">
      <p class="strong">{words.swap.title}</p>
      <div class="choices">
        {larger && (
          <Button does="swap-larger" onTap={() => put({ kind: 'swap', holdId, reason: 'wrong-size', size: larger })}>
            {words.swap.larger}
          </Button>
        )}
        {smaller && (
          <Button does="swap-smaller" onTap={() => put({ kind: 'swap', holdId, reason: 'wrong-size', size: smaller })}>
            {words.swap.smaller}
          </Button>
        )}
        <Button does="swap-occupied" onTap={() => put({ kind: 'swap', holdId, reason: 'occupied', size: null })}>
          {words.swap.occupied}
        </Button>
        <Button does="swap-dirty" onTap={() => put({ kind: 'swap', holdId, reason: 'dirty', size: null })}>
          {words.swap.dirty}
        </Button>
      </div>
    </div>
  );
};

const Withdraw = ({ face: { words, put }, parcel }: ActsProps) =>
  parcel.actions.includes('withdraw') ? (
    <Button does="withdraw" kind="quiet" icon="back" onTap={() => put({ kind: 'withdraw', holdId: parcel.holdId })}>
      {words.swap.cancel}
    </Button>
  ) : null;

const Report = ({ face: { words, put }, door, parcel }: ActsProps) =>
  parcel.actions.includes('report') && door.problem === null ? (
    <Button does="report" icon="warning" onTap={() => put({ kind: 'ask-problem', holdId: parcel.holdId })}>
      {words.problem.ask}
    </Button>
  ) : null;

/** What opens a door for the same parcel once more. For a parcel not yet stored that is another compartment of the same size. */
const inputAgain = ({ door, parcel: { holdId, actions } }: ActsProps): Input | null => {
  if (door.purpose === 'deposit') {
    return actions.includes('swap') ? { kind: 'swap', holdId, reason: 'did-not-open', size: null } : null;
  }
  if (door.purpose === 'take-back') return actions.includes('take-back') ? { kind: 'take-back', holdId } : null;
  return actions.includes('open') ? { kind: 'open', holdId } : null;
};

const Again = (acts: ActsProps) => {
  const { words, put } = acts.face;
  const input = inputAgain(acts);
  const isSwap = acts.door.purpose === 'deposit' && acts.door.stage === 'stuck';
  return input === null ? null : (
    <Button does="again" kind="main" icon={isSwap ? 'swap' : 'restart'} onTap={() => put(input)}>
      {isSwap ? words.swap.title : words.door.again}
    </Button>
  );
};

/** The doors that wait behind this one: one tap each, the others one tap further. */
const Others = ({ face }: { face: Face }) => {
  const { flow, words, put } = face;
  const waiting = flow.visit === null ? [] : waitingParcels(flow.visit);
  if (waiting.length === 0) return null;
  return (
    <div class="others">
      <p class="strong">{words.door.others(waiting.length)}</p>
      <div class="choices">
        {waiting.slice(0, 3).map(({ holdId, place }) => (
          <Button key={holdId} does="open" kind="main" icon="door" onTap={() => put({ kind: 'open', holdId })}>
            {`${words.parcels.open} ${place?.label ?? ''}`}
          </Button>
        ))}
      </div>
    </div>
  );
};

const Leave = ({ face: { flow, words, put } }: { face: Face }) =>
  flow.visit?.role === 'courier' ? (
    <Button does="waybill" icon="next" onTap={() => put({ kind: 'go', to: 'waybill' })}>
      {words.keys.next}
    </Button>
  ) : (
    <div class="choices">
      {flow.visit && flow.visit.parcels.length > 1 && (
        <Button does="parcels" kind="quiet" onTap={() => put({ kind: 'go', to: 'parcels' })}>
          {words.door.seeAll}
        </Button>
      )}
      <Button does="finish" icon="check" onTap={() => put({ kind: 'restart' })}>
        {words.door.finish}
      </Button>
    </div>
  );

export const DoorActs = ({ face, visitDoor: door }: { face: Face; visitDoor: DoorView }) => {
  const parcel = face.flow.visit?.parcels.find(({ holdId }) => holdId === door.holdId);
  const acts = parcel && { face, door, parcel };
  switch (door.stage) {
    case 'unlocking':
    case 'retrying':
      return null;
    case 'open':
      return acts ? (
        <>
          <Report {...acts} />
          {parcel.actions.includes('swap') && !door.emptying && <Swap {...acts} />}
          {!door.emptying && <Withdraw {...acts} />}
        </>
      ) : null;
    case 'closed':
      return (
        <>
          {acts && <Report {...acts} />}
          <Others face={face} />
          <Leave face={face} />
        </>
      );
    case 'stuck':
    case 'aborted':
      return (
        <>
          {acts && <Again {...acts} />}
          {acts && <Withdraw {...acts} />}
          <Others face={face} />
          <Leave face={face} />
        </>
      );
  }
};
