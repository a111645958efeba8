// A compound of households with made-up names and phones, and one member of staff who is signed in.
import { uuidv7 } from 'uuidv7';
import type { HouseholdEntry, PersonEntry } from '../../../edge/contract/commands.ts';
import type { By } from '../../../edge/contract/desk-commands.ts';
import type { Core } from '../../../edge/core.ts';
import { lookup } from '../../../edge/secrets/codes.ts';
import { phoneTailKey, roomKey } from '../../../edge/secrets/recipient-keys.ts';

const households = 3_000;
const perImport = 100;
const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'];
const given = [...'明华丽静伟芳娜敏强磊军洋勇艳杰娟涛超秀英霞平刚桂兰凤洁梅琳'];
const pick = (letters: readonly string[], n: number): string => letters[n % letters.length] ?? '';

export const roomOf = (n: number): string =>
  `${1 + (n % 20)}-${1 + Math.floor(n / 200)}${String(1 + (n % 8)).padStart(2, '0')}`;
export const nameOf = (n: number): string => pick(surnames, n * 7) + pick(given, n * 3) + pick(given, n * 11 + 1);
const phoneOf = (n: number): string => `138${String((n * 7_919) % 100_000_000).padStart(8, '0')}`;

export interface Resident {
  personId: string;
  householdId: string;
}

/** Two people in each of 3,000 rooms. */
export const settle = async ({ dispatch, keys }: Core): Promise<Resident[]> => {
  const residents: Resident[] = [];
  for (let first = 0; first < households; first += perImport) {
    const homes: HouseholdEntry[] = [];
    const people: PersonEntry[] = [];
    for (let n = first; n < first + perImport; n += 1) {
      const room = `${roomOf(n)}-${n}`;
      const key = roomKey(keys, room);
      const householdId = uuidv7();
      homes.push({ householdId, roomKey: key, low: false, personal: { name: room, room, salt: uuidv7() } });
      for (const m of [2 * n, 2 * n + 1]) {
        const personId = uuidv7();
        const phone = phoneOf(m);
        residents.push({ personId, householdId });
        people.push({
          ...{ personId, householdId, role: 'resident', consent: 'desk', shares: true, elder: false, language: null },
          ...{ relation: null, until: null, agreedBy: null, channels: [], quiet: null, cards: [] },
          phoneTailKey: phoneTailKey(keys, key, phone.slice(-4)) ?? null,
          personal: { name: nameOf(m), phone, room, salt: uuidv7() },
        });
      }
    }
    await dispatch.execute({ commandId: uuidv7(), kind: 'ImportPeople', households: homes, people });
  }
  return residents;
};

export const signIn = async ({ dispatch, keys }: Core): Promise<By> => {
  const [staffId, sessionId, token] = [uuidv7(), uuidv7(), uuidv7()];
  const ask = dispatch.execute.bind(dispatch);
  const invited = lookup(keys, 'invitation', token);
  await ask({
    commandId: uuidv7(),
    kind: 'OfferInvitation',
    by: null,
    invitationId: uuidv7(),
    lookup: invited,
    roles: ['desk'],
  });
  await ask({
    ...{
      commandId: uuidv7(),
      kind: 'RegisterStaff',
      staffId,
      lookup: invited,
      nameLookup: lookup(keys, 'card', token),
    },
    ...{ hasSecondFactor: false, personal: { name: '何前台', salt: uuidv7() } },
  });
  await ask({ commandId: uuidv7(), kind: 'SignIn', sessionId, staffId, where: 'bench' });
  return { staffId, sessionId };
};
