// Notices by e-mail, through the site's SMTP server.
import { z } from 'zod';
import type { Carrier, CarrierFault } from './carrier.ts';
import { isLoopback } from './safe-address.ts';

export const mailSettings = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535),
    /** `tls` from the first byte (465), `starttls` (587), `none` only to this machine. */
    security: z.enum(['tls', 'starttls', 'none']),
    user: z.string().optional(),
    password: z.string().optional(),
    from: z.email(),
  })
  .superRefine(({ host, security, user, password }, context) => {
    const report = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (security === 'none' && !isLoopback(host)) report('security', 'use "tls" or "starttls" to another machine');
    if ((user === undefined) !== (password === undefined)) report('password', 'give user and password, or neither');
  });
export type MailSettings = z.infer<typeof mailSettings>;

export interface MailOptions {
  settings: MailSettings;
  timeoutMs?: number;
}

/** Longer than HTTP's: a server may look its clients up in the DNS before it greets them. */
const usualTimeoutMs = 20_000;

/** What nodemailer adds to its errors; other errors are bugs. */
const isMailFault = (error: unknown): error is Error & { code: string; responseCode?: number } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** The server's own words may repeat the address, so only numbers are told. [RFC 5321, 4.2.1: 4yz transient, 5yz permanent] */
const faultOf = ({ code, responseCode }: { code: string; responseCode?: number }): CarrierFault => {
  if (responseCode !== undefined) return { retryable: responseCode < 500, reason: `SMTP ${responseCode} (${code})` };
  return { retryable: code !== 'EAUTH', reason: code === 'EABORT' ? 'no answer in time' : code };
};

/** One address and nothing else: a list would send the code to others. */
const isAddress = (email: string): boolean => z.email().safeParse(email).success;

/** Reaches everyone with an e-mail address. `settings` have passed their schema. */
export const mailCarrier = ({ settings, timeoutMs = usualTimeoutMs }: MailOptions): Carrier => {
  const { host, port, security, user, password, from } = settings;
  const open = async () => {
    // Loaded by a site that sends mail, when it sends the first one: it would make every start slower.
    const { createTransport } = await import('nodemailer');
    return createTransport({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  let opened: ReturnType<typeof open> | undefined;
  return {
    name: 'mail',
    reaches: ({ email }) => email !== undefined && isAddress(email),
    send: async ({ id, site, to, mail }) => {
      opened ??= open();
      const transport = await opened;
      try {
        await transport.sendMail({
          from: { name: site, address: from },
          to: { name: '', address: to.email ?? '' },
          messageId: `<${id}@${from.split('@')[1]}>`,
          subject: mail.subject,
          text: mail.text,
          signal: AbortSignal.timeout(timeoutMs),
        });
        return { sent: true };
      } catch (error) {
        if (!isMailFault(error)) throw error;
        return faultOf(error);
      }
    },
  };
};
