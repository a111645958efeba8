// The screen in millimetres: how large a key is, and how far down the controls must come to be within reach.
import { signal } from '@preact/signals';
import type { KioskView } from '../kiosk/contract.ts';

/** Nobody reaches for a control above this in the lowered layout [EN 301 549 8.3]. */
const reachTopMm = 1220;
const keyMm = { usual: 20, smallPanel: 16 } as const;
/** A screen of 7" is about this wide. */
const smallPanelMm = 200;

export interface Measure {
  pxPerMm: number;
  keyPx: number;
  /** Pixels from the top of the page in which the lowered layout has no control. */
  reachTopPx: number;
  isPortrait: boolean;
}

interface Window {
  width: number;
  height: number;
}

/** `size` of the page in pixels, `screen` in millimetres. */
export const measure = (size: Window, screen: KioskView['screen'] | null): Measure => {
  const isPortrait = size.height > size.width;
  if (screen === null) return { pxPerMm: 1, keyPx: 60, reachTopPx: 0, isPortrait };
  const pxPerMm = size.width / screen.widthMm;
  const wanted = Math.min(screen.widthMm, screen.heightMm) < smallPanelMm / 2 ? keyMm.smallPanel : keyMm.usual;
  const aboveMm = Math.max(0, screen.bottomMm + screen.heightMm - reachTopMm);
  return {
    pxPerMm,
    keyPx: Math.max(60, Math.ceil(wanted * pxPerMm)),
    reachTopPx: Math.min(Math.round(aboveMm * pxPerMm), Math.round(size.height / 3)),
    isPortrait,
  };
};

/** The page's size, followed while it changes. */
export const windowSize = signal<Window>({ width: 0, height: 0 });

/** Keeps `windowSize` up to date. Returns the function that stops it. */
export const followWindow = (): (() => void) => {
  const follow = (): void => {
    windowSize.value = { width: window.innerWidth, height: window.innerHeight };
  };
  follow();
  window.addEventListener('resize', follow);
  return () => window.removeEventListener('resize', follow);
};
