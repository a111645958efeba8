// Rows of a list: sorted by a press, chosen with space, opened with Enter; long ones hold only what is in view.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useFrameWords } from '../hooks.ts';
import { Note } from './panel.tsx';
import { ColumnHeads, type Sort } from './table-head.tsx';
import { Row, type RowHands } from './table-row.tsx';
import { rowHeightPx, useWindow } from './table-window.ts';

export interface Column<R> {
  key: string;
  title: string;
  /** A length: `8rem`; absent = a share of what is left. */
  width?: string;
  cell(row: R): ComponentChildren;
  /** Pressing the title sorts by this. */
  sorts?: boolean;
}

export interface TableProps<R> {
  name: string;
  /** Read out: what this is a list of. */
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf(row: R): string;
  /** Enter or a press on a row. */
  onOpen?(row: R): void;
  /** The row whose details are shown beside it. */
  openKey?: string | null;
  sort?: Sort | null;
  onSort?(sort: Sort): void;
  /** Chosen rows, by key; absent = rows cannot be chosen. */
  chosen?: ReadonlySet<string>;
  onChoose?(chosen: ReadonlySet<string>): void;
  isLoading?: boolean;
  /** What is shown may no longer be true. */
  isStale?: boolean;
  /** Words for a list without rows. */
  empty?: ComponentChildren;
  /** Near the end of the rows: more may be fetched. */
  onEnd?(): void;
}

const steps: Record<string, (at: number, last: number, page: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last, page) => Math.min(at + page, last),
  PageUp: (at, _, page) => Math.max(at - page, 0),
  Home: () => 0,
  End: (_, last) => last,
};

const toggled = (chosen: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
};

export const Table = <R,>(props: TableProps<R>) => {
  const { columns, rows, keyOf, chosen, onChoose } = props;
  const words = useFrameWords().table;
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const followsKeys = useRef(false);
  const shown = useWindow(box, rows.length, props.onEnd);
  const at = Math.min(active, Math.max(0, rows.length - 1));
  const choose = onChoose && chosen ? (row: R): void => onChoose(toggled(chosen, keyOf(row))) : undefined;
  const hands = useRef<RowHands<R>>({ activate: setActive, open: undefined, choose: undefined });
  hands.current = { activate: setActive, open: props.onOpen, choose };

  useLayoutEffect(() => {
    if (!followsKeys.current) return;
    followsKeys.current = false;
    box.current?.querySelector<HTMLElement>(`[data-n="${at}"]`)?.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const row = rows[at];
    if (step) {
      followsKeys.current = true;
      const next = step(at, rows.length - 1, shown.page);
      shown.bringIntoView(next);
      setActive(next);
    } else if (!(event.target instanceof HTMLTableRowElement) || row === undefined) return;
    else if (event.key === ' ' && choose) choose(row);
    else if (event.key === 'Enter' && props.onOpen) props.onOpen(row);
    else return;
    event.preventDefault();
  };
  const isAll = rows.length > 0 && chosen !== undefined && rows.every((row) => chosen.has(keyOf(row)));
  return (
    <div class={`table${props.isStale ? ' stale' : ''}`} ref={box} onScroll={shown.onScroll} data-table={props.name}>
      <div
        style={{
          paddingTop: `${shown.first * rowHeightPx}px`,
          paddingBottom: `${(rows.length - shown.last) * rowHeightPx}px`,
        }}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are walked with arrows, chosen and opened: that is a grid
          role="grid"
          aria-label={props.label}
          aria-rowcount={rows.length + 1}
          aria-multiselectable={chosen !== undefined}
          aria-busy={props.isLoading}
          onKeyDown={onKeyDown}
        >
          <ColumnHeads
            columns={columns}
            sort={props.sort ?? null}
            onSort={props.onSort}
            all={chosen && onChoose && { isAll, toggle: () => onChoose(new Set(isAll ? [] : rows.map(keyOf))) }}
          />
          <tbody>
            {rows.slice(shown.first, shown.last).map((row, n) => (
              <Row
                key={keyOf(row)}
                n={shown.first + n}
                row={row}
                columns={columns}
                isActive={shown.first + n === at}
                isOpen={props.openKey === keyOf(row)}
                opens={props.onOpen !== undefined}
                isChosen={chosen?.has(keyOf(row))}
                chooseLabel={words.selectRow}
                hands={hands}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <Note tone="calm">{props.isLoading ? words.loading : (props.empty ?? words.empty)}</Note>}
    </div>
  );
};
