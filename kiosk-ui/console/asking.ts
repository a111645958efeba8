// One thing that a page asks the edge to do: busy while it is on its way, words when it was not done, the same command when the answer was lost.
import { useRef, useState } from 'preact/hooks';
import { newId } from '../kiosk/ids.ts';
import type { ConsoleAnswer, Refusal } from './contract.ts';
import type { Sent } from './edge.ts';
import { useConsole, useFrameWords } from './hooks.ts';
import type { AskRoute } from './routes.ts';

export interface Asked<N extends AskRoute> {
  isBusy: boolean;
  /** Why it was not done, until it is asked again. */
  trouble: Refusal | 'lost' | null;
  /** The same in words. */
  told: string | null;
  /** Null when it was not done: `told` says why. */
  send(body: Sent<N>): Promise<ConsoleAnswer<N> | null>;
}

/** `name` is asked by this component; one request at a time. */
export const useAsk = <N extends AskRoute>(name: N): Asked<N> => {
  const { ask } = useConsole();
  const words = useFrameWords().refused;
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | 'lost' | null>(null);
  const lost = useRef<{ body: string; commandId: string } | null>(null);
  return {
    isBusy,
    trouble,
    told: trouble === null ? null : words[trouble === 'lost' ? 'lost' : trouble.refused],
    send: async (body) => {
      const text = JSON.stringify(body);
      // It may have been done although no answer came: pressing again asks for the same, not for a second one.
      const commandId = lost.current?.body === text ? lost.current.commandId : newId();
      setBusy(true);
      setTrouble(null);
      const answer = await ask(name, { commandId, ...body });
      setBusy(false);
      lost.current = answer.kind === 'lost' ? { body: text, commandId } : null;
      if (answer.kind === 'answer') return answer.body;
      setTrouble(answer.kind === 'lost' ? 'lost' : answer.refusal);
      return null;
    },
  };
};
