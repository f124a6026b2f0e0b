// Plays the whole program in a plain browser, from memory: for development, and to test every screen.
import type {
  Answer,
  Backend,
  Commands,
  Couple,
  CoupleRefusal,
  Event,
  Kept,
  Overview,
  Partner,
  Plan,
  Refusal,
  Settings,
  Signal,
  Start,
  Trouble,
  View,
} from '../types';
import { other } from '../types';
import { FakeCheckIn, placeOf } from './graph';
import { invent, lineOf, localStamp, recordOf } from './records';
import type { Scenario } from './scenario';
import { scenario } from './scenario';

const A_PAGE = 24;
const DAY = 24 * 3_600_000;
const MOST_IN_A_NAME = 40;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const FILE = '/home/sam/.local/share/both-heard/both-heard.db';

/** The fake program; a test in the same page finds it as `window.bothHeard`. */
export class Fake implements Backend {
  /** Every event that was asked for, in order. */
  events: Event[] = [];
  /** Commands that fail until taken out again. */
  failing = new Map<keyof Commands | 'write', Trouble>();
  couple: Couple | null;
  plan: Plan = { weekly: { day: 'Sun', time: '19:30:00' }, once: null };
  settings: Settings;
  kept: Kept[];
  hidden = false;
  left = false;
  private checkIn: FakeCheckIn | null = null;
  private due: boolean;
  private trouble: Trouble | null;
  private ears: ((signal: Signal) => void)[] = [];
  private ahead = 0;
  private readonly began: number;

  constructor(private readonly asked: Scenario) {
    this.began = new Date(asked.now).getTime();
    const [one, two] = asked.names;
    this.couple = asked.couple ? { one, two, left: asked.left } : null;
    this.settings = asked.settings;
    this.kept = invent(asked.past, new Date('2026-11-22T19:31:00').getTime());
    this.due = asked.due;
    this.trouble = asked.trouble
      ? ({ kind: asked.trouble, path: FILE, found: 9, known: 1 } as Trouble)
      : null;
    if (asked.place) this.checkIn = this.running(asked.place);
  }

  private running(name: string): FakeCheckIn {
    const checkIn = new FakeCheckIn(this.asked.begins, () => this.now());
    const place = placeOf(name);
    if (!place) throw new Error(`no such place: ${name}`);
    checkIn.putAt(place, this.asked.spent * 1000);
    checkIn.paused = this.asked.paused;
    if (this.asked.words) checkIn.words.set(checkIn.node.step, this.asked.words);
    return checkIn;
  }

  now(): number {
    return this.began + performance.now() + this.ahead;
  }

