// No compartment fits: a place on the desk's guarded shelf, under the same record.
import { Button } from '../../parts/button.tsx';
import type { FaceAt } from '../../parts/face.ts';
import { Icon } from '../../parts/icon.tsx';
import { Page } from '../../parts/page.tsx';

export const Shelf = ({ face, step }: FaceAt<'shelf'>) => {
  const { flow, words, put } = face;
  const parcel = flow.visit?.parcels.find(({ holdId }) => holdId === step.holdId);
  return (
    <Page
      name="shelf"
      title={words.shelf.title}
      lead={words.shelf.lead}
      icon="shelf"
      told={{ told: flow.told, words }}
      picture={
        <p class="place">
          <Icon name="shelf" />
          <span>{parcel?.place?.label ?? ''}</span>
        </p>
      }
    >
      <div class="stack">
        <Button does="confirm-shelf" kind="main" icon="check" onTap={() => put({ kind: 'confirm-shelf' })}>
          {words.shelf.done}
        </Button>
        {parcel?.actions.includes('withdraw') && (
          <Button does="withdraw" kind="quiet" icon="back" onTap={() => put({ kind: 'withdraw', holdId: step.holdId })}>
            {words.shelf.cancel}
          </Button>
        )}
      </div>
    </Page>
  );
};
