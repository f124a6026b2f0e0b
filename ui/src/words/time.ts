// Reads a time of day as typed, in either language: `7:30 pm`, `19.30 Uhr`, `19h30`, `1930`, `7 abends`, `noon`.
import { plain } from './figures';

const NAMED: [RegExp, string][] = [
  [/^(12 )?(noon|midday|(am )?mittags?)$/, '12:00:00'],
  [/^(12 )?(midnight|mitternachts?)$/, '00:00:00'],
];
/** Parts of the day, by their first hour and the one after their last: the night's are counted on past midnight. */
const PARTS: [RegExp, number, number][] = [
  [/^a\.? ?m\.?$/, 0, 12],
  [/^p\.? ?m\.?$/, 12, 24],
  [/^(in the morning|morgens|vormittags|früh|am (morgen|vormittag)|in der früh)$/, 1, 12],
  [/^(mittags|am mittag)$/, 11, 15],
  [/^(in the afternoon|nachmittags|am nachmittag)$/, 12, 20],
  [/^(in the evening|abends|am abend)$/, 16, 24],
  [/^(at night|nachts|in der nacht)$/, 19, 31],
];
/** What is said before a time and leaves it as it is. */
const ABOUT = /(^| )(?:at|around|about|um|gegen|etwa|circa|ca\.?) (?=\d|noon|mid|mitt)/g;
const TIME =
  /^(?:(\D+) )?(\d{1,2})(?: ?(?:[:.,h]| |uhr) ?(\d{2})|(\d{2}))?(?::\d{2})?( ?(?:h|uhr))?(?: ?o ?['’]?clock)?(?: ?(\D+))?$/;

/** Answers `HH:MM:SS`, or none when it is no time of day, or may as well be another: `7` is, in the evening, 19:00. */
export function timeOf(typed: string): string | null {
  const text = plain(typed).replace(ABOUT, '$1').replace(/ ?\.$/, '');
  const named = NAMED.find(([words]) => words.test(text));
  if (named) return named[1];
  const [, before, hour, apart, joined, clock, after] = TIME.exec(text) ?? [];
  if (!hour || (before && after)) return null;
  const minutes = apart ?? joined;
  const part = before ?? after;
  const hours = part ? within(part, Number(hour)) : Number(hour);
  if (hours === null || hours > 23 || Number(minutes ?? 0) > 59) return null;
  const plainly = minutes ?? clock ?? part;
  if (plainly === undefined && hour.length === 1) return null;
  if (plainly === undefined && (hours === 10 || hours === 11)) return null;
  return `${String(hours).padStart(2, '0')}:${minutes ?? '00'}:00`;
}

/** Counts the hours to 24 by the part of the day; none where that has no such hour: `12 in the morning` may be either. */
function within(said: string, hours: number): number | null {
  const [, first = 0, end = 0] = PARTS.find(([words]) => words.test(said)) ?? [];
  // `19:30 pm` says it twice.
  const may = hours === 0 || hours > 12 ? [hours] : [hours % 12, (hours % 12) + 12];
  return may.find((hour) => (hour >= first && hour < end) || hour + 24 < end) ?? null;
}
