// Opening a compartment to take an item to the desk: the door that opens, and once more when it does not.
import { useState } from 'preact/hooks';
import { useAsk } from '../asking.ts';
import type { Door } from './contract.ts';
import { useIds } from './use-ids.ts';

export interface Fetching {
  door: { holdId: string; visitId: string; first: Door } | null;
  isBusy: boolean;
  told: string | null;
  start(holdId: string): Promise<void>;
}

export const useFetch = (): Fetching => {
  const { isBusy, told, send } = useAsk('fetch');
  const [n, setN] = useState(0);
  const { visitId } = useIds(String(n));
  const [door, setDoor] = useState<Fetching['door']>(null);
  return {
    door,
    isBusy,
    told,
    start: async (holdId) => {
      const answer = await send({ holdId, visitId });
      if (answer === null) return;
      setN(n + 1);
      setDoor(answer.door && { holdId, visitId, first: answer.door });
    },
  };
};
