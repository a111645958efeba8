// 「代取码」: somebody else may collect this one parcel, once, until a chosen hour.
import { Button } from '../../parts/button.tsx';
import type { Face, FaceAt } from '../../parts/face.ts';
import { Page } from '../../parts/page.tsx';
import { Qr } from '../../parts/qr.tsx';
import { dayTime, inThrees } from '../../words/dictionary.ts';
import type { ProxyView } from '../contract.ts';

const offeredHours = [4, 24, 48] as const;

const Shown = ({ face, proxy }: { face: Face; proxy: ProxyView }) => {
  const { flow, words, put } = face;
  return (
    <Page
      name="proxy-shown"
      title={words.proxy.ready}
      lead={words.proxy.warning}
      icon="share"
      told={{ told: flow.told, words }}
      picture={
        <>
          <p class="proxy-code">{inThrees(proxy.code)}</p>
          <p class="strong">{words.proxy.until(dayTime(flow.wish.language, proxy.until))}</p>
        </>
      }
    >
      <Qr text={proxy.qr} label={words.proxy.qr} />
      <div class="choices">
        <Button does="revoke" kind="quiet" onTap={() => put({ kind: 'revoke-proxy', proxyId: proxy.proxyId })}>
          {words.parcels.revoke}
        </Button>
        <Button does="parcels" kind="main" icon="check" onTap={() => put({ kind: 'go', to: 'parcels' })}>
          {words.proxy.done}
        </Button>
      </div>
    </Page>
  );
};

export const ProxyCode = ({ face, step }: FaceAt<'proxy'>) => {
  const { flow, words, put } = face;
  if (step.proxy !== null) return <Shown face={face} proxy={step.proxy} />;
  return (
    <Page name="proxy" title={words.proxy.title} lead={words.proxy.lead} icon="share" told={{ told: flow.told, words }}>
      <div class="stack">
        {offeredHours.map((hours) => (
          <Button key={hours} does={`hours-${hours}`} onTap={() => put({ kind: 'make-proxy', hours })}>
            {words.proxy.hours(hours)}
          </Button>
        ))}
        <p>{words.proxy.hoursLead}</p>
        <Button does="back" kind="quiet" icon="back" onTap={() => put({ kind: 'back' })}>
          {words.back}
        </Button>
      </div>
    </Page>
  );
};
