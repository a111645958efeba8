// What the office answers at the shell: data, or a problem by its code, with the facts to say it in any language.
import type { CommandKind } from '../contract/commands.ts';
import type { Refusal } from '../contract/refusals.ts';
import { LedgerFault, type LedgerFaultKind } from '../ledger/ledger-fault.ts';
import { dictionary, sayProblem } from '../words/shell/dictionary.ts';
import type { NextStep, Problem } from '../words/shell/problem.ts';
import type { RowProblem } from './people-file.ts';

/**
 * `problem`, each row's `remedy` and the `next` in `data` are English, for machines; people are told in their own language by `code` and `facts`, and by the
 * `next` beside `data`.
 */
export type Said = { ok: true; data: unknown; next?: NextStep } | Denied;
export type Denied = { ok: false; problem: string; problems?: RowProblem[] } & Problem;

export const deny = (problem: Problem, problems?: RowProblem[]): Denied => ({
  ok: false,
  ...problem,
  problem: sayProblem(dictionary.en, problem),
  ...(problems && { problems }),
});

/** Something the caller or the machine got wrong, thrown from where no answer can be given. */
export class ShellFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(sayProblem(dictionary.en, problem), { cause });
    this.name = 'ShellFault';
    this.problem = problem;
  }
}

/** Why the domain refused this command, as the office says it. */
export const refusalProblem = (kind: CommandKind, { refused, field, remedy }: Refusal): Problem => {
  if (refused === 'cannot-record') return { code: 'cannot-record', facts: {} };
  if (refused === 'unknown-parcel') return { code: 'no-such-parcel', facts: {} };
  if (field === 'personId') return { code: kind === 'ReissueCode' ? 'no-such-courier' : 'no-such-person', facts: {} };
  if (field === 'card') return { code: kind === 'RevokeCard' ? 'card-unknown' : 'card-taken', facts: {} };
  if (field === 'room' || field === 'householdId') return { code: 'room-taken', facts: {} };
  return { code: 'refused', facts: { refused, remedy: remedy ?? '' } };
};

/** `file`: the ledger, backup or copy that was to be opened or made. */
const ledgerProblem: Record<LedgerFaultKind, (message: string, file: string) => Problem> = {
  held: (message) => ({ code: 'ledger-held', facts: { process: /process \d+/.exec(message)?.[0] ?? '' } }),
  newer: () => ({ code: 'ledger-newer', facts: {} }),
  'other-site': () => ({ code: 'ledger-other-site', facts: {} }),
  'not-a-ledger': () => ({ code: 'not-a-ledger', facts: {} }),
  damaged: (detail) => ({ code: 'ledger-damaged', facts: { detail } }),
  exists: (_message, file) => ({ code: 'file-exists', facts: { file } }),
};

interface SystemError extends Error {
  code: unknown;
  path?: string;
  port?: number;
}
const isSystemError = (error: unknown): error is SystemError => error instanceof Error && 'code' in error;

const systemProblem = ({ code, message, path = '', port }: SystemError): Problem => {
  if (code === 'ENOENT' && path !== '') return { code: 'no-such-file', facts: { file: path } };
  if ((code === 'EACCES' || code === 'EPERM') && path !== '') return { code: 'no-permission', facts: { file: path } };
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return { code: 'disk-full', facts: {} };
  if (code === 'EADDRINUSE' && port !== undefined) return { code: 'port-taken', facts: { port: String(port) } };
  return { code: 'system', facts: { detail: message } };
};

/**
 * What the world or the caller got wrong, in words. `file` is the ledger that was worked on. Undefined for everything else: that is a bug, and its thrower
 * ends as one.
 */
export const errorProblem = (error: unknown, file: string): Problem | undefined => {
  if (error instanceof ShellFault) return error.problem;
  if (error instanceof LedgerFault) return ledgerProblem[error.kind](error.message, file);
  if (isSystemError(error)) return systemProblem(error);
  if (!(error instanceof Error) || error.name !== 'Error') return undefined;
  const open = /chmod 600 (.+)$/.exec(error.message)?.[1];
  return open === undefined
    ? { code: 'system', facts: { detail: error.message } }
    : { code: 'open-to-others', facts: { file: open } };
};
