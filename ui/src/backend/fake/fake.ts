// Plays the whole program in a plain browser, from memory: for development, and to test every screen.

import { trimmed } from '../../words/look';
import type {
  Agreement,
  Answer,
  Backend,
  Card,
  Commands,
  Couple,
  CoupleRefusal,
  Decks,
  Desktop,
  Event,
  FieldName,
  Format,
  FormatError,
  Formats,
  JarNote,
  Kept,
  Language,
  Overview,
  OwnCard,
  Partner,
  Refusal,
  Rest,
  Rhythm,
  Settings,
  SettingsChange,
  Signal,
  Start,
  TextRefusal,
  TimeRefusal,
  Trouble,
  Typed,
  Unreadable,
  View,
  Wish,
} from '../types';
import { other } from '../types';
import { catalogueOf } from './catalogue';
import { placeOf, rites, weekly } from './graph';
import { namesOf } from './names';
import { FakePlan } from './plan';
import { invent, lineOf, recordOf } from './records';
import { FakeCheckIn } from './rite';
import type { Scenario } from './scenario';
import { scenario } from './scenario';
import { refusal, Shelf } from './shelf';
import { at, localStamp } from './wall';

const A_PAGE = 24;
const MOST_ON_A_CARD = 200;
const MOST_IN_A_NOTE = 500;
const MOST_TYPED = 20_000;
const FILE = '/home/sam/.local/share/both-heard/both-heard.db';

/** The fake program; a test in the same page finds it as `window.bothHeard`. */
export class Fake implements Backend {
  /** Every event that was asked for, in order. */
  events: Event[] = [];
  /** Commands that are never answered. */
  hanging = new Set<keyof Commands>();
  /** Commands that fail until taken out again. */
  failing = new Map<keyof Commands | 'write', Trouble>();
  couple: Couple | null;
  readonly plan: FakePlan;
  settings: Settings;
  /** What the system speaks. */
  language: Language;
  kept: Kept[];
  hidden = false;
  left = false;
  /** Whether the window that was to be closed waits for its last words. */
  held = false;
  readonly shelf: Shelf;
  jarNotes: JarNote[] = [];
  agreed: Agreement[];
  /** What stands in fields and is not kept. */
  typedIn: Typed[];
  /** What was sounded. */
  sounded: string[] = [];
  private unreadable: Unreadable[];
  private checkIn: FakeCheckIn | null = null;
  private trouble: Trouble | null;
  private silent: boolean;
  private ears: ((signal: Signal) => void)[] = [];
  private wished: Wish | null;
  private ahead = 0;
  private readonly began: number;

  constructor(private readonly asked: Scenario) {
    this.began = at(asked.now);
    const [one, two] = asked.names;
    this.couple = asked.couple ? { one, two, left: asked.left } : null;
    this.settings = asked.settings;
    this.language = asked.language;
    this.kept = invent(asked.past, at('2026-11-22T19:31:00'));
    this.agreed = asked.agreed ? (rites['weekly+look-back']?.agreements ?? []) : [];
    this.jarNotes = asked.jar.map((text, at) => ({ id: `note-${at}`, by: at % 2 ? 'two' : 'one', text }));
    this.shelf = new Shelf(() => this.settings.language ?? this.language, asked.broken);
    this.typedIn = asked.typed;
    this.silent = asked.silent;
    this.unreadable = asked.unreadable;
    this.wished = asked.wish;
    this.trouble = asked.trouble
      ? ({ kind: asked.trouble, path: FILE, found: 9, known: 1 } as Trouble)
      : null;
    this.plan = new FakePlan(asked, () => this.millis());
    if (asked.place) this.checkIn = this.running(asked.place);
  }

  private running(name: string): FakeCheckIn {
    const checkIn = this.freshCheckIn(this.asked.begins, this.asked.format, this.asked.record);
    const place = placeOf(checkIn.rite, name);
    if (!place) throw new Error(`no such place: ${name}`);
    checkIn.putAt(place, this.asked.spent * 1000);
    if (this.asked.over) checkIn.layOver(this.asked.over, this.asked.away);
    checkIn.block = this.asked.block;
    if (this.asked.words) checkIn.words.set(checkIn.node.step, this.asked.words);
    return checkIn;
  }

  /** Formats of their own are played as the weekly one here. */
  private freshCheckIn(beginner: Partner, format: string, record: boolean): FakeCheckIn {
    const looks = this.agreed.length > 0 ? rites[`${format}+look-back`] : undefined;
    return new FakeCheckIn(looks ?? rites[format] ?? weekly, beginner, record, () => this.millis());
  }

  private millis(): number {
    return this.began + performance.now() + this.ahead;
  }

