// Short words that come up at the edge of the page and go by themselves, unless they tell of trouble.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Toast {
  n: number;
  tone: 'good' | 'bad';
  text: string;
}
export interface Toasts {
  shown: ReadonlySignal<readonly Toast[]>;
  /** What was done. */
  good(text: string): void;
  /** What was not; it stays until it is closed. */
  bad(text: string): void;
  close(n: number): void;
  clear(): void;
}

const goodForMs = 5_000;
const most = 4;

export const createToasts = (): Toasts => {
  const shown = signal<readonly Toast[]>([]);
  let n = 0;
  const close = (of: number): void => {
    shown.value = shown.value.filter((one) => one.n !== of);
  };
  const add = (tone: Toast['tone'], text: string): number => {
    n += 1;
    shown.value = [...shown.value.filter((one) => one.text !== text), { n, tone, text }].slice(-most);
    return n;
  };
  return {
    shown,
    good: (text) => {
      const of = add('good', text);
      setTimeout(() => close(of), goodForMs);
    },
    bad: (text) => void add('bad', text),
    close,
    clear: () => {
      shown.value = [];
    },
  };
};
