// Lets the window go and come: what they want of it, hiding at once, closing once every word is written.
import { createContext } from 'svelte';
import type { Program } from '../backend/program';
import type { Backend, WindowRequest } from '../backend/types';

/** How many milliseconds the last words may take to be written before it is asked what to do with them. */
const LAST_WORDS = 5_000;

/** Words that stand in a field and may not be written yet. */
export interface Words {
  readonly unsaved: boolean;
  flush(): Promise<unknown>;
}

export class Frame {
  /** What is being asked because the window is to be closed: what that is to mean, or what to do with unsaved words. */
  closing = $state<'meaning' | 'unsaved' | null>(null);
  /** How often the window was hidden: what lies open over a page closes with it. */
  hides = $state(0);
  /** What they want of the window, until it is granted. */
  private requested: WindowRequest | null = null;
  /** Whether the window is just going: what is asked now is for the next one. */
  private leaving = false;

  /** `words` lists what may be unwritten; `grant` does what is asked, and answers whether that could be done now. */
  constructor(
    private readonly backend: Backend,
    private readonly program: Program,
    private readonly words: () => Words[],
    private readonly grant: (request: WindowRequest) => Promise<boolean>,
  ) {}

  /** Takes what they want of the window; one that is going leaves it to the next. */
  async takeRequest(): Promise<void> {
    if (this.leaving) return;
    this.requested = (await this.program.ask('window_request', {})) ?? this.requested;
  }

  /** Does what they want of the window; trouble comes first, and then it is done. */
  async grantRequest(): Promise<void> {
    if (this.leaving || !this.requested) return;
    if (await this.grant(this.requested)) this.requested = null;
  }

  /** Takes the window off the screen, before anything else and whatever else is wrong. */
  hide(): Promise<unknown> {
    const gone = this.program.ask('hide', {});
    void this.flush();
    this.hides += 1;
    return gone;
  }

  /** Asks what closing is to mean. */
  async askMeaning(): Promise<void> {
    this.closing = 'meaning';
    await this.backend.call('hold_on', {});
  }

  /** Lets the window go, once every word that was typed is written. Where one cannot be, it stays, and asks. */
  async leave(): Promise<void> {
    this.leaving = true;
    void this.backend.call('hold_on', {}).catch(() => {});
    // Whatever hangs, they are not kept waiting: what is not saved by then is asked about.
    await Promise.race([this.writeAll(), new Promise((over) => setTimeout(over, LAST_WORDS))]);
    if (this.words().every(({ unsaved }) => !unsaved)) return this.leaveWithout();
    this.leaving = false;
    this.closing = 'unsaved';
    await this.takeRequest();
    await this.grantRequest();
  }

  /** Lets the window go, whatever is not written. */
  async leaveWithout(): Promise<void> {
    await this.backend.call('leave', {});
  }

  /** Writes all that was typed, as far as it can be written. */
  private async writeAll(): Promise<void> {
    // A field that is saved when it is left is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.flush();
    await this.program.settled();
  }

  /** Writes down what stands in the fields, wherever: as far as it can be, for whoever is about to go. */
  async flush(): Promise<void> {
    await Promise.allSettled(this.words().map((words) => words.flush()));
  }
}

export const [getFrame, setFrame] = createContext<Frame>();
