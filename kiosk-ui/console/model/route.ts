// Where in the console one is: the hash of the address, `#/items/due`; nothing of a person ever stands in it.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Place {
  /** The steps of the path: `['items', 'due']`. */
  path: readonly string[];
  /** The one-time token of `#invite=…`, taken out of the address as soon as it is read. */
  invite: string | null;
}

export const readHash = (hash: string): Place => {
  const [, invite = null] = /^#invite=([A-Za-z0-9_.~-]+)$/.exec(hash) ?? [];
  return { path: /^#\/[a-z0-9/-]*$/.test(hash) ? hash.slice(2).split('/').filter(Boolean) : [], invite };
};

const place = signal<Place>({ path: [], invite: null });
export const route: ReadonlySignal<Place> = place;

const follow = (): void => {
  const read = readHash(location.hash);
  // A token in the address would stay in the history of a desk computer.
  if (read.invite !== null) history.replaceState(null, '', '#/');
  place.value = read;
};

/** Follows the address. Returns the function that stops it. */
export const followAddress = (): (() => void) => {
  follow();
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
};

export const addressOf = (...path: string[]): string => `#/${path.join('/')}`;

/** Goes to another page of the console; going back leads here again. */
export const go = (...path: string[]): void => {
  if (location.hash === addressOf(...path)) follow();
  else location.hash = addressOf(...path);
};
