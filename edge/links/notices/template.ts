// Text with {{placeholders}}: filled in one pass, so that nothing in a value is ever read as a placeholder itself.

const placeholder = /\{\{([A-Za-z0-9]+)\}\}/g;

/** The names used, in order. */
export const placeholders = (template: string): string[] =>
  [...template.matchAll(placeholder)].flatMap(([, name]) => name ?? []);

/** False when braces are left that look like a placeholder but are none. */
export const isWellFormed = (template: string): boolean => !/\{\{|\}\}/.test(template.replace(placeholder, ''));

/** How a value is written where it stands. */
export type Escape = (value: string) => string;

export const asIs: Escape = (value) => value;

/** For a path or query [RFC 3986, 2.3: unreserved]. Lone surrogates, which have no UTF-8, become U+FFFD. */
export const forUrl: Escape = (value) =>
  encodeURIComponent(Buffer.from(value).toString()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** For a header line: no line can be ended and no other one begun. */
export const forHeader: Escape = (value) => value.replace(/[^\x20-\x7e]+/gu, (odd) => forUrl(odd));

/** Throws an Error for a name without a value: the settings are checked before. */
export const fill = (template: string, values: ReadonlyMap<string, string>, write: Escape): string =>
  template.replace(placeholder, (_whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`no value for {{${name}}}`);
    return write(value);
  });
