// The whole kiosk: one screen at a time between the head and the bar, sized by the screen it stands on.

import { Bar } from '../parts/bar.tsx';
import { Dialogs } from '../parts/dialog.tsx';
import type { Face } from '../parts/face.ts';
import { measure, windowSize } from '../parts/measure.ts';
import { dictionary, hourMinute } from '../words/dictionary.ts';
import { isLost } from './idle.ts';
import { Lost } from './screens/lost.tsx';
import { Stage } from './screens/stage.tsx';
import type { VisitModel } from './visit.ts';

const Head = ({ face: { flow, now } }: { face: Face }) => (
  <header class="head">
    <p class="site">{flow.kiosk?.siteTitle ?? ''}</p>
    <p class="clock">{flow.kiosk ? hourMinute(flow.kiosk.now + (now - flow.kioskAt)) : ''}</p>
  </header>
);

export const App = ({ model }: { model: VisitModel }) => {
  const flow = model.flow.value;
  const now = model.now.value;
  const { language, elder, low } = flow.wish;
  const face: Face = {
    flow,
    now,
    words: dictionary[language],
    put: model.put,
    tone: model.tone,
    callPerson: model.callPerson,
  };
  const sizes = measure(windowSize.value, flow.kiosk?.screen ?? null);
  // Setting it to what it is would restyle the whole page, twice a touch: 40 % of what a touch costs (touch.story.ts).
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  const hasLost = isLost(flow, now);
  return (
    <div
      class={`kiosk${elder ? ' elder' : ''}${low ? ' low' : ''}${flow.isSending ? ' sending' : ''}`}
      lang={language}
      style={{ '--key-mm': `${sizes.keyPx}px`, '--reach-top': low ? `${sizes.reachTopPx}px` : '0px' }}
    >
      <Head face={face} />
      {hasLost ? <Lost face={face} /> : <Stage key={flow.turn} face={face} isPortrait={sizes.isPortrait} />}
      <Bar face={face} />
      <Dialogs face={face} />
    </div>
  );
};
