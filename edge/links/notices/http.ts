// One HTTP request with a time limit, whose every failure is a value. Redirects are not followed: they would carry secrets elsewhere.
import { request as plain } from 'node:http';
import { request as encrypted } from 'node:https';
import type { CarrierFault } from './carrier.ts';

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export interface HttpAnswer {
  status: number;
  body: string;
}

/** For the whole exchange; stopping the edge waits for it. */
export const usualTimeoutMs = 10_000;
/** A gateway's answer is a few hundred bytes. */
const largestAnswerBytes = 64 * 1024;

/** Codes only: messages of errors may repeat the address, and with it a key in its query. */
const faultOf = (error: NodeJS.ErrnoException): CarrierFault => ({
  retryable: true,
  reason: error.code === 'ABORT_ERR' ? 'no answer in time' : (error.code ?? error.name),
});

/** What a status that is not the expected one means for the next attempt. */
export const faultOfStatus = (status: number): CarrierFault => {
  if (status >= 300 && status < 400) {
    return { retryable: false, reason: `HTTP ${status}: redirected; write the final address into url` };
  }
  return { retryable: status === 408 || status === 425 || status === 429 || status >= 500, reason: `HTTP ${status}` };
};

/** Resolves with the answer, whatever its status, or with a fault of the connection; `timeoutMs` limits the whole exchange. */
export const ask = (
  { method, url, headers, body }: HttpRequest,
  timeoutMs: number,
): Promise<HttpAnswer | CarrierFault> =>
  new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve(faultOf(error));
    const send = url.startsWith('https:') ? encrypted : plain;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = {
      method,
      headers: { ...headers, ...length },
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    };
    const request = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('error', fail);
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (bytes <= largestAnswerBytes) return;
        resolve({ retryable: true, reason: `an answer of more than ${largestAnswerBytes} bytes` });
        response.destroy();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
    });
    request.on('error', fail);
    request.end(body);
  });
