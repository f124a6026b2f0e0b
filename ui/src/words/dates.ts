// Says dates and times in words. Local times come as "2026-11-29T19:30:00" and mean the wall clock here.
import { language } from './words.svelte';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
}

function say(date: Date, options: Intl.DateTimeFormatOptions): string {
  // British day order in English; both languages have a 24-hour clock, as the weekly time is typed.
  const locale = language() === 'en' ? 'en-GB' : language();
  return new Intl.DateTimeFormat(locale, options).format(date);
}

/** "Sunday, 29 November". */
function day(date: Date, year: Intl.DateTimeFormatOptions = {}): string {
  return `${say(date, { weekday: 'long' })}, ${say(date, { day: 'numeric', month: 'long', ...year })}`;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

export function clock(date: Date): string {
  return say(date, CLOCK);
}

/** "Sunday, 19:30" when it is less than a week away, else with the date. */
export function when(local: string, now: number): string {
  const date = new Date(local);
  const near = Math.abs(daysBetween(now, date.getTime())) < 7;
  return near ? `${say(date, { weekday: 'long' })}, ${clock(date)}` : whenInFull(local, now);
}

/** "Sunday, 29 November, 19:30", with the year when it is not this one. */
export function whenInFull(local: string, now: number): string {
  return `${evening(local, now)}, ${clock(new Date(local))}`;
}

/** "in three days", "tomorrow", "in 20 minutes". */
export function distance(local: string, now: number): string {
  const then = new Date(local).getTime();
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const days = daysBetween(now, then);
  const away = Math.abs(then - now);
  if (days !== 0) return words.format(days, 'day');
  if (away < HOUR) return words.format(Math.round((then - now) / MINUTE), 'minute');
  return words.format(Math.round((then - now) / HOUR), 'hour');
}

/** Counts calendar days, not spans of 24 hours: tomorrow morning is tomorrow also at night. */
function daysBetween(from: number, to: number): number {
  const midnight = (at: number) => {
    const date = new Date(at);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

/**
 * Reads an instant with its offset as the wall clock showed it that evening, wherever the laptop is now.
 */
export function thatEvening(met: string): Date {
  return new Date(met.replace(/(\.\d+)?(Z|[+-]\d\d:?\d\d)$/, ''));
}

/** "Sunday, 15 November", with the year when it is not this one. */
export function evening(met: string, now: number): string {
  const date = thatEvening(met);
  const year = date.getFullYear() === new Date(now).getFullYear() ? {} : ({ year: 'numeric' } as const);
  return day(date, year);
}

export function month(met: string): string {
  return say(thatEvening(met), { month: 'long' });
}

/** The days of a week, Monday first: as the backend names them, and in words. */
export function dayNames(): { value: string; label: string }[] {
  // 5 January 2026 was a Monday.
  return DAYS.map((value, at) => ({
    value,
    label: upper(say(new Date(2026, 0, 5 + at), { weekday: 'long' })),
  }));
}

/** Names a day of the calendar as the backend does: "2026-11-29". */
export function dateOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** "Sunday, 29 November" of a day of the calendar, with the year when it is not this one. */
export function onDay(date: string, now: number): string {
  return evening(`${date}T00:00:00`, now);
}

const DAYS_AHEAD = 92;

/** Lists today and the next three months, day by day: "Friday, 27 November". */
export function nextDays(now: number): { value: string; label: string }[] {
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const date = new Date(now);
    date.setDate(date.getDate() + ahead);
    return { value: dateOf(date), label: day(date) };
  });
}
