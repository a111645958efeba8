// The HTTP routes of the console, as data: the server mounts them, the OpenAPI document is made of them, the page calls them.
import type { z } from 'zod';
import type { Right } from '../rights.ts';
import { accountRoutes } from './account-routes.ts';
import { itemRoutes } from './item-routes.ts';
import * as items from './items.ts';
import { peopleRoutes } from './people-routes.ts';
import { registerRoutes } from './register-routes.ts';
import * as registers from './registers.ts';
import { type Route, root } from './route.ts';
import { siteRoutes } from './site-routes.ts';

export const consoleRoutes = {
  ...accountRoutes,
  ...siteRoutes,
  ...itemRoutes,
  ...peopleRoutes,
  ...registerRoutes,
} as const satisfies Record<string, Route>;

/** Downloads; bytes, made by the same handlers' rooms. */
export const consoleFiles = {
  registerCsv: { path: `${root}/registers/:id/csv`, right: 'read-registers', query: registers.registerQuery },
  registerXlsx: { path: `${root}/registers/:id/xlsx`, right: 'read-registers', query: registers.registerQuery },
  itemsCsv: { path: `${root}/items-csv`, right: 'see-items', query: items.itemsQuery },
  peopleCsv: { path: `${root}/people-csv`, right: 'export-people', query: undefined },
} as const satisfies Record<string, { path: string; right: Right; query: z.ZodType | undefined }>;

export type ConsoleRoute = keyof typeof consoleRoutes;
export type ConsoleFile = keyof typeof consoleFiles;
type RouteOf<N extends ConsoleRoute> = (typeof consoleRoutes)[N];
export type ConsoleRequest<N extends ConsoleRoute> =
  RouteOf<N> extends { request: infer S extends z.ZodType } ? z.infer<S> : undefined;
export type ConsoleQuery<N extends ConsoleRoute> =
  RouteOf<N> extends { query: infer S extends z.ZodType } ? z.infer<S> : undefined;
/** As the page writes it, before defaults. */
export type ConsoleAsked<N extends ConsoleRoute> =
  RouteOf<N> extends { query: infer S extends z.ZodType } ? z.input<S> : undefined;
export type ConsoleAnswer<N extends ConsoleRoute> = z.infer<RouteOf<N>['answer']>;
