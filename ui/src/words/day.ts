// Reads a day as typed, day before month: `21.12.`, `21/12/26`, `2026-12-21`, `21st December`, `Mo, 21. Dez`, `Dec 21`.
import { LANGUAGES } from '../backend/generated/languages';
import { monthNames, realDay, weekday, weekdayNames } from './dates';
import { plain } from './figures';

/** Where a language names a month in more than one way, its variety with it. */
const VARIETIES = [...LANGUAGES, 'de-AT'];
const LEAST_OF_A_MONTH = 3;
const LEAST_OF_A_WEEKDAY = 2;
/** A 29 February comes within so many years. */
const YEARS = 9;
/** As they are typed where the keyboard or the habit is another one. */
const SHORT = new Map([
  ['mrz', 3],
  ['maerz', 3],
  ['jaenner', 1],
]);

const ISO = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[.\s/-]*(?:of )?(?:(\d{1,2})|(\p{L}+))[.,\s/-]*(\d{4}|\d{2})?$/u;
const MONTH_FIRST = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?\.?(?:,? (\d{4}))?$/u;
const WEEKDAY = /^(\p{L}+)[.,]* (?:(?:the|den) )?(?=\d|\p{L}+\.? \d)/u;

/** Answers the day; without a year the first such one from `from` on. None when it is no day. */
export function dayOf(typed: string, from: string): string | null {
  const text = plain(typed);
  const [begin, word] = WEEKDAY.exec(text) ?? [];
  const named = word && monthOf(word) === null ? weekdayOf(word) : null;
  if (begin && named !== null) {
    const day = dated(text.slice(begin.length), from);
    // Where the two part, one of them is a slip.
    return day && weekday(day) === named ? day : null;
  }
  return dated(text, from);
}

function dated(text: string, from: string): string | null {
  const [iso, fullYear, , isoMonth, isoDay] = ISO.exec(text) ?? [];
  if (iso) return realDay(Number(fullYear), Number(isoMonth), Number(isoDay));
  const [, day, numbered, named, year] = DAY_FIRST.exec(text) ?? [];
  if (day) return inYear(year, named ? monthOf(named) : Number(numbered), Number(day), from);
  const [, month, dayOfIt, itsYear] = MONTH_FIRST.exec(text) ?? [];
  return month ? inYear(itsYear, monthOf(month), Number(dayOfIt), from) : null;
}

function inYear(year: string | undefined, month: number | null, day: number, from: string): string | null {
  if (!month) return null;
  if (year) return realDay(Number(year.length === 2 ? `20${year}` : year), month, day);
  const first = Number(from.slice(0, 4));
  const dates = Array.from({ length: YEARS }, (_, ahead) => realDay(first + ahead, month, day));
  return dates.find((date) => date && date >= from) ?? null;
}

/** Counts from one; none when no month begins so. */
function monthOf(named: string): number | null {
  const found = begins(named, LEAST_OF_A_MONTH, monthNames);
  return SHORT.get(named) ?? (found === null ? null : found + 1);
}

/** Counts from 0, Monday first. */
function weekdayOf(named: string): number | null {
  return begins(named, LEAST_OF_A_WEEKDAY, weekdayNames);
}

function begins(named: string, least: number, names: (language: string) => string[]): number | null {
  if (named.length < least) return null;
  const found = VARIETIES.map((language) => names(language).findIndex((name) => name.toLowerCase().startsWith(named)));
  return found.find((index) => index >= 0) ?? null;
}
