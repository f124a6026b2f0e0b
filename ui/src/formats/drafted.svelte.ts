// Holds a format while it is changed. Every list that makes sense is saved; of the others it holds what is wrong.
import type { App } from '../app.svelte';
import type { Format, FormatError, Step } from '../backend/types';
import { named } from './edit';

export class Drafted {
  format = $state.raw<Format>() as Format;
  /** The name as it is typed, also where it cannot be saved. */
  name = $state('');
  error = $state.raw<FormatError | null>(null);
  saved = $state(0);
  private saving = false;
  private changed = false;

  constructor(
    private readonly app: App,
    format: Format,
  ) {
    this.format = format;
    this.name = format.name ?? '';
  }

  get nameFault(): 'empty' | 'long' | null {
    const typed = named(this.name);
    return 'fault' in typed ? typed.fault : null;
  }

  steps(step: Step[]): void {
    this.format = { ...this.format, step };
    void this.save();
  }

  type(name: string): void {
    this.name = name;
    const typed = named(name);
    if ('fault' in typed || typed.name === this.format.name) return;
    this.format = { ...this.format, name: typed.name };
    void this.save();
  }

  /** Saves one after the other, so that the last change is the one that stays. */
  private async save(): Promise<void> {
    this.changed = true;
    if (this.saving) return;
    this.saving = true;
    try {
      while (this.changed) {
        this.changed = false;
        const answer = await this.app.ask('keep_format', { format: this.format });
        this.error = 'refused' in answer ? answer.refused : null;
        if (!('done' in answer)) continue;
        this.app.chosen.formats = answer.done;
        this.saved += 1;
      }
    } catch {
      // It was told on the screen already.
    } finally {
      this.saving = false;
    }
  }
}
