// The keyboard of a desk: scanners that type like one, wherever the focus is, and single keys that do something.

/** Nobody types this fast for long; the slowest scanners send a key every 30 ms. */
const scannerMsPerKey = 45;
const shortestScan = 4;
const longestScan = 200;
/** A single key counts once it is clear that no second one of a scan follows. */
const aloneMs = 60;

export interface KeyEars {
  /** False = nobody wants a scan here: it stays where it was typed. */
  wantsScans(): boolean;
  /** What stood before Enter; the field it was typed into holds again what it held before. */
  scanned(value: string): void;
  /** One key outside every text field. */
  pressed(key: string): void;
}

interface Burst {
  text: string;
  beganAt: number;
  lastAt: number;
  field: HTMLInputElement | HTMLTextAreaElement | null;
  /** What the field held before the scanner began to type into it. */
  before: string;
}

const fieldOf = (target: EventTarget | null): Burst['field'] =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !/checkbox|radio|button/.test(target.type))
    ? target
    : null;

/** Under a Chinese input method a scanner's keys have no character, only a place on the keyboard. */
export const characterOf = ({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string => {
  if (key.length === 1) return key;
  if (key !== 'Process') return '';
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  return digit ?? (code === 'Minus' || code === 'NumpadSubtract' ? '-' : '');
};

/** Whether so many characters in so many milliseconds, first key to Enter, were typed by a machine. */
export const isScan = (characters: number, ms: number): boolean =>
  characters >= shortestScan && characters <= longestScan && ms <= characters * scannerMsPerKey;

const putBack = ({ field, before }: Burst): void => {
  if (field === null) return;
  field.value = before;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Listens to the whole page. Returns the function that stops it. */
export const listenToKeys = (ears: KeyEars): (() => void) => {
  let burst: Burst | null = null;
  let alone = 0;

  const enter = (event: KeyboardEvent): void => {
    const done = burst;
    burst = null;
    if (done === null || !isScan(done.text.length, event.timeStamp - done.beganAt)) return;
    const isWanted = ears.wantsScans();
    if (!isWanted && done.field !== null) return;
    // A scanner's Enter would press the last button again [kiosk: trap 5].
    event.preventDefault();
    event.stopPropagation();
    if (!isWanted) return;
    putBack(done);
    ears.scanned(done.text);
  };
  const character = (event: KeyboardEvent, text: string): void => {
    clearTimeout(alone);
    const field = fieldOf(event.target);
    if (burst === null || burst.field !== field || event.timeStamp - burst.lastAt > 2 * scannerMsPerKey)
      burst = { text: '', beganAt: event.timeStamp, lastAt: 0, field, before: field?.value ?? '' };
    burst.text += text;
    burst.lastAt = event.timeStamp;
    if (field !== null) return;
    if (text === '/' || (text === ' ' && burst.text.length > 1)) event.preventDefault();
    if (burst.text.length === 1) alone = window.setTimeout(() => ears.pressed(text), aloneMs);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const text = characterOf(event);
    if (event.key === 'Enter' || (event.key === 'Process' && event.code === 'Enter')) enter(event);
    else if (text !== '') character(event, text);
  };
  document.addEventListener('keydown', onKey, true);
  return () => {
    clearTimeout(alone);
    document.removeEventListener('keydown', onKey, true);
  };
};

const scanEars: ((value: string) => void)[] = [];
const pressEars: { key: string; press(): void }[] = [];

/** The one who listened last hears the scan: a dialog before the page beneath it. Returns the function that ends it. */
export const hearScans = (ear: (value: string) => void): (() => void) => {
  scanEars.push(ear);
  return () => void scanEars.splice(scanEars.indexOf(ear), 1);
};

/** The one who listened last gets the key. Returns the function that ends it. */
export const hearKey = (key: string, press: () => void): (() => void) => {
  const ear = { key, press };
  pressEars.push(ear);
  return () => void pressEars.splice(pressEars.indexOf(ear), 1);
};

/** Hands keys on to whoever has asked for them with `hearScans` and `hearKey`. */
export const pageEars: KeyEars = {
  wantsScans: () => scanEars.length > 0,
  scanned: (value) => scanEars.at(-1)?.(value.trim()),
  pressed: (key) => pressEars.findLast((ear) => ear.key === key)?.press(),
};
