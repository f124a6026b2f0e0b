// Plans as core does, as far as the screens can tell: the rule, single times beside it, rests, and what has come.

import { plusDays, weekday, weekNumber } from '../../words/dates';
import type { Change, Coming, Due, Every, Rest, Rhythm, TimeRefusal } from '../types';
import type { Scenario } from './scenario';
import { at, localStamp } from './wall';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FAR = 5 * 366 * DAY;
const SNOOZE = 15 * MINUTE;
const MISSED = DAY;
const EVENING = 18;
const AHEAD = 400;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEKS: Record<Every, number> = { week: 1, 'two-weeks': 2, 'four-weeks': 4 };

export class FakePlan {
  rhythm: Rhythm;
  changes: Change[] = [];
  rests: Rest[] = [];
  /** What has come, by its local time; until when it is quiet. */
  come: { planned: string; of: string; quiet: number | null } | null = null;

  constructor(
    asked: Scenario,
    private readonly now: () => number,
  ) {
    const rule = { day: 'Sun', time: '19:30:00', every: asked.every, first: '2026-11-29' };
    this.rhythm = { rule, heads_up: 'none', repeats: true };
    if (asked.due || asked.snoozed) this.comes(at(asked.now) - 2 * MINUTE);
    if (asked.missed) this.comes(at(asked.now) - 4 * DAY);
    if (asked.snoozed) this.snooze();
    this.rests = asked.rests;
    const [first, second] = this.next();
    if (asked.moved && first) this.place(first.of, `${localStamp(this.now() + DAY).slice(0, 10)}T20:00:00`);
    if (asked.skipped && second) this.skip(second.of);
  }

  comes(then = this.now()): void {
    const planned = localStamp(then);
    this.come = { planned, of: planned, quiet: null };
  }

  private rested(time: string): boolean {
    return this.rests.some(({ from, to }) => from <= time.slice(0, 10) && time.slice(0, 10) <= to);
  }

  /** Tells whether the rule has a time, wherever it was moved and whether it rests. */
  private ruled(time: string): boolean {
    const { rule } = this.rhythm;
    return (
      time.slice(11) === rule.time &&
      DAYS[weekday(time)] === rule.day &&
      (weekNumber(time) - weekNumber(rule.first)) % WEEKS[rule.every] === 0
    );
  }

  /** Tells whether something is planned at a time, by the rule or beside it. */
  private has(time: string): boolean {
    const changed = this.changes.some(({ of }) => of === time);
    return this.changes.some(({ to }) => to === time) || (this.ruled(time) && !changed && !this.rested(time));
  }

  next(): Coming[] {
    const today = localStamp(this.now());
    const { rule } = this.rhythm;
    const ruled = Array.from({ length: AHEAD }, (_, n) => plusDays(today, n))
      .map((date) => `${date}T${rule.time}`)
      .filter((time) => this.ruled(time) && !this.rested(time))
      .filter((time) => !this.changes.some(({ of }) => of === time))
      .map((time) => ({ planned: time, of: time }));
    const placed = this.changes.flatMap(({ of, to }) => (to ? [{ planned: to, of }] : []));
    // Put where another one is, it is that one.
    return [...placed, ...ruled]
      .filter(({ planned }) => at(planned) > this.now())
      .filter(({ planned }, place, all) => all.findIndex((one) => one.planned === planned) === place)
      .sort((a, b) => at(a.planned) - at(b.planned))
      .slice(0, 3)
      .map((one) => ({ ...one, minutes: Math.floor((at(one.planned) - this.now()) / MINUTE) }));
  }

  /** What became of single times, as far as they are still to come. */
  changed(): Change[] {
    return this.changes.filter(({ of, to }) => at(to ?? of) > this.now());
  }

  due(): Due | null {
    if (!this.come) return null;
    const { planned, of, quiet } = this.come;
    const today = localStamp(this.now());
    const tomorrow = localStamp(this.now() + DAY).slice(0, 10);
    const snoozed = quiet !== null && this.now() < quiet ? localStamp(quiet) : null;
    return {
      planned,
      of,
      missed: !snoozed && this.now() - at(planned) >= MISSED,
      snoozed,
      evening: Number(today.slice(11, 13)) < EVENING ? `${today.slice(0, 10)}T19:30:00` : null,
      tomorrow: `${tomorrow}${planned.slice(10)}`,
    };
  }

  snooze(): void {
    if (this.come) this.come.quiet = this.now() + SNOOZE;
  }

  /** Whether a day or a time is more than five years away. */
  isFar(to: string): boolean {
    return Math.abs(at(`${to.slice(0, 10)}T00:00:00`) - this.now()) > FAR;
  }

  /** Adds a time, also where the rule's own was left out, rests, or was moved away: what was moved stays. */
  add(time: string): TimeRefusal | null {
    if (at(time) <= this.now()) return 'passed';
    if (this.isFar(time)) return 'too-far';
    if (this.has(time)) return null;
    const before = this.changes.find(({ of }) => of === time)?.to;
    this.restore(time);
    if (!this.has(time)) this.changes.push({ of: time, to: time });
    return before ? this.add(before) : null;
  }

  /** Moves a time. */
  place(of: string, to: string): TimeRefusal | null {
    if (at(to) <= this.now()) return 'passed';
    if (this.isFar(to)) return 'too-far';
    if (this.come?.of === of) this.come = null;
    this.restore(of);
    if (of !== to || !this.ruled(of) || this.rested(of)) this.changes.push({ of, to });
    return null;
  }

  skip(of: string): void {
    this.restore(of);
    if (this.come?.of === of) this.come = null;
    else if (this.ruled(of)) this.changes.push({ of, to: null });
  }

  restore(of: string): void {
    this.changes = this.changes.filter((change) => change.of !== of);
  }

  /** The next days at the usual time, but for one that is planned already. */
  others(): string[] {
    return [1, 2, 3, 4, 5, 6]
      .map((n) => `${localStamp(this.now() + n * DAY).slice(0, 10)}T${this.rhythm.rule.time}`)
      .filter((time) => !this.has(time))
      .slice(0, 3);
  }
}