  /** Lets time pass at once. */
  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }

  async listen(heard: (signal: Signal) => void): Promise<void> {
    this.ears.push(heard);
  }

  /** Calls the window from outside, for something. */
  calls(wish: Wish): void {
    this.wished = wish;
    this.signal('wished');
  }

  signal(kind: Signal['kind']): void {
    if (kind === 'interrupted' && this.checkIn) this.checkIn.act({ kind: 'pause' });
    if (kind === 'due') this.plan.comes();
    for (const heard of this.ears) heard({ kind });
  }

  /** Closes the window as its frame does: the first time it is asked what that is to mean. */
  close(): void {
    this.signal(this.settings.background === null ? 'ask-closing' : 'closing');
  }

  async call<K extends keyof Commands>(
    command: K,
    args: Commands[K]['args'],
  ): Promise<Commands[K]['answer']> {
    const told = structuredClone(args);
    await (this.hanging.has(command) ? new Promise(() => {}) : Promise.resolve());
    const failure = this.failing.get(command);
    if (failure) throw failure;
    const handler = this[command] as (args: Commands[K]['args']) => Commands[K]['answer'];
    return structuredClone(handler.call(this, told));
  }

  /** Lets the file be written: the program sees it when it tries again. */
  becomesWritable(): void {
    this.asked.read_only = false;
  }

  private safe(): void {
    if (this.trouble) throw this.trouble;
  }

  start(): Start {
    if (this.silent) {
      this.silent = false;
      throw new Error('no answer');
    }
    const language = this.settings.language ?? this.language;
    const notices = this.asked.notice
      ? [{ kind: 'settings-unreadable' as const, path: FILE.replace('both-heard.db', 'settings.json') }]
      : [];
    const data_folder = FILE.replace('/both-heard.db', '');
    return { settings: this.settings, language, catalogue: catalogueOf(language), data_folder, notices };
  }

  system_is_dark(): boolean | null {
    return null;
  }

  try_again(): null {
    this.trouble = null;
    return null;
  }

  now(): string {
    return localStamp(this.millis());
  }

  overview(): Overview {
    this.safe();
    return {
      couple: this.couple,
      rhythm: this.plan.rhythm,
      changes: this.plan.changed(),
      rests: this.plan.rests,
      next: this.plan.next(),
      due: this.plan.due(),
      running: this.checkIn?.view(this.settings.timers) ?? null,
      begins: this.kept[0]?.whole ? other(this.kept[0].whole.beginner ?? 'two') : this.asked.begins,
      format: this.kept[0]?.whole?.format ?? 'weekly',
      agreements: this.agreed,
      jar: { one: this.jar({ by: 'one' }).length, two: this.jar({ by: 'two' }).length },
      total: this.kept.length,
      unreadable: this.unreadable,
      read_only: this.asked.read_only,
    };
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
    const taken = namesOf({ one, two });
    if ('refused' in taken) return taken;
    this.couple = { ...taken.names, left };
    return { done: this.overview() };
  }

  save_rhythm({ rhythm }: { rhythm: Rhythm }): Overview {
    this.plan.rhythm = rhythm;
    return this.overview();
  }

  save_rests({ rests }: { rests: Rest[] }): Answer<Overview, TimeRefusal> {
    if (rests.some(({ to }) => this.plan.isFar(to))) return { refused: 'too-far' };
    this.plan.rests = rests;
    return { done: this.overview() };
  }

  forget_unreadable({ of }: { of: Unreadable }): Overview {
    this.unreadable = this.unreadable.filter((kind) => kind !== of);
    return this.overview();
  }

  meet_once({ planned }: { planned: string }): Answer<Overview, TimeRefusal> {
    const refused = this.plan.add(planned);
    return refused ? { refused } : { done: this.overview() };
  }

  move_time({ of, to }: { of: string; to: string }): Answer<Overview, TimeRefusal> {
    const refused = this.plan.place(of, to);
    return refused ? { refused } : { done: this.overview() };
  }

  skip({ of }: { of: string }): Overview {
    this.plan.skip(of);
    return this.overview();
  }

  restore({ of }: { of: string }): Overview {
    this.plan.restore(of);
    return this.overview();
  }

  snooze(): Overview {
    this.plan.snooze();
    return this.overview();
  }

  other_times(): string[] {
    return this.plan.others();
  }

  desktop(): Desktop {
    return { tray: this.asked.tray, notifications: this.asked.notifications };
  }

  test_reminder(): boolean {
    return this.asked.notifications;
  }

  save_calendar(): string {
    return '/home/sam/Documents/Both Heard.ics';
  }

  save_settings({ change }: { change: SettingsChange }): Start {
    const lines = { ...this.settings.lines, ...change.lines };
    this.settings = { ...this.settings, ...change, lines };
    return this.start();
  }

  formats(): Formats {
    return this.shelf.formats();
  }

  keep_format({ format }: { format: Format }): Answer<Formats, FormatError> {
    const refused = refusal(format.step);
    return refused ? { refused } : { done: this.shelf.keep(format) };
  }

  delete_format({ id }: { id: string }): Formats {
    this.shelf.own = this.shelf.own.filter((own) => own.id !== id);
    return this.formats();
  }

  decks(): Decks {
    return this.shelf.decks();
  }

  keep_card({ card }: { card: OwnCard }): Answer<Decks, TextRefusal> {
    const text = trimmed(card.text ?? '') || null;
    if (!card.id && !text) return { refused: { reason: 'empty' } };
    if (text && [...text].length > MOST_ON_A_CARD) {
      return { refused: { reason: 'too-long', most: MOST_ON_A_CARD } };
    }
    return { done: this.shelf.keepCard({ ...card, text }) };
  }

  delete_card({ id }: { id: string }): Decks {
    this.shelf.cards = this.shelf.cards.filter((own) => own.id !== id);
    return this.decks();
  }

  draw_card({ deck }: { deck: string | null }): Card | null {
    return this.shelf.draw(deck);
  }

  jar({ by }: { by: Partner }): JarNote[] {
    return this.jarNotes.filter((note) => note.by === by);
  }

  put_in_jar({ by, text, id }: Commands['put_in_jar']['args']): Answer<string, TextRefusal> {
    const words = trimmed(text);
    if (!words) return { refused: { reason: 'empty' } };
    if ([...words].length > MOST_IN_A_NOTE) return { refused: { reason: 'too-long', most: MOST_IN_A_NOTE } };
    const name = id ?? `note-${this.jarNotes.length}-${by}`;
    this.jarNotes = [...this.jarNotes.filter((note) => note.id !== name), { id: name, by, text: words }];
    return { done: name };
  }

  take_from_jar({ id }: { id: string }): Overview {
    this.jarNotes = this.jarNotes.filter((note) => note.id !== id);
    return this.overview();
  }

  typed(): Typed[] {
    return this.typedIn;
  }

  keep_typed({ field, text }: { field: FieldName; text: string }): Answer<null, TextRefusal> {
    if ([...text].length > MOST_TYPED) return { refused: { reason: 'too-long', most: MOST_TYPED } };
    this.typedIn = this.typedIn.filter((one) => one.field !== field);
    if (text) this.typedIn.push({ field, text });
    return { done: null };
  }

  preview({ settings }: { settings: Settings }): null {
    this.sounded.push(`${settings.timbre} ${settings.volume}`);
    return null;
  }

  begin({ beginner, format, record }: Commands['begin']['args']): View {
    this.safe();
    this.checkIn ??= this.freshCheckIn(beginner, format, record);
    this.letGoOfWords();
    this.plan.come = null;
    return this.checkIn.view(this.settings.timers);
  }

  check_in(): View | null {
    return this.checkIn?.view(this.settings.timers) ?? null;
  }

  act({ event }: { event: Event }): Answer<View, Refusal> {
    this.events.push(event);
    const failure = event.kind === 'write' || event.kind === 'name' ? this.failing.get('write') : undefined;
    if (failure) throw failure;
    if (!this.checkIn) throw { kind: 'no-check-in' } satisfies Trouble;
    const refusal = this.checkIn.act(event);
    if (refusal) return { refused: refusal };
    const view = this.checkIn.view(this.settings.timers);
    if (view.ending) this.end(this.checkIn);
    return { done: view };
  }

  private letGoOfWords(): void {
    this.typedIn = this.typedIn.filter(({ field }) => field !== 'break' && !field.startsWith('write/'));
  }

  private end(checkIn: FakeCheckIn): void {
    this.checkIn = null;
    this.letGoOfWords();
    if (checkIn.ending?.kind !== 'closed') return;
    const minutes = Math.max(1, Math.round((this.millis() - checkIn.begun) / 60_000));
    const kept = recordOf(checkIn, checkIn.ending.keep, `kept-${this.events.length + 5000}`, minutes);
    if (kept) this.kept = [kept, ...this.kept];
    const opened = [...checkIn.prompts.values()].map(({ from }) => (from.kind === 'jar' ? from.id : ''));
    this.jarNotes = this.jarNotes.filter(({ id }) => !opened.includes(id));
    if (kept?.whole) this.agreed = [...checkIn.stillOpen(this.agreed), ...kept.whole.agreed];
  }

  past({ after }: { after: string | null }): Commands['past']['answer'] {
    const from = after ? this.kept.findIndex((kept) => kept.id === after) + 1 : 0;
    const page = this.kept.slice(from, from + A_PAGE);
    const more = from + A_PAGE < this.kept.length;
    const left_out = this.asked.past_unreadable;
    const since = this.kept.at(-1)?.met ?? null;
    return { lines: page.map(lineOf), more, left_out, total: this.kept.length, since };
  }

  record({ id }: { id: string }): Kept | null {
    const kept = this.kept.find((kept) => kept.id === id) ?? null;
    if (!kept?.whole || !this.asked.past_unreadable) return kept;
    return { ...kept, whole: { ...kept.whole, minutes: null, left_out: true } };
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

  wish(): Wish | null {
    const { wished } = this;
    this.wished = null;
    return wished;
  }

  hold_on(): null {
    this.held = true;
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
