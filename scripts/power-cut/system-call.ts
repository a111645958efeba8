// Takes the lines of an `strace -f -y -xx` log apart into system calls. Loosely: strace pads and splits lines as it likes.

/** `args` is what stands between the brackets; `result` is NaN at the beginning of a call that was interrupted. */
export type Call = { phase: 'begin' | 'end'; thread: string; name: string; args: string; result: number };

const wholeLine = /^(\d+) +(\w+)\((.*)\) += +(-?\d+)/s;
const unfinishedLine = /^(\d+) +(\w+)\((.*)<unfinished \.\.\.>$/s;
const resumedLine = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += +(-?\d+)/s;

/** A call that was not interrupted both begins and ends at its line; other lines (signals, exits) say nothing. */
export const readCalls = function* (lines: Iterable<string>): Generator<Call> {
  const unfinished = new Map<string, string>();
  for (const line of lines) {
    const begun = line.endsWith('<unfinished ...>') ? unfinishedLine.exec(line) : null;
    const resumed = begun ? null : resumedLine.exec(line);
    const [, thread = '', name = '', args = '', result] = begun ?? resumed ?? wholeLine.exec(line) ?? [];
    if (name === '') continue;
    const whole = `${resumed ? (unfinished.get(thread) ?? '') : ''}${args}`;
    if (!resumed) yield { phase: 'begin', thread, name, args, result: Number(result) };
    if (begun) unfinished.set(thread, args);
    else yield { phase: 'end', thread, name, args: whole, result: Number(result) };
  }
};

const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** The first string of a call. Throws an Error when strace did not print all of it. */
export const quoted = (args: string): Buffer => {
  const [, text = '', more = ''] = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/.exec(args) ?? [];
  if (more) throw new Error('strace cut a string short: give it a larger -s');
  return unhex(text);
};

/** The file descriptor that a call names first. */
export const descriptor = (args: string): number => Number.parseInt(args, 10);

/** The path behind the file descriptor that the call names first; undefined when the file has no name any more. */
export const describedPath = (args: string): string | undefined => {
  const [, path, gone] = /^\d+<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?/.exec(args) ?? [];
  return path === undefined || gone ? undefined : unhex(path).toString();
};

/** Every path, or what may be one, that a call names. */
export const namedPaths = (args: string): string[] =>
  [...args.matchAll(/["<]((?:\\x[0-9a-f]{2})+)[">](?!\(deleted\))/g)].map(([, text = '']) => unhex(text).toString());

/** The number after the last comma: an offset, a size. */
export const lastNumber = (args: string): number => Number.parseInt(args.slice(args.lastIndexOf(',') + 1), 10);
