// Holds what is chosen before a check-in begins: the format, who begins, whether anything of it may be kept.
import { createContext } from 'svelte';
import type { Program } from '../backend/program';
import type { Format, Formats, Overview, Partner, Step } from '../backend/types';
import type { Typed } from '../typed/typed.svelte';
import { stepsNow } from './edit';

const USUAL = 'weekly';

export class Chosen {
  formats = $state.raw<Formats | null>(null);
  record = $state(true);
  private picked = $state<string | null>(null);
  private first = $state<Partner | null>(null);

  /** `overview` tells what was last time, and what is agreed. */
  constructor(
    private readonly ask: Program['ask'],
    private readonly typed: Typed,
    private readonly overview: () => Overview | null,
  ) {}

  get all(): Format[] {
    return [...(this.formats?.shipped ?? []), ...(this.formats?.own ?? [])];
  }

  /** The one they picked, else the one they had last, else the weekly one: one that is gone is passed over. */
  get format(): Format | null {
    const wanted = [this.picked, this.overview()?.format, USUAL];
    const found = wanted.map((id) => this.all.find((format) => format.id === id));
    return found.find((format) => format) ?? null;
  }

  /** The steps of any format, as they would be if it began now. */
  steps(format: Format): Step[] {
    return stepsNow(format.step, (this.overview()?.agreements.length ?? 0) > 0);
  }

  get beginner(): Partner {
    return this.first ?? this.overview()?.begins ?? 'one';
  }

  isOwn(format: Format): boolean {
    return this.formats?.own.includes(format) ?? false;
  }

  pick(id: string): void {
    this.picked = id;
  }

  letBegin(who: Partner): void {
    this.first = who;
  }

  async read(): Promise<void> {
    this.formats = await this.ask('formats', {});
  }

  /** Makes one of their own out of any, picks it, and answers its id. */
  async copy({ step, explains }: Format, name: string): Promise<string | null> {
    const answer = await this.ask('keep_format', { format: { id: '', name, explains, step } });
    if ('refused' in answer) return null;
    this.formats = answer.done;
    this.picked = answer.done.own.at(-1)?.id ?? null;
    return this.picked;
  }

  async delete(id: string): Promise<void> {
    this.formats = await this.ask('delete_format', { id });
    this.picked = null;
    this.typed.letGo(`format/${id}`);
    this.typed.letGo(`steps/${id}`);
  }

  /** Once it has begun, the next one is offered anew. */
  forget(): void {
    this.picked = null;
    this.first = null;
    this.record = true;
  }
}

export const [getChosen, setChosen] = createContext<Chosen>();
