// Carriers known by the letters their waybills begin with, by the names people call them.

const byPrefix: [RegExp, string][] = [
  [/^SF/i, '顺丰'],
  [/^JDV?/i, '京东'],
  [/^YT/i, '圆通'],
  [/^JT/i, '极兔'],
  [/^DPK/i, '德邦'],
  [/^E[A-Z]\d{9}CN$/i, 'EMS'],
];

/** Empty when the waybill does not tell. */
export const carrierOf = (waybill: string): string => byPrefix.find(([prefix]) => prefix.test(waybill))?.[1] ?? '';

/** Those a desk usually sees; others are typed. */
export const carrierNames: readonly string[] = byPrefix.map(([, name]) => name);
