// The desk's section about handing over.
import type { GivingGap } from '../desk/giving.ts';
import type { Section } from './section.ts';

export interface DeskHandOver {
  title: string;
  lead: string;
  who: string;
  whoHint: string;
  whoLead: string;
  otherPerson: string;
  nothing: string;
  fetch: string;
  byCard: string;
  byCode: string;
  registeredTrustee: string;
  taker: string;
  self: string;
  agent: string;
  agentName: string;
  agentAgreed: string;
  document: string;
  documentTail: string;
  documentHint: string;
  signature: string;
  missing: Record<GivingGap, string>;
  handOver: (n: number) => string;
  given: (n: number, name: string) => string;
  nextOne: string;
  refuse: string;
  refuseLead: (n: number) => string;
  refuseConfirm: string;
  refused: (n: number) => string;
  reason: string;
}

const s = (n: number): string => (n === 1 ? '' : 's');

export const deskHandOver: Section<DeskHandOver> = {
  'zh-CN': {
    title: '领件',
    lead: '刷卡、扫码或查找住户，核对后签名领取。',
    who: '来领件的人',
    whoHint: '刷卡、扫码，或输入取件码、房号、姓名、手机后四位',
    whoLead: '没带卡、没有取件码的，按房号或姓名查找，再核对证件。已登记的受托人按其本人姓名查找。',
    otherPerson: '换人',
    nothing: '目前没有可领取的件。',
    fetch: '取出',
    byCard: '已凭卡核对身份',
    byCode: '已凭取件码核对',
    registeredTrustee: '已登记的受托人，核对证件即可',
    taker: '领取人',
    self: '本人',
    agent: '代领人（未登记）',
    agentName: '代领人姓名',
    agentAgreed: '已电话征得收件人同意',
    document: '证件',
    documentTail: '证件号后四位',
    documentHint: '只记后四位，不复印、不拍照',
    signature: '领取人签名',
    missing: {
      items: '请选择要领取的件',
      name: '请填写代领人姓名',
      consent: '请先电话征得收件人同意，并勾选',
      document: '请填写证件号后四位',
      signature: '请领取人签名',
    },
    handOver: (n) => (n === 0 ? '确认领取' : `确认领取 ${n} 件`),
    given: (n, name) => `已交付 ${n} 件 · ${name}`,
    nextOne: '请下一位',
    refuse: '当场拒收',
    refuseLead: (n) => `所选 ${n} 件不领取，转为待退回，七天内退给承运单位。`,
    refuseConfirm: '确认拒收',
    refused: (n) => `${n} 件已转为待退回`,
    reason: '原因',
  },
  'zh-HK': {
    title: '領件',
    lead: '拍卡、掃碼或搜尋住戶，核對後簽署領取。',
    who: '領件人',
    whoHint: '拍卡、掃碼，或輸入取件碼、單位、姓名、電話尾四位',
    whoLead: '沒有住戶證或取件碼者，請按單位或姓名搜尋，再核對證件。已登記的受託人請按其本人姓名搜尋。',
    otherPerson: '更換',
    nothing: '現時沒有可領取的物件。',
    fetch: '取出',
    byCard: '已憑住戶證核對身份',
    byCode: '已憑取件碼核對',
    registeredTrustee: '已登記受託人，核對證件即可',
    taker: '領取人',
    self: '本人',
    agent: '代領人（未登記）',
    agentName: '代領人姓名',
    agentAgreed: '已致電收件人，並獲同意',
    document: '證件',
    documentTail: '證件號碼尾四位',
    documentHint: '只記錄尾四位，不影印、不拍照',
    signature: '領取人簽署',
    missing: {
      items: '請選擇領取的物件',
      name: '請填寫代領人姓名',
      consent: '請先致電收件人，獲同意後勾選',
      document: '請填寫證件號碼尾四位',
      signature: '請領取人簽署',
    },
    handOver: (n) => (n === 0 ? '確認領取' : `確認領取 ${n} 件`),
    given: (n, name) => `已交付 ${n} 件 · ${name}`,
    nextOne: '請下一位',
    refuse: '即場拒收',
    refuseLead: (n) => `所選 ${n} 件不領取，轉為待退回，七日內退回承運公司。`,
    refuseConfirm: '確認拒收',
    refused: (n) => `${n} 件已轉為待退回`,
    reason: '原因',
  },
  'zh-TW': {
    title: '領件',
    lead: '感應卡片、掃碼或尋找住戶，核對後簽名領取。',
    who: '領件人',
    whoHint: '感應卡片、掃碼，或輸入取件碼、戶號、姓名、手機末四碼',
    whoLead: '沒帶卡、沒有取件碼的，請用戶號或姓名尋找，再核對證件。已登記的受託人請用其本人姓名尋找。',
    otherPerson: '換人',
    nothing: '目前沒有可領取的包裹。',
    fetch: '取出',
    byCard: '已憑卡核對身分',
    byCode: '已憑取件碼核對',
    registeredTrustee: '已登記的受託人，核對證件即可',
    taker: '領取人',
    self: '本人',
    agent: '代領人（未登記）',
    agentName: '代領人姓名',
    agentAgreed: '已電話徵得收件人同意',
    document: '證件',
    documentTail: '證件號碼末四碼',
    documentHint: '只記末四碼，不影印、不拍照',
    signature: '領取人簽名',
    missing: {
      items: '請選擇要領取的包裹',
      name: '請填寫代領人姓名',
      consent: '請先電話徵得收件人同意，並勾選',
      document: '請填寫證件號碼末四碼',
      signature: '請領取人簽名',
    },
    handOver: (n) => (n === 0 ? '確認領取' : `確認領取 ${n} 件`),
    given: (n, name) => `已交付 ${n} 件 · ${name}`,
    nextOne: '請下一位',
    refuse: '當場拒收',
    refuseLead: (n) => `所選 ${n} 件不領取，轉為待退回，七天內退給物流業者。`,
    refuseConfirm: '確認拒收',
    refused: (n) => `${n} 件已轉為待退回`,
    reason: '原因',
  },
  en: {
    title: 'Hand over',
    lead: 'Card, code or search; check, sign, done.',
    who: 'Who is here',
    whoHint: 'Card, scan, pickup code, room, name, last four of the phone',
    whoLead:
      'Without card or code: find the resident by room or name and check a document. Find a registered trustee by the trustee’s own name.',
    otherPerson: 'Someone else',
    nothing: 'There is nothing to collect at the moment.',
    fetch: 'Take out',
    byCard: 'Identified by card',
    byCode: 'Identified by code',
    registeredTrustee: 'A registered trustee: check the document',
    taker: 'Taken by',
    self: 'This person',
    agent: 'An agent (not registered)',
    agentName: 'The agent’s name',
    agentAgreed: 'The recipient has agreed on the phone',
    document: 'Document',
    documentTail: 'Last four of its number',
    documentHint: 'Only the last four; no copy, no photo',
    signature: 'Signature of who takes it',
    missing: {
      items: 'Choose what is taken',
      name: 'Write the agent’s name',
      consent: 'Phone the recipient first, then tick it',
      document: 'Write the document’s last four',
      signature: 'A signature is needed',
    },
    handOver: (n) => (n === 0 ? 'Hand over' : `Hand over ${n} item${s(n)}`),
    given: (n, name) => `${n} item${s(n)} handed to ${name}`,
    nextOne: 'Next, please',
    refuse: 'Refused here',
    refuseLead: (n) =>
      `The ${n} chosen item${s(n)} will not be taken and will go back to the carrier within seven days.`,
    refuseConfirm: 'Record the refusal',
    refused: (n) => `${n} item${s(n)} to be returned`,
    reason: 'Reason',
  },
};
