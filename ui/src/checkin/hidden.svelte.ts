// Asks each of the two, hidden from the other, whether they are here. The answers live here only, until both are given;
// what the screen does next is the same whichever they are.
import { other, type Partner } from '../backend/types';
import { t } from '../words/words.svelte';
import type { Stage } from './stage';

type Stand = 'cover' | 'ask' | 'done';

export class Hidden {
  who = $state<Partner>('one');
  /** Whether the question is covered, asked, or answered: after each answer there is the same button to press, so that
   * neither the last key nor where the pointer rests tells which answer it was. */
  stand = $state<Stand>('cover');
  private first: boolean | null = null;
  private second: boolean | null = null;

  constructor(private readonly begins: Partner) {
    this.who = begins;
  }

  get part(): string {
    return `${this.stand}-${this.isFirst ? 'first' : 'second'}`;
  }

  get isFirst(): boolean {
    return this.who === this.begins;
  }

  /** Goes on where no answer is waited for; tells whether both are here once both have answered. */
  goOn(): boolean | null {
    if (this.stand === 'cover') this.stand = 'ask';
    else if (this.stand === 'done') {
      if (!this.isFirst) return this.first === true && this.second === true;
      this.who = other(this.begins);
      this.stand = 'cover';
    }
    return null;
  }

  answer(here: boolean): void {
    if (this.stand !== 'ask') return;
    if (this.isFirst) this.first = here;
    else this.second = here;
    this.stand = 'done';
  }

  /** Takes a step back inside the question, to its cover; false when there is none. */
  back(): boolean {
    if (this.stand !== 'cover') this.stand = 'cover';
    else if (!this.isFirst) {
      this.who = this.begins;
      this.first = null;
    } else return false;
    return true;
  }
}

type HereAnswer = { does: string; label: string; line?: string; value: boolean };
type HereStage = Pick<Stage, 'pose' | 'acts' | 'breathes'> &
  Partial<Pick<Stage, 'say' | 'soft' | 'go'>> & { answers: HereAnswer[] | null };

/** Draws the cover, the question under it, or what comes after an answer. */
export function hiddenAnswer(hidden: Hidden, names: Record<Partner, string>): HereStage {
  const who = names[hidden.who];
  const they = names[other(hidden.who)];
  const alone: Omit<HereStage, 'answers'> = { pose: 'lean', acts: hidden.who, breathes: false };
  if (hidden.stand === 'done') {
    return {
      ...alone,
      say: t('checkin-done-say', { who }),
      soft: t('checkin-done-soft'),
      go: t('checkin-go-on'),
      answers: null,
    };
  }
  if (hidden.stand === 'cover') {
    const soft = hidden.isFirst ? t('checkin-cover-soft', { other: they }) : t('checkin-cover-next', { other: they });
    return {
      ...alone,
      say: t('checkin-cover-say', { who }),
      soft,
      go: t('checkin-cover-show'),
      answers: null,
    };
  }
  return {
    ...alone,
    say: t('checkin-here-say', { who }),
    soft: t('checkin-here-soft', { other: they }),
    go: null,
    answers: [
      { does: 'here', label: t('checkin-here-yes'), value: true },
      { does: 'not-today', label: t('checkin-here-no'), value: false },
    ],
  };
}
