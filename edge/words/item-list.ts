// A list of items in words, for a file that people open in an office program.
import type { ItemRow } from '../contract/console/items.ts';
import type { Language } from '../contract/ids.ts';
import { inWords, type Words } from './registers/register.ts';
import { wordOf } from './registers/vocabulary.ts';

const status: Record<ItemRow['status'], Words> = {
  placing: inWords('入柜中', '存入中', '存入中', 'Being placed'),
  waiting: inWords('待取 (柜)', '待取 (櫃)', '待領 (櫃)', 'Waiting in the locker'),
  'at-desk': inWords('待取 (前台)', '待取 (前台)', '待領 (櫃台)', 'Waiting at the desk'),
  taking: inWords('取件中', '取件中', '領取中', 'Being taken'),
  collected: inWords('已取走', '已取走', '已領走', 'Collected'),
  disputed: inWords('待核实', '待核實', '待查證', 'To be checked'),
  'to-return': inWords('待退回', '待退回', '待退回', 'Goes back'),
  returned: inWords('已退回', '已退回', '已退回', 'Returned'),
  withdrawn: inWords('已撤回', '已撤回', '已撤回', 'Withdrawn'),
  lost: inWords('遗失', '遺失', '遺失', 'Lost'),
};

interface Told {
  row: ItemRow;
  language: Language;
  /** A wall time as people at the site write it. */
  minute: (wallMs: number) => string;
}
interface Column {
  label: Words;
  text(told: Told): string;
}

const coded = (vocabulary: 'kind' | 'condition' | 'damage', value: string | null, language: Language): string =>
  value === null ? '' : (wordOf(vocabulary, value)?.[language] ?? value);
const time = (at: number | null, { minute }: Told): string => (at === null ? '' : minute(at));

const columns: readonly Column[] = [
  { label: inWords('签收时间', '簽收時間', '簽收時間', 'Received'), text: (told) => time(told.row.receivedAt, told) },
  { label: inWords('类别', '類別', '類別', 'Kind'), text: ({ row, language }) => coded('kind', row.kind, language) },
  { label: inWords('承运单位', '承運公司', '運送業者', 'Carrier'), text: ({ row }) => row.carrier },
  {
    label: inWords('单号后四位', '單號後四位', '單號末四碼', 'Number ends'),
    text: ({ row }) => row.waybillTail ?? '',
  },
  { label: inWords('房号', '單位', '戶別', 'Room'), text: ({ row }) => row.room },
  { label: inWords('收件人', '收件人', '收件人', 'Addressee'), text: ({ row }) => row.name },
  { label: inWords('状态', '狀態', '狀態', 'Status'), text: ({ row, language }) => status[row.status][language] },
  { label: inWords('位置', '位置', '位置', 'Place'), text: ({ row }) => row.place?.label ?? '' },
  {
    label: inWords('外观', '外觀', '外觀', 'Condition'),
    text: ({ row, language }) =>
      [coded('condition', row.condition, language), coded('damage', row.damage, language), row.photo ?? '']
        .filter((text) => text !== '')
        .join(' '),
  },
  { label: inWords('经手人', '經手人', '經手人', 'Received by'), text: ({ row }) => row.receivedBy },
  {
    label: inWords('期限', '期限', '期限', 'Due'),
    text: (told) => (told.row.due ? `${told.row.due.rule} ${time(told.row.due.at, told)}` : ''),
  },
  { label: inWords('离开时间', '離開時間', '離開時間', 'Left'), text: (told) => time(told.row.endedAt, told) },
];

/** The headings, and a line of texts for each row. */
export const itemListText = (
  rows: readonly ItemRow[],
  { language, minute }: Omit<Told, 'row'>,
): { head: string[]; lines: string[][] } => ({
  head: columns.map(({ label }) => label[language]),
  lines: rows.map((row) => columns.map(({ text }) => text({ row, language, minute }))),
});
