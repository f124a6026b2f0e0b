// The close: a thank-you, the next time, and what to keep.
import type { Moment } from '../../backend/types';
import { t } from '../../words/words.svelte';
import type { Stage } from '../stage';

/** A thank-you, the next time, and what to keep. */
export function close(moment: Moment, when: string | null): Partial<Stage> {
  switch (moment.kind) {
    case 'next':
      return {
        ...(when ? { say: when, soft: t('checkin-next-soft') } : { say: t('checkin-next-none') }),
        movesNext: true,
      };
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
            weighs: true,
            value: { kind: 'keep', choice: 'all' },
          },
          {
            does: 'keep-only-that-we-met',
            label: t('checkin-keep-only'),
            line: t('checkin-keep-only-line'),
            weighs: true,
            value: { kind: 'keep', choice: 'only-that-we-met' },
          },
          {
            does: 'keep-nothing',
            label: t('checkin-keep-nothing'),
            line: t('checkin-keep-nothing-line'),
            weighs: true,
            value: { kind: 'keep', choice: 'nothing' },
          },
        ],
      };
    default:
      return { say: t('checkin-thanks-say') };
  }
}
