// What needs somebody now, worst first, each with what can be done about it from here.
import { useAsk } from '../asking.ts';
import type { Alert, SiteView } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { go } from '../model/route.ts';
import { Button } from '../parts/button.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Note, Sheet } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import { siteWords } from '../words/site.ts';
import { type Subject, subjectOf, worstFirst } from './alerts.ts';
import type { Door } from './site.tsx';

const icons: Partial<Record<Alert['kind'], IconName>> = {
  'person-called': 'phone',
  'held-open': 'door',
  'notice-failed': 'bell',
  'cabinet-offline': 'signal',
  'check-compartment': 'eye',
};
const grave: readonly Alert['kind'][] = ['forced', 'person-called', 'jammed', 'cabinet-offline', 'terminal-frozen'];

const TerminalActs = ({ kind, terminal }: { kind: Alert['kind']; terminal: string }) => {
  const { session, toasts, seeSite } = useConsole();
  const words = useWords(siteWords);
  const call = useAsk('answerCall');
  const release = useAsk('releaseTerminal');
  const may = session.value?.may ?? [];
  const told = call.told ?? release.told;
  const act = async (asked: Promise<SiteView | null>, done: string): Promise<void> => {
    const view = await asked;
    if (view === null) return;
    seeSite(view);
    toasts.good(done);
  };
  return (
    <>
      {told && <Note tone="bad">{told}</Note>}
      {kind === 'person-called' && may.includes('answer-calls') && (
        <Button
          does={`answer-${terminal}`}
          kind="main"
          icon="check"
          busy={call.isBusy}
          onTap={() => void act(call.send({ terminal }), words.answered)}
        >
          {words.answer}
        </Button>
      )}
      {(kind === 'terminal-attended' || kind === 'scans-guessed') && may.includes('release-doors') && (
        <Button
          does={`release-${terminal}`}
          icon="restart"
          busy={release.isBusy}
          onTap={() => void act(release.send({ terminal }), words.terminalReleased)}
        >
          {words.releaseTerminal}
        </Button>
      )}
    </>
  );
};

const Acts = ({ alert, about, onDoor }: { alert: Alert; about: Subject; onDoor(door: Door): void }) => {
  const { session } = useConsole();
  const words = useWords(siteWords);
  if (about.kind === 'terminal') return <TerminalActs kind={alert.kind} terminal={about.terminal} />;
  if (about.kind === 'door') {
    return (
      <Button does={`see-${about.label}`} icon="eye" onTap={() => onDoor(about.door)}>
        {words.see}
      </Button>
    );
  }
  return about.kind === 'item' && session.value?.may.includes('see-items') ? (
    <Button does={`see-item-${about.holdId}`} icon="eye" onTap={() => go('items', 'item', about.holdId)}>
      {words.seeItem}
    </Button>
  ) : null;
};

export const Attention = ({ view, onDoor }: { view: SiteView; onDoor(door: Door): void }) => {
  const frame = useFrameWords();
  const words = useWords(siteWords);
  const times = useTimes();
  /** Where to go stands before what it is; which device it is stands below. */
  const namesOf = (about: Subject): { place: string[]; device: string[] } => {
    if (about.kind === 'door') return { place: [about.label], device: [] };
    if (about.kind === 'cabinet') return { place: [], device: [words.cabinet(about.label)] };
    return { place: [], device: about.kind === 'terminal' ? [words.terminal(about.terminal)] : [] };
  };
  return (
    <Sheet title={words.attention} name="attention-list">
      {view.alerts.length === 0 && (
        <Note tone="good">
          {words.calm}
          <br />
          {words.calmLead}
        </Note>
      )}
      <ul class="lines">
        {worstFirst(view.alerts).map((alert) => {
          const about = subjectOf(view, alert);
          const { place, device } = namesOf(about);
          return (
            <li key={alert.id} class={grave.includes(alert.kind) ? 'grave' : 'mild'} data-alert={alert.kind}>
              <Icon name={icons[alert.kind] ?? 'warning'} />
              <span class="line-words">
                <b>{[...place, words.alert[alert.kind]].join(frame.dot)}</b>
                <span class="soft">{[...device, times.ago(alert.since)].join(frame.dot)}</span>
              </span>
              <Acts alert={alert} about={about} onDoor={onDoor} />
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
};
