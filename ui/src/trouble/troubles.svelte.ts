// Holds what went wrong: with the program, and with the page itself.
import { createContext } from 'svelte';
import { isTrouble, type Overview, type Trouble } from '../backend/types';

/** Troubles that concern one thing only, and are told where it stands. */
const LOCAL: Trouble['kind'][] = ['settings-unwritable', 'text-unwritable', 'login-unsaid'];

export class Troubles {
  /** What takes the whole screen. */
  trouble = $state<Trouble | null>(null);
  /** Trouble with one thing, for the page that asked for it. */
  told = $state<Trouble | null>(null);
  /** Whether the page is broken by a mistake of the program: it is told in its place. */
  broken = $state(false);

  constructor(private readonly overview: () => Overview | null) {}

  /** Whether the file can only be read: what is in it can be read on. */
  get readOnly(): boolean {
    return this.overview()?.read_only === true;
  }

  /** Tells of a trouble, where it belongs. */
  tell(trouble: Trouble): void {
    if (LOCAL.includes(trouble.kind) || (trouble.kind === 'read-only' && this.readOnly)) this.told = trouble;
    else this.trouble = trouble;
  }

  /** Hears what nobody waited for. A trouble was told already; anything else is a mistake of the program, and answers true. */
  fell(thrown: unknown): boolean {
    const mistake = !isTrouble(thrown);
    this.broken ||= mistake;
    return mistake;
  }
}

export const [getTroubles, setTroubles] = createContext<Troubles>();
