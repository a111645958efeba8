// The published contract says of every route what the table says, and what it takes.
import assert from 'node:assert/strict';
import { consoleFiles, consoleRoutes } from '../contract/console/routes.ts';
import { routes } from '../contract/routes.ts';
import { consoleApi, terminalApi } from './openapi.ts';

interface Document {
  paths: Record<
    string,
    Record<string, { security?: unknown[]; parameters?: { name: string }[]; requestBody?: object }>
  >;
}
const addressesOf = (document: object): string[] =>
  Object.entries((document as Document).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
const written = ({ method = 'get', path }: { method?: string; path: string }): string =>
  `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;

describe('the published contract', () => {
  it('names every route of a terminal and no other', () => {
    assert.deepEqual(addressesOf(terminalApi('1')).sort(), Object.values(routes).map(written).sort());
  });

  it('names every route and download of the console and no other', () => {
    const table = [...Object.values(consoleRoutes), ...Object.values(consoleFiles)];
    assert.deepEqual(addressesOf(consoleApi('1')).sort(), table.map(written).sort());
  });

  it('says which routes want a sign-in, and what they are asked by', () => {
    const { paths } = consoleApi('1') as Document;
    assert.equal(paths['/api/console/sessions']?.post?.security, undefined);
    assert.ok(paths['/api/console/sessions']?.post?.requestBody);
    assert.deepEqual(paths['/api/console/items']?.get?.security, [{ cookie: [] }]);
    const asked = paths['/api/console/registers/{id}']?.get?.parameters?.map(({ name }) => name) ?? [];
    for (const name of ['id', 'from', 'to', 'language']) assert.ok(asked.includes(name), name);
  });
});
