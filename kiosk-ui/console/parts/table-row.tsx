// One row of a table; it is drawn again only when something of it changes.
import type { ComponentChildren, RefObject } from 'preact';
import { useMemo } from 'preact/hooks';

/** What a row tells its table; always the newest, so that a row need not be drawn again for it. */
export interface RowHands<R> {
  activate(n: number): void;
  open: ((row: R) => void) | undefined;
  choose: ((row: R) => void) | undefined;
}

interface RowProps<R> {
  /** Place in the whole list, from 0. */
  n: number;
  row: R;
  columns: readonly { key: string; cell(row: R): ComponentChildren }[];
  isActive: boolean;
  isOpen: boolean;
  opens: boolean;
  /** Undefined = rows cannot be chosen. */
  isChosen: boolean | undefined;
  /** Read out for the box that chooses. */
  chooseLabel: string;
  hands: RefObject<RowHands<R>>;
}

/** A control inside of a row does its own thing. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, input, label') !== null;

const drawn = <R,>({ n, row, columns, isActive, isOpen, opens, isChosen, chooseLabel, hands }: RowProps<R>) => (
  <tr
    class={`${isOpen ? 'open' : ''}${opens ? ' opens' : ''}`}
    data-n={n}
    aria-rowindex={n + 2}
    aria-selected={isChosen}
    tabIndex={isActive ? 0 : -1}
    onFocus={() => hands.current?.activate(n)}
    onClick={({ target }) => !isControl(target) && hands.current?.open?.(row)}
  >
    {isChosen !== undefined && (
      <td class="pick">
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isChosen}
            aria-label={chooseLabel}
            onChange={() => hands.current?.choose?.(row)}
          />
        </label>
      </td>
    )}
    {columns.map(({ key, cell }) => (
      <td key={key} data-column={key}>
        <div class="cell">{cell(row)}</div>
      </td>
    ))}
  </tr>
);

/** The same drawing again is the same object: nothing below it is compared [2,000 rows]. */
export const Row = <R,>(props: RowProps<R>) => useMemo(() => drawn(props), Object.values(props));
