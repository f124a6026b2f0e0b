// Holds who the two of them are, and who sits where.
import { createContext } from 'svelte';
import type { Program } from '../backend/program';
import type { Couple, CoupleRefusal, Partner } from '../backend/types';

export class People {
  /** None before the welcome. */
  couple = $state.raw<Couple | null>(null);

  constructor(private readonly program: Program) {}

  /** Names whoever sits on each side. */
  get sides(): { left: Partner; right: Partner } {
    const left = this.couple?.left ?? 'one';
    return left === 'one' ? { left: 'one', right: 'two' } : { left: 'two', right: 'one' };
  }

  name(who: Partner): string {
    return this.couple?.[who] ?? '';
  }

  /** Keeps both names and who sits on the left. Answers why not, if so. */
  async save(couple: Couple): Promise<CoupleRefusal | null> {
    const { one, two, left } = couple;
    const answer = await this.program.ask('save_couple', { one, two, left });
    if ('refused' in answer) return answer.refused;
    this.couple = answer.done;
    return null;
  }
}

export const [getPeople, setPeople] = createContext<People>();
