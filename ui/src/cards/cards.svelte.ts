// Holds the decks as the page shows them: which one, which card is open, and words being typed.
import { Queue } from '../backend/queue';
import type { Ask, Card, Deck, Decks, FieldName, OwnCard } from '../backend/types';
import type { Typed } from '../typed/typed.svelte';
import type { Written } from '../typed/written';
import { trimmed } from '../words/text';
export type Fault = { kind: 'empty' } | { kind: 'too-long'; most: number } | { kind: 'failed' };

/** Names the place in a deck where a new card is written. */
export function newIn(deck: Deck, group: string | null): string {
  return `new:${deck.id}:${group ?? ''}`;
}

/** Names the field of a card, or of a new one. */
function fieldOf(what: string): FieldName {
  const [, deck, group] = /^new:(.*):(.*)$/.exec(what) ?? [];
  return deck === undefined ? `card/${what}` : `new-card/${deck}/${group}`;
}

/** Names what a field is of, if it is a card's. */
function ofCard(field: FieldName): string | null {
  if (field.startsWith('card/')) return field.slice('card/'.length);
  const [, deck, group] = /^new-card\/(.*)\/(.*)$/.exec(field) ?? [];
  return deck === undefined ? null : `new:${deck}:${group}`;
}

export class Cards {
  all = $state.raw<Decks | null>(null);
  chosen = $state('this-week');
  /** The card whose actions are shown, or the place where a new one is written. */
  open = $state<string | null>(null);
  /** Whether the words of a card are being changed, by what is open: until they are kept, or given up by name. */
  private editing = $state<Record<string, boolean>>({});
  /** The card that was written last. */
  written = $state<string | null>(null);
  fault = $state.raw<Fault | null>(null);
  drawn = $state.raw<Card | null>(null);
  /** Whether there was nothing to draw. */
  none = $state(false);
  private from: string | null = null;
  /** What was asked to be kept or drawn and is not done. */
  private readonly acts = new Queue();

  constructor(
    private readonly ask: Ask,
    private readonly typed: Typed,
  ) {}

  private get both(): Deck[] {
    return [...(this.all?.decks ?? []), ...(this.all?.lists ?? [])];
  }

  get deck(): Deck | null {
    return this.both.find(({ id }) => id === this.chosen) ?? null;
  }

  /** Whether the chosen one can be drawn from. */
  get draws(): boolean {
    return this.all?.decks.some((deck) => deck.id === this.chosen) ?? false;
  }

  async load(): Promise<void> {
    this.putAway();
    this.fault = null;
    if (this.open && !this.edits(this.open)) this.open = null;
    const first = this.all === null;
    this.all = await this.ask('decks', {});
    if (first && !this.open) this.takeUp();
  }

  /** Comes to words that were being typed when the window went. */
  private takeUp(): void {
    for (const what of this.typed.fields.map(ofCard)) {
      const is = (deck: Deck) => what?.startsWith(`new:${deck.id}:`) || deck.cards.some(({ id }) => id === what);
      const deck = this.both.find(is);
      if (deck && what) [this.chosen, this.open] = [deck.id, what];
    }
  }

  /** Whether the words of a card, or of a new one, are being typed. */
  edits(what: string): boolean {
    return this.editing[what] === true || this.typed.of(fieldOf(what)) !== undefined;
  }

  /** What stands in its field. */
  words(what: string, kept: string): Written {
    return this.typed.in(fieldOf(what), kept);
  }

  choose(id: string): void {
    this.chosen = id;
    this.show(null);
    this.putAway();
  }

  show(what: string | null): void {
    this.open = what;
    this.fault = null;
  }

  edit(what: string): void {
    this.editing[what] = true;
    this.show(what);
  }

  giveUp(what: string): void {
    this.letGo(what);
    this.show(what.startsWith('new:') ? null : what);
  }

  private letGo(what: string): void {
    delete this.editing[what];
    this.typed.letGo(fieldOf(what));
  }

  /** Changes how a card is kept; `text: null` brings the first words back. */
  async change(deck: Deck, card: Card, to: Partial<OwnCard>): Promise<boolean> {
    return this.keep([card.id, to], () => {
      // As it is by then: what was asked before may have changed it.
      const now = this.both.flatMap(({ cards }) => cards).find(({ id }) => id === card.id) ?? card;
      const { id, group, hidden, favourite } = now;
      const text = now.text === now.shipped ? null : now.text;
      return { id, deck: deck.id, group, text, hidden, favourite, ...to };
    });
  }

  /** Keeps the words typed for a card. */
  async reword(deck: Deck, card: Card): Promise<boolean> {
    const text = trimmed(this.words(card.id, card.text).text);
    if (!text) return this.refuse({ kind: 'empty' });
    const done = await this.change(deck, card, { text: text === card.shipped ? null : text });
    if (done) this.letGo(card.id);
    return done;
  }

  /** Keeps a new card; answers its id. */
  async add(deck: Deck, group: string | null): Promise<string | null> {
    const place = newIn(deck, group);
    const known = new Set(deck.cards.map((card) => card.id));
    const { text } = this.words(place, '');
    const card = { id: '', deck: deck.id, group, text, hidden: false, favourite: false };
    if (!(await this.keep(card, () => card))) return null;
    this.giveUp(place);
    this.written = this.deck?.cards.find(({ id }) => !known.has(id))?.id ?? null;
    return this.written;
  }

  async remove(card: Card): Promise<void> {
    await this.acts.do(`delete ${card.id}`, async () => {
      this.all = await this.ask('delete_card', { id: card.id });
    });
    this.letGo(card.id);
    this.show(null);
  }

  draw(from: string | null): Promise<void> {
    return this.acts.do(`draw ${from}`, async () => {
      this.drawn = await this.ask('draw_card', { deck: from });
      this.none = this.drawn === null;
      this.from = from;
    });
  }

  another(): Promise<void> {
    return this.draw(this.drawn ? this.from : this.chosen);
  }

  putAway(): void {
    this.drawn = null;
    this.none = false;
  }

  private refuse(fault: Fault): false {
    this.fault = fault;
    return false;
  }

  private keep(what: object, card: () => OwnCard): Promise<boolean> {
    return this.acts.do(JSON.stringify(what), () => this.keepNow(card()));
  }

  private async keepNow(card: OwnCard): Promise<boolean> {
    this.fault = null;
    try {
      const answer = await this.ask('keep_card', { card });
      if ('done' in answer) this.all = answer.done;
      else
        return this.refuse(
          answer.refused.reason === 'empty' ? { kind: 'empty' } : { kind: 'too-long', most: answer.refused.most },
        );
      return true;
    } catch {
      return this.refuse({ kind: 'failed' });
    }
  }
}
