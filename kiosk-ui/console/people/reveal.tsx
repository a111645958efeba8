// A person's name, phone and room in clear: for a reason, for a minute, and gone from the page after it [P1].
import { useEffect, useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { ConsoleAnswer, PersonRow } from '../contract.ts';
import { useWords } from '../hooks.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { peopleWords, type RevealReason } from '../words/people.ts';
import { personWords } from '../words/people-person.ts';
import { ReasonChoice } from './reason-choice.tsx';
import { Trouble } from './trouble.tsx';

const shownForMs = 60_000;
type Clear = ConsoleAnswer<'reveal'>;

/** Seconds left of a minute that begins now; `over` is called at its end, also when the computer slept meanwhile. */
const useMinute = (over: () => void): number => {
  const [secondsLeft, setSecondsLeft] = useState(shownForMs / 1000);
  useEffect(() => {
    const endsAt = Date.now() + shownForMs;
    const timer = setInterval(() => {
      const left = Math.ceil((endsAt - Date.now()) / 1000);
      if (left <= 0) over();
      else setSecondsLeft(left);
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return secondsLeft;
};

const Shown = ({ clear, isCourier, onHide }: { clear: Clear; isCourier: boolean; onHide(): void }) => {
  const words = useWords(peopleWords);
  const { email } = useWords(personWords);
  const secondsLeft = useMinute(onHide);
  const lines = [
    ...(isCourier ? [] : [[words.column.room, clear.room] as const]),
    [words.column.name, clear.name] as const,
    [words.column.phone, clear.phone] as const,
    [email, clear.email] as const,
  ];
  return (
    <section class="clear-data" data-clear>
      <dl>
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text || words.notKnown}</dd>
          </div>
        ))}
      </dl>
      <p class="clear-foot">
        <span class="soft">
          <Icon name="clock" /> {words.reveal.left(secondsLeft)}
        </span>
        <Button does="hide" icon="close" onTap={onHide}>
          {words.reveal.hide}
        </Button>
      </p>
    </section>
  );
};

const AskWhy = (props: { personId: string; onClose(): void; onClear(clear: Clear): void }) => {
  const words = useWords(peopleWords).reveal;
  const asked = useAsk('reveal');
  const open = async (reason: RevealReason): Promise<void> => {
    const clear = await asked.send({ subject: props.personId, reason });
    if (clear !== null) props.onClear(clear);
  };
  return (
    <Dialog name="reveal" title={words.title} icon="eye" onClose={props.onClose}>
      <p>{words.lead}</p>
      <Trouble of={asked.trouble} />
      <ReasonChoice isBusy={asked.isBusy} onChoose={(reason) => void open(reason)} />
    </Dialog>
  );
};

/** The button and what it opens. Closing what it stands in closes the data. */
export const Reveal = ({ row }: { row: PersonRow }) => {
  const words = useWords(peopleWords).reveal;
  const [isAsking, setAsking] = useState(false);
  const [clear, setClear] = useState<Clear | null>(null);
  if (clear) return <Shown clear={clear} isCourier={row.role === 'courier'} onHide={() => setClear(null)} />;
  return (
    <div>
      <Button does="reveal" icon="eye" onTap={() => setAsking(true)}>
        {words.button}
      </Button>
      {isAsking && (
        <AskWhy
          personId={row.personId}
          onClose={() => setAsking(false)}
          onClear={(shown) => {
            setAsking(false);
            setClear(shown);
          }}
        />
      )}
    </div>
  );
};
