// Lines as strace 6.1 wrote them, whole, padded and split, and what is read from them.
import assert from 'node:assert/strict';
import { type Operation, readStraceLog } from './strace-log.ts';

const hex = (text: string): string => Buffer.from(text).toString('hex').replaceAll(/../g, '\\x$&');
const file = (descriptor: number, name: string): string => `${descriptor}<${hex(`/data/${name}`)}>`;
const read = (...lines: string[]): Operation[] => [...readStraceLog(lines, '/data')];

describe('the log of strace', () => {
  it('a write is an operation on a file of the watched directory', () => {
    assert.deepEqual(read(`7 pwrite64(${file(19, 'x-wal')}, "${hex('page, 9)')}", 8, 4096) = 8`), [
      { do: 'write', name: 'x-wal', offset: 4096, data: Buffer.from('page, 9)') },
    ]);
  });

  it('what happens to other files, to folders within and to files without a name is left out', () => {
    const elsewhere = [
      `7 pwrite64(3<${hex('/other/x')}>, "\\x00", 1, 0) = 1`,
      `7 pwrite64(3<${hex('/data/in/x')}>, "\\x00", 1, 0) = 1`,
      `7 pwrite64(${file(3, 'x')}(deleted), "\\x00", 1, 0) = 1`,
      `7 fallocate(${file(3, 'x')}(deleted), 0, 0, 4096) = 0`,
      `7 rename("${hex('/other/a')}", "${hex('/other/b')}") = 0`,
      `7 write(17<${hex('anon_inode:[eventfd]')}>, "\\x01", 1) = 1`,
    ];
    assert.deepEqual(read(...elsewhere), []);
  });

  it('a sync that was split begins where it was called and ends where it returned, whatever the padding', () => {
    const lines = [
      `7 fdatasync(${file(19, 'x')} <unfinished ...>`,
      `8 pwrite64(${file(19, 'x')}, "\\x41", 1, 0) = 1`,
      '7 <... fdatasync resumed>)               = 0',
    ];
    assert.deepEqual(read(...lines), [
      { do: 'begin-sync', name: 'x', call: 1 },
      { do: 'write', name: 'x', offset: 0, data: Buffer.from('A') },
      { do: 'end-sync', call: 1 },
    ]);
  });

  it('a split write counts from where it was called', () => {
    const lines = [
      `7 pwrite64(${file(19, 'x')}, "\\x41\\x42", 2, 512 <unfinished ...>`,
      `8 fsync(20<${hex('/data')}>) = 0`,
      '7 <... pwrite64 resumed>)      = 2',
    ];
    assert.deepEqual(read(...lines), [
      { do: 'write', name: 'x', offset: 512, data: Buffer.from('AB') },
      { do: 'begin-sync', name: '', call: 1 },
      { do: 'end-sync', call: 1 },
    ]);
  });

  it('a sync that failed promises nothing', () => {
    assert.deepEqual(read(`7 fsync(${file(19, 'x')}) = -1 EIO (Input/output error)`), [
      { do: 'begin-sync', name: 'x', call: 1 },
    ]);
  });

  it('a file is made by O_CREAT, emptied by O_TRUNC, and untouched by an open that failed', () => {
    const opened = (flags: string, result: string): string =>
      `7 openat(AT_FDCWD<${hex('/')}>, "${hex('/data/x')}", ${flags}, 0644) = ${result}`;
    assert.deepEqual(read(opened('O_RDWR|O_CREAT', file(9, 'x'))), [{ do: 'create', name: 'x' }]);
    assert.deepEqual(read(opened('O_WRONLY|O_TRUNC', file(9, 'x'))), [{ do: 'truncate', name: 'x', size: 0 }]);
    assert.deepEqual(read(opened('O_RDWR|O_CREAT', '-1 EACCES (Permission denied)')), []);
  });

  it('a file opened to be written is written from its beginning on', () => {
    const lines = [
      `7 openat(AT_FDCWD<${hex('/')}>, "${hex('/data/x')}", O_WRONLY|O_CREAT, 0600) = ${file(9, 'x')}`,
      `7 write(${file(9, 'x')}, "${hex('ab')}", 2) = 2`,
      `7 write(${file(9, 'x')}, "${hex('c')}", 1) = 1`,
    ];
    assert.deepEqual(read(...lines), [
      { do: 'create', name: 'x' },
      { do: 'write', name: 'x', offset: 0, data: Buffer.from('ab') },
      { do: 'write', name: 'x', offset: 2, data: Buffer.from('c') },
    ]);
  });

  it('lengths and removals are read', () => {
    const lines = [
      `7 ftruncate(${file(9, 'x')}, 8192)               = 0`,
      `7 unlink("${hex('/data/x-wal')}") = 0`,
      `7 unlink("${hex('/data/gone')}") = -1 ENOENT (No such file or directory)`,
    ];
    assert.deepEqual(read(...lines), [
      { do: 'truncate', name: 'x', size: 8192 },
      { do: 'unlink', name: 'x-wal' },
    ]);
  });

  it('what the program said on stdout stands where it said it', () => {
    const lines = [`7 write(1<${hex('pipe:[5]')}>, "${hex('durable\n')}", 8)           = 8`, '7 +++ exited with 0 +++'];
    assert.deepEqual(read(...lines), [{ do: 'say', text: 'durable\n' }]);
  });

  for (const [what, line, reason] of [
    ['a rename in the directory', `7 rename("${hex('/data/a')}", "${hex('/data/b')}") = 0`, /knows no rename/],
    ['a rename into the directory', `7 rename("${hex('/a')}", "${hex('/data/b')}") = 0`, /knows no rename/],
    ['an append without a known end', `7 write(${file(9, 'x')}, "\\x41", 1) = 1`, /knows no write/],
    ['a write cut short', `7 pwrite64(${file(9, 'x')}, "\\x41\\x42", 2, 0) = 1`, /cut short: 1 of 2/],
    ['a string cut short', `7 pwrite64(${file(9, 'x')}, "\\x41"..., 2, 0) = 2`, /larger -s/],
  ] as const)
    it(`${what} cannot be modelled, and that is said`, () => {
      assert.throws(() => read(line), reason);
    });
});
