// Names the decks and lists, and says in a line what each is for.
import { t } from '../words/words.svelte';

const KNOWN = [
  'this-week',
  'us',
  'family-and-home',
  'body-and-closeness',
  'money-and-plans',
  'old-hurts',
  'joy',
  'feelings',
  'needs',
  'blocks',
  'repair',
  'soothing',
] as const;
const known = (id: string) => KNOWN.find((one) => one === id);

/** Names a deck; one that the catalogue does not know has only its own name. */
export function deckName(id: string): string {
  const deck = known(id);
  return deck ? t(`cards-deck-${deck}`) : id;
}

export function deckLine(id: string): string {
  const deck = known(id);
  return deck ? t(`cards-deck-${deck}-line`) : '';
}
