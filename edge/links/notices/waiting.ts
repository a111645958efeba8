// From the node's live state to what the notices need of it.
import type { Dispatch } from '../../dispatch.ts';
import { isWaiting } from '../../domain/custody/hold.ts';
import type { SiteLayout } from '../../domain/decision.ts';
import type { State } from '../../domain/state.ts';
import { pickupCode, qrToken } from '../../secrets/codes.ts';
import type { Keys } from '../../secrets/keys.ts';
import { placeView } from '../../words/places.ts';
import type { Contact } from './carrier.ts';
import type { WaitingParcel } from './due.ts';
import type { PickupCode } from './message.ts';

/** Every parcel that waits for its owner. Whoever has moved out is told nothing more: what waits for them goes back [M5]. */
export function* waitingParcels(state: State, site: SiteLayout): Generator<WaitingParcel> {
  for (const { id, personId, waybill, carrier, status, place, placedAt, notices } of state.all('holds')) {
    const owner = state.get('people', personId);
    if (!owner || !isWaiting(status) || !place || placedAt === null) continue;
    const { quiet } = owner;
    yield { id, personId, waybill: waybill ?? '', carrier, quiet, place: placeView(site, place), placedAt, notices };
  }
}

export const contactOf = (dispatch: Pick<Dispatch, 'state' | 'personal'>, personId: string): Contact | undefined => {
  const data = dispatch.personal(personId);
  const { language, channels } = dispatch.state.get('people', personId) ?? {};
  return (
    data && {
      ...(data.phone && { phone: data.phone }),
      ...(data.email && { email: data.email }),
      ...(language && { language }),
      ...(channels && { channels }),
    }
  );
};

/** Computed anew from the credential, so that a notice can be sent again though no code is stored. */
export const pickupOf = (state: State, keys: Keys, holdId: string): PickupCode | undefined => {
  const credential = state.get('credentials', state.get('holds', holdId)?.credentialId ?? '');
  return (
    credential && {
      code: pickupCode(keys, credential.id, credential.issue),
      qr: qrToken(keys, credential.id, credential.issue),
    }
  );
};
