// The first time at a computer: how it learns to trust the certificate that this site issues for itself.
import { useConsole, useWords } from '../hooks.ts';
import { addressOf } from '../model/route.ts';
import { LanguageChoice } from '../parts/account-menu.tsx';
import { LinkButton } from '../parts/button.tsx';
import { accountWords } from '../words/account.ts';

/** Two digits apart, eight pairs a line: as the node prints it and as people compare it. */
const inPairs = (fingerprint: string): string[] =>
  (fingerprint.replace(/[^0-9a-f]/gi, '').match(/.{1,2}/g) ?? []).map((pair) => pair.toUpperCase());

export const Trust = () => {
  const { hello } = useConsole();
  const words = useWords(accountWords).trust;
  return (
    <main class="gate wide" data-page="trust">
      <div class="gate-box">
        <p class="site-title">{hello.value?.siteTitle ?? ''}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ol class="steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p class="soft">{words.others}</p>
        <h2>{words.fingerprint}</h2>
        <p class="fingerprint">
          {inPairs(hello.value?.caFingerprint ?? '').map((pair, n) => (
            <span key={n}>{pair}</span>
          ))}
        </p>
        <p>{words.compare}</p>
        <div class="actions">
          <LinkButton does="back" to={addressOf()} icon="back">
            {words.done}
          </LinkButton>
          <LinkButton does="download-ca" to="/menfang-ca.pem" kind="main" icon="download" download="menfang-ca.pem">
            {words.download}
          </LinkButton>
        </div>
      </div>
      <footer class="gate-foot">
        <span />
        <LanguageChoice />
      </footer>
    </main>
  );
};
