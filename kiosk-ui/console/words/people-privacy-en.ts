// The page of retention in English.
import type { PrivacyWords } from './people-privacy.ts';

export const privacyEn: PrivacyWords = {
  title: 'Privacy',
  lead: 'Personal data is kept only as long as needed; then its key is destroyed and nobody can read it.',
  rules: 'How long data is kept',
  rule: {
    'person-left': {
      what: 'Residents and couriers who left',
      from: 'From the day they left; tenants and trustees from their last day',
    },
    'household-left': { what: 'Rooms of households that moved out', from: 'From the day they moved out' },
    'staff-left': { what: 'Former staff', from: 'From the day they left' },
    'key-staff-left': {
      what: 'Former staff in key posts',
      from: 'From the day they left; managers, technicians',
    },
    'receipt-old': { what: 'Signatures and last four of documents', from: 'From the day of handing over or return' },
  },
  column: { what: 'Data', days: 'Kept', source: 'Source', due: 'Due' },
  days: (n) => `${n} days`,
  sitePolicy: 'Site policy',
  due: (n) => (n === 1 ? '1 record' : `${n} records`),
  nothingDue: 'Nothing is due now.',
  ranAt: (time) => `Last erased: ${time}`,
  neverRan: 'Nothing was erased yet.',
  daily: 'The node erases what is due once a day; it can also be done now.',
  run: 'Erase now',
  sure: 'Erase what is due?',
  sureLead: 'The keys of this data are destroyed:',
  forGood: 'This cannot be undone.',
  erase: (n) => (n === 1 ? 'Erase 1 record' : `Erase ${n} records`),
  erased: (n) => (n === 1 ? '1 record was erased' : `${n} records were erased`),
  ownTitle: 'A person asks for their data',
  ownLead: 'Open the person on the page Residents and choose Export own data.',
  toPeople: 'Open residents',
};
