// Carriers that a field or filter suggests: those the edge knows by their waybills, then others that are usual here.
import { useConsole, useWords } from '../hooks.ts';
import { deskReceive } from '../words/desk-receive.ts';

export const useCarriers = (): readonly string[] => {
  const { session } = useConsole();
  const { carriers } = useWords(deskReceive);
  return [...new Set([...(session.value?.carriers ?? []), ...carriers])];
};
