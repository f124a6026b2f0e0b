// Speaks with the real program from a plain browser, over the loopback: for development, and to test every screen. It is
// not in what ships.

import type {
  Backend,
  Card,
  Commands,
  Couple,
  Due,
  Event,
  Format,
  JarNote,
  Kept,
  OwnCard,
  Rest,
  Rhythm,
  Settings,
  Signal,
  Trouble,
  Typed,
} from '../types';
import { type Scenario, scenario } from './scenario';

/** How the program stands, as far as tests ask; of long lists the beginning. */
interface Seen {
  couple: Couple | null;
  plan: { rhythm: Rhythm; changes: { of: string; to: string | null }[]; rests: Rest[]; due: Due | null };
  settings: Settings;
  jarNotes: JarNote[];
  typedIn: Typed[];
}
/** What is put into the store past all commands. */
interface Put {
  records?: Kept[];
  jar?: JarNote[];
  cards?: OwnCard[];
  formats?: Format[];
  rests?: Rest[];
}
/** What can be done to a program from outside: `tests/desk/src/main.rs` has the same list. */
type Deed =
  | { kind: 'call'; command: string; args: object }
  | { kind: 'pass' | 'sleep'; milliseconds: number }
  | { kind: 'close' | 'become-writable' }
  | { kind: 'request'; begins: boolean }
  | { kind: 'speak'; language: string }
  | ({ kind: 'keep' } & Put);
interface Told {
  done?: unknown;
  trouble?: Trouble;
  /** What was wrong with the request itself. */
  broken?: string;
  signals: Signal[];
  heard: string[];
  seen: Seen;
  /** Which of all answers it is: they may come in another order. */
  turn: number;
}

async function ask(request: object): Promise<Told> {
  const answer = await fetch('/desk', { method: 'POST', body: JSON.stringify(request) });
  const told: Told = await answer.json();
  if (told.broken) throw new Error(told.broken);
  return told;
}

/** A program of this page's own; a test in the page finds it as `window.bothHeard`. */
export class Desk implements Backend {
  /** Every event that was asked for, in order. */
  events: Event[] = [];
  /** Commands that are never answered. */
  hanging = new Set<keyof Commands>();
  /** Commands that fail until taken out again. */
  failing = new Map<keyof Commands | 'write', Trouble>();
  /** What the program said outside the window: tones, reminders, that the window is to go. */
  heard: string[] = [];
  /** Whether the window that was to be closed waits for its last words. */
  held = false;
  private ears: ((signal: Signal) => void)[] = [];
  private latest = 0;

  private constructor(
    /** The program's number: `?desk=3` in the address speaks with it again. */
    readonly number: number,
    private readonly asked: Scenario,
    public seen: Seen,
  ) {}

  static async open(asked: Scenario): Promise<Desk> {
    const told = await ask({ scenario: asked });
    return new Desk(told.done as number, asked, told.seen);
  }

  /** Speaks with a program that is open, as a page that is loaded anew does. */
  static async again(number: number, asked: Scenario): Promise<Desk> {
    const { seen } = await ask({ desk: number, deed: { kind: 'pass', milliseconds: 0 } });
    return new Desk(number, asked, seen);
  }

  private async does(deed: Deed): Promise<unknown> {
    const told = await ask({ desk: this.number, deed });
    if (told.turn > this.latest) {
      this.seen = told.seen;
      this.latest = told.turn;
    }
    this.heard.push(...told.heard);
    for (const signal of told.signals) for (const heard of this.ears) heard(signal);
    if (told.trouble) throw told.trouble;
    return told.done;
  }

  async call<K extends keyof Commands>(command: K, args: Commands[K]['args']): Promise<Commands[K]['answer']> {
    const told = structuredClone(args);
    if (this.hanging.has(command)) await new Promise(() => {});
    const event = 'event' in told ? told.event : null;
    const words = event?.kind === 'write' || event?.kind === 'name';
    const failure = this.failing.get(command) ?? this.inTrouble(command);
    if (failure) throw failure;
    if (event) this.events.push(event);
    const lost = words && this.failing.get('write');
    if (lost) throw lost;
    if (command === 'hold_on') this.held = true;
    return (await this.does({ kind: 'call', command, args: told })) as Commands[K]['answer'];
  }

  /** Says what is wrong from the beginning, as far as that was asked for, until it is tried again. */
  private inTrouble(command: keyof Commands): unknown {
    const { silent, trouble } = this.asked;
    if (command === 'start' && silent) {
      this.asked.silent = false;
      return new Error('no answer');
    }
    if (command === 'try_again') this.asked.trouble = null;
    const file = { path: '/home/sam/.local/share/both-heard/both-heard.db', found: 9, known: 1 };
    return trouble && ['overview', 'begin'].includes(command) ? { kind: trouble, ...file } : null;
  }

  async listen(heard: (signal: Signal) => void): Promise<void> {
    this.ears.push(heard);
    // A test lets time pass by itself.
    if (import.meta.env.DEV) setInterval(() => void this.pass(0), 1_000);
  }

  /** Says something to the window that the program did not. */
  signal(kind: Signal['kind']): void {
    for (const heard of this.ears) heard({ kind });
  }

  /** Lets time pass at once, and the program look at its clocks. */
  async pass(milliseconds: number): Promise<void> {
    await this.does({ kind: 'pass', milliseconds });
  }

  async sleep(milliseconds: number): Promise<void> {
    await this.does({ kind: 'sleep', milliseconds });
  }

  /** Calls the window from outside, for something. */
  async calls(request: 'begin' | 'home'): Promise<void> {
    await this.does({ kind: 'request', begins: request === 'begin' });
  }

  /** Closes the window as its frame does: the first time it is asked what that is to mean. */
  async close(): Promise<void> {
    await this.does({ kind: 'close' });
  }

  async speaks(language: string): Promise<void> {
    await this.does({ kind: 'speak', language });
  }

  async becomesWritable(): Promise<void> {
    await this.does({ kind: 'become-writable' });
  }

  async keep(put: Put): Promise<void> {
    await this.does({ kind: 'keep', ...put });
  }

  get hidden(): boolean {
    return this.heard.includes('hide');
  }

  /** Whether the window was let go. */
  get left(): boolean {
    return this.heard.some((said) => said === 'close' || said === 'quit');
  }

  /** Reads what is kept, the newest page of it. */
  async kept(): Promise<Kept[]> {
    const { lines } = await this.call('past', { after: null });
    const all = await Promise.all(lines.map(({ id }) => this.call('record', { id })));
    return all.filter((one) => one !== null);
  }

  /** Reads the formats of their own. */
  async own(): Promise<Format[]> {
    return (await this.call('formats', {})).own;
  }

  /** Reads the cards of which the two of them made something. */
  async cards(): Promise<Card[]> {
    const { decks, lists } = await this.call('decks', {});
    const all = [...decks, ...lists].flatMap(({ cards }) => cards);
    return all.filter((card) => card.shipped !== card.text || card.hidden || card.favourite);
  }
}

declare global {
  interface Window {
    bothHeard?: Desk;
  }
}

export async function desk(asked: URLSearchParams): Promise<Backend> {
  const open = asked.get('desk');
  const life = scenario(asked);
  window.bothHeard = open ? await Desk.again(Number(open), life) : await Desk.open(life);
  return window.bothHeard;
}
