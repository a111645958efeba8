// An invitation: roles are chosen, and the link is shown once.
import { useState } from 'preact/hooks';
import { Qr } from '../../parts/qr.tsx';
import { useAsk } from '../asking.ts';
import type { ConsoleAnswer, StaffRole } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Note } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import { accountWords } from '../words/account.ts';
import { RoleBoxes } from './role-boxes.tsx';

type Link = ConsoleAnswer<'inviteStaff'>;

const LinkShown = ({ link, onClose }: { link: Link; onClose(): void }) => {
  const { toasts } = useConsole();
  const frame = useFrameWords();
  const words = useWords(accountWords).staff;
  const times = useTimes();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link.link);
    toasts.good(frame.copied);
  };
  return (
    <Dialog
      name="link"
      title={words.linkTitle}
      icon="link"
      onClose={onClose}
      actions={
        <>
          <Button does="copy" icon="copy" onTap={() => void copy()}>
            {frame.copy}
          </Button>
          <Button does="done" kind="main" icon="check" onTap={onClose}>
            {frame.close}
          </Button>
        </>
      }
    >
      <Note tone="care">{words.linkLead(times.time(link.until))}</Note>
      <Qr text={link.link} label={words.linkQr} />
      <p class="secret">{link.link}</p>
    </Dialog>
  );
};

/** A technician can invite the first manager only: what is not allowed is not offered. */
export const Invite = ({ offered, onClose }: { offered: readonly StaffRole[]; onClose(): void }) => {
  const words = useWords(accountWords).staff;
  const [roles, setRoles] = useState<StaffRole[]>(offered.includes('desk') ? ['desk'] : [...offered]);
  const [link, setLink] = useState<Link | null>(null);
  const { told, isBusy, send } = useAsk('inviteStaff');
  if (link) return <LinkShown link={link} onClose={onClose} />;
  return (
    <Dialog
      name="invite"
      title={words.invite}
      icon="plus"
      onClose={onClose}
      actions={
        <Button
          does="make-link"
          kind="main"
          icon="link"
          busy={isBusy}
          disabled={roles.length === 0}
          onTap={() => void send({ roles }).then(setLink)}
        >
          {words.makeLink}
        </Button>
      }
    >
      <p>{words.inviteLead}</p>
      {told && <Note tone="bad">{told}</Note>}
      <RoleBoxes offered={offered} roles={roles} onChange={setRoles} />
    </Dialog>
  );
};
