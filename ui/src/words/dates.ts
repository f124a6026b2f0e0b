// Says dates and times in words; the one place that knows a calendar. Every time comes from the program as the wall shows
// it ("2026-11-29T19:30:00") and is only a reading here, never an instant: the engine's zone and clock are not asked, since
// its zone rules may be older than the system's. How far apart two times are, over a change of the clock, the program says.
import type { Coming } from '../backend/types';
import { language } from './words.svelte';

const HOUR = 60;
const DAY = 86_400_000;
const WEEK = 7;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
}

/** A place in the calendar, carried by a `Date` as if the wall stood in UTC. */
function calendar(year: number, month: number, day: number, minutes = 0): Date {
  const date = new Date(0);
  // Not `Date.UTC`: it takes the year 26 for 1926.
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCMinutes(minutes);
  return date;
}

/** Reads a day or a time on the wall; of an evening with its offset, what the clock showed there then. */
function read(local: string): Date {
  const [, year, month, day, hours = 0, minutes = 0] = (
    /^([+-]?\d+)-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(local) ?? []
  ).map(Number);
  return calendar(year || 1970, month || 1, day || 1, (hours || 0) * HOUR + (minutes || 0));
}

/** Formatters by language and form. Each takes tens of kilobytes that WebKit does not count when it decides to tidy up: one made
 * for every date took 275 MB over a thousand evenings. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function say(date: Date, options: Intl.DateTimeFormatOptions, locale?: string): string {
  // British day order in English; both languages have a 24-hour clock, as the weekly time is typed.
  const spoken = locale ?? (language() === 'en' ? 'en-GB' : language());
  const form = JSON.stringify([spoken, options]);
  const formatter = formatters.get(form) ?? new Intl.DateTimeFormat(spoken, { ...options, timeZone: 'UTC' });
  formatters.set(form, formatter);
  return formatter.format(date);
}

/** "Sunday, 29 November", with the year when it is not this one. */
function day(date: Date, now: Date): string {
  const year = date.getUTCFullYear() === now.getUTCFullYear() ? {} : ({ year: 'numeric' } as const);
  return `${say(date, { weekday: 'long' })}, ${say(date, { day: 'numeric', month: 'long', ...year })}`;
}

/** "19:30". */
export function clock(local: string): string {
  return say(read(local), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "19:30" when it is today, else with the day. */
export function clockAt(local: string, now: string): string {
  return daysBetween(now, local) === 0 ? clock(local) : when(local, now);
}

/** "Sunday, 19:30" when it is less than a week away, else with the date. */
export function when(local: string, now: string): string {
  const near = Math.abs(daysBetween(now, local)) < WEEK;
  return near ? `${say(read(local), { weekday: 'long' })}, ${clock(local)}` : whenInFull(local, now);
}

/** "Sunday, 29 November, 19:30", with the year when it is not this one. */
export function whenInFull(local: string, now: string): string {
  return `${onDay(local, now)}, ${clock(local)}`;
}

/** "in three days", "tomorrow", "in 20 minutes". */
export function distance({ planned, minutes }: Pick<Coming, 'planned' | 'minutes'>, now: string): string {
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  const days = daysBetween(now, planned);
  if (days !== 0) return words.format(days, 'day');
  if (Math.abs(minutes) < HOUR) return words.format(minutes, 'minute');
  return words.format(Math.round(minutes / HOUR), 'hour');
}

/** Counts the days from the first day of the calendar: tomorrow morning is tomorrow also at night. */
function dayNumber(local: string): number {
  return Math.floor(read(local).getTime() / DAY);
}

function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Counts the weeks from some Monday to that of a day's week. */
export function weekNumber(local: string): number {
  // The calendar begins on a Thursday.
  return Math.floor((dayNumber(local) + 3) / WEEK);
}

/** Names the day of the week from 0, Monday first. */
export function weekday(local: string): number {
  return (read(local).getUTCDay() + WEEK - 1) % WEEK;
}

/** "Sunday, 15 November" of a day or an evening, with the year when it is not this one. */
export function onDay(local: string, now: string): string {
  return day(read(local), read(now));
}

export function month(local: string): string {
  return say(read(local), { month: 'long' });
}

/** Names the months of a language, in order. */
export function monthNames(of: string): string[] {
  return Array.from({ length: 12 }, (_, month) => say(calendar(2026, month + 1, 1), { month: 'long' }, of));
}

/** Names the days of a week in a language, Monday first. */
export function weekdayNames(of?: string): string[] {
  // 5 January 2026 was a Monday.
  return DAYS.map((_, index) => say(calendar(2026, 1, 5 + index), { weekday: 'long' }, of));
}

/** The days of a week, Monday first: as the backend names them, and in words. */
export function dayNames(): { value: string; label: string }[] {
  const names = weekdayNames();
  return DAYS.map((value, index) => ({ value, label: upper(names[index] ?? '') }));
}

/** Names a day of the calendar as the backend does: "2026-11-29". */
function dateOf(date: Date): string {
  return date.toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/** Names the day of a time on the wall. */
export function today(now: string): string {
  return dateOf(read(now));
}

/** Names a day of the calendar; none when there is no such day. */
export function realDay(year: number, month: number, day: number): string | null {
  const date = calendar(year, month, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? dateOf(date) : null;
}

/** Names the day so many days later. */
export function plusDays(local: string, days: number): string {
  const date = read(local);
  date.setUTCDate(date.getUTCDate() + days);
  return dateOf(date);
}

const DAYS_AHEAD = 92;

/** Lists today and the next three months, day by day: "Friday, 27 November". */
export function nextDays(now: string): { value: string; label: string }[] {
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const value = plusDays(now, ahead);
    return { value, label: day(read(value), read(value)) };
  });
}
