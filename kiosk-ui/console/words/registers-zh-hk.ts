// The page of registers in Hong Kong Chinese.
import type { RegistersWords } from './registers-words.ts';

export const registersZhHk: RegistersWords = {
  title: '登記冊',
  lead: '冊內列出全名及單位；每次查閱、列印及匯出均會記錄。',
  register: '登記冊',
  from: '由',
  to: '至',
  span: { label: '時段', today: '今日', month: '本月', 'last-month': '上月' },
  carrier: '承運公司',
  room: '單位',
  show: '查閱',
  csv: '匯出 CSV 檔案',
  xlsx: '匯出 Excel 試算表',
  print: '列印',
  choose: '選擇登記冊及日期，然後按「查閱」。',
  empty: '這段時間沒有登記。',
  rows: (n, time) => `共 ${n} 項，資料截至 ${time}`,
  cut: '記錄太多，只列出前面一部分。請縮短日期範圍。',
  paper: {
    range: (from, to) => `${from} 至 ${to}`,
    form: (number) => `表格編號 ${number}`,
    source: (clauses) => `依據 ${clauses}`,
    facts: (types) => `帳本事項 ${types}`,
    printed: (name, time) => `列印人 ${name}，${time}`,
    made: '製表',
    checked: '覆核',
    date: '日期',
  },
};
