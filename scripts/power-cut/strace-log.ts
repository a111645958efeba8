// What a recorded program did to the files of one directory, and what it said, in order.
import { dirname, join, relative } from 'node:path';
import { type Call, describedPath, descriptor, lastNumber, namedPaths, quoted, readCalls } from './system-call.ts';

/** `name` is a file in the watched directory, '' the directory itself; `call` joins the two ends of one sync. */
export type Operation =
  | { do: 'create'; name: string }
  | { do: 'write'; name: string; offset: number; data: Uint8Array }
  | { do: 'truncate'; name: string; size: number }
  | { do: 'unlink'; name: string }
  | { do: 'begin-sync'; name: string; call: number }
  | { do: 'end-sync'; call: number }
  | { do: 'say'; text: string };

/** What strace is to watch: all that can change a file, modelled or not, so that nothing slips by. Not every machine has those with `?`. */
export const watchedCalls =
  'openat,?open,?creat,pwrite64,write,lseek,pwritev,?pwritev2,writev,fsync,fdatasync,ftruncate,truncate,fallocate,?unlink,unlinkat,?rename,?renameat,?renameat2,?link,linkat';

class Reader {
  readonly #directory: string;
  readonly #syncs = new Map<string, number>();
  /** How far a file that is only written, from its beginning on, has been written, by descriptor. */
  readonly #ends = new Map<number, number>();
  #count = 0;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The name within the watched directory; undefined for a path elsewhere. */
  #name(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    if (path === this.#directory) return '';
    return dirname(path) === this.#directory ? relative(this.#directory, path) : undefined;
  }

  *read(call: Call): Generator<Operation> {
    const { phase, name, args, result } = call;
    switch (name) {
      case 'write':
        if (phase === 'begin' && descriptor(args) === 1) yield { do: 'say', text: quoted(args).toString() };
        else yield* this.#writeOn(call);
        return;
      case 'pwrite64': {
        const file = this.#name(describedPath(args));
        const data = quoted(args);
        if (file === undefined) return;
        if (phase === 'begin') yield { do: 'write', name: file, offset: lastNumber(args), data };
        else if (result !== data.length)
          throw new Error(`a write to ${file} was cut short: ${result} of ${data.length}`);
        return;
      }
      case 'ftruncate': {
        const file = this.#name(describedPath(args));
        if (phase === 'begin' && file !== undefined) yield { do: 'truncate', name: file, size: lastNumber(args) };
        return;
      }
      case 'fsync':
      case 'fdatasync':
        yield* this.#sync(call);
        return;
      case 'openat': {
        const file = this.#name(quoted(args).toString());
        if (phase === 'begin' || file === undefined || result < 0) return;
        if (args.includes('O_CREAT')) yield { do: 'create', name: file };
        if (args.includes('O_WRONLY') && !args.includes('O_APPEND')) this.#ends.set(result, 0);
        else this.#ends.delete(result);
        if (args.includes('O_TRUNC')) yield { do: 'truncate', name: file, size: 0 };
        return;
      }
      case 'unlink':
      case 'unlinkat': {
        const file = this.#name(quoted(args).toString());
        if (phase === 'end' && file !== undefined && result === 0) yield { do: 'unlink', name: file };
        return;
      }
      default:
        this.#mustBeElsewhere(call, namedPaths(args));
    }
  }

  *#writeOn(call: Call): Generator<Operation> {
    const { phase, args, result } = call;
    const path = describedPath(args);
    const file = this.#name(path);
    const offset = this.#ends.get(descriptor(args));
    if (offset === undefined) this.#mustBeElsewhere(call, path === undefined ? [] : [path]);
    if (offset === undefined || file === undefined) return;
    if (phase === 'begin') yield { do: 'write', name: file, offset, data: quoted(args) };
    else this.#ends.set(descriptor(args), offset + result);
  }

  /** A sync covers what was written before it began, and holds from its end. */
  *#sync({ phase, thread, args, result }: Call): Generator<Operation> {
    const call = this.#syncs.get(thread);
    const file = this.#name(describedPath(args));
    if (phase === 'begin' && file !== undefined) {
      this.#count += 1;
      this.#syncs.set(thread, this.#count);
      yield { do: 'begin-sync', name: file, call: this.#count };
    } else if (phase === 'end' && call !== undefined) {
      this.#syncs.delete(thread);
      if (result === 0) yield { do: 'end-sync', call };
    }
  }

  #mustBeElsewhere({ name }: Call, paths: readonly string[]): void {
    const [file] = paths.map((path) => this.#name(path)).filter(Boolean);
    if (file) throw new Error(`the disk model knows no ${name}, yet ${join(this.#directory, file)} had one`);
  }
}

/** The operations on files of `directory` (an absolute path) and the lines said on stdout, in order. Throws an Error for a call it cannot model. */
export const readStraceLog = function* (lines: Iterable<string>, directory: string): Generator<Operation> {
  const reader = new Reader(directory);
  for (const call of readCalls(lines)) yield* reader.read(call);
};
