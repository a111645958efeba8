// Personal data sealed for one person: AES-256-GCM under a key of its own, itself wrapped by the node's key.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from './keys.ts';

export type SealKeys = Pick<Keys, 'personalKey'>;

const version = 1;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const boxOverhead = nonceBytes + tagBytes;
const wrappedBytes = keyBytes + boxOverhead;

/** nonce ‖ tag ‖ ciphertext. */
const box = (key: Uint8Array, aad: string, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(aad));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
};

const unbox = (key: Uint8Array, aad: string, boxed: Uint8Array): Buffer | undefined => {
  if (boxed.length < boxOverhead) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, boxed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(aad))
    .setAuthTag(boxed.subarray(nonceBytes, boxOverhead));
  const text = decipher.update(boxed.subarray(boxOverhead));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch (error) {
    // The one thing final() of GCM throws for: the tag does not fit. It has no code to know it by.
    if (error instanceof Error) return undefined;
    throw error;
  }
};

/**
 * Seals `json` so that only this node, and only under the same `id`, can read it. The result holds the wrapped key: erasing the row that keeps it destroys
 * the data. Layout: version 1 ‖ wrapped key (60 bytes) ‖ nonce ‖ tag ‖ ciphertext.
 */
export const seal = (keys: SealKeys, id: string, json: string): Uint8Array => {
  const own = randomBytes(keyBytes);
  return Buffer.concat([
    Uint8Array.of(version),
    box(keys.personalKey, `key\0${id}`, own),
    box(own, `data\0${id}`, Buffer.from(json)),
  ]);
};

/** The JSON text that was sealed for `id`; a fault when the bytes are damaged, belong to another id or to another node. */
export const unseal = (keys: SealKeys, id: string, sealed: Uint8Array): { json: string } | { fault: 'unsealable' } => {
  const own =
    sealed[0] === version ? unbox(keys.personalKey, `key\0${id}`, sealed.subarray(1, 1 + wrappedBytes)) : undefined;
  const plain = own && unbox(own, `data\0${id}`, sealed.subarray(1 + wrappedBytes));
  return plain ? { json: plain.toString('utf8') } : { fault: 'unsealable' };
};
