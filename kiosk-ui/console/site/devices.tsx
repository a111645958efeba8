// The health of everything at a glance: cabinets, terminals, notices, headquarters.
import type { ComponentChildren } from 'preact';
import type { CabinetView, Fault, SiteView } from '../contract.ts';
import { useFrameWords, useWords } from '../hooks.ts';
import { Status, type Tone } from '../parts/badges.tsx';
import type { IconName } from '../parts/icon.tsx';
import { Sheet } from '../parts/panel.tsx';
import { useTimes } from '../times.ts';
import { siteWords } from '../words/site.ts';

const presenceLooks: Record<CabinetView['presence'], { tone: Tone; icon: IconName }> = {
  online: { tone: 'good', icon: 'check' },
  silent: { tone: 'care', icon: 'wait' },
  offline: { tone: 'bad', icon: 'warning' },
};

export const PresenceStatus = ({ presence }: { presence: CabinetView['presence'] }) => (
  <Status {...presenceLooks[presence]}>{useWords(siteWords).presence[presence]}</Status>
);

const Line = ({ name, note, children }: { name: string; note?: string | null; children: ComponentChildren }) => (
  <li>
    <span class="line-words">
      <span>{name}</span>
      {note && <span class="soft">{note}</span>}
    </span>
    {children}
  </li>
);

const isFault = (fault: string, words: Record<Fault, string>): fault is Fault => Object.hasOwn(words, fault);

const CabinetLine = ({ cabinet }: { cabinet: CabinetView }) => {
  const words = useWords(siteWords);
  const frame = useFrameWords();
  const times = useTimes();
  const faults = cabinet.faults.map((fault) => (isFault(fault, words.fault) ? words.fault[fault] : fault));
  const since = cabinet.since === null ? [] : [words.online(times.dayTime(cabinet.since))];
  return (
    <Line name={words.cabinet(cabinet.label)} note={[...since, ...faults].join(frame.dot)}>
      {faults.length > 0 && cabinet.presence === 'online' ? (
        <Status tone="care" icon="warning">
          {words.alert['cabinet-fault']}
        </Status>
      ) : (
        <PresenceStatus presence={cabinet.presence} />
      )}
    </Line>
  );
};

const TerminalLine = ({ terminal }: { terminal: SiteView['terminals'][number] }) => {
  const words = useWords(siteWords);
  const times = useTimes();
  const told = terminal.frozen
    ? words.terminalFrozen
    : terminal.attended
      ? words.terminalAttended
      : terminal.calledAt !== null
        ? words.terminalCalled(times.ago(terminal.calledAt))
        : null;
  return (
    <Line name={words.terminal(terminal.id)} note={told}>
      <Status tone={told === null ? 'good' : 'care'} icon={told === null ? 'check' : 'warning'}>
        {told === null ? words.terminalWell : words.attention}
      </Status>
    </Line>
  );
};

export const Devices = ({ view }: { view: SiteView }) => {
  const words = useWords(siteWords);
  const { waiting, failed } = view.notices;
  return (
    <Sheet title={words.devices} name="devices">
      <ul class="lines">
        {view.cabinets.map((cabinet) => (
          <CabinetLine key={cabinet.id} cabinet={cabinet} />
        ))}
        {view.terminals.map((terminal) => (
          <TerminalLine key={terminal.id} terminal={terminal} />
        ))}
        <Line name={words.notices} note={waiting > 0 ? words.noticesWaiting(waiting) : null}>
          <Status tone={failed > 0 ? 'bad' : 'good'} icon={failed > 0 ? 'warning' : 'check'}>
            {failed > 0 ? words.noticesFailed(failed) : words.noticesWell}
          </Status>
        </Line>
        <Line name={words.headquarters}>
          {view.hqBehind === null ? (
            <span class="soft">{words.hqNone}</span>
          ) : (
            <Status tone={view.hqBehind > 0 ? 'care' : 'good'} icon={view.hqBehind > 0 ? 'wait' : 'check'}>
              {view.hqBehind > 0 ? words.hqBehind(view.hqBehind) : words.hqWell}
            </Status>
          )}
        </Line>
      </ul>
    </Sheet>
  );
};
