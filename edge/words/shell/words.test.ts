// The shell speaks four languages, each written by itself.
import assert from 'node:assert/strict';
import { language } from '../../contract/ids.ts';
import { dictionary, isLanguage, languageOf } from './dictionary.ts';

const facts = {
  verb: 'people import',
  option: '--colour',
  given: 'fr',
  wanted: ['csv'],
  field: 'card',
  action: 'x',
  file: '/f',
  kept: '/k',
  count: 2,
  line: 3,
  refused: 'door-busy',
  remedy: '',
  process: 'process 7',
  finding: 'edited',
  epoch: 1,
  seq: 2,
  detail: '/d',
  port: '8883',
};

/** Every text of a dictionary by its path; functions are called with facts that fit all of them. */
const texts = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return texts(path.endsWith('rowLine') ? value(3, 'x', 'y') : value(facts), path);
  return Object.entries(value ?? {}).flatMap(([name, inner]) => texts(inner, `${path}/${name}`));
};

/** What stays as it is in every language: commands, options, files, names of the environment and of formats. */
const machineWords =
  /\b(desk|guard|supervisor|approver|technician|manager|auditor|console)\b|menfang run|menfang( (people|card|parcel|release|call)( (list|import|compartment))?| (status|--help))?|--[a-z]+|\.?\/?[a-z]+\.json|\.csv|\.\/data|[A-Z]+_[A-Z]+|LANG|zh-(CN|HK|TW)|\ben\b|JSON|CSV UTF-8|UTF-8|CSV|QR Code|MB|chmod 600|process 7|door-busy|people import|fr\b|\/[fkd]\b|x|y/g;

const chinese = ['zh-CN', 'zh-HK', 'zh-TW'] as const;

describe('the words of the shell', () => {
  for (const speech of language.options)
    it(`are all there in ${speech}`, () => {
      const said = texts(dictionary[speech]);
      assert.ok(said.length > 200);
      const mayBeEmpty = /^\/option\/(json|help)\/value$/;
      assert.deepEqual(
        said.filter(([path, text]) => text.trim() === '' && !mayBeEmpty.test(path)),
        [],
      );
    });

  it('have no Chinese in English', () => {
    assert.deepEqual(
      texts(dictionary.en).filter(([, text]) => /\p{Script=Han}/u.test(text)),
      [],
    );
  });

  for (const speech of chinese) {
    it(`have no English in ${speech}, but for commands, options and files`, () => {
      const foreign = texts(dictionary[speech]).filter(([, text]) =>
        /[A-Za-z]/.test(text.replaceAll(machineWords, '')),
      );
      assert.deepEqual(foreign, []);
    });

    it(`are punctuated as Chinese is in ${speech}`, () => {
      assert.deepEqual(
        texts(dictionary[speech]).filter(([, text]) => /\p{Script=Han}[,;?()]/u.test(text)),
        [],
      );
    });
  }

  it('are written for their place, not converted', () => {
    const all = (speech: (typeof chinese)[number]): string =>
      texts(dictionary[speech])
        .map(([, text]) => text)
        .join('');
    assert.match(all('zh-CN'), /快递柜.*快递员|快递员.*快递柜/s);
    assert.match(all('zh-HK'), /速遞員/);
    assert.match(all('zh-HK'), /智能櫃/);
    assert.match(all('zh-TW'), /物流人員/);
    assert.match(all('zh-TW'), /包裹櫃/);
    assert.doesNotMatch(all('zh-TW'), /智能櫃|速遞員|屏幕|證書|密鑰|網絡|軟件/);
    assert.doesNotMatch(all('zh-HK') + all('zh-TW'), /[门关开进这请个时码录发后从证书档号设备没无处]/);
  });

  it('follow the environment as POSIX does, and are zh-CN where it says nothing', () => {
    const cases: [Record<string, string>, string][] = [
      [{}, 'zh-CN'],
      [{ LANG: 'C' }, 'zh-CN'],
      [{ LANG: 'C.UTF-8' }, 'zh-CN'],
      [{ LANG: 'POSIX' }, 'zh-CN'],
      [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
      [{ LANG: 'zh_SG' }, 'zh-CN'],
      [{ LANG: 'zh_HK.UTF-8' }, 'zh-HK'],
      [{ LANG: 'zh_MO' }, 'zh-HK'],
      [{ LANG: 'zh_TW.UTF-8' }, 'zh-TW'],
      [{ LANG: 'zh-Hant-TW' }, 'zh-TW'],
      [{ LANG: 'zh-Hant-HK' }, 'zh-HK'],
      [{ LANG: 'en_US.UTF-8' }, 'en'],
      [{ LANG: 'en' }, 'en'],
      [{ LANG: 'zh_TW.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
      [{ LANG: 'en_US', LC_MESSAGES: 'en_US', LC_ALL: 'zh_HK.UTF-8' }, 'zh-HK'],
      [{ LANG: 'zh_TW', LC_ALL: '' }, 'zh-TW'],
      [{ LANG: 'fr_FR.UTF-8' }, 'zh-CN'],
    ];
    for (const [environment, speech] of cases)
      assert.equal(languageOf(environment), speech, JSON.stringify(environment));
  });

  it('know a language by its own name only', () => {
    assert.equal(isLanguage('zh-HK'), true);
    assert.equal(isLanguage('toString'), false);
  });
});
