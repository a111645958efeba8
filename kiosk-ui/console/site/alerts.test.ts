// Who looks at the alerts knows where to go first.
import assert from 'node:assert/strict';
import { alertKind } from '../../../edge/contract/events.ts';
import type { Alert } from '../contract.ts';
import { siteSample } from '../samples.fixture.ts';
import { subjectOf, worstFirst } from './alerts.ts';

const alert = (kind: Alert['kind'], subject: string, since = 0): Alert => ({
  id: `${kind}:${subject}`,
  kind,
  subject,
  since,
});

describe('alerts', () => {
  it('stand worst first, the longer one first among equals', () => {
    const sorted = worstFirst([
      alert('notice-failed', 'a'),
      alert('forced', 'parcel-a/2', 9),
      alert('person-called', 'lobby-1'),
      alert('forced', 'parcel-a/1', 5),
    ]);
    assert.deepEqual(
      sorted.map(({ kind, since }) => [kind, since]),
      [
        ['forced', 5],
        ['forced', 9],
        ['person-called', 0],
        ['notice-failed', 0],
      ],
    );
  });

  it('have each their place in the order', () => {
    const sorted = worstFirst(alertKind.options.map((kind) => alert(kind, 'x')));
    assert.equal(sorted[0]?.kind, 'forced');
    assert.equal(sorted.at(-1)?.kind, 'hq-quarantine');
  });

  it('are about a door, a cabinet, a terminal or an item', () => {
    const view = siteSample();
    assert.deepEqual(subjectOf(view, alert('forced', 'parcel-a/11')), {
      kind: 'door',
      door: { cabinet: 'parcel-a', compartment: 11 },
      label: 'A11',
    });
    assert.deepEqual(subjectOf(view, alert('cabinet-offline', 'parcel-b')), { kind: 'cabinet', label: 'B' });
    assert.deepEqual(subjectOf(view, alert('person-called', 'lobby-1')), { kind: 'terminal', terminal: 'lobby-1' });
    assert.deepEqual(subjectOf(view, alert('notice-failed', 'some-id')), { kind: 'item', holdId: 'some-id' });
    assert.deepEqual(subjectOf(view, alert('forced', 'parcel-z/1')), { kind: 'other' });
  });
});
