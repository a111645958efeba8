// What the start command says, in the four languages. A language that lacks one of these does not compile.
import type { Language } from '../edge/contract/ids.ts';

export interface StartWords {
  help: string;
  ready(url: string): string;
  console(url: string): string;
  /** Of the one-time link to the first account. */
  enrolment(link: string): string;
  courier(code: string): string;
  recipient: string;
  cards: string;
  door: string;
  footer(data: string): string;
  alreadyRunning(data: string): string;
  didNotStart(program: string, log: string, lastWords: string): string;
  endedByItself(program: string, log: string): string;
  wrongOption: string;
}

export const startWords: Record<Language, StartWords> = {
  'zh-CN': {
    help: `./scripts/start                启动演示站点，快递柜为模拟
./scripts/start --site 文件    按站点文件启动，使用实际串口
    --data 目录                账本和密钥存放的目录（默认 data/site，演示为 data/demo）
    --language 语言            zh-CN、zh-HK、zh-TW 或 en（默认依系统语言）
    --json                     就绪后输出一行供程序读取的 JSON`,
    ready: (url) => `门房已就绪，请打开：${url}`,
    console: (url) => `  管理台         ${url}`,
    enrolment: (link) => `  首个账号       十五分钟内有效，只能用一次：${link}`,
    courier: (code) => `  快递员投递码   ${code}`,
    recipient: '  收件人         房号 3-1201，手机尾号 5678（王小明）',
    cards: '  业主卡         输入 0012345678 后回车（王小明）；0087654321（陈秀英，长辈模式、低格）',
    door: '  模拟的柜门会自己弹开，8 秒后自动关上。',
    footer: (data) => `数据在 ${data} · 查看运行情况：./scripts/menfang status --data ${data} · 按 Ctrl-C 全部停止`,
    alreadyRunning: (data) => `${data} 上已有程序在运行。请先停止它，或用 --data 另选目录。`,
    didNotStart: (program, log, lastWords) => `${program} 未能启动：${lastWords}（详见 ${log}）`,
    endedByItself: (program, log) => `${program} 意外停止，原因请看 ${log} 的末尾；其余程序已一并停止。`,
    wrongOption: '选项写法不对，请用 ./scripts/start --help 查看用法。',
  },
  'zh-HK': {
    help: `./scripts/start                啟動示範站點，智能櫃為模擬
./scripts/start --site 檔案    按站點檔案啟動，使用實際串口
    --data 資料夾              存放帳本及密鑰的資料夾（預設 data/site，示範為 data/demo）
    --language 語言            zh-CN、zh-HK、zh-TW 或 en（預設依照系統語言）
    --json                     準備妥當後輸出一行供程式讀取的 JSON`,
    ready: (url) => `門房已準備妥當，請開啟：${url}`,
    console: (url) => `  管理台         ${url}`,
    enrolment: (link) => `  首個帳戶       十五分鐘內有效，只可使用一次：${link}`,
    courier: (code) => `  速遞員存件碼   ${code}`,
    recipient: '  收件人         單位 3-1201，電話尾號 5678（王小明）',
    cards: '  住戶證         輸入 0012345678 再按 Enter（王小明）；0087654321（陈秀英，長者模式、低格）',
    door: '  模擬櫃門會自行彈開，8 秒後自動關上。',
    footer: (data) => `資料存於 ${data} · 查閱運作情況：./scripts/menfang status --data ${data} · 按 Ctrl-C 全部停止`,
    alreadyRunning: (data) => `${data} 已有程式執行中。請先將其停止，或以 --data 另選資料夾。`,
    didNotStart: (program, log, lastWords) => `${program} 未能啟動：${lastWords}（詳見 ${log}）`,
    endedByItself: (program, log) => `${program} 意外停止，原因請參閱 ${log} 末尾；其餘程式已一併停止。`,
    wrongOption: '選項寫法有誤，請以 ./scripts/start --help 查閱用法。',
  },
  'zh-TW': {
    help: `./scripts/start                啟動示範社區，包裹櫃為模擬
./scripts/start --site 檔案    依社區設定檔啟動，使用實際序列埠
    --data 資料夾              存放帳本與金鑰的資料夾（預設 data/site，示範為 data/demo）
    --language 語言            zh-CN、zh-HK、zh-TW 或 en（預設依系統語言）
    --json                     就緒後輸出一行供程式讀取的 JSON`,
    ready: (url) => `門房已就緒，請開啟：${url}`,
    console: (url) => `  管理台         ${url}`,
    enrolment: (link) => `  第一個帳號       十五分鐘內有效，只能使用一次：${link}`,
    courier: (code) => `  物流投遞碼   ${code}`,
    recipient: '  收件人       門牌 3-1201，手機末碼 5678（王小明）',
    cards: '  住戶卡       輸入 0012345678 後按 Enter（王小明）；0087654321（陈秀英，樂齡模式、低格）',
    door: '  模擬的櫃門會自己彈開，8 秒後自動關上。',
    footer: (data) => `資料位於 ${data} · 查看運作狀況：./scripts/menfang status --data ${data} · 按 Ctrl-C 全部停止`,
    alreadyRunning: (data) => `${data} 已有程式執行中。請先停止，或用 --data 另選資料夾。`,
    didNotStart: (program, log, lastWords) => `${program} 無法啟動：${lastWords}（詳見 ${log}）`,
    endedByItself: (program, log) => `${program} 意外停止，原因請看 ${log} 的最後幾行；其他程式已一併停止。`,
    wrongOption: '選項寫法不正確，請用 ./scripts/start --help 查看用法。',
  },
  en: {
    help: `./scripts/start                a demo site with simulated parcel lockers
./scripts/start --site FILE    the site of FILE on its real serial ports
    --data DIR                 where the node keeps its ledger and keys (default: data/site, the demo data/demo)
    --language LANG            zh-CN, zh-HK, zh-TW or en (default: as the environment says)
    --json                     one machine-readable line when ready`,
    ready: (url) => `Menfang is ready: ${url}`,
    console: (url) => `  console         ${url}`,
    enrolment: (link) => `  first account   works once, for 15 minutes: ${link}`,
    courier: (code) => `  courier code   ${code}`,
    recipient: '  a recipient    room 3-1201, phone ending 5678 (王小明)',
    cards: '  owner cards    type 0012345678 and Enter (王小明) · 0087654321 (陈秀英, elder mode, low compartments)',
    door: '  A simulated door opens by itself and is closed after 8 s.',
    footer: (data) => `node ${data} · ./scripts/menfang status --data ${data} · Ctrl-C stops everything`,
    alreadyRunning: (data) => `a node is already running on ${data}: stop it, or choose another folder with --data`,
    didNotStart: (program, log, lastWords) => `${program} did not start: ${lastWords} (see ${log})`,
    endedByItself: (program, log) =>
      `${program} ended by itself; its last words are in ${log}, the others were stopped`,
    wrongOption: 'An option is not written like this: see ./scripts/start --help.',
  },
};
