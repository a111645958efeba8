// The one door in hand: where it is, what it does just now, what the person does next.

import { Cabinet } from '../../parts/cabinet.tsx';
import type { FaceAt } from '../../parts/face.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Page, type Tone } from '../../parts/page.tsx';
import type { Words } from '../../words/words.ts';
import type { DoorView } from '../contract.ts';
import { isLongOpen } from '../idle.ts';
import type { Flow } from '../state.ts';
import { DoorActs } from './door-acts.tsx';

interface Said {
  title: string;
  lead: string;
  icon: IconName;
  tone: Tone;
}

const openLead = (door: DoorView, words: Words, kept: boolean | null): string => {
  if (door.problem !== null) return kept ? words.problem.recordedTaken : words.problem.recordedLeft;
  if (door.emptying) return words.door.openEmptying;
  return door.purpose === 'deposit' ? words.door.openDeposit : words.door.openCollect;
};

const saidOf = (
  flow: Flow,
  door: DoorView,
  { words, kept, isLong }: { words: Words; kept: boolean | null; isLong: boolean },
): Said => {
  const say = words.door;
  switch (door.stage) {
    case 'unlocking':
      return { title: say.unlocking, lead: say.unlockingLead, icon: 'wait', tone: 'calm' };
    case 'retrying':
      return { title: say.retrying, lead: say.retryingLead, icon: 'restart', tone: 'care' };
    case 'open':
      return {
        title: door.problem === null ? say.open : words.problem.recorded,
        lead: isLong ? say.longOpen : openLead(door, words, kept),
        icon: isLong ? 'warning' : 'door',
        tone: isLong ? 'care' : 'good',
      };
    case 'closed': {
      const isDisputed = flow.visit?.parcels.some(
        (parcel) => parcel.holdId === door.holdId && parcel.status === 'disputed',
      );
      return isDisputed || door.problem !== null
        ? { title: say.closedDisputed, lead: say.closedDisputedLead, icon: 'warning', tone: 'care' }
        : { title: say.closed, lead: say.closedLead, icon: 'check', tone: 'good' };
    }
    case 'stuck':
      return {
        title: say.stuck,
        lead: door.purpose === 'deposit' ? say.stuckDeposit : say.stuckCollect,
        icon: 'blocked',
        tone: 'bad',
      };
    case 'aborted':
      return { title: say.aborted, lead: say.abortedLead, icon: 'warning', tone: 'care' };
  }
};

export const Door = ({ face, step }: FaceAt<'door'>) => {
  const { flow, words, now } = face;
  const door = flow.visit?.door;
  if (!door || flow.kiosk === null) return null;
  const said = saidOf(flow, door, { words, kept: step.kept, isLong: isLongOpen(flow, now) });
  return (
    <Page
      name="door"
      title={said.title}
      lead={said.lead}
      icon={said.icon}
      tone={said.tone}
      told={{ told: flow.told, words }}
      picture={
        <p class="place">
          <Icon name={door.place.kind === 'shelf' ? 'shelf' : 'parcel'} />
          <span>{door.place.label}</span>
        </p>
      }
    >
      <Cabinet
        cabinets={flow.kiosk.cabinets}
        lit={door.place}
        icon={said.icon}
        description={words.door.picture(door.place.label)}
      />
      <DoorActs face={face} visitDoor={door} />
    </Page>
  );
};
