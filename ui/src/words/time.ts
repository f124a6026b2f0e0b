// Reads a time of day as typed, in either language: `7:30 pm`, `19.30 Uhr`, `19h30`, `1930`, `7 abends`, `noon`.
import { plain } from './figures';

const NAMED: [RegExp, string][] = [
  [/^(12 )?(noon|midday|mittags?)$/, '12:00:00'],
  [/^(12 )?(midnight|mitternachts?)$/, '00:00:00'],
];
const BEFORE_NOON = /^(a\.? ?m\.?|in the morning|morgens|vormittags|früh)$/;
const AFTER_NOON = /^(p\.? ?m\.?|in the (afternoon|evening)|nachmittags|abends)$/;
/** What says that the hours count to 24. */
const CLOCK = /^(h|uhr)$/;
const TIME =
  /^(?:at |um )?(\d{1,2})(?: ?(?:[:.,h]| |uhr) ?(\d{2})|(\d{2}))?(?::\d{2})?( ?(?:h|uhr))?(?: ?(\D+))?$/;

/** Answers `HH:MM:SS`, or none when it is no time of day, or may as well be another: `7` is, in the evening, 19:00. */
export function timeOf(typed: string): string | null {
  const text = plain(typed);
  const named = NAMED.find(([words]) => words.test(text));
  if (named) return named[1];
  const [, hour, apart, joined, clock, half] = TIME.exec(text) ?? [];
  if (!hour) return null;
  const minutes = apart ?? joined;
  const hours = onTheClock(Number(hour), half ?? '');
  if (hours === null || hours > 23 || Number(minutes ?? 0) > 59) return null;
  const plainly = minutes ?? clock ?? half;
  if (plainly === undefined && hour.length === 1) return null;
  if (plainly === undefined && (hours === 10 || hours === 11)) return null;
  return `${String(hours).padStart(2, '0')}:${minutes ?? '00'}:00`;
}

/** Counts the hours to 24, by which half of the day it was said to be. */
function onTheClock(hours: number, half: string): number | null {
  if (half === '' || CLOCK.test(half)) return hours;
  if (BEFORE_NOON.test(half)) return hours <= 12 ? hours % 12 : null;
  if (!AFTER_NOON.test(half)) return null;
  // `19:30 pm` says it twice.
  if (hours > 12) return hours;
  return hours === 0 ? null : (hours % 12) + 12;
}
