// The way to the first account: a one-time link in a file that only the machine's owner reads, while nobody has an account [safety: codes 8].
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Console } from './api/console/console.ts';
import type { Dispatch } from './dispatch.ts';
import { replaceSecret } from './secrets/secret-file.ts';

export const enrolmentFile = (data: string): string => join(data, 'enrolment-link');

/** Writes a new link when nobody has an account, and takes it away once it is used or over. Answers how to stop looking. */
export const offerEnrolment = async (
  data: string,
  { console, dispatch }: { console: Console; dispatch: Dispatch },
): Promise<() => void> => {
  const file = enrolmentFile(data);
  const take = (): void => rmSync(file, { force: true });
  take();
  if ([...dispatch.state.all('staff')].length > 0) return () => undefined;
  const offered = await console.invite(['technician']);
  if ('refused' in offered) throw new Error(`the first account cannot be offered: ${offered.refused}`);
  const { invitationId, link } = offered.body;
  replaceSecret(file, `${link}\n`);
  const off = dispatch.onChange(() => {
    if (dispatch.state.get('invitations', invitationId)) return;
    take();
    off();
  });
  return off;
};
