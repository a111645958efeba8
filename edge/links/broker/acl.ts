// Who may say and hear what: everything that is not allowed here is denied.
import { deviceKinds, readTopic, type Word, words, writeTopic } from '../../contract/topics.ts';

export interface Message {
  topic: string;
  qos?: number | undefined;
  retain?: boolean | undefined;
}

/**
 * At most eight levels of plain characters: no NUL, no wildcard, no `$SYS`, no empty level [storage-and-links: aedes findings]. Stands before the contract's
 * own reading of a topic, so that no word the contract may gain lets one of these through.
 */
export const isPlainTopic = (topic: string): boolean => /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+){0,7}$/.test(topic);

const isAllowed = (cabinets: ReadonlySet<string>, from: 'device' | 'edge', message: Message): boolean => {
  if (!isPlainTopic(message.topic)) return false;
  const topic = readTopic(message.topic);
  if (!topic || !cabinets.has(topic.id)) return false;
  const word = words[topic.word];
  return word.from === from && word.qos === message.qos && word.retain === message.retain;
};

/** A device says its own words about its own cabinets, with the flags of the contract; that goes for its will too. */
export const mayPublish = (cabinets: ReadonlySet<string>, message: Message): boolean =>
  isAllowed(cabinets, 'device', message);

/** Nothing but the edge's own words to this device's own cabinets is ever sent to it. */
export const mayReceive = (cabinets: ReadonlySet<string>, message: Message): boolean =>
  isAllowed(cabinets, 'edge', message);

const isWillWord = (word: Word): boolean => word === 'state';

/** A will speaks for a device that is gone: it may only say how the device was left. */
export const mayLeaveWill = (cabinets: ReadonlySet<string>, will: Message): boolean => {
  const topic = readTopic(will.topic);
  return topic !== undefined && isWillWord(topic.word) && mayPublish(cabinets, will);
};

const heardWords = (Object.keys(words) as Word[]).filter((word) => words[word].from === 'edge');

/** Every filter a device may subscribe to, with its QoS: whole topics, so that a wildcard is simply not among them. */
export const subscriptionsOf = (cabinets: ReadonlySet<string>): ReadonlyMap<string, number> =>
  new Map(
    [...cabinets].flatMap((id) =>
      deviceKinds.flatMap((kind) =>
        heardWords.map((word) => [writeTopic({ kind, id, word }), words[word].qos] as const),
      ),
    ),
  );
