// A check-in of the fake program: a place in a graph, with words, what lies over it, and a turn's time of its own.
import type {
  Agreement,
  Ending,
  Event,
  FeltHeard,
  Looked,
  OverlayView,
  Prompt,
  Refusal,
  Reply,
  View,
} from '../types';
import { lead, leadOver, type Rite, stepsOf, wayTo } from './graph';
import { localStamp } from './wall';

type Time = { length: number; spent: number };
type Here = { place: string; time: Time | null; smaller: boolean };
const MINUTE = 60_000;
const LENGTHS = [20, 40, 60, 1440];
const MOST_CHARACTERS = 2_000;
const LONG: Refusal = { refusal: 'too-long', most: MOST_CHARACTERS };

export class FakeCheckIn {
  felt = new Map<number, FeltHeard>();
  replies = new Map<number, Reply>();
  looked = new Map<number, Looked>();
  words = new Map<number, string>();
  prompts = new Map<number, Prompt>();
  ending: Ending | null = null;
  /** What lies over the step, by its name in the graph. */
  over = 'none';
  /** What is in the way. */
  block = '';
  private until = 0;
  private way: Here[] = [];
  private since: number;

  constructor(
    readonly rite: Rite,
    readonly beginner: View['beginner'],
    readonly record: boolean,
    private readonly now: () => number,
    readonly begun = now(),
  ) {
    this.since = now();
    this.enter(rite.first, false);
  }

  /** Puts it at a place, as if the shortest way had been walked. */
  putAt(place: string, spent: number): void {
    this.way = [];
    for (const at of wayTo(this.rite, place)) this.enter(at, false);
    const { time } = this.here;
    if (time) time.spent = spent;
    this.since = this.now();
  }

  /** Lays something over the step, as if it had been asked for. */
  layOver(over: string, minutes: number): void {
    this.over = over;
    this.until = this.now() + minutes * MINUTE;
  }

  private get here(): Here {
    const here = this.way.at(-1);
    if (!here) throw new Error('a check-in is always somewhere');
    return here;
  }

  get node() {
    const node = this.rite.nodes[this.here.place];
    if (!node) throw new Error(`no such place: ${this.here.place}`);
    return node;
  }

  private enter(place: string, smaller: boolean): void {
    const before = this.way.at(-1);
    const step = this.rite.nodes[place]?.step ?? 0;
    const minutes = smaller ? 1 : (this.rite.steps[step]?.minutes ?? null);
    const stays = !smaller && before && this.rite.nodes[before.place]?.step === step;
    const fresh = this.rite.steps[step]?.minutes && minutes ? { length: minutes * MINUTE, spent: 0 } : null;
    const time = stays && before.time ? { ...before.time } : fresh;
    this.way.push({ place, time, smaller: smaller || (stays ? before.smaller : false) });
    this.since = this.now();
  }

  private settleTime(): void {
    const { time } = this.here;
    if (time && this.over === 'none') time.spent += this.now() - this.since;
    this.since = this.now();
  }

  /** Does one event; answers why not when it changes nothing. */
  act(event: Event): Refusal | null {
    if (this.ending) return { refusal: 'over' };
    if (event.kind === 'write' || event.kind === 'name') {
      if ([...event.text].length > MOST_CHARACTERS) return LONG;
      if (event.kind === 'write') this.words.set(event.step, event.text);
      else this.block = event.text;
      return null;
    }
    if (event.kind === 'let-go') {
      this.ending = { kind: 'let-go' };
      return null;
    }
    this.settleTime();
    if (event.kind === 'smaller') return this.makeSmaller(event);
    const arriving = this.rite.steps[this.node.step]?.kind === 'arrive' && event.kind !== 'pause';
    const over = arriving && this.over === 'none' ? null : leadOver(this.over, event);
    if (over) return this.lay(over, event);
    return this.over === 'none' ? this.move(event) : { refusal: 'paused' };
  }

  private lay(over: string, event: Event): null {
    if (event.kind === 'hard') this.block = '';
    if (event.kind === 'away') this.until = this.now() + event.minutes * MINUTE;
    this.over = over;
    return null;
  }

  private makeSmaller(event: Event): Refusal | null {
    const to = lead(this.rite, this.here.place, event);
    if (this.over !== 'block after' || typeof to !== 'string') return { refusal: 'not-here' };
    this.over = 'none';
    this.enter(to, true);
    return null;
  }

  private move(event: Event): Refusal | null {
    const { time, place } = this.here;
    if (event.kind === 'prompt') {
      if (event.prompt) this.prompts.set(this.node.step, event.prompt);
      else this.prompts.delete(this.node.step);
      return null;
    }
    if (event.kind === 'one-more-minute') {
      if (!time) return { refusal: 'not-here' };
      time.length = Math.max(time.length, time.spent) + MINUTE;
      return null;
    }
    if (event.kind === 'back') {
      if (this.way.length < 2) return { refusal: 'not-here' };
      this.way.pop();
      return null;
    }
    const to = lead(this.rite, place, event);
    if (!to) return { refusal: 'not-here' };
    this.remember(event);
    const chooses = typeof to === 'string' && to.endsWith(':keep');
    if (chooses && !this.record) this.ending = { kind: 'closed', keep: 'nothing' };
    else if (typeof to === 'string') this.enter(to, false);
    else this.ending = to.ending;
    return null;
  }

  private remember(event: Event): void {
    const { step, moment } = this.node;
    if (event.kind === 'felt') this.felt.set(step, event.answer);
    if (event.kind === 'reply') this.replies.set(step, event.answer);
    if (event.kind === 'look-back' && moment.at === 'agreement') this.looked.set(moment.index, event.answer);
  }

  /** Lists the agreements that stay open: all but those that work and those they let go. */
  stillOpen(agreements: Agreement[]): Agreement[] {
    const answer = (agreement: Agreement) =>
      this.looked.get(this.rite.agreements.findIndex(({ id }) => id.place === agreement.id.place));
    return agreements.filter((agreement) => (answer(agreement) ?? 'talk-about-it') === 'talk-about-it');
  }

  private wallAfter(minutes: number): string {
    return localStamp(this.now() + minutes * MINUTE);
  }

  /** Reads what lies over a step out of its name in the graph. */
  private overlay(): OverlayView | null {
    const [kind, more] = this.over.split(' ');
    switch (kind) {
      case 'block':
        return { kind, at: more as 'naming', text: this.block };
      case 'break':
        return { kind, lengths: LENGTHS.map((minutes) => ({ minutes, back: this.wallAfter(minutes) })) };
      case 'away':
        return {
          kind,
          until: localStamp(this.until),
          returned: this.until <= this.now(),
          again: more === 'again',
        };
      case 'paused':
      case 'repair':
        return { kind };
      default:
        return null;
    }
  }

  view(timers: boolean): View {
    this.settleTime();
    const { step, moment } = this.node;
    const { time, smaller } = this.here;
    const { agreements } = this.rite;
    return {
      format: this.rite.format,
      beginner: this.beginner,
      steps: stepsOf(this.rite, this.beginner),
      step,
      moment,
      turn: time && timers ? { ...time, runs: this.over === 'none' } : null,
      overlay: this.overlay(),
      smaller,
      words: this.words.get(step) ?? '',
      prompt: this.prompts.get(step) ?? null,
      agreement: moment.at === 'agreement' ? (agreements[moment.index] ?? null) : null,
      to_talk_about: agreements.filter((_, at) => this.looked.get(at) === 'talk-about-it'),
      no_record: !this.record,
      explains: this.rite.format === 'first',
      can_go_back: this.way.length > 1,
      ending: this.ending,
    };
  }
}
