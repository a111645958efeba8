// The first screen: nine digits open a door without another key; a card or QR code works at any time; couriers have their door.
import { Button } from '../../parts/button.tsx';
import type { Face, FaceAt } from '../../parts/face.ts';
import { Icon } from '../../parts/icon.tsx';
import { Page } from '../../parts/page.tsx';
import { CodeKeys, CodeSlots, whyClosed } from './code-entry.tsx';

const Ways = ({ face: { words } }: { face: Face }) => (
  <ul class="ways">
    <li>
      <Icon name="scan" />
      <span>{words.home.scan}</span>
    </li>
    <li>
      <Icon name="card" />
      <span>{words.home.card}</span>
    </li>
  </ul>
);

export const Home = ({ face, step }: FaceAt<'home'>) => {
  const { flow, words, now, put } = face;
  const closed = whyClosed(flow, words, now);
  return (
    <Page
      name="home"
      title={closed?.title ?? words.home.collect}
      lead={closed?.lead ?? (flow.told ? undefined : words.home.lead)}
      tone={closed ? 'care' : 'calm'}
      told={{ told: closed ? null : flow.told, words }}
      picture={
        <>
          {closed === null && <CodeSlots face={face} digits={step.digits} />}
          {(closed !== null || flow.told === null) && <Ways face={face} />}
        </>
      }
    >
      <CodeKeys face={face} isClosed={closed !== null} />
      <Button
        does="courier"
        icon="courier"
        note={words.home.courierLead}
        onTap={() => put({ kind: 'go', to: 'courier' })}
      >
        {words.home.courier}
      </Button>
    </Page>
  );
};
