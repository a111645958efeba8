// What stands around every page: where one can go, what to search for, what needs attention, who is signed in.
import { useRef } from 'preact/hooks';
import { useConsole, useFrameWords, useKey, useWords } from '../hooks.ts';
import { addressOf, go, route } from '../model/route.ts';
import { groups, type Page, pagesFor } from '../pages.ts';
import { useTimes } from '../times.ts';
import { AccountMenu } from './account-menu.tsx';
import { Icon } from './icon.tsx';
import { IdleWarning } from './idle-warning.tsx';
import { Note, Panel } from './panel.tsx';
import { ToastList } from './toasts.tsx';

const NavLink = ({ page, isHere }: { page: Page; isHere: boolean }) => {
  const { site } = useConsole();
  const count = site.value === null ? 0 : (page.count?.(site.value) ?? 0);
  return (
    <a class="nav-link" href={addressOf(page.name)} aria-current={isHere ? 'page' : undefined} data-nav={page.name}>
      <Icon name={page.icon} />
      <span class="nav-words">{useWords(page.title)}</span>
      {count > 0 && <b class="count">{count}</b>}
    </a>
  );
};

const Nav = ({ offered, here }: { offered: readonly Page[]; here: Page | undefined }) => {
  const words = useFrameWords().shell;
  return (
    <nav class="nav" aria-label={words.pages}>
      {groups.map((group) => {
        const inGroup = offered.filter((page) => page.group === group);
        if (inGroup.length === 0) return null;
        return (
          <div key={group} class="nav-group">
            <p class="nav-title">{words.group[group]}</p>
            {inGroup.map((page) => (
              <NavLink key={page.name} page={page} isHere={page === here} />
            ))}
          </div>
        );
      })}
    </nav>
  );
};

const Search = () => {
  const { search } = useConsole();
  const words = useFrameWords().shell;
  const box = useRef<HTMLInputElement>(null);
  useKey('/', () => box.current?.select());
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        data-field="search"
        aria-label={words.search}
        placeholder={words.search}
        title={words.searchHint}
        autocomplete="off"
        spellcheck={false}
        value={search.value}
        onInput={(event) => {
          search.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && search.value.trim() !== '') go('items');
          if (event.key === 'Escape') search.value = '';
        }}
      />
      <kbd>/</kbd>
    </search>
  );
};

/** Alerts and calls together: the number that is never out of sight. */
const Attention = () => {
  const { site } = useConsole();
  const words = useFrameWords().shell;
  if (site.value === null) return null;
  const { alerts, terminals } = site.value;
  // A call is an alert too; it is counted once.
  const n = Math.max(alerts.length, terminals.filter(({ calledAt }) => calledAt !== null).length);
  return (
    <a class={`attention ${n > 0 ? 'some' : ''}`} href={addressOf('site')} data-do="attention">
      <Icon name={n > 0 ? 'bell' : 'check'} />
      <span>{n > 0 ? words.attention(n) : words.calm}</span>
    </a>
  );
};

const Stale = () => {
  const { staleSince } = useConsole();
  const words = useFrameWords().shell;
  const times = useTimes();
  if (staleSince.value === null) return null;
  return (
    <p class="stale-line" role="alert">
      <Icon name="signal" />
      <span>{words.staleSince(times.time(staleSince.value))}</span>
    </p>
  );
};

export const Shell = () => {
  const { session } = useConsole();
  const words = useFrameWords().shell;
  const signedIn = session.value;
  if (!signedIn) return null;
  const offered = pagesFor(signedIn.may);
  const [name = offered[0]?.name, ...path] = route.value.path;
  const here = offered.find((page) => page.name === name);
  return (
    <div class="shell">
      <header class="top">
        <p class="site-title">{signedIn.siteTitle}</p>
        {signedIn.may.includes('see-items') ? <Search /> : <span />}
        <Stale />
        <Attention />
        <AccountMenu session={signedIn} />
      </header>
      <Nav offered={offered} here={here} />
      {here ? (
        <here.View key={here.name} path={path} />
      ) : (
        <Panel name="nothing" title={words.nothingHere}>
          <Note tone="calm">{words.nothingHereLead}</Note>
        </Panel>
      )}
      <ToastList />
      <IdleWarning />
    </div>
  );
};
