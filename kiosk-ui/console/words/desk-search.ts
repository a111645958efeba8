// The desk's section about finding a resident.
import type { Section } from './section.ts';

export interface DeskSearch {
  hint: string;
  hits: string;
  same: string;
  nobody: string;
  waiting: (n: number) => string;
  more: (n: number) => string;
}

export const deskSearch: Section<DeskSearch> = {
  'zh-CN': {
    hint: '房号、姓名、拼音首字母或手机后四位',
    hits: '查到的住户',
    same: '同上一件',
    nobody: '没有查到。请核对面单，或换房号、手机后四位再查。',
    waiting: (n) => `${n} 件待取`,
    more: (n) => `另有 ${n} 位，请再多输一些`,
  },
  'zh-HK': {
    hint: '單位、姓名、拼音首字母或電話尾四位',
    hits: '找到的住戶',
    same: '同上一件',
    nobody: '找不到。請核對運單，或改以單位、電話尾四位搜尋。',
    waiting: (n) => `${n} 件待領`,
    more: (n) => `另有 ${n} 位，請再輸入多些`,
  },
  'zh-TW': {
    hint: '戶號、姓名、拼音首字母或手機末四碼',
    hits: '找到的住戶',
    same: '同上一件',
    nobody: '找不到。請核對面單，或改用戶號、手機末四碼再找。',
    waiting: (n) => `${n} 件待領`,
    more: (n) => `還有 ${n} 位，請再多輸入一些`,
  },
  en: {
    hint: 'Room, name, initials or last four of the phone',
    hits: 'Residents found',
    same: 'Same again',
    nobody: 'Nobody found. Compare the label, or try the room or the phone’s last four.',
    waiting: (n) => `${n} waiting`,
    more: (n) => `${n} more; type a little more`,
  },
};
