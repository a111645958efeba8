// CSV as office programs read it: their mark, their line ends, and nothing that computes.
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { csvText } from './csv.ts';

describe('a table as CSV', () => {
  it('comes back cell by cell, whatever stands in a cell', () => {
    const rows = [
      ['王小明', 'a,b', 'say "yes"', 'two\nlines', 7],
      ['', null, ' spaced ', '1201', -3],
    ];
    const text = csvText(['姓名', 'b', 'c', 'd', 'e'], rows);
    assert.ok(text.startsWith('\u{FEFF}姓名,b,c,d,e\r\n'));
    assert.deepEqual(parse(text, { bom: true, from: 2 }), [
      ['王小明', 'a,b', 'say "yes"', 'two\nlines', '7'],
      ['', '', ' spaced ', '1201', '-3'],
    ]);
  });

  it('never makes a spreadsheet compute what somebody wrote into a name', () => {
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '=HYPERLINK("http://x","y")']) {
      const [[cell]] = parse(csvText(['name'], [[formula]]), { bom: true, from: 2 }) as [[string]];
      assert.equal(cell, `'${formula}`);
    }
  });
});
