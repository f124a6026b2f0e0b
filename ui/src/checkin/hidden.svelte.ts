// Asks each of the two, hidden from the other, whether they are here. The answers live here only, until both are given;
// what the screen does next is the same whichever they are.
import { other, type Partner } from '../backend/types';
import { t } from '../words/words.svelte';
import type { Stage } from './stage';

export class Hidden {
  who = $state<Partner>('one');
  /** Whether the question is uncovered. */
  shown = $state(false);
  private first: boolean | null = null;

  constructor(private readonly begins: Partner) {
    this.who = begins;
  }

  get part(): string {
    return `${this.shown ? 'ask' : 'cover'}-${this.who === this.begins ? 'first' : 'second'}`;
  }

  get isFirst(): boolean {
    return this.who === this.begins;
  }

  show(): void {
    this.shown = true;
  }

  /** Takes an answer; tells whether both are here once both have answered. */
  answer(here: boolean): boolean | null {
    if (!this.shown) return null;
    this.shown = false;
    if (this.isFirst) {
      this.first = here;
      this.who = other(this.begins);
      return null;
    }
    return here && this.first === true;
  }

  /** Takes a step back inside the question; false when there is none. */
  back(): boolean {
    if (this.shown) this.shown = false;
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

/** Draws the cover, or the question under it. */
export function hiddenAnswer(hidden: Hidden, names: Record<Partner, string>): HereStage {
  const who = names[hidden.who];
  const they = names[other(hidden.who)];
  const alone: Omit<HereStage, 'answers'> = { pose: 'lean', acts: hidden.who, breathes: false };
  if (!hidden.shown) {
    const soft = hidden.isFirst
      ? t('checkin-cover-soft', { other: they })
      : t('checkin-cover-next', { other: they });
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
