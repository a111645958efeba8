// The page of registers in English.
import type { RegistersWords } from './registers-words.ts';

export const registersEn: RegistersWords = {
  title: 'Registers',
  lead: 'Full names and rooms stand in it; whoever looks, prints or exports is recorded.',
  register: 'Register',
  from: 'From',
  to: 'To',
  span: { label: 'Period', today: 'Today', month: 'This month', 'last-month': 'Last month' },
  carrier: 'Carrier',
  room: 'Room',
  show: 'Show',
  csv: 'CSV file',
  xlsx: 'Excel sheet',
  print: 'Print',
  choose: 'Choose a register and its days, then press Show.',
  empty: 'Nothing was registered in this period.',
  rows: (n, time) => `${n} rows, data as of ${time}`,
  cut: 'There are more rows than fit; only the first ones are shown. Choose fewer days.',
  paper: {
    range: (from, to) => `${from} to ${to}`,
    form: (number) => `Form ${number}`,
    source: (clauses) => `By ${clauses}`,
    facts: (types) => `Ledger facts ${types}`,
    printed: (name, time) => `Printed by ${name}, ${time}`,
    made: 'Made by',
    checked: 'Checked by',
    date: 'Date',
  },
};
