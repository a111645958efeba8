// Starts the console page: the one place where its model is made.
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { createConsole } from './model/console.ts';
import { listenToKeys, pageEars } from './model/keys.ts';
import { followAddress } from './model/route.ts';
import { isLanguage } from './words/frame.ts';

// A desk keeps its language (`/?language=zh-HK` sets it); the first time it is the browser's own.
const asked = new URLSearchParams(location.search).get('language');
const language = [asked, localStorage.getItem('language'), ...navigator.languages].find(isLanguage) ?? 'zh-CN';
const model = createConsole({ language });
effect(() => localStorage.setItem('language', model.language.value));

const root = document.getElementById('console');
if (root === null) throw new Error('the page has no element #console');
for (const kind of ['pointerdown', 'keydown', 'wheel'] as const)
  document.addEventListener(kind, () => model.active(), { capture: true, passive: true });
listenToKeys(pageEars);
followAddress();
model.begin();
render(<App model={model} />, root);
