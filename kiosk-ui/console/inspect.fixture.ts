// What must hold on every page of the console, measured in the real browser: sizes of targets and text, nothing cut, nothing beside the page, no word missing.
import type { Page } from 'playwright-core';

const leastTextPx = 14;
const leastTargetPx = 44;

/** Everything in view that breaks a limit, one line each. */
export const deskFlaws = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ textPx, targetPx }) => {
      const found: string[] = [];
      const nameOf = (element: Element): string =>
        `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.textContent ?? '').slice(0, 30)}"`;
      const scope = document.querySelector('dialog[open]') ?? document.querySelector('#console');
      if (scope === null) return ['there is no page'];
      const isUnseen = (element: Element): boolean => element.closest('.unseen') !== null;
      const visible = (element: Element): boolean =>
        element.checkVisibility({ visibilityProperty: true }) && !isUnseen(element);
      const hasText = (element: Element): boolean =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

      if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window');
      for (const element of scope.querySelectorAll('*')) {
        if (!visible(element)) continue;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (hasText(element)) {
          if (Number.parseFloat(style.fontSize) < textPx) found.push(`text of ${style.fontSize}: ${nameOf(element)}`);
          if (/undefined|\[object|NaN|Invalid/.test(element.textContent ?? ''))
            found.push(`no word: ${nameOf(element)}`);
          if (box.right > innerWidth + 1 || box.left < -1) found.push(`beside the page: ${nameOf(element)}`);
        }
        const clips = style.overflowX === 'hidden' || style.overflowY === 'hidden';
        if (clips && element.matches(':not(svg, .panel)') && (element.textContent ?? '').trim() !== '') {
          const isCut =
            element.scrollWidth > element.clientWidth + 1 ||
            (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 3);
          if (isCut) found.push(`cut: ${nameOf(element)}`);
        }
      }
      const targets = scope.querySelectorAll('button, a[href], select, summary, .segment, .check, .pick label, input');
      for (const target of targets) {
        if (!visible(target) || (target.closest('label') !== null && target.tagName === 'INPUT')) continue;
        const { width, height } = target.getBoundingClientRect();
        if (Math.min(width, height) < targetPx - 0.5)
          found.push(`target of ${Math.round(width)}×${Math.round(height)}: ${nameOf(target)}`);
      }
      return [...new Set(found)];
    },
    { textPx: leastTextPx, targetPx: leastTargetPx },
  );
