// How words look, as core's text.rs says it: what of them can be seen, and whether two look the same.

/** A character that can be seen by itself. */
const SEEN = /[^\p{White_Space}\p{Cc}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u;

/** Cuts off what cannot be seen at both ends; what a character is made of is left alone. */
export function trimmed(typed: string): string {
  const characters = [...new Intl.Segmenter().segment(typed)].map(({ segment }) => segment);
  const seen = (character: string) => SEEN.test(character);
  const first = characters.findIndex(seen);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(seen) + 1).join('');
}

/** Writes words so that two which look the same are the same. */
export function folded(words: string): string {
  const seen = words.normalize('NFKC').replace(/(?!\p{White_Space})[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '');
  return seen
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^ | $/g, '');
}
