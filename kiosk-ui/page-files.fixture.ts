// What the doubles of the edge share: a built page served under the policy of the real one, and bodies read whole.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const policy = "default-src 'self'; style-src 'self'";

export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

/** Sends a file of the built page in `folder`; `/` is its index. */
export const sendFile = async (folder: string, path: string, response: ServerResponse): Promise<void> => {
  const name = path === '/' ? '/index.html' : normalize(path);
  const file = await readFile(join(folder, name));
  response.writeHead(200, { 'content-type': types[extname(name)] ?? '', 'content-security-policy': policy }).end(file);
};
