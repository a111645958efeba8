// What the console sends is what the contract takes, to where the contract has it.
import assert from 'node:assert/strict';
import {
  type ConsoleFile,
  type ConsoleRoute,
  consoleFiles,
  consoleRoutes,
} from '../../edge/contract/console/routes.ts';
import { sampleId } from '../samples.fixture.ts';
import { letterOf } from './edge.ts';
import {
  type AskRoute,
  asks,
  fileAddress,
  files,
  pathOf,
  type ReadRoute,
  reads,
  root,
  withoutCommandId,
} from './routes.ts';

const isRoute = (name: string): name is ConsoleRoute => Object.hasOwn(consoleRoutes, name);

describe('the paths of the console', () => {
  it('are those of the contract, every one with its method', () => {
    const ours = [
      ...Object.entries(asks).map(([name, path]) => [name, 'post', `${root}${path}`]),
      ...Object.entries(reads).map(([name, path]) => [name, 'get', `${root}${path}`]),
      ['follow', 'get', `${root}/stream`],
    ];
    const theirs = Object.entries(consoleRoutes).map(([name, { method, path }]) => [name, method, path]);
    assert.deepEqual(ours.sort(), theirs.sort());
  });

  it('of downloads are those of the contract', () => {
    for (const name of Object.keys(files) as ConsoleFile[])
      assert.equal(`${root}${files[name]}`, consoleFiles[name].path);
    assert.equal(Object.keys(files).length, Object.keys(consoleFiles).length);
  });

  it('carry an id and a query, and leave out what is not asked for', () => {
    assert.equal(pathOf(reads.readItem, { id: 'a/b' }), `${root}/items/a%2Fb`);
    assert.equal(
      fileAddress('itemsCsv', { query: { list: 'due', search: '', carrier: undefined, limit: 5 } }),
      `${root}/items-csv?list=due&limit=5`,
    );
  });
});

describe('a command of the console', () => {
  const takesId = (name: AskRoute): boolean => {
    const route = isRoute(name) ? consoleRoutes[name] : undefined;
    const schema = route && 'request' in route ? route.request : undefined;
    return schema !== undefined && 'commandId' in schema.shape;
  };

  it('has an id of its own exactly where the contract takes one', () => {
    const bare = (Object.keys(asks) as AskRoute[]).filter((name) => !takesId(name));
    assert.deepEqual(bare.sort(), [...withoutCommandId].sort());
  });

  it('is well-formed as it leaves, and another one each time', () => {
    const body = { terminal: 'lobby-1' };
    const letter = letterOf('answerCall', body);
    assert.equal(consoleRoutes.answerCall.request.safeParse(letter.body).success, true);
    assert.notDeepEqual(letterOf('answerCall', body).body, letter.body);
    assert.deepEqual(letterOf('signOut', {}), { path: `${root}/session/end`, body: {} });
  });

  it('keeps the id that the page gave it, and drops it where none is taken', () => {
    const commandId = sampleId(1);
    assert.deepEqual(letterOf('answerCall', { terminal: 'lobby-1', commandId }).body, {
      terminal: 'lobby-1',
      commandId,
    });
    assert.deepEqual(letterOf('previewPeople', { csv: 'a', commandId }).body, { csv: 'a' });
  });
});

describe('a reading of the console', () => {
  it('needs an id exactly where its path has one', () => {
    const withId = (Object.keys(reads) as ReadRoute[]).filter((name) => reads[name].includes(':id'));
    assert.deepEqual(withId.sort(), ['readDoor', 'readItem', 'readOwnData', 'readRegister']);
  });
});