  /** Lets time pass at once. */
  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }

  listen(heard: (signal: Signal) => void): void {
    this.ears.push(heard);
  }

  signal(kind: Signal['kind']): void {
    if (kind === 'interrupted' && this.checkIn) this.checkIn.act({ kind: 'pause' });
    if (kind === 'due') this.due = true;
    for (const heard of this.ears) heard({ kind });
  }

  async call<K extends keyof Commands>(
    command: K,
    args: Commands[K]['args'],
  ): Promise<Commands[K]['answer']> {
    const told = structuredClone(args);
    await Promise.resolve();
    const failure = this.failing.get(command);
    if (failure) throw failure;
    const handler = this[command] as (args: Commands[K]['args']) => Commands[K]['answer'];
    return structuredClone(handler.call(this, told));
  }

  private safe(): void {
    if (this.trouble) throw this.trouble;
  }

  start(): Start {
    const language = this.settings.language ?? this.asked.language;
    const notices = this.asked.notice
      ? [{ kind: 'settings-unreadable' as const, path: FILE.replace('both-heard.db', 'settings.json') }]
      : [];
    return { settings: this.settings, language, data_folder: FILE.replace('/both-heard.db', ''), notices };
  }

  system_is_dark(): boolean | null {
    return null;
  }

  try_again(): null {
    this.trouble = null;
    return null;
  }

  overview(): Overview {
    this.safe();
    const next = this.nextTime();
    return {
      couple: this.couple,
      plan: this.plan,
      next: { planned: next, at: new Date(next).toISOString() },
      due: this.due
        ? { planned: localStamp(this.now() - 120_000), at: new Date(this.now()).toISOString() }
        : null,
      running: this.checkIn?.view(this.settings.timers) ?? null,
      begins: this.kept[0]?.whole ? other(this.kept[0].whole.beginner) : this.asked.begins,
      total: this.kept.length,
    };
  }

  private nextTime(): string {
    const { weekly, once } = this.plan;
    const days = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => new Date(this.now() + n * DAY));
    const weeklies = days
      .filter((day) => DAYS[day.getDay()] === weekly.day)
      .map((day) => `${localStamp(day.getTime()).slice(0, 10)}T${weekly.time}`);
    return (
      [...weeklies, ...(once ? [once] : [])]
        .filter((time) => new Date(time).getTime() > this.now())
        .sort()[0] ?? ''
    );
  }

  save_couple({
    one,
    two,
    left,
  }: {
    one: string;
    two: string;
    left: Partner;
  }): Answer<Overview, CoupleRefusal> {
    this.safe();
    const names = { one: one.trim(), two: two.trim() };
    for (const who of ['one', 'two'] as const) {
      const length = [...new Intl.Segmenter().segment(names[who])].length;
      if (length === 0) return { refused: { kind: 'name', who, why: { reason: 'empty' } } };
      if (length > MOST_IN_A_NAME) {
        return { refused: { kind: 'name', who, why: { reason: 'too-long', most: MOST_IN_A_NAME } } };
      }
    }
    if (names.one.toLowerCase() === names.two.toLowerCase()) return { refused: { kind: 'same-names' } };
    this.couple = { ...names, left };
    return { done: this.overview() };
  }

  save_weekly({ weekly }: { weekly: Plan['weekly'] }): Overview {
    this.plan = { ...this.plan, weekly };
    return this.overview();
  }

  meet_once({ planned }: { planned: string | null }): Overview {
    this.plan = { ...this.plan, once: planned };
    return this.overview();
  }

  other_times(): string[] {
    return [1, 2, 4].map((n) => `${localStamp(this.now() + n * DAY).slice(0, 10)}T${this.plan.weekly.time}`);
  }

  save_settings({ settings }: { settings: Settings }): Start {
    this.settings = settings;
    return this.start();
  }

  begin({ beginner }: { beginner: Partner }): View {
    this.safe();
    this.checkIn ??= new FakeCheckIn(beginner, () => this.now());
    this.due = false;
    return this.checkIn.view(this.settings.timers);
  }

  check_in(): View | null {
    return this.checkIn?.view(this.settings.timers) ?? null;
  }

  act({ event }: { event: Event }): Answer<View, Refusal> {
    this.events.push(event);
    const failure = event.kind === 'write' ? this.failing.get('write') : undefined;
    if (failure) throw failure;
    if (!this.checkIn) throw { kind: 'no-check-in' } satisfies Trouble;
    const refusal = this.checkIn.act(event);
    if (refusal) return { refused: refusal };
    const view = this.checkIn.view(this.settings.timers);
    if (view.ending) this.end(this.checkIn);
    return { done: view };
  }

  private end(checkIn: FakeCheckIn): void {
    this.checkIn = null;
    if (checkIn.ending?.kind !== 'closed') return;
    const minutes = Math.max(1, Math.round((this.now() - checkIn.begun) / 60_000));
    const kept = recordOf(checkIn, checkIn.ending.keep, `kept-${this.events.length + 5000}`, minutes);
    if (kept) this.kept = [kept, ...this.kept];
  }

  past({ after }: { after: string | null }): Commands['past']['answer'] {
    const from = after ? this.kept.findIndex((kept) => kept.id === after) + 1 : 0;
    const page = this.kept.slice(from, from + A_PAGE);
    const more = from + A_PAGE < this.kept.length;
    return { lines: page.map(lineOf), more, total: this.kept.length, since: this.kept.at(-1)?.met ?? null };
  }

  record({ id }: { id: string }): Kept | null {
    return this.kept.find((kept) => kept.id === id) ?? null;
  }

  forget({ id }: { id: string }): null {
    this.kept = this.kept.filter((kept) => kept.id !== id);
    return null;
  }

  save_as_text({ id }: { id: string }): string | null {
    return this.record({ id }) && '/home/sam/Documents/Check-in 2026-11-22.md';
  }

  hide(): null {
    this.hidden = true;
    this.checkIn?.act({ kind: 'pause' });
    return null;
  }

  leave(): null {
    this.left = true;
    return null;
  }
}

declare global {
  interface Window {
    bothHeard?: Fake;
  }
}

export function fake(asked: URLSearchParams): Backend {
  const made = new Fake(scenario(asked));
  window.bothHeard = made;
  return made;
}
