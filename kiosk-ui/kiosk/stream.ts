// One stream of whole views from the edge, held open: it comes back by itself after every kind of break.

const reopenAfterMs = 1_000;

export interface StreamEars<View> {
  heard(view: View): void;
  /** The line works (true) or is broken (false). */
  link(up: boolean): void;
  /** The edge answered that there is no such stream. */
  refused(): void;
}

/** Listens to `event` at `path`. Returns the function that stops it. */
export const listen = <View>(path: string, event: string, ears: StreamEars<View>): (() => void) => {
  let source: EventSource | null = null;
  let timer = 0;
  const open = (): void => {
    const fresh = new EventSource(path);
    source = fresh;
    fresh.addEventListener('open', () => ears.link(true));
    fresh.addEventListener(event, (message: MessageEvent<string>) => {
      ears.link(true);
      ears.heard(JSON.parse(message.data));
    });
    fresh.addEventListener('error', () => {
      ears.link(false);
      if (fresh.readyState !== EventSource.CLOSED) return;
      ears.refused();
      if (source === fresh) timer = window.setTimeout(open, reopenAfterMs);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
};
