// What the page of registers can say; titles and columns of the registers themselves come from the edge.

export interface RegistersWords {
  title: string;
  lead: string;
  register: string;
  from: string;
  to: string;
  span: { label: string; today: string; month: string; 'last-month': string };
  carrier: string;
  room: string;
  show: string;
  csv: string;
  xlsx: string;
  print: string;
  /** Before anything is shown. */
  choose: string;
  empty: string;
  rows: (n: number, time: string) => string;
  cut: string;
  paper: {
    range: (from: string, to: string) => string;
    form: (number: string) => string;
    source: (clauses: string) => string;
    facts: (types: string) => string;
    printed: (name: string, time: string) => string;
    made: string;
    checked: string;
    date: string;
  };
}
