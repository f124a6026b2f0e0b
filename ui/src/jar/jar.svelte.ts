// Holds what one of the two puts in the jar: the notes there, and the one being written.
import type { Ask, FieldName, JarNote, Partner } from '../backend/types';
import { Draft } from '../typed/draft';
import type { Typed } from '../typed/typed.svelte';
import type { Written } from '../typed/written';
import { trimmed } from '../words/text';
/** Why the words of the field are not saved. */
export type Unsaved = { kind: 'failed' } | { kind: 'too-long'; most: number };

class TooLong {
  constructor(readonly most: number) {}
}

export class Jar {
  notes = $state.raw<JarNote[]>([]);
  words = $state('');
  unsaved = $state.raw<Unsaved | null>(null);
  readonly draft: Draft;
  /** The note being written, once it has been saved for the first time. */
  private id = $state<string | null>(null);

  constructor(
    private readonly ask: Ask,
    private readonly remembers: Typed,
    readonly by: Partner,
  ) {
    this.draft = new Draft((text) => this.write(text));
  }

  /** What stands in the field: it is in the jar as it is typed. */
  get line(): Written {
    return {
      text: this.words,
      fault: null,
      type: (words) => this.typed(words),
      flush: () => this.draft.flush(),
    };
  }

  /** Where words are remembered that are too long for the jar: with the note that they change. */
  private get field(): FieldName {
    return `jar/${this.by}/${this.id ?? 'new'}`;
  }

  /** What is there beside the note being written. */
  get others(): JarNote[] {
    return this.notes.filter((note) => note.id !== this.id);
  }

  async open(): Promise<void> {
    this.notes = await this.ask('jar', { by: this.by });
    if (!this.draft.unsaved) this.takeUp();
  }

  /** Takes up words that were too long when the window went. */
  private takeUp(): void {
    const field = this.remembers.fields.find((field) => field.startsWith(`jar/${this.by}/`));
    const words = field && this.remembers.of(field);
    if (!words) return;
    const note = field.split('/')[2] ?? '';
    this.id = this.notes.some(({ id }) => id === note) ? note : null;
    if (this.field !== field) this.remembers.letGo(field);
    this.typed(words);
  }

  typed(words: string): void {
    this.words = words;
    this.draft.typed(words);
  }

  /** Lays the note to the others, and begins an empty one. */
  async put(): Promise<boolean> {
    const full = trimmed(this.words) !== '';
    if (!(await this.settle())) return false;
    await this.open();
    return full;
  }

  /** Takes a note up again to change it. */
  async change(note: JarNote): Promise<void> {
    if (!(await this.settle())) return;
    await this.open();
    this.id = note.id;
    this.words = note.text;
  }

  async takeOut(note: JarNote): Promise<void> {
    await this.ask('take_from_jar', { id: note.id });
    this.notes = this.notes.filter(({ id }) => id !== note.id);
  }

  /** Forgets what is on the screen; words that could not be saved stay, and are tried again. */
  async close(): Promise<void> {
    await this.settle();
    this.notes = [];
  }

  private async settle(): Promise<boolean> {
    try {
      await this.draft.flush();
    } catch {
      return false;
    }
    this.words = '';
    this.id = null;
    return true;
  }

  /** What stands in the field is what is kept: a note without words is none. */
  private async write(text: string): Promise<void> {
    const { field } = this;
    try {
      if (trimmed(text)) await this.save(text);
      else if (this.id) {
        await this.ask('take_from_jar', { id: this.id });
        this.id = null;
      }
      this.unsaved = null;
      this.remembers.letGo(field);
    } catch (thrown) {
      if (thrown instanceof TooLong) this.remembers.remember(field, text);
      this.unsaved = thrown instanceof TooLong ? { kind: 'too-long', most: thrown.most } : { kind: 'failed' };
      throw thrown;
    }
  }

  private async save(text: string): Promise<void> {
    const answer = await this.ask('put_in_jar', { by: this.by, text, id: this.id });
    if ('done' in answer) this.id = answer.done;
    else if (answer.refused.reason === 'too-long') throw new TooLong(answer.refused.most);
  }
}
