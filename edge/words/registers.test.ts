// Every register is complete in four languages and names the clause of each of its columns.
import assert from 'node:assert/strict';
import { language } from '../contract/ids.ts';
import { vocabularies } from './registers/vocabulary.ts';
import { registerInfo, registerName, registersOf } from './registers.ts';

const all = [...registersOf({ mail: '邮件签收表' }), ...registersOf({ mail: '邮件签收登记表' })];

describe('the registers of a site', () => {
  it('are known by the office’s name and number', () => {
    const [first, , , second] = all;
    assert.ok(first && second);
    assert.equal(registerName(first, 'zh-CN'), '邮件签收表（WY7.5.4-G01-F3）');
    assert.equal(registerName(second, 'zh-CN'), '邮件签收登记表（WY7.5.4-G01-F1）');
    assert.deepEqual(first.columns, second.columns);
  });

  for (const register of all)
    it(`have every title and label in every language, each column once, with its clause (${register.title['zh-CN']})`, () => {
      const { columns } = register;
      assert.equal(new Set(columns.map(({ key }) => key)).size, columns.length);
      for (const speech of language.options) {
        assert.notEqual(register.title[speech], '');
        assert.equal(new Set(columns.map(({ label }) => label[speech])).size, columns.length);
      }
      for (const { source, parts, width } of columns) {
        assert.match(source, /^(外财|项财) \d/);
        assert.ok(width >= 5);
        assert.ok(parts.length === 1 || parts.every(({ as }) => as !== 'signature'));
      }
    });

  it('have a word for every coded value in every language', () => {
    for (const words of Object.values(vocabularies))
      for (const word of Object.values(words)) for (const speech of language.options) assert.notEqual(word[speech], '');
  });

  it('tell the console which column is signed', () => {
    const signed = all.map((register) => registerInfo(register).columns.filter((one) => one.isSignature).length);
    assert.deepEqual(signed, [1, 1, 0, 1, 1, 0]);
  });
});
