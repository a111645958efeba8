// What the office asks of a node, where its words differ from those of the rules.
import assert from 'node:assert/strict';
import { uuidv7 } from 'uuidv7';
import { lookup } from '../secrets/codes.ts';
import { openNode, type TestNode } from './node.fixture.ts';
import { perform } from './office.ts';

describe('a card', () => {
  let node: TestNode;
  before(async () => {
    node = await openNode();
  });
  after(() => node.stop());

  const csv = 'role,room,name,phone,email,cards,consent,shares,elder,low,language\nresident,3-1,王,13800001111,,,,,,,';
  /** Bound past the office, as an earlier version with other rules may have done. */
  const bound = async (card: string): Promise<void> => {
    await perform(node.office, 'importPeople', { csv, partial: false });
    const [person] = node.dispatch.state.all('people');
    await node.dispatch.execute({
      kind: 'BindCard',
      commandId: uuidv7(),
      personId: person?.id ?? '',
      lookup: lookup(node.keys, 'card', card),
    });
  };

  for (const card of ['123456789', 'A1', `MF1.${'A'.repeat(80)}`])
    it(`that could not be bound today is still revoked: ${card.slice(0, 12)}`, async () => {
      await bound(card);
      assert.ok(node.dispatch.state.get('lookups', lookup(node.keys, 'card', card)));
      assert.equal((await perform(node.office, 'bindCard', { personId: uuidv7(), card })).ok, false);
      assert.deepEqual(await perform(node.office, 'revokeCard', { card }), { ok: true, data: {} });
      assert.equal(node.dispatch.state.get('lookups', lookup(node.keys, 'card', card)), undefined);
    });

  it('that nobody has is not revoked, and that is said', async () => {
    const said = await perform(node.office, 'revokeCard', { card: '' });
    assert.ok(!said.ok);
    assert.match(said.problem, /bound to nobody/);
  });
});
