// Counts the weeks of the rule: which days may be the next one, and which it is.
import type { Every, Rule } from '../backend/types';
import { dateOf } from '../words/dates';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEK = 7;
const WEEKS: Record<Every, number> = { week: 1, 'two-weeks': 2, 'four-weeks': 4 };

/** Lists the days that may be the next: the weekday's next ones, as many as there are weeks to choose among. */
export function nextDates({ day, time, every }: Rule, now: number): string[] {
  const today = new Date(now);
  const ahead = (DAYS.indexOf(day) - weekday(today) + WEEK) % WEEK;
  const first = plus(today, ahead);
  const passed = new Date(`${dateOf(first)}T${time}`).getTime() <= now;
  return Array.from({ length: WEEKS[every] }, (_, week) =>
    dateOf(plus(first, (week + Number(passed)) * WEEK)),
  );
}

/** Finds the one among them that the rule comes to. */
export function nextDate(rule: Rule, now: number): string | undefined {
  const from = monday(rule.first);
  return nextDates(rule, now).find((date) => (monday(date) - from) % (WEEKS[rule.every] * WEEK) === 0);
}

/** Keeps the next time where it is, whatever else becomes of the rule. */
export function changed(rule: Rule, change: Partial<Rule>, now: number): Rule {
  const next = { ...rule, ...change };
  const sooner = rule.every !== next.every ? nextDates(next, now)[0] : undefined;
  return { ...next, first: change.first ?? sooner ?? rule.first };
}

function weekday(date: Date): number {
  return (date.getDay() + 6) % WEEK;
}

function plus(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

/** Counts the days to the Monday of a day's week. */
function monday(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const utc = Date.UTC(year, month - 1, day);
  return utc / 86_400_000 - weekday(new Date(year, month - 1, day));
}
