// The published contract of the HTTP side, made of the same schemas that check every request.
import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { consoleFiles, consoleRoutes } from '../contract/console/routes.ts';
import { id } from '../contract/ids.ts';
import { refusal } from '../contract/refusals.ts';
import { routes } from '../contract/routes.ts';
import { statusOf } from './answers.ts';

interface Published {
  operationId: string;
  method: 'get' | 'post';
  path: string;
  summary: string;
  status: number;
  type: string;
  answer: z.ZodType;
  request?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  /** Needs the cookie. */
  guarded: boolean;
}
interface Api {
  title: string;
  version: string;
  /** Its cookie is the proof of who asks. */
  cookie: string;
  routes: Published[];
}

const refusalStatuses = [...new Set(Object.values(statusOf))].sort();
const refused = Object.fromEntries(
  refusalStatuses.map((status) => [
    status,
    { description: 'Refused: what to do next', content: { 'application/json': { schema: refusal } } },
  ]),
);

/** A register goes by its name, all else by an id. */
const paramsOf = (path: string) => {
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const isName = path.includes('/registers/');
  return names.length === 0
    ? undefined
    : z.strictObject(Object.fromEntries(names.map((name) => [name, isName ? z.string() : id])));
};

const documentOf = ({ title, version, cookie, routes: published }: Api): object => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'cookie', { type: 'apiKey', in: 'cookie', name: cookie });
  for (const { operationId, method, path, summary, status, type, answer, request, query, guarded } of published) {
    const params = paramsOf(path);
    registry.registerPath({
      operationId,
      method,
      path: path.replaceAll(/:(\w+)/g, '{$1}'),
      summary,
      ...(guarded && { security: [{ cookie: [] }] }),
      request: {
        ...(params && { params }),
        ...(query && { query: query as z.ZodObject }),
        ...(request && { body: { required: true, content: { 'application/json': { schema: request } } } }),
      },
      responses: { [status]: { description: summary, content: { [type]: { schema: answer } } }, ...refused },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title, version },
  });
};

/** OpenAPI 3.1 of every route of a kiosk terminal. */
export const terminalApi = (version: string): object =>
  documentOf({
    title: 'Menfang kiosk terminal',
    version,
    cookie: 'visit',
    routes: Object.entries(routes).map(([operationId, route]) => ({
      ...route,
      operationId,
      type: 'event' in route ? 'text/event-stream' : 'application/json',
      request: 'request' in route ? route.request : undefined,
      guarded: route.visit,
    })),
  });

/** OpenAPI 3.1 of every route and download of the console. */
export const consoleApi = (version: string): object =>
  documentOf({
    title: 'Menfang console',
    version,
    cookie: '__Host-menfang',
    routes: [
      ...Object.entries(consoleRoutes).map(([operationId, route]) => ({
        ...route,
        operationId,
        summary: `${route.summary} (${route.right})`,
        status: 'status' in route ? route.status : 200,
        type: 'event' in route ? 'text/event-stream' : 'application/json',
        request: 'request' in route ? route.request : undefined,
        query: 'query' in route ? route.query : undefined,
        guarded: route.right !== 'anyone',
      })),
      ...Object.entries(consoleFiles).map(([operationId, file]) => ({
        ...file,
        operationId,
        method: 'get' as const,
        summary: `Download (${file.right})`,
        status: 200,
        type: 'application/octet-stream',
        answer: z.string(),
        guarded: true,
      })),
    ],
  });
