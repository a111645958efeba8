// Signing in, invitations, accounts and rights: what these pages can say.
import { accountEn } from './account-en.ts';
import { accountZhCn } from './account-zh-cn.ts';
import { accountZhHk } from './account-zh-hk.ts';
import { accountZhTw } from './account-zh-tw.ts';
import type { Section } from './section.ts';

export interface AccountWords {
  signIn: {
    title: string;
    userName: string;
    password: string;
    totp: string;
    totpHint: string;
    submit: string;
    forgot: string;
    forgotLead: string;
    trust: string;
    isNew: string;
    isNewLead: string;
    farewell: { 'signed-out': string; unconfirmed: string; ended: string };
    waiting: (time: string) => string;
  };
  trust: {
    title: string;
    lead: string;
    download: string;
    fingerprint: string;
    compare: string;
    steps: readonly [string, string, string];
    others: string;
    done: string;
  };
  invitation: {
    title: string;
    lead: string;
    over: string;
    overLead: string;
    toSignIn: string;
    you: string;
    name: string;
    nameHint: string;
    userNameHint: string;
    passwordHint: string;
    again: string;
    differs: string;
    second: string;
    secondLead: string;
    key: string;
    qr: string;
    digits: string;
    submit: string;
    wrongUserName: string;
    tooShort: string;
  };
  staff: {
    title: string;
    count: (n: number) => string;
    invite: string;
    inviteLead: string;
    makeLink: string;
    linkTitle: string;
    linkLead: (time: string) => string;
    linkQr: string;
    waitingLinks: string;
    until: (time: string) => string;
    name: string;
    roles: string;
    factor: string;
    hasFactor: string;
    noFactor: string;
    state: string;
    isIn: string;
    isOut: string;
    you: string;
    change: string;
    rolesOf: (name: string) => string;
    needsFactor: string;
    saved: string;
    end: string;
    endTitle: (name: string) => string;
    endLead: string;
    ended: (name: string) => string;
    sessions: string;
    where: string;
    since: string;
    thisOne: string;
    endSession: string;
    sessionEnded: string;
  };
  rights: { title: string; lead: string; right: string; may: string; mayNot: string };
  password: { title: string; former: string; fresh: string; submit: string; done: string };
}

export const accountWords: Section<AccountWords> = {
  'zh-CN': accountZhCn,
  'zh-HK': accountZhHk,
  'zh-TW': accountZhTw,
  en: accountEn,
};
