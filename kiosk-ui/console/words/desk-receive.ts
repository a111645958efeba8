// The desk's section about receiving.
import type { Section } from './section.ts';

export interface DeskReceive {
  title: string;
  lead: string;
  waybill: string;
  waybillHint: string;
  notAWaybill: string;
  shelfFull: string;
  carrier: string;
  /** Suggestions beside the carriers that the edge knows. */
  carriers: readonly string[];
  postOffice: string;
  recipient: string;
  otherRecipient: string;
  kind: string;
  condition: string;
  place: string;
  shelf: string;
  compartment: (size: string) => string;
  key: (key: string) => string;
  freeKey: (n: number, key: string) => string;
  lettersToShelf: string;
  notIntoLocker: string;
  askFirst: string;
  agreedByPhone: string;
  clear: string;
  receive: string;
  ready: string;
  recent: string;
  noneYet: string;
  correct: string;
  turnAway: string;
  turnAwayLead: string;
  turnAwayConfirm: string;
  turnedAway: string;
  reason: string;
  tail: string;
}

/** Beside those the edge knows; written alike everywhere on the mainland. */
const mainland = ['中通', '韵达', '申通', '邮政'];

export const deskReceive: Section<DeskReceive> = {
  'zh-CN': {
    title: '收件',
    lead: '扫描单号，选收件人，按 Enter 收件。',
    waybill: '单号',
    waybillHint: '信函没有单号时，直接按 Enter',
    notAWaybill: '这不是快递单号。请扫面单上的条码，或手工输入单号。',
    shelfFull: '代存架已满，请先交付或退回一些件。',
    carrier: '快递公司',
    carriers: mainland,
    postOffice: '邮政',
    recipient: '收件人',
    otherRecipient: '换人',
    kind: '类别',
    condition: '外观',
    place: '放在哪里',
    shelf: '前台代存架',
    compartment: (size) => `${size}格`,
    key: (key) => `${key} 键`,
    freeKey: (n, key) => `空 ${n} · ${key} 键`,
    lettersToShelf: '信函放代存架，只交本人。',
    notIntoLocker: '外观有异或有特殊情况的件不入柜，放代存架。',
    askFirst: '收件人未同意入柜：放代存架，或先打电话征得同意。',
    agreedByPhone: '已电话征得同意入柜',
    clear: '清空',
    receive: '收件',
    ready: '请扫描第一件',
    recent: '我刚收的',
    noneYet: '今天还没有收件',
    correct: '查看或更正',
    turnAway: '不予接收',
    turnAwayLead: '当场退给快递员，本处不保管，只留记录。',
    turnAwayConfirm: '确认不收',
    turnedAway: '已记录，请当场退给快递员。',
    reason: '原因',
    tail: '单号后四位',
  },
  'zh-HK': {
    title: '收件',
    lead: '掃描單號，選擇收件人，按 Enter 收件。',
    waybill: '運單號',
    waybillHint: '信件沒有單號，可直接按 Enter',
    notAWaybill: '這不是運單號。請掃描運單條碼，或自行輸入單號。',
    shelfFull: '代存架已滿，請先交付或退回部分物件。',
    carrier: '承運公司',
    carriers: ['香港郵政', 'DHL', 'FedEx', 'UPS', ...mainland],
    postOffice: '香港郵政',
    recipient: '收件人',
    otherRecipient: '更換',
    kind: '類別',
    condition: '外觀',
    place: '存放位置',
    shelf: '管理處代存架',
    compartment: (size) => `${size}格`,
    key: (key) => `${key} 鍵`,
    freeKey: (n, key) => `空 ${n} · ${key} 鍵`,
    lettersToShelf: '信件放代存架，只交予本人。',
    notIntoLocker: '外觀有異或特殊物件不存櫃，請放代存架。',
    askFirst: '收件人未同意存櫃：請放代存架，或先致電徵求同意。',
    agreedByPhone: '已致電並獲同意存櫃',
    clear: '清空',
    receive: '收件',
    ready: '請掃描第一件',
    recent: '我剛收的物件',
    noneYet: '今日尚未收件',
    correct: '查看或更正',
    turnAway: '不予接收',
    turnAwayLead: '即場退回速遞員，本處不代存，只作紀錄。',
    turnAwayConfirm: '確認不收',
    turnedAway: '已作紀錄，請即場退回速遞員。',
    reason: '原因',
    tail: '單號尾四位',
  },
  'zh-TW': {
    title: '收件',
    lead: '掃描單號，選收件人，按 Enter 收件。',
    waybill: '單號',
    waybillHint: '信件沒有單號時，直接按 Enter',
    notAWaybill: '這不是物流單號。請掃描面單條碼，或自行輸入單號。',
    shelfFull: '代收架已滿，請先交付或退回一些包裹。',
    carrier: '物流業者',
    carriers: ['中華郵政', '黑貓宅急便', '新竹物流', '宅配通', 'DHL', 'FedEx', 'UPS'],
    postOffice: '中華郵政',
    recipient: '收件人',
    otherRecipient: '換人',
    kind: '類別',
    condition: '外觀',
    place: '放在哪裡',
    shelf: '櫃檯代收架',
    compartment: (size) => `${size}格`,
    key: (key) => `${key} 鍵`,
    freeKey: (n, key) => `空 ${n} · ${key} 鍵`,
    lettersToShelf: '信件放代收架，只交給本人。',
    notIntoLocker: '外觀有異或特殊物品不入櫃，請放代收架。',
    askFirst: '收件人未同意入櫃：請放代收架，或先打電話徵得同意。',
    agreedByPhone: '已電話徵得同意入櫃',
    clear: '清空',
    receive: '收件',
    ready: '請掃描第一件',
    recent: '我剛收的',
    noneYet: '今天還沒有收件',
    correct: '查看或更正',
    turnAway: '不予接收',
    turnAwayLead: '當場退給物流人員，本處不代收，只留紀錄。',
    turnAwayConfirm: '確認不收',
    turnedAway: '已記錄，請當場退給物流人員。',
    reason: '原因',
    tail: '單號末四碼',
  },
  en: {
    title: 'Receive',
    lead: 'Scan the waybill, choose the recipient, press Enter.',
    waybill: 'Waybill',
    waybillHint: 'A letter without one: just press Enter',
    notAWaybill: 'That is no waybill. Scan the label’s barcode, or type the number.',
    shelfFull: 'The shelf is full. Hand over or return some items first.',
    carrier: 'Carrier',
    carriers: [...mainland, 'DHL', 'FedEx', 'UPS'],
    postOffice: '邮政',
    recipient: 'Recipient',
    otherRecipient: 'Change',
    kind: 'Kind',
    condition: 'Condition',
    place: 'Where it goes',
    shelf: 'Desk shelf',
    compartment: (size) => `${size} locker`,
    key: (key) => `key ${key}`,
    freeKey: (n, key) => `${n} free · key ${key}`,
    lettersToShelf: 'Letters go to the shelf, for the addressee alone.',
    notIntoLocker: 'What is damaged or special does not go into a locker: use the shelf.',
    askFirst: 'No consent to a locker: use the shelf, or phone the recipient first.',
    agreedByPhone: 'Agreed to a locker by phone',
    clear: 'Clear',
    receive: 'Receive',
    ready: 'Scan the first item',
    recent: 'My latest',
    noneYet: 'Nothing received today',
    correct: 'See or correct',
    turnAway: 'Turn away',
    turnAwayLead: 'Hand it back to the courier at once. It is not kept, only recorded.',
    turnAwayConfirm: 'Do not take it',
    turnedAway: 'Recorded. Please hand it back to the courier now.',
    reason: 'Reason',
    tail: 'Last four of the waybill',
  },
};
