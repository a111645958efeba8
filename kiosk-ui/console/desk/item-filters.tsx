// What narrows a list of items: kind, carrier, place; each filter in force is seen as a chip and taken away by it.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { ItemRow } from '../contract.ts';
import { useConsole, useFrameWords, useWords } from '../hooks.ts';
import { type Filter, Filters } from '../parts/table-head.tsx';
import { deskItems } from '../words/desk-items.ts';
import { keysOf } from './keys-of.ts';
import { useCarriers } from './use-carriers.ts';

export interface Wish {
  kind?: ItemRow['kind'] | undefined;
  carrier?: string | undefined;
  where?: string | undefined;
}
export const noWish: Wish = {};

interface PickerProps {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
  onPick(value: string | undefined): void;
}

const Picker = ({ name, label, options, value, onPick }: PickerProps) => {
  const id = useId();
  const words = useWords(deskItems);
  return (
    <div class="picker">
      <label for={id}>{label}</label>
      <select
        id={id}
        data-field={name}
        value={value ?? ''}
        onChange={(event) => onPick(event.currentTarget.value || undefined)}
      >
        <option value="">{words.all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};

interface ItemFiltersProps {
  wish: Wish;
  onWish(wish: Wish): void;
  rows: readonly ItemRow[];
  searched: string;
  onNoSearch(): void;
  aside: ComponentChildren;
}

export const ItemFilters = ({ wish, onWish, rows, searched, onNoSearch, aside }: ItemFiltersProps) => {
  const { site } = useConsole();
  const frame = useFrameWords();
  const words = useWords(deskItems);
  const carriers = useCarriers();
  const kinds = keysOf(frame.item.kind).map((value) => ({ value, label: frame.item.kind[value] }));
  const named = [...new Set([...rows.map(({ carrier }) => carrier), ...carriers])].filter((name) => name !== '');
  const places = [
    { value: 'shelf', label: words.shelf },
    ...(site.value?.cabinets ?? []).map(({ id, label }) => ({ value: id, label })),
  ];
  const placeName = places.find(({ value }) => value === wish.where)?.label ?? wish.where ?? '';
  const without = (key: keyof Wish): void => {
    const { [key]: _, ...rest } = wish;
    onWish(Object.keys(rest).length === 0 ? noWish : rest);
  };
  const put = (key: keyof Wish, value: string | undefined): void =>
    value === undefined ? without(key) : onWish({ ...wish, [key]: value });
  const chips: Filter[] = [
    ...(wish.kind ? [{ key: 'kind', words: `${words.kind}${frame.colon}${frame.item.kind[wish.kind]}` }] : []),
    ...(wish.carrier ? [{ key: 'carrier', words: `${words.carrier}${frame.colon}${wish.carrier}` }] : []),
    ...(wish.where ? [{ key: 'where', words: `${words.place}${frame.colon}${placeName}` }] : []),
  ].map((chip) => ({ ...chip, remove: () => without(chip.key as keyof Wish) }));
  if (searched !== '')
    chips.push({ key: 'search', words: `${words.search}${frame.colon}${searched}`, remove: onNoSearch });
  return (
    <div class="pickers">
      <Picker name="kind" label={words.kind} options={kinds} value={wish.kind} onPick={(value) => put('kind', value)} />
      <Picker
        name="carrier"
        label={words.carrier}
        options={named.map((name) => ({ value: name, label: name }))}
        value={wish.carrier}
        onPick={(value) => put('carrier', value)}
      />
      <Picker
        name="where"
        label={words.place}
        options={places}
        value={wish.where}
        onPick={(value) => put('where', value)}
      />
      <Filters
        filters={chips}
        removeAll={() => {
          onWish(noWish);
          onNoSearch();
        }}
      />
      <div class="actions">{aside}</div>
    </div>
  );
};
