// Asks the program behind the screens: each thing once, and what goes wrong is told.
import { createContext } from 'svelte';
import type { Troubles } from '../trouble/troubles.svelte';
import { Queue } from './queue';
import { type Backend, type Commands, isTrouble, type Trouble } from './types';

/** Commands that only read. */
const READS: (keyof Commands)[] = [
  'start',
  'now',
  'overview',
  'formats',
  'decks',
  'jar',
  'past',
  'record',
  'check_in',
  'other_times',
  'desktop',
  'system_is_dark',
  'typed',
  'window_request',
];

/** Words that could not be saved are told under their field. */
function isWrite(command: keyof Commands, args: object): boolean {
  if (['keep_card', 'put_in_jar', 'keep_typed', 'typed'].includes(command)) return true;
  return 'event' in args && ['write', 'name'].includes((args.event as { kind: string }).kind);
}

function asTrouble(thrown: unknown): Trouble {
  return isTrouble(thrown) ? thrown : { kind: 'unknown' };
}

export class Program {
  /** Commands that have not answered yet. */
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly turns = new Queue();
  /** How often something began or ended that may change what is read. */
  private changes = 0;
  private asked = 0;
  /** Which reading of each command was answered last. */
  private readonly newest = new Map<keyof Commands, number>();
  /** What was asked last of each command that is under way. */
  private readonly last = new Map<keyof Commands, { args: string; answer: Promise<unknown> }>();

  /** `noCheckIn` hears that none runs any more. */
  constructor(
    private readonly backend: Backend,
    private readonly troubles: Troubles,
    private readonly noCheckIn: () => void,
  ) {}

  /** Calls a command; what goes wrong with the store takes the whole screen. What is asked to be done, word for word as
   * what was asked last and is under way, is asked once: a double click is one. */
  async ask<K extends keyof Commands>(command: K, args: Commands[K]['args']): Promise<Commands[K]['answer']> {
    const reads = READS.includes(command);
    const last = {
      args: JSON.stringify(args),
      answer: reads ? this.read(command, args) : (this.same(command, args) ?? this.change(command, args)),
    };
    const answer = last.answer as Promise<Commands[K]['answer']>;
    this.last.set(command, last);
    this.underWay.add(answer);
    try {
      return await answer;
    } catch (thrown) {
      const trouble = asTrouble(thrown);
      if (isWrite(command, args)) throw trouble;
      if (trouble.kind === 'no-check-in') this.noCheckIn();
      else this.troubles.tell(trouble);
      throw trouble;
    } finally {
      this.underWay.delete(answer);
      if (this.last.get(command) === last) this.last.delete(command);
    }
  }

  /** Reads. Answers may come in another order than the questions: one that a change or a later reading has overtaken is
   * asked for anew. */
  private async read<K extends keyof Commands>(command: K, args: Commands[K]['args']): Promise<unknown> {
    for (;;) {
      this.asked += 1;
      const { asked, changes } = this;
      const answer = await this.backend.call(command, args);
      if (changes === this.changes && asked > (this.newest.get(command) ?? 0)) {
        this.newest.set(command, asked);
        return answer;
      }
    }
  }

  private async change<K extends keyof Commands>(command: K, args: Commands[K]['args']): Promise<unknown> {
    this.changes += 1;
    return this.backend.call(command, args).finally(() => {
      this.changes += 1;
    });
  }

  /** Finds the answer that is waited for already. */
  private same(command: keyof Commands, args: object): Promise<unknown> | null {
    const last = this.last.get(command);
    return last?.args === JSON.stringify(args) ? last.answer : null;
  }

  /** Does one thing after the other: what sends a whole is computed at its turn, from what the one before it left. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    return this.turns.do(null, act);
  }

  /** Waits until all that was asked is answered. */
  async settled(): Promise<void> {
    await this.inTurn(async () => {});
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
  }
}

export const [getProgram, setProgram] = createContext<Program>();
