// SMS through a local gateway: the usual Chinese gateways' ways of asking and signing, answers good and bad, and hostile words.
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { answerJson, SimulatedGateway } from './simulated-gateway.ts';
import { simulatedMessage } from './simulated-message.ts';
import { smsCarrier } from './sms.ts';
import { smsRecipe } from './sms-recipe.ts';
import { smsRequest } from './sms-request.ts';

const now = Date.parse('2026-11-20T16:05:09.250Z');
const timeZone = 'Asia/Shanghai';
const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Of all code points, lone surrogates among them. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points));

describe('SMS', () => {
  const gateway = new SimulatedGateway();
  before(() => gateway.start());
  after(() => gateway.stop());
  beforeEach(() => {
    gateway.asked.length = 0;
    gateway.answer = answerJson({ code: 0 });
  });

  const carrier = (recipe: object, timeoutMs = 5_000) =>
    smsCarrier({ recipe: smsRecipe.parse(recipe), timeZone, now: () => now, timeoutMs });
  const simple = () => ({
    url: `${gateway.url}/send`,
    body: { type: 'form', content: { to: '{{phone}}', text: '{{text}}' } },
    accepted: { json: { path: 'code', equals: 0 } },
  });

  it('goes through a gateway that takes a key and a text in a form', async () => {
    const recipe = {
      url: `${gateway.url}/v2/sms/single_send.json`,
      body: { type: 'form', content: { apikey: 'key&1', mobile: '{{phone}}', text: '【阳光】{{text}}' } },
      accepted: { json: { path: 'code', equals: 0 } },
    };
    assert.deepEqual(await carrier(recipe).send(simulatedMessage()), { sent: true });
    const { method, path, headers, body } = gateway.last;
    assert.deepEqual([method, path], ['POST', '/v2/sms/single_send.json']);
    assert.equal(headers['content-type'], 'application/x-www-form-urlencoded');
    assert.deepEqual(Object.fromEntries(new URLSearchParams(body)), {
      apikey: 'key&1',
      mobile: '13800138000',
      text: `【阳光】${simulatedMessage().text}`,
    });
  });

  it('goes through a gateway that signs a canonical request with one hmac', async () => {
    const signed = 'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version';
    const lines = (hash: string, time: string, nonce: string) =>
      `POST\n/\n\nhost:sms.example\nx-acs-action:SendSms\nx-acs-content-sha256:${hash}\nx-acs-date:${time}\nx-acs-signature-nonce:${nonce}\nx-acs-version:2017-05-25\n\n${signed}\n${hash}`;
    const recipe = {
      url: `${gateway.url}/`,
      headers: {
        Host: 'sms.example',
        'x-acs-action': 'SendSms',
        'x-acs-version': '2017-05-25',
        'x-acs-date': '{{isoTime}}',
        'x-acs-signature-nonce': '{{nonce}}',
        'x-acs-content-sha256': '{{bodyHash}}',
        Authorization: `ACS3-HMAC-SHA256 Credential=id,SignedHeaders=${signed},Signature={{signature}}`,
      },
      body: {
        type: 'form',
        content: {
          PhoneNumbers: '{{phone}}',
          SignName: '阳光花园',
          TemplateCode: '{{template}}',
          TemplateParam: { place: '{{placeLabel}}', code: '{{codeDigits}}' },
        },
      },
      templates: { arrival: 'SMS_1', reminder: 'SMS_2' },
      sign: [
        { name: 'bodyHash', algorithm: 'sha256', over: '{{body}}' },
        { name: 'canonicalHash', algorithm: 'sha256', over: lines('{{bodyHash}}', '{{isoTime}}', '{{nonce}}') },
        { name: 'signature', algorithm: 'hmac-sha256', key: 'secret', over: 'ACS3-HMAC-SHA256\n{{canonicalHash}}' },
      ],
      accepted: { json: { path: 'Code', equals: 'OK' } },
    };
    gateway.answer = answerJson({ Code: 'OK' });
    assert.deepEqual(await carrier(recipe).send(simulatedMessage({ kind: 'reminder' })), { sent: true });

    const { headers, body } = gateway.last;
    const form = new URLSearchParams(body);
    assert.deepEqual(JSON.parse(form.get('TemplateParam') ?? ''), { place: 'A07', code: '123456782' });
    assert.equal(form.get('TemplateCode'), 'SMS_2');
    assert.equal(headers['x-acs-date'], '2026-11-20T16:05:09Z');
    const canonical = lines(sha256(body), '2026-11-20T16:05:09Z', String(headers['x-acs-signature-nonce']));
    const expected = hmac('secret', `ACS3-HMAC-SHA256\n${sha256(canonical)}`).toString('hex');
    assert.ok(headers.authorization?.endsWith(`Signature=${expected}`));
  });

  it('goes through a gateway that derives its signing key in steps', async () => {
    const type = 'application/json; charset=utf-8';
    const recipe = {
      url: `${gateway.url}/`,
      headers: {
        'Content-Type': type,
        Host: 'sms.example',
        'X-TC-Timestamp': '{{timestamp}}',
        Authorization:
          'TC3-HMAC-SHA256 Credential=id/{{date}}/sms/tc3_request, SignedHeaders=content-type;host, Signature={{signature}}',
      },
      body: {
        type: 'json',
        content: {
          PhoneNumberSet: ['{{phoneE164}}'],
          TemplateId: '{{template}}',
          TemplateParamSet: ['{{place}}', '{{code}}'],
        },
      },
      templates: { arrival: '1', reminder: '2' },
      sign: [
        { name: 'bodyHash', algorithm: 'sha256', over: '{{body}}' },
        {
          name: 'canonicalHash',
          algorithm: 'sha256',
          over: `POST\n/\n\ncontent-type:${type}\nhost:sms.example\n\ncontent-type;host\n{{bodyHash}}`,
        },
        { name: 'dateKey', algorithm: 'hmac-sha256', key: 'TC3secret', over: '{{date}}' },
        { name: 'serviceKey', algorithm: 'hmac-sha256', key: { step: 'dateKey' }, over: 'sms' },
        { name: 'signingKey', algorithm: 'hmac-sha256', key: { step: 'serviceKey' }, over: 'tc3_request' },
        {
          name: 'signature',
          algorithm: 'hmac-sha256',
          key: { step: 'signingKey' },
          over: 'TC3-HMAC-SHA256\n{{timestamp}}\n{{date}}/sms/tc3_request\n{{canonicalHash}}',
        },
      ],
      accepted: { json: { path: 'Response.SendStatusSet.0.Code', equals: 'Ok' } },
    };
    gateway.answer = answerJson({ Response: { SendStatusSet: [{ Code: 'Ok' }] } });
    assert.deepEqual(await carrier(recipe).send(simulatedMessage()), { sent: true });

    const { headers, body } = gateway.last;
    assert.deepEqual(JSON.parse(body).PhoneNumberSet, ['+8613800138000']);
    assert.equal(headers['content-type'], type);
    const canonical = `POST\n/\n\ncontent-type:${type}\nhost:sms.example\n\ncontent-type;host\n${sha256(body)}`;
    const key = hmac(hmac(hmac('TC3secret', '2026-11-20'), 'sms'), 'tc3_request');
    const stamp = String(Math.floor(now / 1000));
    const text = `TC3-HMAC-SHA256\n${stamp}\n2026-11-20/sms/tc3_request\n${sha256(canonical)}`;
    assert.ok(headers.authorization?.endsWith(`Signature=${hmac(key, text).toString('hex')}`));
  });

  it('goes through a gateway with an md5 in its address and a basic header', async () => {
    const recipe = {
      url: `${gateway.url}/Accounts/acc/SMS?sig={{sig}}`,
      headers: { Authorization: '{{basic}}' },
      body: { type: 'json', content: { to: '{{phone}}', datas: ['{{code}}', 2, true, null] } },
      sign: [
        { name: 'sig', algorithm: 'md5', over: 'acctoken{{localStamp}}', encoding: 'hex-upper' },
        { name: 'basic', algorithm: 'plain', over: 'acc:{{localStamp}}', encoding: 'base64' },
      ],
    };
    assert.deepEqual(await carrier(recipe).send(simulatedMessage()), { sent: true });
    const { path, headers, body } = gateway.last;
    assert.equal(path, `/Accounts/acc/SMS?sig=${md5('acctoken20261121000509').toUpperCase()}`);
    assert.equal(headers.authorization, Buffer.from('acc:20261121000509').toString('base64'));
    assert.deepEqual(JSON.parse(body).datas, ['123 456 782', 2, true, null]);
  });

  it('goes through a gateway whose signature stands in the query or the body', async () => {
    const sign = [
      { name: 'sign', algorithm: 'hmac-sha1', key: 'k', over: '{{phone}}{{text}}{{nonce}}', encoding: 'base64' },
    ];
    const query = { method: 'GET', url: `${gateway.url}/?m={{phone}}&n={{nonce}}&c={{text}}&s={{sign}}`, sign };
    const inside = { ...simple(), body: { type: 'json', content: { n: '{{nonce}}', s: '{{sign}}' } }, sign };
    const expected = (nonce: string) =>
      createHmac('sha1', 'k').update(`13800138000${simulatedMessage().text}${nonce}`).digest('base64');

    await carrier(query).send(simulatedMessage());
    const params = new URL(gateway.last.path, gateway.url).searchParams;
    assert.equal(params.get('s'), expected(params.get('n') ?? ''));
    await carrier(inside).send(simulatedMessage());
    const { n, s } = JSON.parse(gateway.last.body);
    assert.equal(s, expected(n));
    assert.notEqual(n, params.get('n'));
  });

  it('keeps hostile words inside the field they were put into', () => {
    const recipe = (type: 'json' | 'form') =>
      smsRecipe.parse({
        url: 'https://sms.example/send/{{site}}?t={{text}}',
        headers: { 'x-text': '{{text}}' },
        body: { type, content: { text: '{{text}}', nested: { site: '{{site}}' }, tail: 'ok' } },
      });
    const words = fc.oneof(
      anyText,
      fc.constantFrom(
        '"}',
        '","admin":true,"',
        "'{{code}}",
        '&mobile=1',
        '\r\nx-evil: 1',
        '../..',
        '#?&=%',
        '\\"',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(words, words, (text, title) => {
        const stamp = { now, localStamp: '20261121000509', nonce: 'n' };
        const message = simulatedMessage({ text: `x${text}`, site: `x${title}` });
        const seen = [Buffer.from(message.text).toString(), Buffer.from(message.site).toString()];
        const inJson = smsRequest(recipe('json'), message, stamp);
        assert.deepEqual(JSON.parse(inJson.body ?? ''), {
          text: message.text,
          nested: { site: message.site },
          tail: 'ok',
        });
        const form = new URLSearchParams(smsRequest(recipe('form'), message, stamp).body);
        assert.deepEqual([...form.keys()], ['text', 'nested', 'tail']);
        assert.equal(form.get('text'), seen[0]);
        const url = new URL(inJson.url);
        assert.deepEqual([url.host, [...url.searchParams.values()]], ['sms.example', [seen[0]]]);
        assert.equal(decodeURIComponent(url.pathname.slice('/send/'.length)), seen[1]);
        assert.match(inJson.headers['x-text'] ?? '', /^[\x20-\x7e]*$/);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('reaches only people with a phone number', () => {
    const { reaches } = carrier(simple());
    assert.equal(reaches({ phone: '138 0013 8000' }), true);
    for (const phone of [undefined, '', 'unknown', '13800138000,13900139000']) assert.equal(reaches({ phone }), false);
  });
});
