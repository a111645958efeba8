// The page of retention in Taiwan's Chinese.
import type { PrivacyWords } from './people-privacy.ts';

export const privacyZhTw: PrivacyWords = {
  title: '隱私',
  lead: '個人資料只保留必要的時間；到期後金鑰銷毀，資料無法再讀出，帳目仍可查。',
  rules: '保存期限',
  rule: {
    'person-left': { what: '已離開的住戶與物流人員', from: '離開當天起；承租人、受託人自截止日起' },
    'household-left': { what: '已搬走住戶的戶號', from: '全戶搬出當天起' },
    'staff-left': { what: '離職人員', from: '離職當天起' },
    'key-staff-left': { what: '離職人員（重要職務）', from: '離職當天起；社區主任、副主任、弱電技師' },
    'receipt-old': { what: '簽名與證件末四碼', from: '交付或退件當天起' },
  },
  column: { what: '資料', days: '保留', source: '依據', due: '已到期' },
  days: (n) => `${n} 天`,
  sitePolicy: '社區規定',
  due: (n) => `${n} 份`,
  nothingDue: '目前沒有到期的資料。',
  ranAt: (time) => `上次清除：${time}`,
  neverRan: '還沒有清除過。',
  daily: '主機每天自動清除一次，也可以現在清除。',
  run: '現在清除',
  sure: '清除到期資料？',
  sureLead: '以下資料的金鑰會被銷毀：',
  forGood: '清除後無法復原。',
  erase: (n) => `清除 ${n} 份`,
  erased: (n) => `已清除 ${n} 份資料`,
  ownTitle: '本人調閱資料',
  ownLead: '住戶要求調閱本人資料時：在「住戶」頁面開啟這個人，按「匯出本人資料」。',
  toPeople: '開啟住戶',
};
