// Which addresses may be given a pickup code: encrypted ones, or this machine itself.

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

export const isLoopback = (host: string): boolean => loopback.has(host);

/** `https://…`, or `http://` to this machine. */
export const isSafeUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
};

export const safeUrlRemedy = 'use https://host/… without user or password in it (http:// only to this machine)';
