// A scanner for stories: its keys carry the times of a real one, however slow the machine is that runs the story.
import type { Page } from 'playwright-core';

const secondsPerKey = 0.004;

/** Types `text` and Enter as hardware would have done. */
export const scanWith = async (page: Page, text: string): Promise<void> => {
  const line = await page.context().newCDPSession(page);
  const began = Date.now() / 1000;
  const keys = [...text].map((key, n) => ({ key, text: key, timestamp: began + n * secondsPerKey }));
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  for (const key of [...keys, { ...enter, timestamp: began + text.length * secondsPerKey }]) {
    await line.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await line.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, timestamp: key.timestamp });
  }
  await line.detach();
};
