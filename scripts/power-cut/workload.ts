// The program whose power is cut: it appends to a real ledger and says of each event that it is durable. Arguments: DIRECTORY [PLANT].
import { join } from 'node:path';
import { composeBatch } from '../../edge/ledger/batch.ts';
import { Ledger, type Unit } from '../../edge/ledger/ledger.ts';
import { type OpenDatabase, openDatabase } from '../../edge/ledger/sqlite.ts';
import { acknowledgement } from './acknowledgement.ts';
import { isPlant, splitting } from './plant.ts';
import { ledgerFile, site, startedAtMs } from './proof.ts';

const sessions = 3;
const batchesASession = 24;
const largestBatch = 4;

/** The product checkpoints every 1,000 pages. So few bring many checkpoints, where a cut hurts most, into a short log. */
const pagesBetweenCheckpoints = 24;

const checkpointingOften: OpenDatabase = async (file, mode) => {
  const db = await openDatabase(file, mode);
  return {
    ...db,
    async exec(sql) {
      await db.exec(sql);
      await db.exec(`PRAGMA wal_autocheckpoint = ${pagesBetweenCheckpoints}`);
    },
  };
};

/** The same ids in each run: a state of the gate is found again by its seed. */
const uuid = (number: number): string => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const unit = (number: number): Unit => ({
  commandId: uuid(2 * number),
  answer: { ok: number },
  events: [
    {
      id: uuid(2 * number + 1),
      type: 'AlertRaised',
      at: { wallMs: startedAtMs + number, clock: 'synced', boot: uuid(0), monoMs: number },
      actor: { kind: 'node' },
      // Now and then an event that needs pages of its own.
      data: { number, text: '门'.repeat(number % 13 === 0 ? 3_000 : 60) },
    },
  ],
  changes: [
    { table: 'compartment', id: `a/${number % 36}`, row: { hold: number } },
    { table: 'hold', id: uuid(number), row: number % 3 === 0 ? null : { state: 'placed' } },
  ],
});

const [directory, plant] = process.argv.slice(2);
if (directory === undefined || (plant !== undefined && !isPlant(plant))) throw new Error('workload DIRECTORY [PLANT]');
const open = plant === 'split' ? splitting(checkpointingOften) : checkpointingOften;
let appended = 0;

const append = async (ledger: Ledger, size: number): Promise<void> => {
  const units = Array.from({ length: size }, (_, i) => unit(appended + i));
  appended += size;
  const say = (rows: Parameters<typeof acknowledgement>[0][]): boolean =>
    process.stdout.write(rows.map(acknowledgement).join(''));
  if (plant === 'early-ack') say(composeBatch(site, ledger.head, units).rows.flat());
  const rows = await ledger.append(units);
  if (plant !== 'early-ack') say(rows.flat());
};

for (let session = 0; session < sessions; session += 1) {
  const ledger = new Ledger({ file: join(directory, ledgerFile), site, now: () => startedAtMs, open });
  await ledger.start();
  for (let batch = 0; batch < batchesASession; batch += 1) await append(ledger, 1 + (batch % largestBatch));
  await ledger.stop();
}
