// Puts the next times and what became of single ones into one list, in the order of the calendar.
import type { Schedule } from '../backend/types';

/** One time as it is listed. `of` names it, whatever becomes of it. */
export interface Time {
  of: string;
  /** When it is; where it is left out, when it would have been. */
  when: string;
  is: 'planned' | 'moved' | 'added' | 'left-out';
}

export function times({ next, changes }: Pick<Schedule, 'next' | 'changes'>): Time[] {
  const became = (of: string): Time['is'] => {
    const change = changes.find((one) => one.of === of);
    if (!change) return 'planned';
    if (!change.to) return 'left-out';
    return change.to === of ? 'added' : 'moved';
  };
  const planned = next.map(({ planned: when, of }): Time => ({ of, when, is: became(of) }));
  const others = changes
    .filter(({ of }) => !planned.some((one) => one.of === of))
    .map(({ of, to }): Time => ({ of, when: to ?? of, is: became(of) }));
  return [...planned, ...others].sort((a, b) => (a.when < b.when ? -1 : 1));
}
