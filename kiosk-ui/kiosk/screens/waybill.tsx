// A courier's place between parcels: scan the next waybill, or type it; what was stored last; own parcels.
import { Button } from '../../parts/button.tsx';
import type { Face, FaceAt } from '../../parts/face.ts';
import { Icon } from '../../parts/icon.tsx';
import { TextPad } from '../../parts/keypad.tsx';
import { Page } from '../../parts/page.tsx';
import { TypedLine } from '../../parts/slots.tsx';
import { recipientOf } from '../state.ts';

const Deposited = ({ face: { flow, words } }: { face: Face }) => {
  const door = flow.visit?.door;
  if (door?.stage !== 'closed' || door.purpose !== 'deposit' || door.emptying) return null;
  return (
    <p class="done-line" role="status">
      <Icon name="check" />
      <span>{words.waybill.deposited(door.place.label)}</span>
    </p>
  );
};

export const Waybill = ({ face, step }: FaceAt<'waybill'>) => {
  const { flow, words, put } = face;
  const own = flow.visit?.parcels.filter((parcel) => parcel.actions.includes('take-back')).length ?? 0;
  const hasRecipient = recipientOf(flow) !== null;
  return (
    <Page
      name="waybill"
      title={words.waybill.title}
      lead={hasRecipient ? words.waybill.same : words.waybill.lead}
      icon="scan"
      told={{ told: flow.told, words }}
      picture={
        <>
          <Deposited face={face} />
          <TypedLine text={step.text} />
        </>
      }
    >
      <TextPad face={face} />
      <div class="choices">
        {hasRecipient && (
          <Button does="other-household" icon="swap" onTap={() => put({ kind: 'other-household' })}>
            {words.waybill.other}
          </Button>
        )}
        {own > 0 && (
          <Button does="own" icon="parcel" onTap={() => put({ kind: 'go', to: 'own' })}>
            {words.waybill.own(own)}
          </Button>
        )}
        <Button does="finish" icon="check" onTap={() => put({ kind: 'restart' })}>
          {words.waybill.finish}
        </Button>
      </div>
    </Page>
  );
};
