// The names a console has, and the browser that opens it, in words.
import assert from 'node:assert/strict';
import { browserOf } from './browser.ts';
import { namesOf } from './origin.ts';

describe('the names of a console', () => {
  it('begin with the one for links: a given name, else the address it listens at', () => {
    assert.equal(namesOf({ host: '0.0.0.0', names: ['gate.example', '10.0.0.5'] })[0], 'gate.example');
    assert.equal(namesOf({ host: '10.0.0.5', names: [] })[0], '10.0.0.5');
    assert.equal(namesOf({ host: 'fd00::5', names: [] })[0], '[fd00::5]');
    for (const host of ['0.0.0.0', '::']) assert.equal(namesOf({ host, names: [] })[0], 'localhost');
  });

  it('always include this machine’s own, and never a wildcard', () => {
    const names = namesOf({ host: '::', names: ['gate.example'] });
    for (const name of ['gate.example', 'localhost', '127.0.0.1', '[::1]']) assert.ok(names.includes(name));
    assert.equal(names.includes('[::]'), false);
  });
});

describe('a browser in a few words', () => {
  it('is its maker and its system, and nothing else of what it says', () => {
    const agents: [string | undefined, string][] = [
      ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge · Windows'],
      ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox · Linux'],
      ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari · iOS'],
      ['<script>', ''],
      [undefined, ''],
    ];
    for (const [agent, words] of agents) assert.equal(browserOf(agent), words);
  });
});
