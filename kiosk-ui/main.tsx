// Starts the kiosk page: the one place where the model is made.
import { render } from 'preact';
import { App } from './kiosk/app.tsx';
import { createVisit } from './kiosk/visit.ts';
import { followWindow } from './parts/measure.ts';
import { isLanguage } from './words/dictionary.ts';

// The language between visitors is the site's: set in the address that the kiosk browser opens (`/?language=zh-HK`).
const asked = new URLSearchParams(location.search).get('language');
const model = createVisit({ language: isLanguage(asked) ? asked : 'zh-CN', elder: false, low: false });

const root = document.getElementById('kiosk');
if (root === null) throw new Error('the page has no element #kiosk');
document.addEventListener('contextmenu', (event) => event.preventDefault());
// A pressed key keeps no mark: it would show the next person the last digit.
document.addEventListener(
  'click',
  () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
);
followWindow();
model.start();
render(<App model={model} />, root);
