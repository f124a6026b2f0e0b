// Holds when they meet, and what the wall shows: the page's own clock is never asked.
import { createContext } from 'svelte';
import type { Program } from '../backend/program';
import type { Rest, Rhythm, Schedule, TimeRefusal } from '../backend/types';

export class Plan {
  /** When they meet, as far as it is still to come. Nothing that shows it is drawn before it is known. */
  schedule = $state.raw<Schedule>() as Schedule;
  /** What the wall shows, as the program said last. */
  now = $state('1970-01-01T00:00:00');

  constructor(private readonly program: Program) {}

  /** Whether a planned time has come, and waits for the two of them. */
  get isTime(): boolean {
    const { due } = this.schedule;
    return due != null && !due.missed && !due.snoozed;
  }

  async saveRhythm(rhythm: Rhythm): Promise<void> {
    this.schedule = await this.program.ask('save_rhythm', { rhythm });
  }

  /** Keeps the weeks of rest in place of those there were. Answers why not, if so. */
  async saveRests(rests: Rest[]): Promise<TimeRefusal | null> {
    return this.take(await this.program.ask('save_rests', { rests }));
  }

  /** Moves a planned time, or adds one where none was; the rule stays. Answers why not, if so. */
  async meetAt(of: string | null, to: string): Promise<TimeRefusal | null> {
    const moved = of ? this.program.ask('move_time', { of, to }) : this.program.ask('meet_once', { planned: to });
    return this.take(await moved);
  }

  private take(answer: { done: Schedule } | { refused: TimeRefusal }): TimeRefusal | null {
    if ('refused' in answer) return answer.refused;
    this.schedule = answer.done;
    return null;
  }

  /** Hands over three other times this week together with what the wall shows: they may be asked for after days. */
  async otherTimes(take: (times: string[]) => void): Promise<void> {
    const [now, times] = await Promise.all([this.program.ask('now', {}), this.program.ask('other_times', {})]);
    this.now = now;
    take(times);
  }

  /** Lets what has come be quiet for a quarter of an hour. */
  async snooze(): Promise<void> {
    this.schedule = await this.program.ask('snooze', {});
  }

  /** Leaves a planned time out this once. */
  async skip(of: string): Promise<void> {
    this.schedule = await this.program.ask('skip', { of });
  }

  /** Takes back that a planned time was moved or left out. */
  async restore(of: string): Promise<void> {
    this.schedule = await this.program.ask('restore', { of });
  }
}

export const [getPlan, setPlan] = createContext<Plan>();
