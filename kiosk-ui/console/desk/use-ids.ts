// Ids for what a form is about to make: the same while the form says the same, so that pressing again after a lost answer makes nothing twice.
import { useMemo } from 'preact/hooks';
import { newId } from '../../kiosk/ids.ts';

export interface Ids {
  /** Of the item, the receipt or the return. */
  id: string;
  /** Of the door's visit. */
  visitId: string;
}

/** `says` is everything the form would send. */
export const useIds = (says: string): Ids => useMemo(() => ({ id: newId(), visitId: newId() }), [says]);
