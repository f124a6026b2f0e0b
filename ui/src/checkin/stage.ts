// Puts each moment of the ritual in words: what is said, by whom, and what can be done next.
import type { Event, Moment, Partner, StepView, View } from '../backend/types';
import { other } from '../backend/types';
import type { PoseName } from '../pair/pose';
import { type Plain, t } from '../words/words.svelte';

export interface Answer {
  does: string;
  label: string;
  line?: string;
  value: Event;
}
export interface Stage {
  label: string;
  /** The line to say or do, large. */
  say: string;
  /** A word beside it, small. */
  soft: string | null;
  /** What Enter does, in words; none where a question waits for its answer. */
  go: string | null;
  answers: Answer[] | null;
  pose: PoseName;
  /** Who acts now. */
  acts: Partner;
  under: Record<Partner, string | null>;
  breathes: boolean;
  /** The step's field, by what is written in it. */
  field: string | null;
}

type Names = Record<Partner, string>;

/** Says what the step is called. */
export function labelOf(step: StepView | undefined, names: Names): string {
  if (!step) return '';
  const who = step.who ? names[step.who] : '';
  switch (step.kind) {
    case 'arrive':
      return t('checkin-label-arrive');
    case 'appreciate':
      return t('checkin-label-appreciate', { who });
    case 'speak':
      return t('checkin-label-speak', { who });
    case 'lean-in':
      return t('checkin-label-lean-in', { who });
    case 'felt-heard':
      return t('checkin-label-felt-heard', { who });
    case 'swap':
      return t('checkin-label-swap');
    case 'close':
      return t('checkin-label-close');
  }
}

function ask(kind: 'got-it' | 'more', yes: Plain, no: Plain): Answer[] {
  return [
    { does: 'yes', label: t(yes), value: { kind, yes: true } },
    { does: 'no', label: t(no), value: { kind, yes: false } },
  ];
}

/** Draws a moment. `when` is the next planned time in words, if there is one. */
export function stage(view: View, names: Names, when: string | null): Stage {
  const step = view.steps[view.step];
  const acts = step?.who ?? view.beginner;
  const listens = other(acts);
  const base: Stage = {
    label: labelOf(step, names),
    say: '',
    soft: null,
    go: t('checkin-go-on'),
    answers: null,
    pose: 'together',
    acts,
    under: { one: null, two: null },
    breathes: false,
    field: null,
  };
  const said = t('checkin-said');
  const who = names[acts];
  const they = names[listens];
  const floor = (under: string): Partial<Stage> => ({
    pose: 'floor',
    go: said,
    under: { ...base.under, [acts]: t('checkin-speaks'), [listens]: under },
  });

  switch (step?.kind) {
    case 'arrive':
      return {
        ...base,
        breathes: true,
        say: t('checkin-arrive-say'),
        soft: t('checkin-arrive-soft'),
      };
    case 'appreciate':
      return {
        ...base,
        ...floor(t('checkin-listens')),
        say: t('checkin-appreciate-say', { who, other: they }),
        soft: t('checkin-appreciate-soft'),
        field: t('checkin-write-appreciate', { who }),
      };
    case 'speak':
      return {
        ...base,
        ...floor(t('checkin-leans-in')),
        say: t('checkin-speak-say', { who }),
        field: t('checkin-write-speak', { who }),
      };
    case 'lean-in':
      return { ...base, ...leanIn(view.moment, acts, names) };
    case 'felt-heard':
      return { ...base, ...feltHeard(view.moment, acts, names) };
    case 'swap': {
      const next = view.steps[view.step + 1]?.who ?? listens;
      return {
        ...base,
        pose: 'swap',
        acts: next,
        breathes: true,
        say: t('checkin-swap-say', { who: names[next] }),
        soft: t('checkin-swap-soft', { other: names[other(next)] }),
      };
    }
    default:
      return { ...base, ...close(view.moment, when) };
  }
}

