// The desk's section about what goes back.
import type { Section } from './section.ts';

export interface DeskReturns {
  title: string;
  lead: string;
  register: string;
  tab: { carriers: string; notice: string };
  items: (n: number) => string;
  fetch: string;
  nothing: string;
  returnTo: (carrier: string, n: number) => string;
  person: (carrier: string) => string;
  signature: string;
  confirm: (n: number) => string;
  returned: (n: number, carrier: string) => string;
  nothingToPost: string;
  noticeLead: string;
  print: string;
  posted: string;
  paper: { title: string; text: string; number: string; carrier: string; tail: string; day: string };
}

const many = (n: number): string => `${n} item${n === 1 ? '' : 's'}`;

export const deskReturns: Section<DeskReturns> = {
  'zh-CN': {
    title: '退件',
    lead: '先退今天到期的。一家快递公司一张清单，对方签一次名。',
    register: '邮件签收表',
    tab: { carriers: '退回快递公司', notice: '公示' },
    items: (n) => `${n} 件`,
    fetch: '取出',
    nothing: '没有要退回的件',
    returnTo: (carrier, n) => `退给${carrier} ${n} 件`,
    person: (carrier) => `${carrier}的接收人姓名`,
    signature: '接收人签名',
    confirm: (n) => `确认退回 ${n} 件`,
    returned: (n, carrier) => `已退给${carrier} ${n} 件`,
    nothingToPost: '没有需要公示的件',
    noticeLead: '以下各件超过一个月无人领取。请打印张贴，再点「已张贴」。',
    print: '打印',
    posted: '已张贴',
    paper: {
      title: '无人领取邮件、快件公示',
      text: '以下邮件、快件存放已超过一个月。请收件人携带有效证件，于七日内到客服前台领取；逾期将退回承运单位。',
      number: '序号',
      carrier: '承运单位',
      tail: '单号后四位',
      day: '到件日期',
    },
  },
  'zh-HK': {
    title: '退件',
    lead: '先處理今日到期的。每間承運公司一張清單，對方簽署一次。',
    register: '郵件簽收表',
    tab: { carriers: '退回承運公司', notice: '告示' },
    items: (n) => `${n} 件`,
    fetch: '取出',
    nothing: '沒有要退回的物件',
    returnTo: (carrier, n) => `退回${carrier} ${n} 件`,
    person: (carrier) => `${carrier}接收人姓名`,
    signature: '接收人簽署',
    confirm: (n) => `確認退回 ${n} 件`,
    returned: (n, carrier) => `已退回${carrier} ${n} 件`,
    nothingToPost: '沒有需要張貼告示的物件',
    noticeLead: '以下物件逾一個月無人領取。請列印張貼，再按「已張貼」。',
    print: '列印',
    posted: '已張貼',
    paper: {
      title: '無人領取郵件及包裹告示',
      text: '以下郵件及包裹已存放逾一個月。請收件人攜同有效證件，於七日內到管理處領取；逾期將退回承運公司。',
      number: '序號',
      carrier: '承運公司',
      tail: '單號尾四位',
      day: '到件日期',
    },
  },
  'zh-TW': {
    title: '退件',
    lead: '先退今天到期的。一家物流業者一張清單，對方簽一次名。',
    register: '郵件簽收表',
    tab: { carriers: '退回物流業者', notice: '公告' },
    items: (n) => `${n} 件`,
    fetch: '取出',
    nothing: '沒有要退回的包裹',
    returnTo: (carrier, n) => `退給${carrier} ${n} 件`,
    person: (carrier) => `${carrier}接收人姓名`,
    signature: '接收人簽名',
    confirm: (n) => `確認退回 ${n} 件`,
    returned: (n, carrier) => `已退給${carrier} ${n} 件`,
    nothingToPost: '沒有需要公告的包裹',
    noticeLead: '以下包裹超過一個月無人領取。請列印張貼，再按「已張貼」。',
    print: '列印',
    posted: '已張貼',
    paper: {
      title: '無人領取郵件包裹公告',
      text: '以下郵件包裹存放已超過一個月。請收件人攜帶有效證件，於七日內到管理櫃檯領取；逾期將退回物流業者。',
      number: '序號',
      carrier: '物流業者',
      tail: '單號末四碼',
      day: '到件日期',
    },
  },
  en: {
    title: 'Returns',
    lead: 'What is due today first. One list for each carrier, signed once.',
    register: 'Mail register',
    tab: { carriers: 'Back to carriers', notice: 'Public notice' },
    items: many,
    fetch: 'Take out',
    nothing: 'Nothing is to be returned',
    returnTo: (carrier, n) => `Return ${n} to ${carrier}`,
    person: (carrier) => `Who takes them for ${carrier}`,
    signature: 'Signature of who takes them',
    confirm: (n) => `Return ${many(n)}`,
    returned: (n, carrier) => `${many(n)} returned to ${carrier}`,
    nothingToPost: 'Nothing needs a public notice',
    noticeLead: 'Unclaimed for over a month. Print the notice, hang it up, then press “Posted”.',
    print: 'Print',
    posted: 'Posted',
    paper: {
      title: 'Unclaimed mail and parcels',
      text: 'The following have been kept for over a month. Recipients please collect them at the front desk with a valid document within seven days; afterwards they go back to the carrier.',
      number: 'No.',
      carrier: 'Carrier',
      tail: 'Last four',
      day: 'Arrived',
    },
  },
};
