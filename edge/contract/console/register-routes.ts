// Routes of registers and retention.
import * as registers from './registers.ts';
import { get, post, type Route } from './route.ts';

export const registerRoutes = {
  listRegisters: get('/registers', 'read-registers', registers.registerList, 'Which registers there are'),
  readRegister: {
    ...get('/registers/:id', 'read-registers', registers.registerPage, 'One register’s rows'),
    query: registers.registerQuery,
  },
  readRetention: get('/retention', 'run-retention', registers.retention, 'What is kept how long, and what is due'),
  runRetention: post('/retention', 'run-retention', {
    request: registers.runRetention,
    answer: registers.erased,
    summary: 'Erase what is due now',
  }),
  readOwnData: get('/people/:id/data', 'export-people', registers.ownData, 'Everything of one person, for that person'),
} as const satisfies Record<string, Route>;
