// Holds what is on the screen: which page, what Home shows, the check-in that runs, and trouble.
import { Queue } from './backend/queue';
import {
  type Backend,
  type Commands,
  type Desktop,
  isTrouble,
  type Overview,
  type Partner,
  type Settings,
  type SettingsChange,
  type Signal,
  type Start,
  type TimeRefusal,
  type Trouble,
  type View,
  type Wish,
} from './backend/types';
import { Cards } from './cards/cards.svelte';
import { CheckIn } from './checkin/checkin.svelte';
import { Chosen } from './formats/chosen.svelte';
import { Jar } from './jar/jar.svelte';
import { Past } from './past/past.svelte';
import { Theme } from './style/theme';
import { Typed } from './typed/typed.svelte';
import { learn } from './words/bundle';
import { speak } from './words/words.svelte';

export type Screen =
  | 'home'
  | 'before'
  | 'format'
  | 'past'
  | 'cards'
  | 'jar'
  | 'record'
  | 'settings'
  | 'safety';
/** Pages about one thing, by its id. */
type OfOne = 'record' | 'format';
type Page = { screen: Exclude<Screen, OfOne> } | { screen: OfOne; id: string };

/** How many milliseconds the last words may take to be written before it is asked what to do with them. */
const LAST_WORDS = 5_000;

/** Troubles that concern one thing only, and are told where it stands. */
const LOCAL: Trouble['kind'][] = ['settings-unwritable', 'text-unwritable', 'login-unsaid'];

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
  'wish',
];

/** Words that could not be saved are told under their field. */
function isWrite(command: keyof Commands, args: object): boolean {
  if (['keep_card', 'put_in_jar', 'keep_typed', 'typed'].includes(command)) return true;
  return 'event' in args && ['write', 'name'].includes((args.event as { kind: string }).kind);
}

function asTrouble(thrown: unknown): Trouble {
  return isTrouble(thrown) ? thrown : { kind: 'unknown' };
}

export class App {
  started = $state.raw<Start | null>(null);
  overview = $state.raw<Overview | null>(null);
  page = $state<Page>({ screen: 'home' });
  checkIn = $state<CheckIn | null>(null);
  /** How the next check-in will begin. */
  readonly chosen = new Chosen(this);
  trouble = $state<Trouble | null>(null);
  /** Trouble with one thing, for the page that asked for it. */
  told = $state<Trouble | null>(null);
  noticed = $state(false);
  /** Whether the page is broken by a mistake of the program: it is told in its place. */
  broken = $state(false);
  /** What is being asked because the window is to be closed: what that is to mean, or what to do with unsaved words. */
  closing = $state<'meaning' | 'unsaved' | null>(null);
  /** What this desktop has for a program in the background. */
  desktop = $state.raw<Desktop | null>(null);
  /** What the wall shows, as the program said last: the page's own clock is never asked. */
  now = $state('1970-01-01T00:00:00');
  /** How often the window was hidden: what lies open over a page closes with it. */
  hides = $state(0);
  readonly typed = new Typed((command, args) => this.ask(command, args));
  readonly cards = new Cards((command, args) => this.ask(command, args), this.typed);
  readonly past = new Past((command, args) => this.ask(command, args));
  readonly jars = {
    one: new Jar((command, args) => this.ask(command, args), this.typed, 'one'),
    two: new Jar((command, args) => this.ask(command, args), this.typed, 'two'),
  };
  private theme: Theme;
  private readonly listening: Promise<unknown>;
  /** What they wish of the window, until it is granted. */
  private wished: Wish | null = null;
  /** Whether the window is just going: what is wished now is for the next one. */
  private leaving = false;
  /** Commands that have not answered yet. */
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly turns = new Queue();
  /** What was asked last of each command that is under way. */
  private readonly last = new Map<keyof Commands, { args: string; answer: Promise<unknown> }>();

  constructor(readonly backend: Backend) {
    this.theme = new Theme(() => this.ask('system_is_dark', {}).catch(() => null));
    this.listening = backend.listen((signal) => void this.hear(signal));
  }

  /** Names whoever sits on each side. */
  get sides(): { left: Partner; right: Partner } {
    const left = this.overview?.couple?.left ?? 'one';
    return left === 'one' ? { left: 'one', right: 'two' } : { left: 'two', right: 'one' };
  }

  name(who: Partner): string {
    return this.overview?.couple?.[who] ?? '';
  }

  get settings(): Settings | null {
    return this.started?.settings ?? null;
  }

