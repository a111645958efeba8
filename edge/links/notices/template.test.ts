// Placeholders, and that nothing in a value can leave the place it was put into.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asIs, fill, forHeader, forUrl, isWellFormed, placeholders } from './template.ts';

const values = (text: string) => new Map([['text', text]]);

/** Of all code points, lone surrogates among them. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points));

describe('a template', () => {
  it('names its placeholders in order', () => {
    assert.deepEqual(placeholders('{{a}}-{{b2}}{{a}}'), ['a', 'b2', 'a']);
  });

  it('fills a value in as it is, even one that looks like a placeholder or a pattern', () => {
    assert.equal(fill('<{{text}}>', values('{{text}} $& $1'), asIs), '<{{text}} $& $1>');
  });

  it('throws for a name without a value', () => {
    assert.throws(() => fill('{{other}}', values(''), asIs), /other/);
  });

  for (const broken of ['{{text', 'text}}', '{{ text }}', '{{te-xt}}', '{{}}']) {
    it(`is not well formed: ${broken}`, () => assert.equal(isWellFormed(broken), false));
  }

  it('is well formed with single braces', () => assert.equal(isWellFormed('{"a":"{{text}}"}'), true));

  it('keeps any value within one field of a URL', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const url = new URL(fill('https://gate.example/{{text}}/send?a={{text}}&b=1#', values(`x${text}`), forUrl));
        const expected = Buffer.from(`x${text}`).toString();
        assert.deepEqual(
          [...url.searchParams],
          [
            ['a', expected],
            ['b', '1'],
          ],
        );
        assert.equal(url.pathname.split('/').length, 3);
        assert.equal(url.hostname, 'gate.example');
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('keeps any value within one header', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const headers = new Headers({ 'x-a': `a${fill('{{text}}', values(text), forHeader)}z` });
        assert.match(headers.get('x-a') ?? '', /^a[\x20-\x7e]*z$/);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
