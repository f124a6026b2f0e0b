// Names the decks and lists, and says in a line what each is for.
import { type Plain, t } from '../words/words.svelte';

/** A map: a deck may be called as anything is in an object. */
const known = new Map<string, { name: Plain; line: Plain }>(
  Object.entries({
    'this-week': { name: 'cards-deck-this-week', line: 'cards-deck-this-week-line' },
    us: { name: 'cards-deck-us', line: 'cards-deck-us-line' },
    'family-and-home': { name: 'cards-deck-family-and-home', line: 'cards-deck-family-and-home-line' },
    'body-and-closeness': {
      name: 'cards-deck-body-and-closeness',
      line: 'cards-deck-body-and-closeness-line',
    },
    'money-and-plans': { name: 'cards-deck-money-and-plans', line: 'cards-deck-money-and-plans-line' },
    'old-hurts': { name: 'cards-deck-old-hurts', line: 'cards-deck-old-hurts-line' },
    joy: { name: 'cards-deck-joy', line: 'cards-deck-joy-line' },
    feelings: { name: 'cards-deck-feelings', line: 'cards-deck-feelings-line' },
    needs: { name: 'cards-deck-needs', line: 'cards-deck-needs-line' },
    blocks: { name: 'cards-deck-blocks', line: 'cards-deck-blocks-line' },
    repair: { name: 'cards-deck-repair', line: 'cards-deck-repair-line' },
    soothing: { name: 'cards-deck-soothing', line: 'cards-deck-soothing-line' },
  }),
);

/** Names a deck; one that the catalogue does not know has only its own name. */
export function deckName(id: string): string {
  const words = known.get(id);
  return words ? t(words.name) : id;
}

export function deckLine(id: string): string {
  const words = known.get(id);
  return words ? t(words.line) : '';
}
