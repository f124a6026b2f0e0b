// Lengthens and accents English, to see what a longer language does to a screen.

const accents: Record<string, string> = {
  a: 'á',
  c: 'ç',
  e: 'ë',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
  W: 'Ŵ',
};
const LONGER = 0.4;

/** Accents a text and makes it 40 % longer by doubling vowels, so that words stay words. */
export function pseudo(text: string): string {
  const vowels = [...text].filter((c) => /[aeiou]/i.test(c)).length;
  const letters = [...text].filter((c) => /\p{L}/u.test(c)).length;
  let owed = Math.ceil(letters * LONGER);
  const each = vowels > 0 ? Math.ceil(owed / vowels) : 0;
  return [...text]
    .map((c) => {
      const drawn = accents[c] ?? c;
      if (!/[aeiou]/i.test(c) || owed <= 0) return drawn;
      const more = Math.min(each, owed);
      owed -= more;
      return drawn + (accents[c.toLowerCase()] ?? c).repeat(more);
    })
    .join('');
}
