// The page of registers in mainland Chinese.
import type { RegistersWords } from './registers-words.ts';

export const registersZhCn: RegistersWords = {
  title: '登记表',
  lead: '表内为完整姓名和房号；每次查看、打印和导出都记录在案。',
  register: '登记表',
  from: '起始日期',
  to: '截止日期',
  span: { label: '时段', today: '今天', month: '本月', 'last-month': '上月' },
  carrier: '承运单位',
  room: '房号',
  show: '查看',
  csv: '导出 CSV 文件',
  xlsx: '导出 Excel 表格',
  print: '打印',
  choose: '选好登记表和日期，按「查看」。',
  empty: '这段时间没有登记。',
  rows: (n, time) => `共 ${n} 条，数据截至 ${time}`,
  cut: '记录太多，只显示了前面一部分。请缩短日期范围。',
  paper: {
    range: (from, to) => `${from} 至 ${to}`,
    form: (number) => `表格编号 ${number}`,
    source: (clauses) => `依据 ${clauses}`,
    facts: (types) => `账本事实 ${types}`,
    printed: (name, time) => `打印人 ${name}，${time}`,
    made: '制表',
    checked: '审核',
    date: '日期',
  },
};
