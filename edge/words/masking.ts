// What of a person may stand on a public screen or slip [law and practice: mask].

/** 王*, 王*明, 欧**军; other scripts keep the first letter of each word: J*** S****. */
export const maskName = (name: string): string => {
  const trimmed = name.trim();
  if (/\s/.test(trimmed) || /^[\x20-\x7e]+$/.test(trimmed))
    return trimmed
      .split(/\s+/)
      .map((word) => `${word.slice(0, 1)}${'*'.repeat(Math.max(1, word.length - 1))}`)
      .join(' ');
  const letters = [...trimmed];
  const [first = '', ...rest] = letters;
  const last = rest.length > 1 ? rest.at(-1) : '';
  return `${first}${'*'.repeat(Math.max(1, letters.length - (last ? 2 : 1)))}${last}`;
};

/** Shows at most the first three and the last two digits, hides at least six: 138******78. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 11) return '*'.repeat(Math.max(6, digits.length));
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`;
};
