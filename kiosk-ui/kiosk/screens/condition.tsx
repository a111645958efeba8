// One tap for condition and size: sound parcels by size into the locker, everything else to the desk.
import { Button } from '../../parts/button.tsx';
import type { Face, FaceAt } from '../../parts/face.ts';
import { Page } from '../../parts/page.tsx';
import type { Condition as Kind, Size } from '../contract.ts';
import { recipientOf } from '../state.ts';

const sizes: readonly Size[] = ['S', 'M', 'L'];
const conditions: readonly Exclude<Kind, 'intact'>[] = ['damaged', 'overweight', 'fresh', 'valuable'];

/** A box in its compartment, so that the sizes can be told apart without reading. */
const SizePicture = ({ size }: { size: Size }) => {
  const edge = { S: 14, M: 26, L: 40 }[size];
  return (
    <svg class="size-picture" viewBox="0 0 60 48" aria-hidden="true">
      <rect class="room" x="1.5" y="1.5" width="57" height="45" rx="2" />
      <rect class="box" x={30 - edge / 2} y={45 - edge} width={edge} height={edge} />
      <path class="tape" d={`M30 ${45 - edge}v${edge / 3}`} />
    </svg>
  );
};

const SizeButton = ({ face: { words, put }, size, free }: { face: Face; size: Size; free: number | null }) => (
  <button
    type="button"
    class="button size"
    data-do={`size-${size}`}
    onClick={() => put({ kind: 'deposit', condition: 'intact', size })}
  >
    <SizePicture size={size} />
    <span class="size-name">{words.size[size]}</span>
    {free !== null && <span class="note">{free > 0 ? words.condition.free(free) : words.condition.full}</span>}
  </button>
);

export const Condition = ({ face, step }: FaceAt<'condition'>) => {
  const { flow, words, put } = face;
  const free = recipientOf(flow)?.free ?? { S: 0, M: 0, L: 0 };
  return (
    <Page
      name="condition"
      title={step.toDesk ? words.condition.howLarge : words.condition.title}
      lead={step.toDesk ? words.condition.forDesk : words.condition.lead}
      icon="parcel"
      told={{ told: flow.told, words }}
    >
      <div class="sizes">
        {sizes.map((size) => (
          <SizeButton key={size} face={face} size={size} free={step.toDesk ? null : free[size]} />
        ))}
      </div>
      <div class="to-desk">
        <p class="strong">{words.condition.toDesk}</p>
        <div class="choices">
          {conditions.map((condition) => (
            <Button
              key={condition}
              does={`condition-${condition}`}
              onTap={() => put({ kind: 'deposit', condition, size: null })}
            >
              {words.condition.condition[condition]}
            </Button>
          ))}
        </div>
      </div>
      <Button does="back" kind="quiet" icon="back" onTap={() => put({ kind: 'back' })}>
        {words.back}
      </Button>
    </Page>
  );
};
