// Puts each moment of the ritual in words: what is said, by whom, and what can be done next.
import type { Event, Help, Partner, StepView, View } from '../backend/types';
import { other } from '../backend/types';
import type { PoseName } from '../pair/pose';
import { type Plain, t } from '../words/words.svelte';
import { ask, lookBack } from './moments/agree';
import { close } from './moments/close';
import { feltHeard } from './moments/felt';
import { leanIn } from './moments/leanin';

export interface Answer {
  does: string;
  label: string;
  line?: string;
  /** Whether it cannot be taken back. */
  weighs?: boolean;
  value: Event;
}
export interface Stage {
  label: string;
  /** The line to say or do, large. */
  say: string;
  /** Whether the line is in their own words, which may be long. */
  quoted: boolean;
  /** A word beside it, small. */
  soft: string | null;
  /** A note on the step, where the screen explains as it goes. */
  note: string | null;
  /** What Enter does, in words; none where a question waits for its answer. */
  go: string | null;
  /** What there is instead of asking for something. */
  none: string | null;
  answers: Answer[] | null;
  pose: PoseName;
  /** Who acts now. */
  acts: Partner;
  under: Record<Partner, string | null>;
  breathes: boolean;
  /** The step's field, by what is written in it. */
  field: string | null;
  /** Whether the line is one that can be shown in full, as a hint, or not at all. */
  helped: boolean;
  /** Whether the next time can be moved here. */
  movesNext: boolean;
}

export type Names = Record<Partner, string>;

/** Says what the step is called. */
export function labelOf(step: StepView | undefined, names: Names): string {
  if (!step) return '';
  return t(`checkin-label-${step.kind}`, { who: step.who ? names[step.who] : '' });
}

const NOTES: Partial<Record<StepView['kind'], Plain>> = {
  arrive: 'checkin-explain-arrive',
  appreciate: 'checkin-explain-appreciate',
  speak: 'checkin-explain-speak',
  'lean-in': 'checkin-explain-lean-in',
  'felt-heard': 'checkin-explain-felt-heard',
  swap: 'checkin-explain-swap',
  close: 'checkin-explain-close',
};

/** Draws a moment. `when` is the next planned time in words, if there is one; `lines` how much of the listener's lines
 * each wants to see. */
export function stage(view: View, names: Names, when: string | null, lines: Record<Partner, Help>): Stage {
  const step = view.steps[view.step];
  const acts = step?.who ?? view.beginner;
  const note = view.explains && step ? NOTES[step.kind] : undefined;
  const base: Stage = {
    label: labelOf(step, names),
    say: '',
    quoted: false,
    soft: null,
    note: note ? t(note) : null,
    go: t('checkin-go-on'),
    none: null,
    answers: null,
    pose: 'together',
    acts,
    under: { one: null, two: null },
    breathes: false,
    field: null,
    helped: false,
    movesNext: false,
  };
  switch (step?.kind) {
    case 'arrive':
      return { ...base, breathes: true, say: t('checkin-arrive-say'), soft: t('checkin-arrive-soft') };
    case 'look-back':
      return { ...base, ...lookBack(view, names) };
    case 'lean-in':
      return { ...base, ...leanIn(view.moment, acts, names, lines[acts]) };
    case 'felt-heard':
      return { ...base, ...feltHeard(view.moment, acts, names) };
    case 'ask':
      return { ...base, ...ask(view, acts, names) };
    case 'swap':
      return { ...base, ...swap(view, acts, names) };
    case 'close':
      return { ...base, ...close(view.moment, when) };
    default:
      return { ...base, ...floor(view, acts, names) };
  }
}

/** One has the floor, and the other is there. */
function floor(view: View, acts: Partner, names: Names): Partial<Stage> {
  const step = view.steps[view.step];
  const who = names[acts];
  const they = names[other(acts)];
  const answered = view.steps[view.step + 1]?.kind === 'lean-in';
  const under = (listens: string) => ({ [acts]: t('checkin-speaks'), [other(acts)]: listens }) as Stage['under'];
  const base: Partial<Stage> = { pose: 'floor', go: t('checkin-said'), under: under(t('checkin-listens')) };
  switch (step?.kind) {
    case 'appreciate':
      return {
        ...base,
        say: t('checkin-appreciate-say', { who, other: they }),
        soft: t('checkin-appreciate-soft'),
        field: t('checkin-write-appreciate', { who }),
      };
    case 'own-part':
      return {
        ...base,
        say: t('checkin-own-part-say', { who }),
        soft: t('checkin-own-part-soft', { other: they }),
      };
    case 'differently':
      return {
        ...base,
        say: t('checkin-differently-say', { who }),
        field: t('checkin-write-differently', { who }),
      };
    default:
      return {
        ...base,
        under: under(answered ? t('checkin-leans-in') : t('checkin-listens')),
        say: view.smaller ? t('checkin-smaller-speak-say', { who }) : t('checkin-speak-say', { who }),
        field: t('checkin-write-speak', { who }),
      };
  }
}

/** A breath, and the pair changes places of weight. */
function swap(view: View, acts: Partner, names: Names): Partial<Stage> {
  const next = view.steps[view.step + 1]?.who ?? other(acts);
  return {
    pose: 'swap',
    acts: next,
    breathes: true,
    say: t('checkin-swap-say', { who: names[next] }),
    soft: t('checkin-swap-soft', { other: names[other(next)] }),
  };
}
