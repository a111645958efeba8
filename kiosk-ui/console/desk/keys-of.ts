// The names in a record of words, in the order in which they are written: the options of a choice.

export const keysOf = <Key extends string>(words: Readonly<Record<Key, unknown>>): Key[] => Object.keys(words) as Key[];
