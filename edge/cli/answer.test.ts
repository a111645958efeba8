// Answers and refusals as people read them, in their own language.
import assert from 'node:assert/strict';
import { rowProblem } from '../api/people-file.ts';
import { deny, type Said } from '../api/said.ts';
import { language } from '../contract/ids.ts';
import { dictionary } from '../words/shell/dictionary.ts';
import { answer } from './answer.ts';

const placedAt = new Date(2026, 10, 21, 14, 5, 9).getTime();
const status: Said = {
  ok: true,
  data: {
    head: { epoch: 1, seq: 2, hash: 'ab' },
    people: 3,
    parcels: [{ holdId: '7', status: 'notified', place: { cabinet: '1', compartment: 7 }, placedAt }],
    cabinets: [{ cabinet: '1', presence: 'silent', faults: ['board-silent', 'line-noise'] }],
    blocked: [],
    alerts: [{ id: '9', kind: 'held-open', subject: '1/7', since: placedAt }],
    bridges: { '2': true },
    hq: null,
    notices: { carriers: ['sms'], sent: 1, failed: 0, waiting: 0, givenUp: 0 },
  },
};

describe('an answer of the shell', () => {
  it('names every thing and every value in Chinese, and times by the clock of the place', () => {
    for (const speech of ['zh-CN', 'zh-HK', 'zh-TW'] as const)
      assert.doesNotMatch(answer(dictionary[speech], status).replaceAll(/\bab\b/g, ''), /[A-Za-z]/, speech);
    const text = answer(dictionary['zh-CN'], status);
    assert.match(text, /^人数：3$/m);
    assert.match(text, /状态 待领取 · 位置 快递柜 1 · 格口 7 · 存入时间 2026-11-21 14:05:09/);
    assert.match(text, /连接 无响应 · 故障 锁控板无响应 · 线路有干扰/);
    assert.match(text, /^停用的格口：无$/m);
    assert.match(text, /名称 2 · 连接 在线/);
    assert.match(text, /^总部：无$/m);
  });

  it('that has nothing to tell says that it is done', () => {
    const texts = language.options.map((speech) => answer(dictionary[speech], { ok: true, data: {} }));
    assert.deepEqual(texts, ['已完成。', '已完成。', '已完成。', 'Done.']);
  });

  it('of nobody says so', () => {
    assert.equal(answer(dictionary['zh-CN'], { ok: true, data: [] }), '无');
  });

  it('tells the next step in the language, whatever the machine is told', () => {
    const said: Said = {
      ok: true,
      data: { site: '1', next: dictionary.en.next['check-compartments'] },
      next: 'check-compartments',
    };
    assert.match(answer(dictionary['zh-CN'], said), /^下一步：所有格口都已暂停/m);
    assert.doesNotMatch(answer(dictionary['zh-TW'], said), /every compartment/);
  });

  it('that is a refusal names rows by line and by the heading of their language', () => {
    const denied = deny({ code: 'rows-wrong', facts: { count: 2 } }, [
      rowProblem(3, 'phone', { code: 'phone', facts: {} }),
      rowProblem(5, 'cards', { code: 'card-twice', facts: { line: 4 } }),
      rowProblem(0, 'file', { code: 'not-csv', facts: {} }),
    ]);
    assert.deepEqual(answer(dictionary['zh-CN'], denied).split('\n'), [
      '有 2 处需要修改，本次没有导入任何人。',
      '  第 3 行“手机”：手机号只能填数字',
      '  第 5 行“卡号”：这张卡在第 4 行已经出现过',
      '  整个文件：这不是 CSV 文件，请另存为“CSV UTF-8”',
    ]);
    assert.match(answer(dictionary['zh-TW'], denied), /第 3 列「手機」：手機只能填數字/);
    assert.match(answer(dictionary.en, denied), /line 5, cards: card is also on line 4/);
    // Machines read the same in every language.
    assert.equal(denied.problem, '2 problems; nothing was imported');
    assert.deepEqual(denied.problems?.map(({ code, remedy }) => [code, remedy]).at(1), [
      'card-twice',
      'card is also on line 4',
    ]);
  });

  it('keeps to their language also the rows that a partial import left out', () => {
    const problems = [rowProblem(2, 'room', { code: 'room-missing', facts: {} })];
    const text = answer(dictionary['zh-HK'], { ok: true, data: { imported: 1, problems } });
    assert.deepEqual(text.split('\n'), ['已匯入人數：1', '略過的行：', '  第 2 行「單位」：住戶必須填寫單位']);
  });
});
