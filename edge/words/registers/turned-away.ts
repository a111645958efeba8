// The register of what was refused or not taken in 「拒收 / 不予接收登记」 [M7, M8, law and practice: refusal is recorded].
import { carrier, numbered } from './columns.ts';
import { inWords, type Register } from './register.ts';

export const turnedAwayRegister: Register = {
  id: 'turned-away',
  title: inWords(
    '拒收、不予接收登记',
    '拒收及不予接收登記',
    '拒收、不予代收登記',
    'Register of refused and turned-away items',
  ),
  form: null,
  source: '项财 5.3.6; 外财 5.4',
  facts: ['ItemTurnedAway', 'ItemRefused'],
  columns: [
    numbered,
    {
      key: 'at',
      label: inWords('时间', '時間', '時間', 'When'),
      parts: [{ path: 'at', as: 'minute' }],
      width: 16,
      source: '项财 5.3.6',
    },
    carrier,
    {
      key: 'waybill-tail',
      label: inWords('单号末四位', '單號末四位', '單號末四碼', 'Number ends'),
      parts: [{ path: 'waybillTail', as: 'text' }],
      width: 12,
      source: '项财 5.3.6',
    },
    {
      key: 'reason',
      label: inWords('原因', '原因', '原因', 'Reason'),
      parts: [
        { path: 'turnedAway', as: 'turnedAway' },
        { path: 'refused', as: 'refused' },
      ],
      width: 24,
      source: '项财 5.3.6; 外财 5.4',
    },
    {
      key: 'by',
      label: inWords('经办人', '經手人', '經手人', 'By'),
      parts: [{ path: 'by', as: 'text' }],
      width: 12,
      source: '外财 5.4',
    },
  ],
};
