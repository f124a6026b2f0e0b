// What two people agree: looking back on the last time, and asking for something new.
import { other, type Partner, type View } from '../../backend/types';
import { t } from '../../words/words.svelte';
import type { Names, Stage } from '../stage';

/** Draws one thing they agreed, in their own words. */
export function lookBack(view: View, names: Names): Partial<Stage> {
  const { agreement } = view;
  if (!agreement) return {};
  return {
    say: t('checkin-quoted', { text: agreement.text }),
    soft: t('checkin-look-back-soft', { who: names[agreement.by] }),
    go: null,
    quoted: true,
    answers: [
      {
        does: 'working',
        label: t('checkin-look-back-working'),
        value: { kind: 'look-back', answer: 'working' },
      },
      {
        does: 'talk',
        label: t('checkin-look-back-talk'),
        value: { kind: 'look-back', answer: 'talk-about-it' },
      },
      {
        does: 'let-it-go',
        label: t('checkin-look-back-let-go'),
        value: { kind: 'look-back', answer: 'let-go' },
      },
    ],
  };
}

/** Draws a request, the other's answer, and a yes. */
export function ask(view: View, asks: Partner, names: Names): Partial<Stage> {
  const field = t('checkin-write-ask', { who: names[asks] });
  switch (view.moment.kind) {
    case 'request':
      return {
        pose: 'floor',
        say: t('checkin-request-say', { who: names[asks] }),
        go: t('checkin-request-asked'),
        none: t('checkin-request-none'),
        field,
      };
    case 'reply':
      return {
        pose: 'lean',
        acts: other(asks),
        say: t('checkin-reply-say', { who: names[other(asks)] }),
        soft: t('checkin-reply-soft'),
        go: null,
        answers: [
          { does: 'reply-yes', label: t('checkin-reply-yes'), value: { kind: 'reply', answer: 'yes' } },
          {
            does: 'reply-think',
            label: t('checkin-reply-think'),
            value: { kind: 'reply', answer: 'let-me-think' },
          },
          {
            does: 'reply-not-now',
            label: t('checkin-reply-not-now'),
            value: { kind: 'reply', answer: 'not-this-time' },
          },
        ],
      };
    default:
      return { pose: 'yes', say: t('checkin-agreed-say'), field };
  }
}
