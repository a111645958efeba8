// The page of retention in mainland Chinese.
import type { PrivacyWords } from './people-privacy.ts';

export const privacyZhCn: PrivacyWords = {
  title: '隐私',
  lead: '个人资料只保留必要的时间；到期后密钥销毁，资料不能再读出，账目照旧可查。',
  rules: '保存期限',
  rule: {
    'person-left': { what: '已离开的住户和快递员', from: '离开之日起；租户、受托人自截止日期起' },
    'household-left': { what: '已搬出的住户房号', from: '全户搬出之日起' },
    'staff-left': { what: '离职员工', from: '离职之日起' },
    'key-staff-left': { what: '离职员工（重要岗位）', from: '离职之日起；经理、经理助理、弱电技术员' },
    'receipt-old': { what: '签名和证件后四位', from: '交付或退件之日起' },
  },
  column: { what: '资料', days: '保留', source: '依据', due: '已到期' },
  days: (n) => `${n} 天`,
  sitePolicy: '本站规定',
  due: (n) => `${n} 份`,
  nothingDue: '现在没有到期的资料。',
  ranAt: (time) => `上次清除：${time}`,
  neverRan: '还没有清除过。',
  daily: '主机每天自动清除一次，也可以现在清除。',
  run: '现在清除',
  sure: '清除到期资料？',
  sureLead: '以下资料的密钥将被销毁：',
  forGood: '清除后无法恢复。',
  erase: (n) => `清除 ${n} 份`,
  erased: (n) => `已清除 ${n} 份资料`,
  ownTitle: '本人索取资料',
  ownLead: '住户要求查阅本人资料时：在「住户」页打开此人，按「导出本人资料」。',
  toPeople: '打开住户',
};
