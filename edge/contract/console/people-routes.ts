// Routes of people, their cards and their data.
import * as items from './items.ts';
import * as people from './people.ts';
import { file, get, post, type Route } from './route.ts';
import { nothing } from './shared.ts';

export const peopleRoutes = {
  listPeople: { ...get('/people', 'search-people', people.peoplePage, 'People, masked'), query: people.peopleQuery },
  listDoubles: get('/people/doubles', 'edit-people', people.doubles, 'Pairs that look like one person'),
  reveal: post('/reveals', 'reveal-people', {
    request: people.reveal,
    answer: people.revealed,
    summary: 'One person’s data in clear, with a reason; recorded',
  }),
  savePerson: post('/people', 'edit-people', {
    request: people.savePerson,
    answer: people.savedPerson,
    summary: 'Add or change a person',
  }),
  endPerson: post('/people/end', 'edit-people', {
    request: people.endPerson,
    answer: nothing,
    summary: 'A person leaves: cards and codes end',
  }),
  moveOut: post('/households/move-out', 'edit-people', {
    request: people.moveOut,
    answer: nothing,
    summary: 'A household leaves in one step',
  }),
  mergePeople: post('/people/merge', 'edit-people', {
    request: people.merge,
    answer: people.savedPerson,
    summary: 'Two entries are one person',
  }),
  bindCard: post('/cards', 'issue-credentials', {
    request: people.bindCard,
    answer: people.savedPerson,
    summary: 'Bind the card just read',
  }),
  revokeCredential: post('/cards/revoke', 'issue-credentials', {
    request: people.revokeCredential,
    answer: nothing,
    summary: 'A card ends at once',
  }),
  reissueCode: post('/people/code', 'issue-credentials', {
    request: people.onPerson,
    answer: items.codeView,
    summary: 'A courier’s new personal code, shown once',
  }),
  previewPeople: {
    ...post('/people/preview', 'edit-people', {
      request: people.previewFile,
      answer: people.filePreview,
      summary: 'What a CSV would change; changes nothing',
    }),
    bodyLimit: file,
  },
  importPeople: {
    ...post('/people/import', 'edit-people', {
      request: people.importFile,
      answer: people.imported,
      summary: 'Import a CSV',
    }),
    bodyLimit: file,
  },
} as const satisfies Record<string, Route>;
