// The carriers that the settings describe, the preferred one first.
import type { Carrier } from './carrier.ts';
import { mailCarrier } from './mail.ts';
import type { CarrierName, NoticesSettings } from './settings.ts';
import { smsCarrier } from './sms.ts';
import { webhookCarrier } from './webhook.ts';

export interface CarrierNeeds {
  /** Of the site. */
  timeZone: string;
  /** UTC ms. */
  now(): number;
}

/** Empty when nothing is described. */
export const carriersOf = (settings: NoticesSettings, { timeZone, now }: CarrierNeeds): Carrier[] => {
  const { sms, mail, webhook } = settings;
  const built: Record<CarrierName, Carrier | undefined> = {
    sms: sms && smsCarrier({ recipe: sms, timeZone, now }),
    mail: mail && mailCarrier({ settings: mail }),
    webhook: webhook && webhookCarrier({ settings: webhook, now }),
  };
  return settings.order.flatMap((name) => built[name] ?? []);
};
