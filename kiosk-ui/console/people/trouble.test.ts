// Why something about a person was not done: the words of the field before those of the code.
import assert from 'node:assert/strict';
import { peopleZhCn } from '../words/people-zh-cn.ts';
import { zhCn } from '../words/zh-cn.ts';
import { troubleText } from './trouble-text.ts';

const speech = { frame: zhCn, people: peopleZhCn };

describe('what is told when something about a person was not done', () => {
  it('is about the field that the edge names', () => {
    assert.match(troubleText({ refused: 'bad-request', field: 'card' }, speech), /卡/);
    assert.match(troubleText({ refused: 'bad-request', field: 'agreedBy' }, speech), /同意/);
    assert.equal(troubleText({ refused: 'bad-request', field: 'personId' }, speech), zhCn.refused['unknown-person']);
  });

  it('is that of the code when the field has no words, or only a word that every object knows', () => {
    assert.equal(troubleText({ refused: 'bad-request', field: 'toString' }, speech), zhCn.refused['bad-request']);
    assert.equal(troubleText({ refused: 'cannot-record' }, speech), zhCn.refused['cannot-record']);
    assert.equal(troubleText('lost', speech), zhCn.refused.lost);
  });

  it('names the manager when officials ask', () => {
    assert.match(troubleText({ refused: 'not-allowed', field: 'reason' }, speech), /经理/);
    assert.equal(troubleText({ refused: 'not-allowed' }, speech), zhCn.refused['not-allowed']);
  });
});
