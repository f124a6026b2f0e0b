// Reads a day as typed, day before month: `21.12.`, `21/12/26`, `2026-12-21`, `21 December`, `21. Dez`.
import { monthNames, realDay } from './dates';

const LANGUAGES = ['en', 'de'];
const LEAST_OF_A_MONTH = 3;
/** A 29 February comes within so many years. */
const YEARS = 9;

/** Answers the day; without a year the first such one from `from` on. None when it is no day. */
export function dayOf(typed: string, from: string): string | null {
  const text = typed.trim();
  const [, fullYear, iso, ofIso] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (fullYear) return realDay(Number(fullYear), Number(iso), Number(ofIso));
  const [, day, numbered, named, year] =
    /^(\d{1,2})[.\s/-]*(?:(\d{1,2})|([\p{L}]+))[.\s/-]*(\d{4}|\d{2})?$/u.exec(text) ?? [];
  const month = named ? monthOf(named) : Number(numbered);
  if (!day || !month) return null;
  if (year) return realDay(Number(year.length === 2 ? `20${year}` : year), month, Number(day));
  const first = Number(from.slice(0, 4));
  const dates = Array.from({ length: YEARS }, (_, ahead) => realDay(first + ahead, month, Number(day)));
  return dates.find((date) => date && date >= from) ?? null;
}

/** Counts from one; none when no month begins so. */
function monthOf(named: string): number | null {
  const begins = named.toLowerCase();
  if (begins.length < LEAST_OF_A_MONTH) return null;
  for (const language of LANGUAGES) {
    const found = monthNames(language).findIndex((name) => name.toLowerCase().startsWith(begins));
    if (found >= 0) return found + 1;
  }
  return null;
}
