// The recipient has not agreed to the locker: phone them, take it to the desk, or to their door.
import { Button } from '../../parts/button.tsx';
import type { Face } from '../../parts/face.ts';
import { Page } from '../../parts/page.tsx';
import type { Words } from '../../words/words.ts';
import { recipientOf } from '../state.ts';

const said = (wish: 'locker' | 'desk' | 'door' | 'ask', say: Words['consent']): { title: string; lead: string } => {
  if (wish === 'desk') return { title: say.desk, lead: say.deskLead };
  return wish === 'door' ? { title: say.door, lead: say.doorLead } : { title: say.ask, lead: say.askLead };
};

export const Consent = ({ face: { flow, words, put } }: { face: Face }) => {
  const say = words.consent;
  return (
    <Page
      name="consent"
      {...said(recipientOf(flow)?.consent ?? 'ask', say)}
      icon="phone"
      tone="care"
      told={{ told: flow.told, words }}
    >
      <div class="stack">
        <Button does="agreed" icon="phone" onTap={() => put({ kind: 'consent', agreed: true })}>
          {say.agreed}
        </Button>
        <Button does="to-desk" icon="shelf" onTap={() => put({ kind: 'consent', agreed: false })}>
          {say.toDesk}
        </Button>
        <Button does="to-door" icon="courier" onTap={() => put({ kind: 'go', to: 'waybill' })}>
          {say.toDoor}
        </Button>
        <Button does="back" kind="quiet" icon="back" onTap={() => put({ kind: 'back' })}>
          {words.back}
        </Button>
      </div>
    </Page>
  );
};
