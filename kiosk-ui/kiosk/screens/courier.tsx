// A courier says who they are: a code of their own, or their badge.
import { Button } from '../../parts/button.tsx';
import type { FaceAt } from '../../parts/face.ts';
import { Icon } from '../../parts/icon.tsx';
import { Page } from '../../parts/page.tsx';
import { CodeKeys, CodeSlots, whyClosed } from './code-entry.tsx';

export const Courier = ({ face, step }: FaceAt<'courier'>) => {
  const { flow, words, now, put } = face;
  const closed = whyClosed(flow, words, now);
  return (
    <Page
      name="courier"
      title={closed?.title ?? words.courier.title}
      lead={closed?.lead ?? (flow.told ? undefined : words.courier.lead)}
      tone={closed ? 'care' : 'calm'}
      told={{ told: closed ? null : flow.told, words }}
      picture={
        <>
          {closed === null && <CodeSlots face={face} digits={step.digits} />}
          {flow.told === null && (
            <ul class="ways">
              <li>
                <Icon name="card" />
                <span>{words.courier.badge}</span>
              </li>
            </ul>
          )}
        </>
      }
    >
      <CodeKeys face={face} isClosed={closed !== null} />
      <Button does="back" kind="quiet" icon="back" onTap={() => put({ kind: 'back' })}>
        {words.back}
      </Button>
    </Page>
  );
};
