// Routes of the site at a glance, and what is released there.

import { get, post, type Route } from './route.ts';
import * as site from './site-view.ts';

export const siteRoutes = {
  readSite: get('/site', 'see-site', site.siteView, 'Cabinets, shelf, counts, alerts and devices'),
  follow: {
    ...get('/stream', 'see-site', site.ledgerNews, 'Every committed fact since Last-Event-ID, and on'),
    event: 'ledger',
  },
  releaseCompartment: post('/compartments/release', 'release-doors', {
    request: site.onCompartment,
    answer: site.siteView,
    summary: 'Put a checked compartment back into use',
  }),
  releaseTerminal: post('/terminals/release', 'release-doors', {
    request: site.onTerminal,
    answer: site.siteView,
    summary: 'Let a terminal take codes again',
  }),
  answerCall: post('/calls/answer', 'answer-calls', {
    request: site.onTerminal,
    answer: site.siteView,
    summary: 'Somebody goes to the terminal',
  }),
} as const satisfies Record<string, Route>;
