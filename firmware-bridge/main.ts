// The firmware-bridge program: reads its options, joins its parts, and stops cleanly.
import pino from 'pino';
import { uuidv7 } from 'uuidv7';
import { Bridge } from './bridge.ts';
import { systemClock } from './clock.ts';
import { Journal } from './journal.ts';
import { help, type Options, readOptions } from './options.ts';
import { serialPort } from './ports/serial.ts';

const readOrExit = (): Options | undefined => {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    process.stderr.write(`firmware-bridge: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    process.exit(2);
  }
};

const run = async (options: Options): Promise<void> => {
  const log = pino({ name: options.name }, pino.destination(2));
  const boot = uuidv7();
  const journal = new Journal({ folder: options.data, boot, clock: systemClock, compactAtBytes: 1 << 20 });
  const { tornBytes } = journal.start();
  if (tornBytes > 0) log.warn({ tornBytes }, 'the journal ended in a half-written line, kept beside it as .torn');
  const bridge = new Bridge({
    ...options,
    boot,
    journal,
    clock: systemClock,
    log,
    openPort: ({ path, baud }) => serialPort(path, baud),
  });
  const stop = async (): Promise<void> => {
    await bridge.stop();
    await journal.stop();
    // A start that still waits for its ports would keep the program alive.
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  await bridge.start();
  const cabinets = options.lines.flatMap((line) => line.cabinets.map(({ board }) => board.cabinet));
  process.stdout.write(`${JSON.stringify({ ready: true, bridge: options.name, cabinets })}\n`);
};

const options = readOrExit();
if (options) await run(options);
else process.stdout.write(help);
