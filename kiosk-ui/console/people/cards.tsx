// The cards of one person: bound by a tap at the desk's reader, ended at once. Numbers are neither shown nor kept.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { PersonRow } from '../contract.ts';
import { useConsole, useScan, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Note } from '../parts/panel.tsx';
import { personWords } from '../words/people-person.ts';
import { Confirm } from './confirm.tsx';
import { Trouble } from './trouble.tsx';

/** Nine digits are a pickup code and MF1. a QR of ours: the edge would refuse both, and this says why. */
const isCode = (card: string): boolean => /^\d{9}$/.test(card.replaceAll(/[\s:-]/g, '')) || /^MF1\./i.test(card);
const leastCard = 4;

const Bind = ({ personId, onClose }: { personId: string; onClose(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(personWords).card;
  const asked = useAsk('bindCard');
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const bind = async (card: string): Promise<void> => {
    setWrong(isCode(card));
    if (asked.isBusy || isCode(card)) return;
    if ((await asked.send({ personId, card })) === null) return;
    toasts.good(words.bound);
    onClose();
  };
  useScan((card) => void bind(card));
  return (
    <Dialog name="bind-card" title={words.title} icon="card" onClose={onClose}>
      {isWrong ? <Note tone="bad">{words.isCode}</Note> : <Trouble of={asked.trouble} />}
      <p class="tap-here" aria-live="polite">
        <Icon name="card" />
        <b>{words.tap}</b>
        <span class="soft">{words.tapLead}</span>
      </p>
      <details class="more">
        <summary>{words.typed}</summary>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim().length >= leastCard) void bind(typed.trim());
          }}
        >
          <Field name="card" label={words.number} hint={words.typedHint} value={typed} onInput={setTyped} />
          <Button does="use-typed" submits busy={asked.isBusy} disabled={typed.trim().length < leastCard}>
            {words.use}
          </Button>
        </form>
      </details>
    </Dialog>
  );
};

const Revoke = ({ credentialId, onClose }: { credentialId: string; onClose(): void }) => {
  const { toasts } = useConsole();
  const words = useWords(personWords).card;
  const asked = useAsk('revokeCredential');
  const revoke = async (): Promise<void> => {
    if ((await asked.send({ credentialId })) === null) return;
    toasts.good(words.revoked);
    onClose();
  };
  return (
    <Confirm
      name="revoke-card"
      title={words.revokeTitle}
      icon="blocked"
      does="revoke"
      label={words.revoke}
      asked={asked}
      onClose={onClose}
      onDo={() => void revoke()}
    >
      <p>{words.revokeLead}</p>
    </Confirm>
  );
};

/** `onChanged`: a card came or went. */
export const Cards = ({ row, onChanged }: { row: PersonRow; onChanged(): void }) => {
  const { session } = useConsole();
  const words = useWords(personWords).card;
  const [isBinding, setBinding] = useState(false);
  const [revoking, setRevoking] = useState<string | null>(null);
  const mayIssue = session.value?.may.includes('issue-credentials') ?? false;
  const done = (): void => {
    setBinding(false);
    setRevoking(null);
    onChanged();
  };
  return (
    <>
      {row.cards.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul class="lines">
          {row.cards.map((credentialId, n) => (
            <li key={credentialId}>
              <span>{words.n(n + 1)}</span>
              {mayIssue && (
                <Button does={`revoke-${n + 1}`} kind="quiet" icon="blocked" onTap={() => setRevoking(credentialId)}>
                  {words.revoke}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayIssue && (
        <Button does="bind-card" icon="card" onTap={() => setBinding(true)}>
          {words.bind}
        </Button>
      )}
      {isBinding && <Bind personId={row.personId} onClose={done} />}
      {revoking && <Revoke credentialId={revoking} onClose={done} />}
    </>
  );
};
