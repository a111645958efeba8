// Handing over at the counter: who stands there, what they may take, and their signature.
import type { Receipt } from '../../contract/desk-commands.ts';
import { claimable } from '../../domain/custody/hand-over.ts';
import { isRefused } from '../../domain/decision.ts';
import { credentialBy } from '../../domain/identity/recognise.ts';
import { latest } from '../../domain/latest.ts';
import { lookup, pickupCode, salt } from '../../secrets/codes.ts';
import { maskName } from '../../words/masking.ts';
import { openScans, wayOf } from '../scans.ts';
import { type CounterOptions, openCounter } from './counter.ts';
import type { Handlers } from './handlers.ts';

type Names = 'claim' | 'handOver' | 'refuse' | 'reissueParcelCode';

export const openHandOver = (options: CounterOptions): Pick<Handlers, Names> => {
  const { dispatch, keys, now } = options;
  const counter = openCounter(options);
  const scans = openScans(options);
  const { state } = dispatch;

  return {
    claim: async ({ by, body: { commandId, value } }) => {
      const way = wayOf(value);
      const answer = await scans.ask({ way, value }, (found) =>
        dispatch.execute({ kind: 'ClaimAtDesk', commandId, by, way, lookup: found }),
      );
      if (isRefused(answer)) return answer;
      const credential = credentialBy(state, lookup(keys, way, value));
      const person = credential && state.get('people', credential.personId);
      if (!person) return { refused: 'not-recognised' };
      return {
        body: {
          personId: person.id,
          name: maskName(dispatch.personal(person.id)?.name ?? ''),
          room: dispatch.personal(person.householdId ?? '')?.room ?? '',
          identified: way === 'card' ? 'card' : 'code',
          items: claimable(state, credential, latest(state.get('node', 'node')?.latestMs ?? 0, now())).map(counter.row),
        },
      };
    },
    handOver: async ({ by, body }) => {
      const { commandId, receiptId, holdIds, to, personId, value, document, name, agreedByPhone, strokes } = body;
      if ((value === null) === (document === null))
        return { refused: 'bad-request', field: 'document', remedy: 'identify by card, code or document: one of them' };
      const signed = await counter.signedBefore(receiptId);
      if (signed) return signed;
      const receipt: Receipt = { ...(name && { name }), ...(document && { document }), strokes, salt: salt() };
      const who = { to, personId, agreedByPhone };
      const asked = { kind: 'HandOverItems', commandId, by, receiptId, holdIds, ...who, receipt } as const;
      const about = { holdIds, left: 'handed-over' } as const;
      if (value === null) return counter.onItems({ ...asked, identified: 'document', lookup: null }, about);
      const way = wayOf(value);
      const identified = way === 'card' ? 'card' : 'code';
      return scans.ask({ way, value }, (found) => counter.onItems({ ...asked, identified, lookup: found }, about));
    },
    refuse: ({ by, body }) => counter.onItems({ kind: 'RefuseItems', by, ...body }, body),
    reissueParcelCode: async ({ by, body }) => {
      const answer = await dispatch.execute({ kind: 'ReissueParcelCode', by, ...body });
      if (isRefused(answer)) return answer;
      const credential = state.get('credentials', answer.id ?? '');
      if (!credential) return { refused: 'not-waiting', remedy: 'its code has been used or voided since' };
      return { body: { code: pickupCode(keys, credential.id, credential.issue) } };
    },
  };
};
