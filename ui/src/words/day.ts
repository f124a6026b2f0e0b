// Reads a day as typed, day before month: `21.12.`, `21/12/26`, `2026-12-21`, `21 December`, `21. Dez`.
import { dateOf } from './dates';

const LANGUAGES = ['en', 'de'];
const LEAST_OF_A_MONTH = 3;
/** A 29 February comes within so many years. */
const YEARS = 9;

/** Answers the day; without a year the first such one from `from` on. None when it is no day. */
export function dayOf(typed: string, from: string): string | null {
  const text = typed.trim();
  const [, fullYear, iso, ofIso] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (fullYear) return real(Number(fullYear), Number(iso), Number(ofIso));
  const [, day, numbered, named, year] =
    /^(\d{1,2})[.\s/-]*(?:(\d{1,2})|([\p{L}]+))[.\s/-]*(\d{4}|\d{2})?$/u.exec(text) ?? [];
  const month = named ? monthOf(named) : Number(numbered);
  if (!day || !month) return null;
  if (year) return real(Number(year.length === 2 ? `20${year}` : year), month, Number(day));
  const first = Number(from.slice(0, 4));
  const dates = Array.from({ length: YEARS }, (_, ahead) => real(first + ahead, month, Number(day)));
  return dates.find((date) => date && date >= from) ?? null;
}

function real(year: number, month: number, day: number): string | null {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? dateOf(date) : null;
}

/** Counts from one; none when no month begins so. */
function monthOf(named: string): number | null {
  const begins = named.toLowerCase();
  if (begins.length < LEAST_OF_A_MONTH) return null;
  for (const language of LANGUAGES) {
    const names = new Intl.DateTimeFormat(language, { month: 'long' });
    const at = Array.from({ length: 12 }, (_, month) => names.format(new Date(2026, month, 1)).toLowerCase());
    const found = at.findIndex((name) => name.startsWith(begins));
    if (found >= 0) return found + 1;
  }
  return null;
}
