// One attempt of a notice: the carriers are asked in order until one takes it.
import { type Carrier, type CarrierFault, isSent, type Message } from './carrier.ts';

/** What is recorded of an attempt. */
export interface Outcome {
  sent: boolean;
  /** Who took it, or everyone who was asked. */
  carrier: string;
  /** Why others did not; empty when the first one took it. At most 200 characters, as the ledger keeps it. */
  reason: string;
  /** False: no later attempt can do better until someone mends settings or address. */
  isRetryable: boolean;
}

export const failed = (reason: string): Outcome => ({ sent: false, carrier: 'none', reason, isRetryable: false });

const longestReason = 200;

/** `carriers` are those that have an address to send to. `isStopping` is asked between them. */
export const attempt = async (
  message: Message,
  carriers: readonly Carrier[],
  isStopping: () => boolean,
): Promise<Outcome> => {
  const faults: (CarrierFault & { carrier: string })[] = [];
  const told = (): string =>
    faults
      .map(({ carrier, reason }) => `${carrier}: ${reason}`)
      .join('; ')
      .slice(0, longestReason);
  for (const carrier of carriers) {
    if (isStopping() && faults.length > 0) break;
    const result = await carrier.send(message);
    if (isSent(result)) return { sent: true, carrier: carrier.name, reason: told(), isRetryable: false };
    faults.push({ ...result, carrier: carrier.name });
  }
  const asked = faults.map(({ carrier }) => carrier).join(', ');
  const isRetryable = faults.some(({ retryable }) => retryable);
  return { sent: false, carrier: asked, reason: told(), isRetryable };
};
