// What registers are filled from in a running edge: the ledger's views.
import type { Ledger } from '../../ledger/ledger.ts';
import { holdingsView } from '../../ledger/views/holdings.ts';
import { listHoldings } from '../../ledger/views/list-holdings.ts';
import { readTurnedAway } from '../../ledger/views/turned-away.ts';
import { readView } from '../../ledger/views/view.ts';
import { carrierOf } from '../../words/carriers.ts';
import type { RegisterFacts } from './register-rows.ts';

/** Over views that somebody else keeps up with `ledger`. */
export const registerFacts = (ledger: Ledger): RegisterFacts => ({
  holdings: (asked) => listHoldings(ledger, asked),
  items: (holdIds) => readView(ledger, holdingsView(carrierOf), holdIds),
  turnedAway: (span) => readTurnedAway(ledger, span),
});
