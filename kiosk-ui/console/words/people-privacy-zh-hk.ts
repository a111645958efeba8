// The page of retention in Hong Kong's written Chinese.
import type { PrivacyWords } from './people-privacy.ts';

export const privacyZhHk: PrivacyWords = {
  title: '私隱',
  lead: '個人資料只保留所需的時間；到期後密鑰銷毀，資料不能再讀出，帳目仍可查閱。',
  rules: '保存期限',
  rule: {
    'person-left': { what: '已離開的住戶及速遞員', from: '由離開當日起；租客、受託人由到期日起' },
    'household-left': { what: '已遷出住戶的單位', from: '由全戶遷出當日起' },
    'staff-left': { what: '離職員工', from: '由離職當日起' },
    'key-staff-left': { what: '離職員工（重要職位）', from: '由離職當日起；物業經理、助理經理、弱電技術員' },
    'receipt-old': { what: '簽署及證件最後四位', from: '由交付或退件當日起' },
  },
  column: { what: '資料', days: '保留', source: '依據', due: '已到期' },
  days: (n) => `${n} 日`,
  sitePolicy: '本站規定',
  due: (n) => `${n} 份`,
  nothingDue: '現時沒有到期資料。',
  ranAt: (time) => `上次清除：${time}`,
  neverRan: '尚未清除過。',
  daily: '主機每日自動清除一次，亦可即時清除。',
  run: '即時清除',
  sure: '清除到期資料？',
  sureLead: '以下資料的密鑰將會銷毀：',
  forGood: '清除後不能還原。',
  erase: (n) => `清除 ${n} 份`,
  erased: (n) => `已清除 ${n} 份資料`,
  ownTitle: '本人查閱資料',
  ownLead: '住戶要求查閱本人資料時：在「住戶」版面開啟此人，按「匯出本人資料」。',
  toPeople: '開啟住戶',
};
