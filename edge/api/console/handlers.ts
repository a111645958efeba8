// What the console's server calls for each route of its table: the shapes of asking and answering.

import type { z } from 'zod';
import type {
  ConsoleAnswer,
  ConsoleFile,
  ConsoleQuery,
  ConsoleRequest,
  ConsoleRoute,
  consoleFiles,
  consoleRoutes,
} from '../../contract/console/routes.ts';
import type { By } from '../../contract/desk-commands.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { StaffRole } from '../../contract/rights.ts';
import type { Reply } from '../answers.ts';

/** Whoever is signed in asks; right, session, body and query are checked by then. */
export interface Asked<N extends ConsoleRoute> {
  by: By;
  roles: readonly StaffRole[];
  body: ConsoleRequest<N>;
  query: ConsoleQuery<N>;
  /** The `:id` of the path; empty when it has none. */
  params: { id: string };
}

/** Somebody not known yet asks. `where` describes the browser; `sessionId` is the sign-in the browser still shows, if it is live. */
export interface Visiting<N extends ConsoleRoute> {
  body: ConsoleRequest<N>;
  where: string;
  sessionId: string | null;
}

export interface AskedFile<N extends ConsoleFile> extends Omit<Asked<ConsoleRoute>, 'body' | 'query'> {
  query: (typeof consoleFiles)[N]['query'] extends infer S extends z.ZodType ? z.infer<S> : undefined;
}

type OpenRoute = { [N in ConsoleRoute]: (typeof consoleRoutes)[N]['right'] extends 'anyone' ? N : never }[ConsoleRoute];

export type ConsoleReply<N extends ConsoleRoute> = Reply<ConsoleAnswer<N>>;
/** A download; `name` is what the browser saves it as. */
export type FileReply = { type: string; name: string; body: Buffer | string } | Refusal;

/** One function for each route; a part's `openX` returns a `Pick` of these. The stream is the server's own. */
export type Handlers = {
  [N in Exclude<ConsoleRoute, OpenRoute | 'follow'>]: (asked: Asked<N>) => Promise<ConsoleReply<N>>;
} & { [N in OpenRoute]: (visiting: Visiting<N>) => Promise<ConsoleReply<N>> };
export type FileHandlers = { [N in ConsoleFile]: (asked: AskedFile<N>) => Promise<FileReply> };
