// What the broker asks before it lets a client in, hears it, or sends it anything: every answer that is not yes is no.
import type { AedesOptions, AuthenticateError, Client, PublishPacket } from 'aedes';
import { readTopic, type Topic } from '../../contract/topics.ts';
import { mayLeaveWill, mayPublish, mayReceive, subscriptionsOf } from './acl.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Reason } from './turned-away.ts';

/** What was answered with no and is counted already, when it comes back as an error of the client. */
export class Denied extends Error {}

/** MQTT 3.1.1 3.2.2.3. */
const identifierRejected = 2;
const notAuthorized = 5;
const refusal = (returnCode: number): AuthenticateError => Object.assign(new Denied('refused'), { returnCode });

export interface HookOptions {
  sessions: Sessions<Client>;
  /** Whether the certificate behind the session is still good. */
  isWelcome(session: Session<Client>): boolean;
  note(reason: Reason, client: Client): void;
  onMessage(topic: Topic, payload: Buffer, client: string): void | Promise<void>;
}

type Hooks = Required<
  Pick<AedesOptions, 'preConnect' | 'authenticate' | 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>
>;

export const makeHooks = ({ sessions, isWelcome, note, onMessage }: HookOptions): Hooks => {
  const deny = (reason: Reason, client: Client): Denied => {
    note(reason, client);
    return new Denied(`not allowed: ${reason}`);
  };

  /** A session that a newer one has replaced has nothing more to say: this also holds back its will. */
  const speakerOf = (client: Client, packet: PublishPacket): Session<Client> | undefined => {
    const session = sessions.of(client.conn);
    return session && sessions.isLatest(session) && mayPublish(session.cabinets, packet) ? session : undefined;
  };

  return {
    preConnect: (client, packet, decide) => {
      // A stored session would also store filters that were refused, and deliver to them later.
      packet.clean = true;
      const cabinets = sessions.of(client.conn)?.cabinets;
      if (cabinets && (!packet.will || mayLeaveWill(cabinets, packet.will))) decide(null, true);
      else decide(deny('will', client), false);
    },

    authenticate: (client, _user, _password, decide) => {
      const session = sessions.of(client.conn);
      if (!session || session.name !== client.id) {
        note('client-id', client);
        decide(refusal(identifierRejected), false);
      } else if (!isWelcome(session)) {
        note('certificate', client);
        decide(refusal(notAuthorized), false);
      } else {
        sessions.claim(session);
        session.widen();
        decide(null, true);
      }
    },

    /** Also asked for a will; the only hook that is waited for before a PUBACK. */
    authorizePublish: (client, packet, decide) => {
      const speaker = client ? speakerOf(client, packet) : undefined;
      const topic = readTopic(packet.topic);
      if (!client || !speaker || !topic) {
        decide(client ? deny('publish', client) : new Denied('not allowed: nobody speaks'));
        return;
      }
      const handled = onMessage(topic, Buffer.from(packet.payload), speaker.name);
      if (handled) void handled.then(() => decide(null));
      else decide(null);
    },

    authorizeSubscribe: (client, subscription, decide) => {
      const session = sessions.of(client.conn);
      if (session && subscriptionsOf(session.cabinets).get(subscription.topic) === subscription.qos) {
        session.topics.add(subscription.topic);
        decide(null, subscription);
      } else {
        note('subscribe', client);
        decide(null, null);
      }
    },

    authorizeForward: (client, packet) => {
      const session = sessions.of(client.conn);
      return session && mayReceive(session.cabinets, packet) ? packet : null;
    },
  };
};
