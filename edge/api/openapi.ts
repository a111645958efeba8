// The published contract of the HTTP side, made of the same schemas that check every request.
import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { id } from '../contract/ids.ts';
import { refusal } from '../contract/refusals.ts';
import { routes } from '../contract/routes.ts';
import { statusOf } from './answers.ts';

const refusalStatuses = [...new Set(Object.values(statusOf))].sort();

/** OpenAPI 3.1 of every route in the contract. */
export const openApi = (version: string): object => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'visit', { type: 'apiKey', in: 'cookie', name: 'visit' });
  for (const [operationId, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const type = 'event' in route ? 'text/event-stream' : 'application/json';
    registry.registerPath({
      operationId,
      method: route.method,
      path,
      summary: route.summary,
      ...(route.visit && { security: [{ visit: [] }] }),
      request: {
        ...(path.includes('{') && { params: z.strictObject({ visitId: id }) }),
        ...('request' in route && {
          body: { required: true, content: { 'application/json': { schema: route.request } } },
        }),
      },
      responses: {
        [route.status]: { description: route.summary, content: { [type]: { schema: route.answer } } },
        ...Object.fromEntries(
          refusalStatuses.map((status) => [
            status,
            { description: 'Refused: what to do next', content: { 'application/json': { schema: refusal } } },
          ]),
        ),
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Menfang kiosk terminal', version },
  });
};
