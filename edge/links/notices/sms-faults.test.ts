// SMS through a local gateway that is away, slow, broken, hostile or says no.
import assert from 'node:assert/strict';
import { answerJson, SimulatedGateway } from './simulated-gateway.ts';
import { simulatedMessage } from './simulated-message.ts';
import { smsCarrier } from './sms.ts';
import { smsRecipe } from './sms-recipe.ts';

describe('SMS', () => {
  const gateway = new SimulatedGateway();
  before(() => gateway.start());
  after(() => gateway.stop());

  const carrier = (recipe: object, timeoutMs = 5_000) =>
    smsCarrier({ recipe: smsRecipe.parse(recipe), timeZone: 'Asia/Shanghai', now: () => 0, timeoutMs });
  const simple = () => ({
    url: `${gateway.url}/send`,
    body: { type: 'form', content: { to: '{{phone}}', text: '{{text}}' } },
    accepted: { json: { path: 'code', equals: 0 } },
  });

  describe('fails', () => {
    const rows: [string, typeof gateway.answer, { retryable: boolean; reason: RegExp }][] = [
      ['for now when the gateway has an error', answerJson({}, 500), { retryable: true, reason: /^HTTP 500$/ }],
      ['for now when the gateway asks for patience', answerJson({}, 429), { retryable: true, reason: /^HTTP 429$/ }],
      [
        'until someone mends it when the key is refused',
        answerJson({}, 401),
        { retryable: false, reason: /^HTTP 401$/ },
      ],
      [
        'until someone mends it when the gateway says no',
        answerJson({ code: 'isv.MOBILE_NUMBER_ILLEGAL' }),
        { retryable: false, reason: /code = isv\.MOBILE_NUMBER_ILLEGAL$/ },
      ],
      [
        'when a number stands where a text is due',
        answerJson({ code: '0' }),
        { retryable: false, reason: /code = 0$/ },
      ],
      ['for now when the answer is another one', answerJson({ ok: 1 }), { retryable: true, reason: /has no code$/ }],
      [
        'for now when the answer is garbage',
        (_asked, response) => void response.end('<html>'),
        { retryable: true, reason: /not answer in JSON$/ },
      ],
      [
        'for now when the answer does not end',
        (_asked, response) => void response.end('x'.repeat(70_000)),
        { retryable: true, reason: /^an answer of more than/ },
      ],
      [
        'for now when the line breaks',
        (_asked, response) => void response.destroy(),
        { retryable: true, reason: /^ECONNRESET$/ },
      ],
      [
        'for now when the line breaks in the middle of the answer',
        (_asked, response) => {
          response.writeHead(200, { 'content-length': '100' }).write('{"code":0}');
          setTimeout(() => response.destroy(), 20);
        },
        { retryable: true, reason: /^ECONNRESET$/ },
      ],
    ];
    for (const [name, answer, { retryable, reason }] of rows) {
      it(name, async () => {
        gateway.answer = answer;
        const result = await carrier(simple()).send(simulatedMessage());
        assert.ok('reason' in result);
        assert.equal(result.retryable, retryable);
        assert.match(result.reason, reason);
      });
    }

    for (const [name, answer] of [
      ['says nothing', () => {}],
      [
        'drips',
        (_asked, response) => {
          const drip = setInterval(() => response.write(' '), 20);
          response.once('close', () => clearInterval(drip));
        },
      ],
    ] as [string, typeof gateway.answer][]) {
      it(`for now when the gateway ${name}`, async () => {
        gateway.answer = answer;
        const result = await carrier(simple(), 200).send(simulatedMessage());
        assert.deepEqual(result, { retryable: true, reason: 'no answer in time' });
      });
    }

    it('for now when nobody listens', async () => {
      const gone = new SimulatedGateway();
      await gone.start();
      const recipe = { ...simple(), url: `${gone.url}/` };
      await gone.stop();
      assert.deepEqual(await carrier(recipe).send(simulatedMessage()), { retryable: true, reason: 'ECONNREFUSED' });
    });

    it('instead of carrying code and key to where a redirect leads', async () => {
      const elsewhere = new SimulatedGateway();
      await elsewhere.start();
      gateway.answer = (_asked, response) => void response.writeHead(307, { location: elsewhere.url }).end();
      const result = await carrier(simple()).send(simulatedMessage());
      assert.ok('reason' in result && !result.retryable);
      assert.match(result.reason, /redirect/);
      assert.equal(elsewhere.asked.length, 0);
      await elsewhere.stop();
    });

    it('without telling number, code or key, even when the gateway repeats them', async () => {
      const recipe = { ...simple(), headers: { authorization: 'key-abcdef' } };
      for (const code of ['13800138000', '123 456 782', 'key-abcdef', 'to-13800138000', { a: 1 }, 'x'.repeat(300)]) {
        gateway.answer = answerJson({ code });
        const result = await carrier(recipe).send(simulatedMessage());
        assert.deepEqual(result, { retryable: false, reason: 'refused by the gateway: code = not told' });
      }
    });
  });
});
