// How the node is, for machines: Prometheus figures, and a health check that means it.
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Config } from '../config.ts';
import type { Dispatch } from '../dispatch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { StatementFault } from '../ledger/ledger.ts';
import type { Broker } from '../links/broker.ts';
import type { Devices } from '../links/devices.ts';
import type { HqLink } from '../links/hq.ts';
import type { Notices } from '../links/notices/notices.ts';

/** Of each part no more than what it is asked here. */
export interface OperationsOptions {
  dispatch: Pick<Dispatch, 'state'>;
  ledger: Pick<Ledger, 'head' | 'probe'>;
  broker: Pick<Broker, 'isConnected' | 'stats'>;
  devices: Pick<Devices, 'refused'>;
  hq: Pick<HqLink, 'status'> | undefined;
  notices: Pick<Notices, 'status'>;
  config: Pick<Config, 'clients'>;
}
interface Document {
  type: string;
  body: string;
  status?: number;
}

/** Health is asked by anybody on this machine; the disk is asked at most this often. */
const probeEveryMs = 5_000;

const canWrite = async (ledger: Pick<Ledger, 'probe'>): Promise<boolean> => {
  try {
    await ledger.probe();
    return true;
  } catch (error) {
    if (error instanceof StatementFault) return false;
    throw error;
  }
};

export const openOperations = (options: OperationsOptions) => {
  const { dispatch, ledger, broker, devices, hq, notices, config } = options;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `menfang_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  };
  const count = (rows: Iterable<unknown>): number => [...rows].length;
  gauge('ledger_seq', 'Last ledger sequence number', () => ledger.head.seq);
  gauge('ledger_epoch', 'Ledger epoch', () => ledger.head.epoch);
  gauge('parcels_live', 'Parcels in the office’s keeping', () => count(dispatch.state.all('holds')));
  gauge('visits_live', 'Visits under way', () => count(dispatch.state.all('visits')));
  gauge('alerts_active', 'Alerts that stand', () => count(dispatch.state.all('alerts')));
  gauge('cabinets_online', 'Cabinets that are there', () =>
    count([...dispatch.state.all('cabinets')].filter((one) => one.presence === 'online')),
  );
  gauge('device_messages_refused', 'Device messages that were no words of the contract', () => devices.refused);
  gauge('broker_clients', 'Connected MQTT clients', () => broker.stats().clients);
  gauge('hq_behind', 'Events without a receipt of headquarters', () => hq?.status().behind ?? 0);
  gauge('notices_failed', 'Attempts that all carriers failed', () => notices.status().failed);
  gauge('notices_waiting', 'Parcels whose owner was not told yet', () => notices.status().waiting);
  gauge('notices_given_up', 'Parcels for whose notice no more attempts are made', () => notices.status().givenUp);
  const turnedAway = new Gauge({
    name: 'menfang_broker_turned_away',
    help: 'What the broker refused, by reason',
    labelNames: ['reason'],
    registers: [registry],
    collect() {
      for (const [reason, n] of broker.stats().turnedAway) this.set({ reason }, n);
    },
  });
  turnedAway.reset();

  let probeAgainAt = 0;
  let probed = Promise.resolve(true);
  const bridges = (): Record<string, boolean> =>
    Object.fromEntries(config.clients.map(({ name }) => [name, broker.isConnected(name)]));

  return {
    metrics: async (): Promise<Document> => ({ type: registry.contentType, body: await registry.metrics() }),
    health: async (): Promise<Document> => {
      if (performance.now() > probeAgainAt) {
        probeAgainAt = performance.now() + probeEveryMs;
        probed = canWrite(ledger);
      }
      const ledgerWritable = await probed;
      const present = bridges();
      const ok = ledgerWritable && Object.values(present).every(Boolean);
      return { type: 'json', status: ok ? 200 : 503, body: JSON.stringify({ ok, ledgerWritable, bridges: present }) };
    },
    links: (): Record<string, unknown> => ({ bridges: bridges(), hq: hq?.status() ?? null, notices: notices.status() }),
  };
};
