// The settings file: what it may hold, and that every mistake in it is named without showing its secrets.
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { carriersOf } from './carriers.ts';
import { readNoticesSettings } from './settings.ts';

const secret = 'hidden-0123456789abcdef0123456789abcdef';
const sms = {
  url: 'https://sms.example/send',
  body: { type: 'form', content: { key: secret, to: '{{phone}}', text: '{{text}}' } },
};
const mail = {
  host: 'smtp.example',
  port: 465,
  security: 'tls',
  user: 'u',
  password: secret,
  from: 'n@menfang.example',
};
const webhook = { url: 'https://hook.example/in', secret };

describe('the settings of notices', () => {
  let folder = '';
  const write = (content: unknown, mode = 0o600): void => {
    const file = join(folder, 'notices.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    chmodSync(file, mode);
  };
  const names = () =>
    carriersOf(readNoticesSettings(folder), { timeZone: 'Asia/Shanghai', now: () => 0 }).map(({ name }) => name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'notices-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are none without a file: no carriers, the usual quiet hours', () => {
    assert.deepEqual(readNoticesSettings(folder), { order: [], quiet: { from: '22:00', to: '08:00' } });
    assert.deepEqual(names(), []);
  });

  it('ask SMS first, then mail, then the webhook', () => {
    write({ webhook, mail, sms });
    assert.deepEqual(names(), ['sms', 'mail', 'webhook']);
  });

  it('ask in the order they name', () => {
    write({ webhook, mail, sms, order: ['webhook', 'sms', 'mail'] });
    assert.deepEqual(names(), ['webhook', 'sms', 'mail']);
  });

  it('are taken as the README shows them', () => {
    const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');
    const [mailExample = '', hookExample = '', ...smsExamples] = [...page.matchAll(/```json\n(.*?)```/gs)].map(
      ([, block = '']) => block,
    );
    assert.equal(smsExamples.length, 3);
    for (const block of smsExamples) {
      write(`{"sms": ${block}, "mail": ${mailExample}, "webhook": ${hookExample}}`);
      assert.deepEqual(names(), ['sms', 'mail', 'webhook']);
    }
  });

  it('are refused while others on the machine can read them', () => {
    write({ webhook }, 0o640);
    assert.throws(() => readNoticesSettings(folder), /chmod 600/);
  });

  const signed = (step: object, over: object = {}) => ({ sms: { ...sms, sign: [step], ...over } });
  const hmac = { name: 'sign', algorithm: 'hmac-sha256', key: secret, over: '{{phone}}' };
  const mistakes: [string, unknown, RegExp][] = [
    ['text that is not JSON', `{"mail": {"password": "${secret}"`, /notices\.json: not JSON/],
    ['a list', [secret], /expected object/],
    ['an unknown field', { mial: mail }, /"mial"/],
    ['a port of another kind', { mail: { ...mail, port: secret } }, /mail\.port/],
    ['an unencrypted mail server', { mail: { ...mail, security: 'none' } }, /mail\.security/],
    ['a user without password', { mail: { ...mail, password: undefined } }, /mail\.password/],
    ['a sender that is no address', { mail: { ...mail, from: secret } }, /mail\.from/],
    ['an unencrypted webhook', { webhook: { ...webhook, url: `http://hook.example/${secret}` } }, /webhook\.url/],
    ['a password in an address', { webhook: { ...webhook, url: `https://u:${secret}@hook.example/` } }, /webhook\.url/],
    ['a short webhook secret', { webhook: { ...webhook, secret: 'hidden' } }, /webhook\.secret/],
    ['an order that leaves one out', { mail, webhook, order: ['mail'] }, /order/],
    ['an order with what is not described', { mail, order: ['mail', 'sms'] }, /order/],
    ['an order that names one twice', { mail, order: ['mail', 'mail'] }, /order/],
    ['quiet hours of no clock', { quiet: { from: '22:00', to: '24:00' } }, /quiet\.to/],
    ['quiet hours without end', { quiet: { from: '22:00', to: '22:00' } }, /quiet/],
    ['an unencrypted gateway', { sms: { ...sms, url: `http://sms.example/${secret}` } }, /sms\.url/],
    ['a host that a message chooses', { sms: { ...sms, url: 'https://{{site}}.example/' } }, /sms\.url/],
    ['a host that a message continues', { sms: { ...sms, url: 'https://sms.example{{phone}}/' } }, /sms\.url/],
    ['an unknown placeholder', { sms: { ...sms, url: 'https://sms.example/{{phon}}' } }, /sms\.url/],
    ['an open placeholder', { sms: { ...sms, url: 'https://sms.example/{{phone' } }, /sms\.url/],
    [
      'an unknown placeholder deep in the body',
      { sms: { ...sms, body: { type: 'json', content: { a: [{ b: '{{cod}}' }] } } } },
      /sms\.body\.content\.a\[?\.?0\]?\.b/,
    ],
    ['a body on a GET', { sms: { ...sms, method: 'GET' } }, /sms\.body/],
    ['a template nobody named', { sms: { ...sms, url: 'https://sms.example/{{template}}' } }, /sms\.templates/],
    ['an hmac without key', signed({ ...hmac, key: undefined }), /sms\.sign\[?\.?0\]?\.key/],
    ['a digest with key', signed({ ...hmac, algorithm: 'md5' }), /sms\.sign\[?\.?0\]?\.key/],
    ['a key of a step to come', signed({ ...hmac, key: { step: 'sign' } }), /sms\.sign\[?\.?0\]?\.key/],
    ['a step over itself', signed({ ...hmac, over: '{{sign}}' }), /sms\.sign\[?\.?0\]?\.over/],
    ['a step named as a value', signed({ ...hmac, name: 'phone' }), /sms\.sign\[?\.?0\]?\.name/],
    [
      'a signature of the body within the body',
      signed({ ...hmac, over: '{{body}}' }, { body: { type: 'json', content: { s: '{{sign}}' } } }),
      /sms\.sign\[?\.?0\]?\.over/,
    ],
  ];
  for (const [name, content, field] of mistakes) {
    it(`name the field of ${name}`, () => {
      write(content);
      assert.throws(
        () => readNoticesSettings(folder),
        ({ message }: Error) => {
          assert.match(message, field);
          assert.ok(message.includes(join(folder, 'notices.json')));
          assert.ok(!message.includes('hidden'), message);
          return true;
        },
      );
    });
  }
});
