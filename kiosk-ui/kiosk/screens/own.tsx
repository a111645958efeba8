// A courier's own parcels in the house, to be taken back when they were left by mistake.
import { Button } from '../../parts/button.tsx';
import type { Face } from '../../parts/face.ts';
import { Page } from '../../parts/page.tsx';
import { type Fits, ParcelList } from '../../parts/parcel-list.tsx';

export const Own = ({ face, fits }: { face: Face; fits: Fits }) => {
  const { flow, words, put } = face;
  const parcels = flow.visit?.parcels.filter((parcel) => parcel.actions.includes('take-back')) ?? [];
  return (
    <Page
      name="own"
      title={words.own.title}
      lead={parcels.length === 0 ? words.own.none : undefined}
      icon="parcel"
      told={{ told: flow.told, words }}
    >
      <ParcelList
        face={face}
        parcels={parcels}
        fits={fits}
        act={({ holdId }) => (
          <Button does="take-back" icon="door" onTap={() => put({ kind: 'take-back', holdId })}>
            {words.own.takeBack}
          </Button>
        )}
      />
      <Button does="back" kind="quiet" icon="back" onTap={() => put({ kind: 'back' })}>
        {words.back}
      </Button>
    </Page>
  );
};
