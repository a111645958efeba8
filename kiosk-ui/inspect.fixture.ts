// What must hold on every screen, measured in the real page: sizes of targets and text, nothing cut, covered or out of reach.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Panel } from './browser.fixture.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** Breaches of WCAG A and AA that axe-core finds, one line each. The page's CSP forbids scripts: axe goes in by the debugger. */
export const breaches = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const violations: Violation[] = await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }).then((r) => r.violations)",
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
};

export interface Limits {
  leastTextPx: number;
  keyPx: number;
  /** Controls stand below this many pixels from the top. */
  reachTopPx: number;
}

/** The limits of a panel, from its millimetres [kiosk: numbers for people]. */
export const limitsOf = ({ viewport, screen, name }: Panel, wish: { elder: boolean; low: boolean }): Limits => {
  const pxPerMm = viewport.width / screen.widthMm;
  const aboveMm = screen.bottomMm + screen.heightMm - 1220;
  return {
    leastTextPx: wish.elder ? 30 : 18,
    keyPx: Math.max(60, (name === '1024x600' ? 16 : 20) * pxPerMm),
    reachTopPx: wish.low ? Math.max(0, Math.floor(aboveMm * pxPerMm) - 2) : 0,
  };
};

/** Everything on the page that breaks a limit, one line each. */
export const flaws = (page: Page, limits: Limits): Promise<string[]> =>
  page.evaluate(({ leastTextPx, keyPx, reachTopPx }) => {
    const found: string[] = [];
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 24)}"`;
    const scope = document.querySelector('.dialog') ?? document.querySelector('.kiosk');
    if (scope === null) return ['there is no page'];
    const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const hasText = (element: Element): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const isInside = (box: DOMRect): boolean =>
      box.left >= -1 && box.top >= -1 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;

    for (const element of scope.querySelectorAll('*')) {
      if (!visible(element) || !hasText(element)) continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      const box = element.getBoundingClientRect();
      if (size < leastTextPx - 0.01) found.push(`text of ${size}px: ${nameOf(element)}`);
      if (Number.parseFloat(style.lineHeight) / size < 1.295) found.push(`lines too close: ${nameOf(element)}`);
      if (!isInside(box)) found.push(`off the page: ${nameOf(element)}`);
      const block = element.closest('button, p, h1, h2, li, .key') ?? element;
      if (block.scrollWidth > block.clientWidth + 1 || block.scrollHeight > block.clientHeight * 1.1 + 4)
        found.push(
          `cut: ${nameOf(block)} ${block.scrollWidth}>${block.clientWidth} ${block.scrollHeight}>${block.clientHeight}`,
        );
      const on = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (on && !on.contains(element) && !element.contains(on))
        found.push(`covered: ${nameOf(element)} by ${nameOf(on)}`);
    }
    const buttons = [...scope.querySelectorAll('button')].filter(visible);
    for (const button of buttons) {
      const box = button.getBoundingClientRect();
      const least = button.matches('.button, .key') ? 60 : 44;
      if (Math.min(box.width, box.height) < least - 0.5)
        found.push(`target of ${box.width}×${box.height}: ${nameOf(button)}`);
      if (button.matches('.key') && Math.min(box.width, box.height) < keyPx - 0.5) found.push(`key of ${box.width}px`);
      if (!isInside(box)) found.push(`button off the page: ${nameOf(button)}`);
      if (box.top < reachTopPx) found.push(`out of reach at ${box.top}px: ${nameOf(button)}`);
    }
    for (const [n, one] of buttons.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of buttons.slice(n + 1)) {
        const b = other.getBoundingClientRect();
        const overlaps = a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        if (overlaps) found.push(`overlap: ${nameOf(one)} and ${nameOf(other)}`);
      }
    }
    return [...new Set(found)];
  }, limits);

/** The families in which the browser really draws the text of `selector`. */
export const fontsOf = async (page: Page, selector: string): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName);
};
