// Asks the program behind the screens: each thing once, and what goes wrong is told.
import { createContext } from 'svelte';
import type { Troubles } from '../trouble/troubles.svelte';
import { Queue } from './queue';
import { type Backend, type Commands, isTrouble, type Trouble } from './types';

/** Commands that only read: each is asked anew, since an answer under way may be older than what was changed meanwhile. */
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
    const last = {
      args: JSON.stringify(args),
      answer: this.same(command, args) ?? this.backend.call(command, args),
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

  /** Finds the answer that is waited for already. */
  private same(command: keyof Commands, args: object): Promise<unknown> | null {
    const last = READS.includes(command) ? undefined : this.last.get(command);
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
