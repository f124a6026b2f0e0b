// Whether the speaker felt heard.
import { type Moment, other, type Partner } from '../../backend/types';
import { t } from '../../words/words.svelte';
import type { Names, Stage } from '../stage';

/** The one question that counts, its one more try, and the answer as it stands. */
export function feltHeard(moment: Moment, speaker: Partner, names: Names): Partial<Stage> {
  const listener = other(speaker);
  const toSpeaker = { who: names[speaker] };
  const near: Partial<Stage> = { pose: 'lean', acts: speaker };
  switch (moment.kind) {
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
