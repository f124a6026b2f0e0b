// Says in words what a small pair shows: how heard each felt.
import type { FeltHeard, Partner, PastLine } from '../backend/types';
import { t } from '../words/words.svelte';

type Names = Record<Partner, string>;

function one(name: string, felt: FeltHeard): string {
  switch (felt) {
    case 'yes':
      return t('past-felt-yes', { name });
    case 'mostly':
      return t('past-felt-mostly', { name });
    case 'not-yet':
      return t('past-felt-not-yet', { name });
  }
}

export function feltWords(line: PastLine, names: Names, sides: { left: Partner; right: Partner }): string {
  if (!line.whole) return t('past-only-met');
  if (line.felt.one === 'yes' && line.felt.two === 'yes') return t('past-both-yes');
  return [sides.left, sides.right]
    .flatMap((who) => {
      const felt = line.felt[who];
      return felt ? [one(names[who], felt)] : [];
    })
    .join(' · ');
}

/** The same in a sentence of its own, after the speaker's topic. */
export function feltSentence(felt: FeltHeard): string {
  switch (felt) {
    case 'yes':
      return t('past-record-felt-yes');
    case 'mostly':
      return t('past-record-felt-mostly');
    case 'not-yet':
      return t('past-record-felt-not-yet');
  }
}
