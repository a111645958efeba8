// Which screen belongs to where the person is.
import type { Face } from '../../parts/face.ts';
import type { Fits } from '../../parts/parcel-list.tsx';
import { Condition } from './condition.tsx';
import { Consent } from './consent.tsx';
import { Courier } from './courier.tsx';
import { Door } from './door.tsx';
import { Home } from './home.tsx';
import { Own } from './own.tsx';
import { Parcels } from './parcels.tsx';
import { Problem } from './problem.tsx';
import { ProxyCode } from './proxy.tsx';
import { Recipient } from './recipient.tsx';
import { Shelf } from './shelf.tsx';
import { Waybill } from './waybill.tsx';

const fitsOn = ({ flow: { wish } }: Face, isPortrait: boolean): Fits => {
  if (!isPortrait) return wish.elder ? { alone: 1, paged: 1 } : { alone: 3, paged: 2 };
  if (wish.elder) return wish.low ? { alone: 2, paged: 2 } : { alone: 3, paged: 2 };
  return wish.low ? { alone: 3, paged: 2 } : { alone: 4, paged: 3 };
};

export const Stage = ({ face, isPortrait }: { face: Face; isPortrait: boolean }) => {
  const { step } = face.flow;
  const fits = fitsOn(face, isPortrait);
  switch (step.at) {
    case 'home':
      return <Home face={face} step={step} />;
    case 'courier':
      return <Courier face={face} step={step} />;
    case 'parcels':
      return <Parcels face={face} fits={fits} />;
    case 'door':
      return <Door face={face} step={step} />;
    case 'problem':
      return <Problem face={face} step={step} />;
    case 'proxy':
      return <ProxyCode face={face} step={step} />;
    case 'waybill':
      return <Waybill face={face} step={step} />;
    case 'recipient':
      return <Recipient face={face} step={step} />;
    case 'consent':
      return <Consent face={face} />;
    case 'condition':
      return <Condition face={face} step={step} />;
    case 'shelf':
      return <Shelf face={face} step={step} />;
    case 'own':
      return <Own face={face} fits={fits} />;
  }
};
