// Parcels one below the other, a few at a time: pages instead of scrolling, each with what can be done with it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ParcelView } from '../kiosk/contract.ts';
import { dayTime } from '../words/dictionary.ts';
import { Button } from './button.tsx';
import type { Face } from './face.ts';

/** How many parcels fit at once: all of them, or so many beside the keys that turn the page. */
export interface Fits {
  alone: number;
  paged: number;
}

interface ParcelListProps {
  face: Face;
  parcels: readonly ParcelView[];
  fits: Fits;
  /** The buttons of one parcel. */
  act(parcel: ParcelView): ComponentChildren;
}

const Parcel = ({ face, parcel, children }: { face: Face; parcel: ParcelView; children: ComponentChildren }) => {
  const { words, flow } = face;
  const about = [
    parcel.addressee === null ? null : words.parcels.of(parcel.addressee),
    parcel.placedAt === null ? null : words.parcels.since(dayTime(flow.wish.language, parcel.placedAt)),
  ].filter((part) => part !== null);
  const isAtDesk = parcel.status === 'at-desk';
  return (
    <li class={isAtDesk ? 'parcel at-desk' : 'parcel'} data-hold={parcel.holdId}>
      <p class="parcel-place">{parcel.place?.label ?? '–'}</p>
      <div class="parcel-words">
        <p class="strong">
          {[parcel.carrier, words.parcels.tail(parcel.waybillTail)].filter((part) => part !== '').join(words.dot)}
        </p>
        {isAtDesk ? (
          <p>{words.parcels.desk(parcel.place?.label ?? null)}</p>
        ) : (
          <p>
            {[parcel.status === 'waiting' ? null : words.parcels.status[parcel.status], ...about]
              .filter((part) => part !== null)
              .join(words.dot)}
          </p>
        )}
        {parcel.proxy && <p>{words.parcels.proxyUntil(dayTime(flow.wish.language, parcel.proxy.until))}</p>}
      </div>
      <div class="parcel-do">{children}</div>
    </li>
  );
};

export const ParcelList = ({ face, parcels, fits, act }: ParcelListProps) => {
  const size = parcels.length <= fits.alone ? fits.alone : fits.paged;
  const [wanted, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(parcels.length / size));
  const page = Math.min(wanted, pages - 1);
  const { words } = face;
  return (
    <div class="parcel-list">
      <ul>
        {parcels.slice(page * size, (page + 1) * size).map((parcel) => (
          <Parcel key={parcel.holdId} face={face} parcel={parcel}>
            {act(parcel)}
          </Parcel>
        ))}
      </ul>
      {pages > 1 && (
        <div class="pager">
          <Button does="page-before" icon="back" disabled={page === 0} onTap={() => setPage(page - 1)}>
            {words.pageBefore}
          </Button>
          <p>{words.page(page + 1, pages)}</p>
          <Button does="page-after" icon="next" disabled={page === pages - 1} onTap={() => setPage(page + 1)}>
            {words.pageAfter}
          </Button>
        </div>
      )}
    </div>
  );
};
