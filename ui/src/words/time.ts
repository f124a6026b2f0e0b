// Reads a time of day as typed, also where the time field is plain text: `7:30`, `19.30`, `1930`.

/** Answers `HH:MM:SS`, or none when it is no time of day. */
export function timeOf(typed: string): string | null {
  const found = /^\s*(\d{1,2})[:.h ]?(\d{2})(?::\d{2})?\s*$/.exec(typed);
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00`;
}
