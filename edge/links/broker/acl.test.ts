// What the contract allows a device, and that it is all.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPlainTopic, mayPublish, mayReceive, subscriptionsOf } from './acl.ts';

describe('who may say what', () => {
  const cabinets = new Set(['a', 'c']);

  it('is exactly the contract, for the own cabinets', () => {
    assert.ok(mayPublish(cabinets, { topic: 'mf/1/cabinet/c/lease', qos: 0, retain: false }));
    assert.ok(mayPublish(cabinets, { topic: 'mf/1/cabinet/a/state', qos: 1, retain: true }));
    assert.ok(mayReceive(cabinets, { topic: 'mf/1/cabinet/a/order', qos: 1, retain: false }));
    assert.ok(!mayReceive(cabinets, { topic: 'mf/1/cabinet/a/order', qos: 1, retain: true }));
    assert.ok(!mayReceive(cabinets, { topic: 'mf/1/cabinet/b/order', qos: 1, retain: false }));
    assert.ok(!mayReceive(cabinets, { topic: 'mf/1/cabinet/a/report', qos: 1, retain: false }));
    assert.deepEqual([...subscriptionsOf(cabinets).keys()].sort(), [
      'mf/1/cabinet/a/order',
      'mf/1/cabinet/a/receipt',
      'mf/1/cabinet/c/order',
      'mf/1/cabinet/c/receipt',
    ]);
  });

  it('needs a topic of at most eight plain levels', () => {
    for (const topic of ['a', 'mf/1/cabinet/a-b_C9/report', 'a/b/c/d/e/f/g/h']) assert.ok(isPlainTopic(topic), topic);
    const strange = [
      '',
      '/',
      'a/',
      '/a',
      'a//b',
      'a\0b',
      'a\n',
      'a b',
      '+',
      '#',
      '$SYS/a',
      'a.b',
      '房',
      'a/b/c/d/e/f/g/h/i',
    ];
    for (const topic of strange) assert.ok(!isPlainTopic(topic), JSON.stringify(topic));
  });

  it('is nothing at all for any other topic', () => {
    const levels = fc.constantFrom(
      'mf',
      '1',
      'cabinet',
      'a',
      'b',
      'report',
      'order',
      '+',
      '#',
      '',
      '$SYS',
      'a\0',
      '__proto__',
      'a ',
      'Ａ',
    );
    const own = new Set(['mf/1/cabinet/a/report', 'mf/1/cabinet/c/report']);
    fc.assert(
      fc.property(fc.array(levels, { maxLength: 7 }), (parts) => {
        const topic = parts.join('/');
        assert.equal(mayPublish(cabinets, { topic, qos: 1, retain: false }), own.has(topic), topic);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
