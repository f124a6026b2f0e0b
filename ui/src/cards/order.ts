// Says in which order cards are shown, and which of them a check-in offers.
import type { Card, Deck } from '../backend/types';

const REPAIR = 'repair';
/** How many repair lines a check-in shows. */
export const REPAIR_LINES = 5;

/** A stretch of a deck's page: a group, what a check-in shows, the rest of it, all there is, or what is hidden. */
export type Part = {
  kind: 'all' | 'group' | 'shown' | 'others' | 'hidden';
  group: string | null;
  title: string | null;
  cards: Card[];
};

/** The cards a check-in has to offer: favourites, then the others in their order; hidden ones never. */
export function offered(cards: Card[]): Card[] {
  const open = cards.filter((card) => !card.hidden);
  return [...open.filter((card) => card.favourite), ...open.filter((card) => !card.favourite)];
}

export function hiddenOf(deck: Deck): Card[] {
  return deck.cards.filter((card) => card.hidden);
}

/** Lays a deck's page out; hidden cards are not on it. */
export function partsOf(deck: Deck): Part[] {
  const open = deck.cards.filter((card) => !card.hidden);
  const apart = open.filter((card) => card.group === null);
  if (deck.groups.length > 0)
    return [
      ...deck.groups.map(
        ({ id, text }): Part => ({
          kind: 'group',
          group: id,
          title: text,
          cards: open.filter((card) => card.group === id),
        }),
      ),
      ...(apart.length > 0 ? [{ kind: 'all', group: null, title: null, cards: apart } as Part] : []),
    ];
  if (deck.id !== REPAIR) return [{ kind: 'all', group: null, title: null, cards: open }];
  const shown = offered(open).slice(0, REPAIR_LINES);
  const others = open.filter((card) => !shown.includes(card));
  return [
    { kind: 'shown', group: null, title: null, cards: shown },
    { kind: 'others', group: null, title: null, cards: others },
  ];
}
