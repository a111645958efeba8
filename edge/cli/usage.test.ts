// The help of every verb, in every language.
import assert from 'node:assert/strict';
import { language } from '../contract/ids.ts';
import { dictionary } from '../words/shell/dictionary.ts';
import type { VerbName } from '../words/shell/words.ts';
import { usage, verbOf } from './usage.ts';
import { verbs } from './verbs.ts';

const names = Object.keys(verbs) as VerbName[];

/** What stays as it is in every language: the verb, options, files, names of the environment, languages. */
const machineWords = /--[a-z]+|\.csv|\.\/data|site\.json|MENFANG_[A-Z]+|LC_[A-Z]+|LANG|zh-(CN|HK|TW)|\ben\b|JSON/g;

describe('the help of the menfang command', () => {
  for (const name of names) {
    it(`says of "${name}" something else in each language, under the same command`, () => {
      const helps = language.options.map((speech) => usage(dictionary[speech], name));
      assert.equal(new Set(helps).size, language.options.length);
      const lines = helps.map((help) => help.split('\n').find((line) => line.includes(`menfang ${name}`)) ?? '');
      assert.equal(new Set(lines).size, language.options.length);
      for (const line of lines) assert.ok(line.replace(`menfang ${name}`, '').trim() !== '');
    });

    it(`says of "${name}" no English word in Chinese`, () => {
      for (const speech of ['zh-CN', 'zh-HK', 'zh-TW'] as const) {
        const help = usage(dictionary[speech], name)
          .replace(`menfang ${name}`, '')
          .replace(/^menfang/, '');
        assert.doesNotMatch(help.replaceAll(machineWords, ''), /[A-Za-z]/, speech);
      }
    });
  }

  it('names all verbs at once, and what they do begins at the same column of the terminal', () => {
    for (const speech of language.options) {
      const lines = usage(dictionary[speech]).split('\n');
      const columns = names.map((name) => {
        const line = lines.find((one) => one.startsWith(`  menfang ${name} `));
        assert.ok(line, name);
        const before = line.slice(0, line.indexOf(dictionary[speech].about[name]));
        return before.replaceAll(/\p{Script=Han}/gu, '  ').length;
      });
      assert.equal(new Set(columns).size, 1, speech);
    }
  });

  it('finds the longest verb that fits the words', () => {
    assert.deepEqual(verbOf(['card', 'bind', 'a', 'b']), { name: 'card bind', args: ['a', 'b'] });
    assert.deepEqual(verbOf(['backup', 'x']), { name: 'backup', args: ['x'] });
    assert.equal(verbOf(['card']), undefined);
    assert.equal(verbOf(['toString']), undefined);
  });
});