  /** Calls a command; what goes wrong with the store takes the whole screen. What is asked to be done, word for word as
   * what was asked last and is under way, is the same wish: a double click is one. */
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
      if (this.isLocal(trouble)) this.told = trouble;
      else if (trouble.kind === 'no-check-in') this.checkIn = null;
      else this.trouble = trouble;
      throw trouble;
    } finally {
      this.underWay.delete(answer);
      if (this.last.get(command) === last) this.last.delete(command);
    }
  }

  /** Tells whether trouble leaves all else as it is. Where the file can only be read, what is in it can be read on. */
  private isLocal({ kind }: Trouble): boolean {
    return LOCAL.includes(kind) || (kind === 'read-only' && this.overview?.read_only === true);
  }

  /** Finds the answer that is waited for already. */
  private same(command: keyof Commands, args: object): Promise<unknown> | null {
    const last = READS.includes(command) ? undefined : this.last.get(command);
    return last?.args === JSON.stringify(args) ? last.answer : null;
  }

  async begin(): Promise<void> {
    // Both at once: the store is being opened while the settings are on their way.
    const overview = this.refresh();
    overview.catch(() => {});
    // Whatever is wished later comes as a signal.
    const asked = this.listening.then(() => this.takeWish());
    asked.catch(() => {});
    try {
      this.take(await this.ask('start', {}));
    } catch (thrown) {
      await overview.catch(() => {});
      // Without the catalogue there are words for this one only.
      this.trouble = { kind: 'unknown' };
      throw thrown;
    }
    await overview;
    // The screen was only read anew: the check-in goes on where it is.
    const running = this.overview?.running;
    if (running && !running.overlay) this.open(running, false);
    await asked;
    await this.grant();
  }

  private async takeWish(): Promise<void> {
    this.wished = (await this.ask('wish', {})) ?? this.wished;
  }

  /** Does what they wish of the window; trouble comes first, and then it is done. */
  private async grant(): Promise<void> {
    if (this.trouble) return;
    if (this.wished === 'begin') await this.beginAsWished();
    else if (this.wished === 'home' && !(this.checkIn && !this.checkIn.view.ending)) await this.goHome();
    this.wished = null;
  }

  take(start: Start): void {
    this.started = start;
    learn(start.language, start.catalogue);
    speak(start.language);
    // The made-up language is there to test the screens, and not in what is shipped.
    if (import.meta.env.MODE !== 'production' && /[?&]lang=pseudo/.test(location.search)) speak('pseudo');
    this.theme.choose(start.settings.theme);
    document.documentElement.style.setProperty('--text-scale', String(start.settings.text / 100));
  }

  async refresh(): Promise<void> {
    // No field is drawn before it is known what stands in it.
    const known = [this.ask('now', {}), this.ask('overview', {}), this.typed.look()] as const;
    [this.now, this.overview] = await Promise.all(known);
    if (!this.chosen.formats) await this.chosen.read();
  }

  /** Does one thing after the other: what sends a whole is computed at its turn, from what the one before it left. */
  inTurn<T>(act: () => Promise<T>): Promise<T> {
    return this.turns.do(null, act);
  }

  /** Keeps what is to change, and says nothing of the rest: another change may be on its way. */
  async saveSettings(change: SettingsChange): Promise<void> {
    this.take(await this.ask('save_settings', { change }));
  }

  /** Moves a planned time, or adds one where none was; the rule stays. Answers why not, if so. */
  async meetAt(of: string | null, to: string): Promise<TimeRefusal | null> {
    const answer = of
      ? await this.ask('move_time', { of, to })
      : await this.ask('meet_once', { planned: to });
    if ('refused' in answer) return answer.refused;
    this.overview = answer.done;
    return null;
  }

  /** Lists three other times this week, and sees what the wall shows: they may be asked for after days. */
  async otherTimes(): Promise<string[]> {
    const [now, times] = await Promise.all([this.ask('now', {}), this.ask('other_times', {})]);
    this.now = now;
    return times;
  }

  /** Lets what has come be quiet for a quarter of an hour. */
  async snooze(): Promise<void> {
    this.overview = await this.ask('snooze', {});
  }

  /** Leaves a planned time out this once. */
  async skip(of: string): Promise<void> {
    this.overview = await this.ask('skip', { of });
  }

  /** Takes back that a planned time was moved or left out. */
  async restore(of: string): Promise<void> {
    this.overview = await this.ask('restore', { of });
  }

  async tryAgain(): Promise<void> {
    if (!this.started) {
      this.trouble = null;
      return this.begin();
    }
    await this.ask('try_again', {});
    await this.refresh();
    this.trouble = null;
    if (!this.overview?.read_only) this.told = null;
    if (!this.checkIn) return this.grant();
    const view = await this.ask('check_in', {});
    if (view) this.checkIn.comeBack(view);
    else this.checkIn = null;
  }

  show(screen: Screen, id = ''): void {
    this.told = null;
    this.broken = false;
    // Whoever comes back from one of them finds the page where it was.
    if (screen === 'past' && this.page.screen !== 'record') void this.past.restart();
    this.page = screen === 'record' || screen === 'format' ? { screen, id } : { screen };
    if (screen === 'home') void this.refresh();
  }

  /** Begins as it was chosen. */
  async beginCheckIn(): Promise<void> {
    const { format, beginner, record } = this.chosen;
    if (!format) return;
    const view = await this.ask('begin', { beginner, format: format.id, record });
    // What was typed in another check-in is none of this one's words.
    this.typed.endCheckIn();
    this.open(view, false);
    this.chosen.forget();
  }

  async goOn(): Promise<void> {
    const view = await this.ask('check_in', {});
    if (view) this.open(view, true);
    else await this.refresh();
  }

  /** Ends the check-in that waits on Home. */
  async letGo(): Promise<void> {
    await this.ask('act', { event: { kind: 'let-go' } });
    await this.refresh();
  }

  private open(view: View, returning: boolean): void {
    this.checkIn = new CheckIn((command, args) => this.ask(command, args), this.typed, view, returning);
  }

  /** Takes the couple home; a check-in that still runs waits there. */
  async goHome(): Promise<void> {
    await this.refresh();
    this.checkIn = null;
    this.broken = false;
    this.page = { screen: 'home' };
  }

  /** Reads what the pages show anew, after one of them could not be drawn. Words being typed stay. */
  async readAnew(): Promise<void> {
    this.cards.all = null;
    this.past.page = null;
    this.chosen.formats = null;
    await this.refresh();
    this.broken = false;
  }

  /** Hears what nobody waited for. A trouble was told already; anything else is a mistake of the program, and answers true. */
  fell(thrown: unknown): boolean {
    const mistake = !isTrouble(thrown);
    this.broken ||= mistake;
    return mistake;
  }

  /** Lets the window go, before anything else and whatever else is wrong: a pause that cannot be written is told when they
   * are back. */
  async hide(): Promise<void> {
    const gone = this.ask('hide', {});
    void this.flush();
    this.hides += 1;
    // What lies in the jar is one person's: it is not the first thing to be seen again.
    if (this.page.screen === 'jar') this.page = { screen: 'home' };
    await gone.finally(() => this.checkIn?.interrupted());
    await this.look();
  }

  /** Goes to the check-in that runs, or begins one; where one is on the screen already, that is it. */
  private async beginAsWished(): Promise<void> {
    if (this.checkIn && !this.checkIn.view.ending) return;
    await this.refresh();
    if (!this.overview?.couple) return;
    this.closing = null;
    if (this.overview.running) return this.goOn();
    await this.beginCheckIn();
  }

  /** Lets the window go, once every word that was typed is written. Where one cannot be, it stays, and asks. */
  async leave(): Promise<void> {
    this.leaving = true;
    void this.backend.call('hold_on', {}).catch(() => {});
    // Whatever hangs, they are not kept waiting: what is not saved by then is asked about.
    await Promise.race([this.writeAll(), new Promise((over) => setTimeout(over, LAST_WORDS))]);
    const { one, two } = this.jars;
    const unsaved = this.checkIn?.hasUnsaved || one.draft.unsaved || two.draft.unsaved || this.typed.unsaved;
    if (!unsaved) return void (await this.backend.call('leave', {}));
    this.leaving = false;
    this.closing = 'unsaved';
    await this.takeWish();
    await this.grant();
  }

  /** Writes all that was typed, as far as it can be written. */
  private async writeAll(): Promise<void> {
    // A field that is saved when it is left is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.flush();
    await this.inTurn(async () => {});
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
  }

  /** Writes down what stands in the fields, wherever: as far as it can be, for whoever is about to go. */
  async flush(): Promise<void> {
    const { one, two } = this.jars;
    const all = [this.checkIn?.flush(), one.draft.flush(), two.draft.flush(), this.typed.flush()];
    await Promise.allSettled(all);
  }

  private async hear(signal: Signal): Promise<void> {
    try {
      switch (signal.kind) {
        case 'due':
          return await this.refresh();
        case 'turn-over':
          return await this.checkIn?.readAgain();
        case 'return':
          return await (this.checkIn ? this.checkIn.readAgain() : this.refresh());
        case 'interrupted':
          return await this.checkIn?.interrupted();
        case 'scheme':
          return this.theme.look();
        case 'wished':
          if (this.leaving) return;
          await this.takeWish();
          return await this.grant();
        case 'ask-closing':
          this.closing = 'meaning';
          return void (await this.backend.call('hold_on', {}));
        case 'closing':
          return await this.leave();
      }
    } catch (thrown) {
      this.fell(thrown);
    }
  }

  /** Whether a planned time has come, and waits for the two of them. */
  get isTime(): boolean {
    const due = this.overview?.due;
    return due != null && !due.missed && !due.snoozed;
  }

  /** Sees what the desktop has: a tray may have come, or a service that shows notifications. */
  async lookAround(): Promise<void> {
    this.desktop = await this.ask('desktop', {}).catch(() => null);
  }

  /** Keeps "in three days" true while the program stays open. */
  async look(): Promise<void> {
    if (this.page.screen === 'home' && !this.checkIn && !this.trouble) return this.refresh().catch(() => {});
    this.now = await this.ask('now', {}).catch(() => this.now);
    await this.checkIn?.lookAgain().catch(() => {});
  }
}
