// The page of registers in Taiwan Chinese.
import type { RegistersWords } from './registers-words.ts';

export const registersZhTw: RegistersWords = {
  title: '登記簿',
  lead: '簿內為完整姓名與戶號；每次檢視、列印和匯出都會留下紀錄。',
  register: '登記簿',
  from: '起始日期',
  to: '結束日期',
  span: { label: '期間', today: '今天', month: '本月', 'last-month': '上個月' },
  carrier: '運送業者',
  room: '戶號',
  show: '檢視',
  csv: '匯出 CSV 檔',
  xlsx: '匯出 Excel 檔',
  print: '列印',
  choose: '選好登記簿和日期後，請按「檢視」。',
  empty: '這段期間沒有登記。',
  rows: (n, time) => `共 ${n} 筆，資料截至 ${time}`,
  cut: '筆數太多，只列出前面一部分。請縮短日期範圍。',
  paper: {
    range: (from, to) => `${from} 至 ${to}`,
    form: (number) => `表單編號 ${number}`,
    source: (clauses) => `依據 ${clauses}`,
    facts: (types) => `帳本事件 ${types}`,
    printed: (name, time) => `列印者 ${name}，${time}`,
    made: '製表',
    checked: '覆核',
    date: '日期',
  },
};
