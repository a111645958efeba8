// Refusals and faults on their way to the shell: each has a code, and only bugs have none.
import assert from 'node:assert/strict';
import { LedgerFault } from '../ledger/ledger-fault.ts';
import { deny, errorProblem, refusalProblem, ShellFault } from './said.ts';

const system = (code: string, more: object = {}): Error =>
  Object.assign(new Error('words of the system'), { code, ...more });

describe('a problem at the shell', () => {
  it('is told by its code, with an English sentence for machines', () => {
    const denied = deny({ code: 'file-exists', facts: { file: '/a' } });
    assert.deepEqual(denied, {
      ok: false,
      code: 'file-exists',
      facts: { file: '/a' },
      problem: '/a is there already: move it away, or choose another place',
    });
  });

  it('that the domain refused depends on what was asked', () => {
    const codeOf = (...asked: Parameters<typeof refusalProblem>): string => refusalProblem(...asked).code;
    assert.equal(codeOf('BindCard', { refused: 'bad-request', field: 'card' }), 'card-taken');
    assert.equal(codeOf('RevokeCard', { refused: 'bad-request', field: 'card' }), 'card-unknown');
    assert.equal(codeOf('BindCard', { refused: 'bad-request', field: 'personId' }), 'no-such-person');
    assert.equal(codeOf('ReissueCode', { refused: 'bad-request', field: 'personId' }), 'no-such-courier');
    assert.equal(codeOf('ImportPeople', { refused: 'bad-request', field: 'room' }), 'room-taken');
    assert.equal(codeOf('ReissueParcelCode', { refused: 'unknown-parcel' }), 'no-such-parcel');
    assert.equal(codeOf('AnswerCall', { refused: 'cannot-record' }), 'cannot-record');
    assert.equal(codeOf('AnswerCall', { refused: 'door-busy' }), 'refused');
  });

  const cases: [string, unknown, object | undefined][] = [
    ['a fault with words of its own', new ShellFault({ code: 'bad-head', facts: {} }), { code: 'bad-head', facts: {} }],
    [
      'a ledger that another program writes',
      new LedgerFault('held', '/l is being written by process 42, since today: stop it first'),
      { code: 'ledger-held', facts: { process: 'process 42' } },
    ],
    ['a place that is taken', new LedgerFault('exists', 'x'), { code: 'file-exists', facts: { file: '/l' } }],
    ['a missing file', system('ENOENT', { path: '/n' }), { code: 'no-such-file', facts: { file: '/n' } }],
    ['a file of somebody else', system('EACCES', { path: '/n' }), { code: 'no-permission', facts: { file: '/n' } }],
    ['a full disk', system('ENOSPC'), { code: 'disk-full', facts: {} }],
    ['a full disk under the ledger', system('SQLITE_FULL'), { code: 'disk-full', facts: {} }],
    ['a port in use', system('EADDRINUSE', { port: 8883 }), { code: 'port-taken', facts: { port: '8883' } }],
    ['another word of the system', system('EIO'), { code: 'system', facts: { detail: 'words of the system' } }],
    [
      'a key that others can read',
      new Error('/k holds secrets but its mode is 644. Run: chmod 600 /k'),
      { code: 'open-to-others', facts: { file: '/k' } },
    ],
    ['a bug', new TypeError('x is not a function'), undefined],
    ['what is no error', 'text', undefined],
  ];
  for (const [what, error, problem] of cases)
    it(`is known from ${what}`, () => assert.deepEqual(errorProblem(error, '/l'), problem));
});
