// What becomes of a client's older sessions.
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { Sessions } from './sessions.ts';

describe('the sessions of a client', () => {
  const announced: string[] = [];
  const sessions = new Sessions<string>([{ name: 'bridge-1', cabinets: ['a'] }], (name, connected, session) =>
    announced.push(`${name} ${session} ${connected ? 'came' : 'went'}`),
  );
  const begin = (client: string) => {
    const session = sessions.open({ name: 'bridge-1', fingerprint: '', stream: new PassThrough(), widen: () => {} });
    session.topics.add('order');
    sessions.claim(session);
    sessions.ready(session.stream, client);
    return session;
  };

  // aedes closes the older one as well, but loses sight of it when a third comes while the first is still closing.
  it('are ended by a newer one, to which alone is spoken', () => {
    const older = begin('older');
    const newer = begin('newer');
    assert.ok(older.stream.destroyed && !newer.stream.destroyed);
    assert.ok(!sessions.isLatest(older) && sessions.isLatest(newer));
    sessions.gone(older);
    assert.deepEqual(sessions.listeners('order'), ['newer']);
    assert.deepEqual(announced, ['bridge-1 1 came', 'bridge-1 2 came']);
  });

  it('do not begin again when the connection broke before they were ready', () => {
    const session = begin('third');
    sessions.gone(session);
    session.stream.destroy();
    sessions.ready(session.stream, 'third');
    assert.deepEqual([sessions.isLive('bridge-1'), sessions.listeners('order')], [false, []]);
  });
});
