// What is at hand beside the one who speaks: cards, what was kept for today, and words for feelings and needs.
import type { Ask, Decks, Event, Partner, Prompt, View } from '../backend/types';
import { offered } from '../cards/order';
import { t } from '../words/words.svelte';
import type { PromptGroup } from './over/Pick.svelte';

/** The deck a first time draws from: something light. */
const LIGHT = 'joy';

export class Prompts {
  decks = $state.raw<Decks | null>(null);
  /** A feeling or a need that was picked, to be seen from a metre away. It is nowhere but on the screen. */
  word = $state('');
  /** What was kept for today by the one who speaks. */
  topics = $state.raw<PromptGroup[]>([]);
  private reading: Promise<void> | null = null;

  constructor(
    private readonly ask: Ask,
    private readonly act: (event: Event) => Promise<void>,
  ) {}

  read(): Promise<void> {
    const read = async () => {
      this.decks = await this.ask('decks', {});
    };
    this.reading = read();
    return this.reading;
  }

  /** Waits for the decks where they are just being read, so that no key is pressed in vain; tells whether they are there. */
  async isLaid(): Promise<boolean> {
    await this.reading?.catch(() => {});
    return this.decks !== null;
  }

  async draw(view: View): Promise<void> {
    const card = await this.ask('draw_card', { deck: view.explains ? LIGHT : null });
    if (card) await this.lay({ from: { kind: 'card', id: card.id }, text: card.text });
  }

  lay(prompt: Prompt | null): Promise<void> {
    return this.act({ kind: 'prompt', prompt });
  }

  /** Opens what the one who speaks kept for today; nobody else's. */
  async open(view: View, who: Partner): Promise<void> {
    const notes = await this.ask('jar', { by: who });
    const jar = notes.map(({ id, text }): Prompt => ({ from: { kind: 'jar', id }, text }));
    const agreed = view.to_talk_about.map(({ text }): Prompt => ({ from: { kind: 'agreement' }, text }));
    this.topics = [
      { title: null, prompts: jar },
      { title: t('over-topics-agreed'), prompts: agreed },
    ].filter(({ prompts }) => prompts.length > 0);
  }

  /** The cards of every deck, to be leafed through. */
  cards(name: (deck: string) => string): PromptGroup[] {
    const decks = this.decks?.decks ?? [];
    return decks.map((deck) => ({
      title: name(deck.id),
      prompts: offered(deck.cards).map(({ id, text }): Prompt => ({ from: { kind: 'card', id }, text })),
    }));
  }
}