/** The listener's lines, and the two questions to the one who spoke. */
function leanIn(moment: Moment, listener: Partner, names: Names): Partial<Stage> {
  if (moment.at !== 'line') return {};
  const speaker = other(listener);
  const again = moment.attempt === 'one-more';
  const toListener = { who: names[listener], other: names[speaker] };
  const toSpeaker = { who: names[speaker], other: names[listener] };
  const said = t('checkin-said');
  const right = t('checkin-ask-right');
  const says: Partial<Stage> = { pose: 'lean', acts: listener, go: said };
  const asked: Partial<Stage> = { pose: 'lean', acts: speaker, go: null };
  switch (moment.line) {
    case 'say-back': {
      if (again) {
        const soft = t('checkin-say-back-again-soft', { other: names[speaker] });
        return { ...says, say: t('checkin-say-back-again-say'), soft, go: right };
      }
      const rest = moment.round > 0;
      return {
        ...says,
        say: rest ? t('checkin-say-back-rest-say') : t('checkin-say-back-say'),
        soft: rest ? t('checkin-say-back-rest-soft', toListener) : t('checkin-say-back-soft', toListener),
        go: right,
      };
    }
    case 'did-i-get-it':
      return {
        ...asked,
        say: t('checkin-did-i-say', toSpeaker),
        soft: again ? t('checkin-did-i-again-soft') : t('checkin-did-i-soft'),
        answers: ask('got-it', 'checkin-did-i-yes', 'checkin-did-i-no'),
      };
    case 'makes-sense':
      return { ...says, say: t('checkin-makes-sense-say'), soft: t('checkin-makes-sense-soft', toListener) };
    case 'might-feel':
      return { ...says, say: t('checkin-might-feel-say'), soft: t('checkin-might-feel-soft', toListener) };
    case 'is-there-more':
      return {
        ...asked,
        say: t('checkin-is-there-more-say', toSpeaker),
        soft: t('checkin-is-there-more-soft'),
        answers: ask('more', 'checkin-is-there-more-yes', 'checkin-is-there-more-no'),
      };
    case 'the-rest':
      return { ...says, acts: speaker, say: t('checkin-the-rest-say', toSpeaker) };
  }
}

/** The one question that counts, its one more try, and the answer as it stands. */
function feltHeard(moment: Moment, speaker: Partner, names: Names): Partial<Stage> {
  const listener = other(speaker);
  const toSpeaker = { who: names[speaker] };
  const near: Partial<Stage> = { pose: 'lean', acts: speaker };
  switch (moment.at) {
    case 'ask-heard': {
      const again = moment.attempt === 'one-more';
      return {
        ...near,
        say: again ? t('checkin-felt-again-say', toSpeaker) : t('checkin-felt-say', toSpeaker),
        soft: again ? t('checkin-felt-again-soft') : t('checkin-felt-soft', { other: names[listener] }),
        go: null,
        answers: [
          { does: 'felt-yes', label: t('checkin-felt-yes'), value: { kind: 'felt', answer: 'yes' } },
          { does: 'felt-mostly', label: t('checkin-felt-mostly'), value: { kind: 'felt', answer: 'mostly' } },
          {
            does: 'felt-not-yet',
            label: t('checkin-felt-not-yet'),
            value: { kind: 'felt', answer: 'not-yet' },
          },
        ],
      };
    }
    case 'missed':
      return {
        ...near,
        say: t('checkin-missed-say', toSpeaker),
        soft: t('checkin-missed-soft', { other: names[listener] }),
        go: t('checkin-said'),
      };
    case 'try-again':
      return {
        ...near,
        acts: listener,
        say: t('checkin-try-again-say'),
        soft: t('checkin-try-again-soft', { who: names[listener] }),
        go: t('checkin-ask-again'),
      };
    case 'settled': {
      const says = {
        yes: () => t('checkin-settled-yes', toSpeaker),
        mostly: () => t('checkin-settled-mostly', toSpeaker),
        'not-yet': () => t('checkin-settled-not-yet'),
      };
      const soft = moment.answer === 'not-yet' ? t('checkin-settled-not-yet-soft') : null;
      return { pose: moment.answer, say: says[moment.answer](), soft };
    }
    default:
      return {};
  }
}

/** A thank-you, the next time, and what to keep. */
function close(moment: Moment, when: string | null): Partial<Stage> {
  switch (moment.at) {
    case 'next':
      return when ? { say: when, soft: t('checkin-next-soft') } : { say: t('checkin-next-none') };
    case 'keep':
      return {
        say: t('checkin-keep-say'),
        soft: t('checkin-keep-soft'),
        go: null,
        field: t('checkin-write-close'),
        answers: [
          {
            does: 'keep-all',
            label: t('checkin-keep-all'),
            line: t('checkin-keep-all-line'),
            value: { kind: 'keep', choice: 'all' },
          },
          {
            does: 'keep-only-that-we-met',
            label: t('checkin-keep-only'),
            line: t('checkin-keep-only-line'),
            value: { kind: 'keep', choice: 'only-that-we-met' },
          },
          {
            does: 'keep-nothing',
            label: t('checkin-keep-nothing'),
            line: t('checkin-keep-nothing-line'),
            value: { kind: 'keep', choice: 'nothing' },
          },
        ],
      };
    default:
      return { say: t('checkin-thanks-say') };
  }
}
