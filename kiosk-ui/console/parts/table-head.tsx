// The titles of a table's columns, which sort it, and what stands above: filters that can be seen and taken away, and what is chosen.
import type { ComponentChildren } from 'preact';
import { useFrameWords } from '../hooks.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface Sort {
  by: string;
  order: 'asc' | 'desc';
}

interface HeadProps {
  columns: readonly { key: string; title: string; width?: string; sorts?: boolean }[];
  sort: Sort | null;
  onSort: ((sort: Sort) => void) | undefined;
  all: { isAll: boolean; toggle(): void } | undefined;
}

export const ColumnHeads = ({ columns, sort, onSort, all }: HeadProps) => {
  const words = useFrameWords().table;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {all && (
          <th class="pick" scope="col">
            <label>
              <input type="checkbox" checked={all.isAll} aria-label={words.selectAll} onChange={all.toggle} />
            </label>
          </th>
        )}
        {columns.map(({ key, title, sorts, width }) => {
          const order = sort?.by === key ? sort.order : null;
          return (
            <th
              key={key}
              scope="col"
              style={{ width }}
              aria-sort={order === null ? undefined : order === 'asc' ? 'ascending' : 'descending'}
            >
              {sorts && onSort ? (
                <button
                  type="button"
                  class="sorter"
                  data-sort={key}
                  title={words.sortBy(title)}
                  onClick={() => onSort({ by: key, order: order === 'asc' ? 'desc' : 'asc' })}
                >
                  <span>{title}</span>
                  {order && <Icon name={order === 'asc' ? 'up' : 'down'} />}
                </button>
              ) : (
                <span>{title}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
};

export interface Filter {
  key: string;
  /** As people say it: 「快递公司：顺丰」. */
  words: string;
  remove(): void;
}

/** Filters in force, each with its cross. Nothing is shown when there is none. */
export const Filters = ({ filters, removeAll }: { filters: readonly Filter[]; removeAll(): void }) => {
  const words = useFrameWords().table;
  if (filters.length === 0) return null;
  return (
    <div class="filters">
      {filters.map((filter) => (
        <button
          key={filter.key}
          type="button"
          class="chip"
          data-filter={filter.key}
          aria-label={words.removeFilter(filter.words)}
          onClick={filter.remove}
        >
          <span>{filter.words}</span>
          <Icon name="close" />
        </button>
      ))}
      {filters.length > 1 && (
        <Button does="remove-filters" kind="quiet" onTap={removeAll}>
          {words.removeAll}
        </Button>
      )}
    </div>
  );
};

/** What can be done with all chosen rows. Nothing is shown while none is chosen. */
export const BulkBar = (props: { chosen: ReadonlySet<string>; onNone(): void; children: ComponentChildren }) => {
  const words = useFrameWords().table;
  if (props.chosen.size === 0) return null;
  return (
    <div class="bulk" role="toolbar" aria-label={words.selected(props.chosen.size)}>
      <b>{words.selected(props.chosen.size)}</b>
      <Button does="choose-none" kind="quiet" icon="close" onTap={props.onNone}>
        {words.selectNone}
      </Button>
      <div class="actions">{props.children}</div>
    </div>
  );
};
