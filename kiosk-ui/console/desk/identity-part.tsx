// What proves who takes the items: the card or code that was shown, or a document's kind and last four; never the whole number [K3, M4].
import { useWords } from '../hooks.ts';
import { Status } from '../parts/badges.tsx';
import { Check, Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { deskHandOver } from '../words/desk-hand-over.ts';
import { deskTerms } from '../words/desk-terms.ts';
import type { IdentityDocument } from './contract.ts';
import type { Taker } from './giving.ts';
import { keysOf } from './keys-of.ts';

interface IdentityPartProps {
  taker: Taker;
  value: { document: IdentityDocument; agentName: string | null; isAgreed: boolean };
  onDocument(document: IdentityDocument): void;
  onAgent(name: string | null): void;
  onAgreed(isAgreed: boolean): void;
}

export const IdentityPart = ({ taker, value, onDocument, onAgent, onAgreed }: IdentityPartProps) => {
  const words = useWords(deskHandOver);
  const terms = useWords(deskTerms);
  const { document, agentName, isAgreed } = value;
  if (taker.by === 'credential')
    return (
      <p data-identified={taker.claim.identified}>
        <Status tone="good" icon={taker.claim.identified === 'card' ? 'card' : 'key'}>
          {taker.claim.identified === 'card' ? words.byCard : words.byCode}
        </Status>
      </p>
    );
  const isTrustee = taker.person.relation === 'trustee';
  return (
    <>
      {isTrustee ? (
        <Status tone="good" icon="shield">
          {words.registeredTrustee}
        </Status>
      ) : (
        <Choice
          name="taker"
          label={words.taker}
          options={[
            { value: 'self', label: words.self },
            { value: 'agent', label: words.agent },
          ]}
          value={agentName === null ? 'self' : 'agent'}
          onChoose={(who) => onAgent(who === 'self' ? null : '')}
        />
      )}
      {agentName !== null && (
        <>
          <Field
            name="agent-name"
            label={words.agentName}
            value={agentName}
            maxLength={60}
            takesFocus
            onInput={onAgent}
          />
          <Check name="agreed" label={words.agentAgreed} value={isAgreed} onChange={onAgreed} />
        </>
      )}
      <Choice
        name="document"
        label={words.document}
        options={keysOf(terms.document).map((type) => ({ value: type, label: terms.document[type] }))}
        value={document.type}
        onChoose={(type) => onDocument({ ...document, type })}
        firstKey={1}
      />
      <Field
        name="document-tail"
        label={words.documentTail}
        hint={words.documentHint}
        value={document.tail}
        maxLength={4}
        takesFocus={agentName === null}
        onInput={(tail) => onDocument({ ...document, tail: tail.trim().toUpperCase() })}
      />
    </>
  );
};
