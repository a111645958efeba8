// The MQTT topics between programs: who may say what, and how a topic is written and read.
import { deviceId } from './ids.ts';

export const deviceKinds = ['cabinet'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Direction, quality of service and retention of each word that follows `mf/1/{kind}/{id}/`. */
export const words = {
  lease: { from: 'device', qos: 0, retain: false },
  order: { from: 'edge', qos: 1, retain: false },
  report: { from: 'device', qos: 1, retain: false },
  receipt: { from: 'edge', qos: 1, retain: false },
  state: { from: 'device', qos: 1, retain: true },
} as const;
export type Word = keyof typeof words;

export interface Topic {
  kind: DeviceKind;
  id: string;
  word: Word;
}

export const writeTopic = ({ kind, id, word }: Topic): string => `mf/1/${kind}/${id}/${word}`;

const isKind = (text: string): text is DeviceKind => deviceKinds.some((kind) => kind === text);
const isWord = (text: string): text is Word => Object.hasOwn(words, text);

/** Undefined for everything that is not exactly one of our topics. */
export const readTopic = (topic: string): Topic | undefined => {
  const [root, version, kind = '', id = '', word = '', ...rest] = topic.split('/');
  if (root !== 'mf' || version !== '1' || rest.length > 0) return undefined;
  if (!isKind(kind) || !isWord(word) || !deviceId.safeParse(id).success) return undefined;
  return { kind, id, word };
};
