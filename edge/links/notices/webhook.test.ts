// Notices to a local receiver that checks their signature.
import assert from 'node:assert/strict';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Asked, answerJson, SimulatedGateway } from './simulated-gateway.ts';
import { simulatedMessage } from './simulated-message.ts';
import { webhookCarrier, webhookSettings } from './webhook.ts';

const secret = '0123456789abcdef0123456789abcdef';
const now = Date.parse('2026-11-20T16:05:09.250Z');

/** As a receiver would check it. */
const isGenuine = ({ headers, body }: Asked): boolean => {
  const text = `${headers['menfang-timestamp']}.${body}`;
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(text).digest('hex')}`);
  const given = Buffer.from(String(headers['menfang-signature']));
  return given.length === expected.length && timingSafeEqual(given, expected);
};

describe('the webhook', () => {
  const receiver = new SimulatedGateway();
  before(() => receiver.start());
  after(() => receiver.stop());
  beforeEach(() => {
    receiver.asked.length = 0;
    receiver.answer = answerJson({}, 202);
  });

  const carrier = (timeoutMs = 5_000) =>
    webhookCarrier({
      settings: webhookSettings.parse({ url: `${receiver.url}/in`, secret }),
      now: () => now,
      timeoutMs,
    });

  it('is told everything a notice says, signed with its time', async () => {
    const hostile = { site: '"},{"admin":true', text: 'a\r\n"b\\ & {{code}}\u2028' };
    assert.deepEqual(await carrier().send(simulatedMessage(hostile)), { sent: true });
    const { last } = receiver;
    assert.ok(isGenuine(last));
    assert.equal(last.headers['menfang-timestamp'], '1795190709');
    const { id, kind, person, code, qr, placeLabel, site, text } = JSON.parse(last.body);
    assert.equal(last.headers['menfang-id'], id);
    assert.deepEqual(
      { kind, code, qr, placeLabel },
      { kind: 'arrival', code: '123 456 782', qr: 'simulated-qr-text', placeLabel: 'A07' },
    );
    assert.deepEqual({ site, text }, hostile);
    assert.equal(person.phone, '138 0013 8000');
  });

  it('can tell a changed body, time or signature', async () => {
    await carrier().send(simulatedMessage());
    const { last } = receiver;
    const headers = (change: object) => ({ ...last, headers: { ...last.headers, ...change } });
    assert.equal(isGenuine({ ...last, body: last.body.replace('A07', 'A08') }), false);
    assert.equal(isGenuine(headers({ 'menfang-timestamp': '1795190710' })), false);
    assert.equal(isGenuine(headers({ 'menfang-signature': `sha256=${'0'.repeat(64)}` })), false);
  });

  it('is told of people without phone and e-mail too', async () => {
    assert.equal(carrier().reaches({}), true);
    await carrier().send(simulatedMessage({ to: {} }));
    assert.deepEqual(JSON.parse(receiver.last.body).person, {
      personId: simulatedMessage().personId,
      phone: null,
      email: null,
    });
  });

  for (const [status, retryable] of [
    [500, true],
    [503, true],
    [408, true],
    [400, false],
    [404, false],
    [302, false],
  ] as const) {
    it(`that answers ${status} is ${retryable ? 'asked again later' : 'for someone to mend'}`, async () => {
      receiver.answer = answerJson({}, status);
      const result = await carrier().send(simulatedMessage());
      assert.ok('reason' in result);
      assert.equal(result.retryable, retryable);
      assert.ok(result.reason.startsWith(`HTTP ${status}`));
    });
  }

  it('that says nothing is asked again later', async () => {
    receiver.answer = () => {};
    assert.deepEqual(await carrier(200).send(simulatedMessage()), { retryable: true, reason: 'no answer in time' });
  });
});
