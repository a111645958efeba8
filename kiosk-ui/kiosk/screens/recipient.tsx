// Whose parcel it is: the room and the end of the phone number, as they stand on the label. Nothing is suggested.
import { Button } from '../../parts/button.tsx';
import type { FaceAt } from '../../parts/face.ts';
import { DigitPad, TextPad } from '../../parts/keypad.tsx';
import { Page } from '../../parts/page.tsx';
import { Slots, TypedLine } from '../../parts/slots.tsx';

export const Recipient = ({ face, step }: FaceAt<'recipient'>) => {
  const { flow, words, put } = face;
  const say = words.recipient;
  const isRoom = step.field === 'room';
  return (
    <Page
      name={isRoom ? 'recipient-room' : 'recipient-phone'}
      title={isRoom ? say.room : say.phone}
      lead={`${isRoom ? say.roomLead : say.phoneLead}${words.dot}${say.waybill(step.waybill.slice(-4))}`}
      told={{ told: flow.told, words }}
      picture={
        isRoom ? (
          <TypedLine text={step.room} />
        ) : (
          <>
            <p class="strong">{step.room}</p>
            <Slots digits={step.phone} groups={[4]} words={words} />
          </>
        )
      }
    >
      {isRoom ? <TextPad face={face} /> : <DigitPad face={face} />}
      <Button does="back" kind="quiet" icon="back" onTap={() => put({ kind: 'back' })}>
        {words.back}
      </Button>
    </Page>
  );
};
