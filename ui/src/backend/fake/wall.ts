// The fake program's clock. Its wall stands in UTC, so that no zone is asked.

/** Reads a time on the wall as milliseconds to count with. */
export function at(local: string): number {
  return Date.parse(`${local}Z`);
}

/** Writes what the wall shows, to the minute. */
export function localStamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}:00`;
}
