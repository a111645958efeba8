// Routes of signing in, accounts and rights.

import { get, post, type Route } from './route.ts';
import { nothing } from './shared.ts';
import * as signIn from './sign-in.ts';

export const accountRoutes = {
  hello: get('/hello', 'anyone', signIn.hello, 'What this console is'),
  openInvitation: post('/invitations/open', 'anyone', {
    request: signIn.openInvitation,
    answer: signIn.invitationView,
    summary: 'What a one-time link is for',
  }),
  makeAccount: post('/accounts', 'anyone', {
    request: signIn.makeAccount,
    answer: signIn.sessionView,
    summary: 'Use a one-time link: make an account and be signed in',
  }),
  signIn: post('/sessions', 'anyone', {
    request: signIn.signIn,
    answer: signIn.sessionView,
    summary: 'Sign in',
  }),
  readSession: get('/session', 'signed-in', signIn.sessionView, 'Who is signed in here'),
  signOut: post('/session/end', 'signed-in', { request: nothing, answer: nothing, summary: 'Sign out' }),
  changePassword: post('/session/password', 'signed-in', {
    request: signIn.changePassword,
    answer: nothing,
    summary: 'Change one’s own password',
  }),
  listSessions: get('/sessions', 'signed-in', signIn.sessions, 'One’s own sign-ins; all of them for who sees staff'),
  endSession: post('/sessions/end', 'signed-in', {
    request: signIn.endSession,
    answer: signIn.sessions,
    summary: 'End a sign-in elsewhere',
  }),
  readRights: get('/rights', 'signed-in', signIn.rightsTable, 'Which role may do what'),
  listStaff: get('/staff', 'see-staff', signIn.staffList, 'Who has an account'),
  inviteStaff: post('/staff/invite', 'manage-staff', {
    request: signIn.inviteStaff,
    answer: signIn.invitationLink,
    summary: 'Make a one-time link for a new account',
  }),
  changeRoles: post('/staff/roles', 'manage-staff', {
    request: signIn.changeRoles,
    answer: signIn.staffList,
    summary: 'Change somebody’s roles',
  }),
  endStaff: post('/staff/end', 'manage-staff', {
    request: signIn.onStaff,
    answer: signIn.staffList,
    summary: 'End an account at once',
  }),
} as const satisfies Record<string, Route>;
