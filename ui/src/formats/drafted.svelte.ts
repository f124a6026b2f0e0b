// Holds a format while it is changed. Every list that makes sense is saved; of the others it holds what is wrong.
import type { Program } from '../backend/program';
import type { Format, FormatError, Step } from '../backend/types';
import type { Typed } from '../typed/typed.svelte';
import type { Written } from '../typed/written';
import type { Chosen } from './chosen.svelte';
import { named, stepsFrom } from './edit';

export class Drafted {
  format = $state.raw<Format>() as Format;
  error = $state.raw<FormatError | null>(null);
  saved = $state(0);
  private saving = false;
  private changed = false;

  constructor(
    private readonly program: Program,
    private readonly typed: Typed,
    private readonly chosen: Chosen,
    format: Format,
  ) {
    this.format = format;
    this.takeUp();
  }

  private get fields() {
    const { id } = this.format;
    return { name: `format/${id}`, steps: `steps/${id}` } as const;
  }

  /** The name as it is typed, also where it cannot be saved. */
  get line(): Written {
    const { text, fault, flush } = this.typed.in(this.fields.name, this.format.name);
    return { text, fault, flush, type: (name) => this.type(name) };
  }

  get nameFault(): 'empty' | 'long' | null {
    const typed = named(this.line.text);
    return 'fault' in typed ? typed.fault : null;
  }

  steps(step: Step[]): void {
    this.format = { ...this.format, step };
    this.typed.type(this.fields.steps, JSON.stringify(step));
    void this.save();
  }

  /** Takes what is in the name's field as it is: it was left. */
  done(): void {
    if (!this.nameFault) this.typed.letGo(this.fields.name);
  }

  private type(name: string): void {
    this.typed.type(this.fields.name, name);
    const typed = named(name);
    if ('fault' in typed || typed.name === this.format.name) return;
    this.format = { ...this.format, name: typed.name };
    void this.save();
  }

  /** Takes up what could not be saved when the window went. */
  private takeUp(): void {
    const { typed } = this;
    const steps = typed.of(this.fields.steps);
    const read = steps ? stepsFrom(steps) : null;
    if (read) this.steps(read);
    // What cannot be read is no reason not to show what is kept.
    else typed.letGo(this.fields.steps);
    const name = typed.of(this.fields.name);
    if (name) this.type(name);
  }

  /** Saves one after the other, so that the last change is the one that stays. */
  private async save(): Promise<void> {
    this.changed = true;
    if (this.saving) return;
    this.saving = true;
    try {
      while (this.changed) {
        this.changed = false;
        const answer = await this.program.ask('keep_format', { format: this.format });
        this.error = 'refused' in answer ? answer.refused : null;
        if (!('done' in answer)) continue;
        this.chosen.formats = answer.done;
        if (!this.changed) this.typed.letGo(this.fields.steps);
        this.saved += 1;
      }
    } catch {
      // It was told on the screen already.
    } finally {
      this.saving = false;
    }
  }
}
