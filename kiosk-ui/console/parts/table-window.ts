// Which rows of a long table are in view: only those, and a few around them, are on the page.
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Two lines of text, or one with a mark; a target of more than 44 px. */
export const rowHeightPx = 48;
/** Shorter lists are on the page as a whole, for printing and for the browser's own search. */
const wholeUpTo = 200;
/** The titles stay above the rows. */
const headHeightPx = 44;
/** Rows above and below the view, so that a quick scroll shows no gap. */
const around = 12;

export interface View {
  /** First row on the page and the one after the last. */
  first: number;
  last: number;
}

/** Rows for a box scrolled down by `scrollPx` that is `heightPx` high. The window moves in steps of `around`. */
export const viewOf = (count: number, scrollPx: number, heightPx: number): View => {
  if (count <= wholeUpTo) return { first: 0, last: count };
  const top = Math.floor(scrollPx / rowHeightPx / around) * around;
  const inView = Math.ceil(heightPx / rowHeightPx);
  return { first: Math.max(0, top - around), last: Math.min(count, top + inView + 2 * around) };
};

export interface Window extends View {
  /** Whole rows that fit in the box. */
  page: number;
  onScroll(): void;
  /** Scrolls as far as needed for row `n`. */
  bringIntoView(n: number): void;
}

/** The window on `count` rows in `box`; `onEnd` when less than two views are left below. */
export const useWindow = (box: RefObject<HTMLElement | null>, count: number, onEnd?: () => void): Window => {
  const [scroll, setScroll] = useState({ px: 0, heightPx: 800 });
  const onScroll = (): void => {
    const shown = box.current;
    if (shown === null) return;
    const now = { px: shown.scrollTop, heightPx: shown.clientHeight };
    const [before, after] = [scroll, now].map(({ px, heightPx }) => viewOf(count, px, heightPx));
    if (before?.first !== after?.first || before?.last !== after?.last) setScroll(now);
    if (onEnd && shown.scrollHeight - now.px < 3 * now.heightPx) onEnd();
  };
  useLayoutEffect(onScroll, [count]);
  return {
    ...viewOf(count, scroll.px, scroll.heightPx),
    page: Math.max(1, Math.floor(scroll.heightPx / rowHeightPx) - 1),
    onScroll,
    bringIntoView: (n) => {
      const shown = box.current;
      if (shown === null) return;
      const top = n * rowHeightPx;
      if (top < shown.scrollTop) shown.scrollTop = top;
      else if (top + rowHeightPx > shown.scrollTop + shown.clientHeight - headHeightPx)
        shown.scrollTop = top + rowHeightPx + headHeightPx - shown.clientHeight;
      onScroll();
    },
  };
};
