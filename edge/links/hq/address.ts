// Where HQ's broker is, taken apart so that the credentials never stand beside what is logged.

export interface Address {
  protocol: 'mqtt' | 'mqtts';
  host: string;
  port: number;
  username?: string;
  password?: string;
}

const usualPorts = { mqtt: 1883, mqtts: 8883 } as const;

/**
 * Reads `mqtt://` or `mqtts://`, `[user[:password]@]host[:port]`; credentials percent-encoded. Throws without repeating the
 * url, which may hold a password (S10).
 */
export const readAddress = (text: string): Address => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const protocol = url?.protocol.slice(0, -1);
  if (!url?.hostname || (protocol !== 'mqtt' && protocol !== 'mqtts')) {
    throw new Error('the HQ url must be mqtt://host:port or mqtts://host:port');
  }
  return {
    protocol,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? usualPorts[protocol] : Number(url.port),
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
  };
};
