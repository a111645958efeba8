// A credential that ends before its time takes the visits with it that it began [S11].
import type { EventData, Fact } from '../../contract/events.ts';
import type { State } from '../state.ts';
import { endVisit } from './visit.ts';

/** A door that is under way goes on to its end by itself, and no other one opens after it. */
export const revoke = (
  state: State,
  credentialId: string,
  reason: EventData<'CredentialRevoked'>['reason'],
): Fact[] => [
  { type: 'CredentialRevoked', data: { credentialId, reason } },
  ...[...state.all('visits')]
    .filter((visit) => visit.credentialId === credentialId)
    .flatMap((visit) => endVisit(state, visit, 'revoked')),
];
