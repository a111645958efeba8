// Something is wrong with a parcel: what it is, and where a damaged one is to stay.

import { Button } from '../../parts/button.tsx';
import type { FaceAt } from '../../parts/face.ts';
import { Page } from '../../parts/page.tsx';
import type { Problem as Kind } from '../contract.ts';

const kinds: readonly Kind[] = ['damaged', 'not-mine', 'empty'];

export const Problem = ({ face, step }: FaceAt<'problem'>) => {
  const { flow, words, put } = face;
  const say = words.problem;
  return (
    <Page
      name="problem"
      title={step.damaged ? say.damagedTitle : say.title}
      lead={step.damaged ? say.damagedLead : say.lead}
      icon="warning"
      tone="care"
      told={{ told: flow.told, words }}
    >
      <div class="stack">
        {step.damaged ? (
          <>
            <Button does="keep" icon="parcel" onTap={() => put({ kind: 'problem', problem: 'damaged', kept: true })}>
              {say.take}
            </Button>
            <Button does="leave-it" icon="door" onTap={() => put({ kind: 'problem', problem: 'damaged', kept: false })}>
              {say.leave}
            </Button>
          </>
        ) : (
          kinds.map((problem) => (
            <Button
              key={problem}
              does={`problem-${problem}`}
              onTap={() => put({ kind: 'problem', problem, kept: problem === 'damaged' ? null : false })}
            >
              {say.kind[problem]}
            </Button>
          ))
        )}
        <Button does="back" kind="quiet" icon="back" onTap={() => put({ kind: 'back' })}>
          {words.back}
        </Button>
      </div>
    </Page>
  );
};
