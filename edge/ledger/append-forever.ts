// A process that appends until it is killed and prints each acknowledged place: for the tests of kill -9 and of two writers.
import { newUnit, startLedger } from './ledger.fixture.ts';

const ledger = await startLedger(process.argv[2] ?? '');
for (;;) {
  const [rows = []] = await ledger.append([newUnit(), newUnit()]);
  console.log(String((rows[0]?.seq ?? 0) + 1));
}
