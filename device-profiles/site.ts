// The schema of a site file: which cabinets, ports, terminals and clients a site has. Both programs read it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const name = z.string().regex(/^[a-z0-9-]{1,23}$/, 'use 1 to 23 of a-z, 0-9 and "-"');
/** The node's own certificates have these names. Said here too, for the words with file and field: its authority refuses them by itself, and its test holds both lists together. */
export const ownNames = ['ca', 'broker', 'console', 'edge'];
const bridgeName = name.refine((value) => !ownNames.includes(value), {
  error: ({ input }) => `"${input}" is a name the node keeps for itself: choose another for the bridge`,
});
const hostName = z.string().regex(/^[a-z0-9.:-]{1,253}$/, 'write a host name or an address, in lower case');
const endpoint = z.strictObject({ host: z.string().default('127.0.0.1'), port: z.int().min(0).max(65_535) });

export const siteSchema = z
  .strictObject({
    $schema: z.string().optional(),
    site: name,
    /** Shown to people on the kiosk and in notices. */
    title: z.string().min(1).max(60),
    timeZone: z
      .string()
      .refine(
        (zone) => Intl.supportedValuesOf('timeZone').includes(zone),
        'use an IANA time zone such as Asia/Shanghai',
      )
      .default('Asia/Shanghai'),
    /** The number of the duty post, shown beside "call a person". */
    dutyPhone: z.string().max(30).default(''),
    /** `host`: something else keeps this machine's clock right; otherwise time-limited codes wait for a synchronised clock (S14). */
    clock: z.enum(['when-synchronised', 'host']).default('when-synchronised'),
    /** MQTT over mutual TLS for devices; port 0 takes a free one. */
    broker: endpoint,
    /** A terminal is a loopback listener: that is its identity for lock-outs. Millimetres are of the visible screen above the floor. */
    terminals: z
      .array(
        endpoint.extend({
          host: z.enum(['127.0.0.1', 'localhost']).default('127.0.0.1'),
          id: name,
          cabinets: z.array(name).min(1),
          screen: z
            .strictObject({ widthMm: z.int().min(50), heightMm: z.int().min(50), bottomMm: z.int().min(0) })
            .default({ widthMm: 344, heightMm: 612, bottomMm: 800 }),
        }),
      )
      .min(1),
    /** Serial lines and the bridge (an MQTT client by its certificate name) that owns each. */
    ports: z.array(z.strictObject({ id: name, bridge: bridgeName, path: z.string().min(1) })),
    cabinets: z
      .array(
        z.strictObject({
          id: name,
          /** The letter people see before the compartment number: A07. */
          label: z.string().regex(/^[A-Z]{1,2}$/),
          profile: name,
          port: name,
          board: z.int().min(1).max(32),
        }),
      )
      .min(1),
    /** Places on the guarded shelf 「前台代存架」. */
    shelf: z.strictObject({ places: z.int().min(0).max(999) }).default({ places: 60 }),
    /** What the office calls its registers: 外财 names the mail register 《邮件签收表》, 项财 《邮件签收登记表》 [M1]. */
    registers: z
      .strictObject({ mail: z.enum(['邮件签收表', '邮件签收登记表']).default('邮件签收表') })
      .default({ mail: '邮件签收表' }),
    /** HTTPS for staff; `names` are further names and addresses it is reached by, the first of them in links. Without it the site has no console. */
    console: endpoint.extend({ names: z.array(hostName).default([]) }).optional(),
    hq: z.strictObject({ url: z.url({ protocol: /^mqtts?$/ }) }).optional(),
  })
  .superRefine((site, context) => {
    const unknown = (kind: string, value: string, path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path, message: `no ${kind} named "${value}" in this file` });
    const cabinets = new Set(site.cabinets.map((cabinet) => cabinet.id));
    const ports = new Set(site.ports.map((port) => port.id));
    site.cabinets.forEach((cabinet, i) => {
      if (!ports.has(cabinet.port)) unknown('port', cabinet.port, ['cabinets', i, 'port']);
    });
    site.terminals.forEach((terminal, i) => {
      for (const id of terminal.cabinets) if (!cabinets.has(id)) unknown('cabinet', id, ['terminals', i, 'cabinets']);
    });
    for (const [list, key] of [
      [site.cabinets.map((cabinet) => cabinet.id), 'cabinets'],
      [site.cabinets.map((cabinet) => cabinet.label), 'cabinets'],
      [site.ports.map((port) => port.id), 'ports'],
      [site.terminals.map((terminal) => terminal.id), 'terminals'],
      [site.cabinets.map((cabinet) => `${cabinet.port}/${cabinet.board}`), 'cabinets'],
    ] as const)
      list.forEach((value, i) => {
        if (list.indexOf(value) !== i)
          context.addIssue({ code: 'custom', path: [key, i], message: `"${value}" is used twice` });
      });
  });
export type Site = z.infer<typeof siteSchema>;

/** Reads and checks a site file; throws an Error that names file, field and remedy. */
export const readSite = (file: string): Site => {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = siteSchema.safeParse(raw);
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};
