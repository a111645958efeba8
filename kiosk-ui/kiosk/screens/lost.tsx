// The edge is away: nothing of the visit is shown, and what to do meanwhile.
import type { Face } from '../../parts/face.ts';
import { Page } from '../../parts/page.tsx';

export const Lost = ({ face: { words, flow } }: { face: Face }) => (
  <Page
    name="lost"
    title={words.lost.title}
    lead={words.lost.lead}
    icon="wait"
    tone="care"
    picture={flow.kiosk?.dutyPhone ? <p class="strong">{words.lost.phone(flow.kiosk.dutyPhone)}</p> : null}
  />
);
