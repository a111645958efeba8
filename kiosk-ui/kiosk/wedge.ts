// Scanners and card readers that type like a keyboard and end with Enter, at whatever speed.

export interface Keystrokes {
  addEventListener(type: 'keydown', listener: (event: KeyboardEvent) => void, capture: true): void;
  removeEventListener(type: 'keydown', listener: (event: KeyboardEvent) => void, capture: true): void;
}

const longest = 200;
/** What one person left half typed is not the beginning of the next one's card. */
const forgottenAfterMs = 10_000;

/**
 * Collects keystrokes of `source` and calls `scanned` with what stood before Enter. Every key is kept from the page: a
 * scanner's Enter would press the last button again [kiosk: trap 5]. Returns the function that stops it.
 */
export const listenToWedge = (source: Keystrokes, scanned: (value: string) => void): (() => void) => {
  let typed = '';
  let lastAt = 0;
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.timeStamp - lastAt > forgottenAfterMs) typed = '';
    lastAt = event.timeStamp;
    if (event.key === 'Enter') {
      const value = typed.trim();
      typed = '';
      if (value !== '') scanned(value);
    } else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length === 1 && typed.length < longest) typed += event.key;
  };
  source.addEventListener('keydown', onKey, true);
  return () => source.removeEventListener('keydown', onKey, true);
};
