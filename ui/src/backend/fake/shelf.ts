// What the fake program has on its shelf: formats, decks and lists as they ship, and what the couple did with them.
import written from '../generated/content.json';
import refused from '../generated/refusals.json';
import type {
  Card,
  Deck,
  Decks,
  Format,
  FormatError,
  Formats,
  Group,
  Language,
  OwnCard,
  Step,
} from '../types';

type Told = { id: string; en: string; de: string };
type WrittenDeck = { id: string; groups: Told[]; cards: (Told & { group: string | null })[] };

const FOLDER = '/home/sam/.local/share/both-heard/formats';
/** Two files beside the store that cannot be used. */
const BROKEN: Formats['broken'] = [
  { file: `${FOLDER}/sundays.toml`, error: { wrong: 'line', line: 5, text: 'minutes = 31' } },
  { file: `${FOLDER}/walk.toml`, error: { wrong: 'step', step: 2, fault: 'nothing-to-lean-in-to' } },
];

/** Says what core finds wrong with steps; only of those one move away from a shipped format is it known here. */
export function refusal(steps: Step[]): FormatError | null {
  const name = steps.map(({ kind, whose }) => `${kind} ${whose}`).join('; ');
  return (refused as Record<string, FormatError>)[name] ?? null;
}

export class Shelf {
  own: Format[] = [];
  cards: OwnCard[] = [];
  private made = 0;
  private last = '';

  constructor(
    private readonly language: () => Language,
    private readonly broken: boolean,
  ) {}

  formats(): Formats {
    return { shipped: written.formats as Format[], own: this.own, broken: this.broken ? BROKEN : [] };
  }

  keep(format: Format): Formats {
    const known = this.own.some((own) => own.id === format.id);
    this.made += 1;
    const id = known ? format.id : `00000000-0000-7000-8000-${String(this.made).padStart(12, '0')}`;
    this.own = [...this.own.filter((own) => own.id !== id), { ...format, id }].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    return this.formats();
  }

  keepCard(card: OwnCard): Decks {
    this.made += 1;
    const id = card.id || `${card.deck}/${String(this.made).padStart(6, '0')}`;
    this.cards = [...this.cards.filter((own) => own.id !== id), { ...card, id }];
    return this.decks();
  }

  decks(): Decks {
    const laid = (decks: WrittenDeck[]) => decks.map((deck) => this.laidOut(deck));
    return { decks: laid(written.decks), lists: laid(written.lists as WrittenDeck[]), left_out: false };
  }

  private laidOut(deck: WrittenDeck): Deck {
    const told = (it: Told) => it[this.language()];
    const groups = deck.groups.map((group): Group => ({ id: group.id, text: told(group) }));
    const shipped = deck.cards.map((card): Card => {
      const id = `${deck.id}/${card.id}`;
      const own = this.cards.find((one) => one.id === id);
      const { hidden = false, favourite = false } = own ?? {};
      return { id, group: card.group, text: own?.text || told(card), shipped: told(card), hidden, favourite };
    });
    const mine = this.cards.filter((own) => own.deck === deck.id && !shipped.some(({ id }) => id === own.id));
    const written = mine.map(({ id, group, text, hidden, favourite }): Card => {
      return { id, group, text: text ?? '', shipped: null, hidden, favourite };
    });
    return { id: deck.id, groups, cards: [...shipped, ...written] };
  }

  /** Draws the next card after the last one: a test wants to know which. */
  draw(deck: string | null): Card | null {
    const decks = this.decks().decks.filter(({ id }) => deck === null || id === deck);
    const cards = decks.flatMap((one) => one.cards).filter((card) => !card.hidden);
    const drawn = cards[(cards.findIndex((card) => card.id === this.last) + 1) % cards.length] ?? null;
    this.last = drawn?.id ?? '';
    return drawn;
  }
}
