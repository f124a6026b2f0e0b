// Counts the weeks of the rule: which days may be the next one, and which it is.
import type { Every, Rule } from '../backend/types';
import { plusDays, today, weekday, weekNumber } from '../words/dates';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEK = 7;
const WEEKS: Record<Every, number> = { week: 1, 'two-weeks': 2, 'four-weeks': 4 };

/** Lists the days that may be the next: the weekday's next ones, as many as there are weeks to choose among. */
export function nextDates({ day, time, every }: Rule, now: string): string[] {
  const ahead = (DAYS.indexOf(day) - weekday(now) + WEEK) % WEEK;
  const first = plusDays(now, ahead);
  // Times on the wall are in order as they are written.
  const passed = first === today(now) && `${first}T${time}` <= now;
  return Array.from({ length: WEEKS[every] }, (_, week) => plusDays(first, (week + Number(passed)) * WEEK));
}

/** Finds the one among them that the rule comes to. */
export function nextDate(rule: Rule, now: string): string | undefined {
  const from = weekNumber(rule.first);
  return nextDates(rule, now).find((date) => (weekNumber(date) - from) % WEEKS[rule.every] === 0);
}

/** Keeps the next time where it is, whatever else becomes of the rule. */
export function changed(rule: Rule, change: Partial<Rule>, now: string): Rule {
  const next = { ...rule, ...change };
  const sooner = rule.every !== next.every ? nextDates(next, now)[0] : undefined;
  return { ...next, first: change.first ?? sooner ?? rule.first };
}
