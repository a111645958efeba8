// The household's parcels: one door after another, and what else can be done with each.

import { Button } from '../../parts/button.tsx';
import type { Face } from '../../parts/face.ts';
import { Page } from '../../parts/page.tsx';
import { type Fits, ParcelList } from '../../parts/parcel-list.tsx';
import type { ParcelView } from '../contract.ts';

const isHere = ({ status }: ParcelView): boolean =>
  status === 'waiting' || status === 'at-desk' || status === 'disputed';

export const ParcelActs = ({ face: { words, put }, parcel }: { face: Face; parcel: ParcelView }) => (
  <>
    {parcel.actions.includes('proxy') && parcel.proxy === null && (
      <Button does="proxy" icon="share" onTap={() => put({ kind: 'ask-proxy', holdId: parcel.holdId })}>
        {words.parcels.proxy}
      </Button>
    )}
    {parcel.proxy && (
      <Button
        does="revoke"
        icon="blocked"
        onTap={() => parcel.proxy && put({ kind: 'revoke-proxy', proxyId: parcel.proxy.proxyId })}
      >
        {words.parcels.revoke}
      </Button>
    )}
    {parcel.actions.includes('open') && (
      <Button does="open" kind="main" icon="door" onTap={() => put({ kind: 'open', holdId: parcel.holdId })}>
        {words.parcels.open}
      </Button>
    )}
  </>
);

export const Parcels = ({ face, fits }: { face: Face; fits: Fits }) => {
  const { flow, words, put } = face;
  const visit = flow.visit;
  if (visit === null) return null;
  const parcels = visit.parcels.filter(isHere);
  const waiting = parcels.filter(({ status }) => status !== 'disputed').length;
  const lead = waiting === 0 ? words.parcels.noneLead : words.parcels.lead;
  return (
    <Page
      name="parcels"
      title={waiting === 0 ? words.parcels.none : words.parcels.title(waiting)}
      lead={visit.name === '' ? lead : `${words.parcels.hello(visit.name)}\n${lead}`}
      told={{ told: flow.told, words }}
    >
      <ParcelList
        face={face}
        parcels={parcels}
        fits={fits}
        act={(parcel) => <ParcelActs face={face} parcel={parcel} />}
      />
      <Button does="finish" icon="check" onTap={() => put({ kind: 'restart' })}>
        {words.parcels.finish}
      </Button>
    </Page>
  );
};
