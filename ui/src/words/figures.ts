// Reads figures as they are typed: in the digits of any script, narrow or wide, among invisible marks.

const DIGIT = /\p{Nd}/u;

/** The value of a digit: each script has its ten in a row. */
function value(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

/** Writes what was typed in small letters, Western digits and single spaces. */
export function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, value)
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
