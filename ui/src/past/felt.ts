// Says in words what a small pair shows: how heard each felt.
import type { Partner, PastLine } from '../backend/types';
import { t } from '../words/words.svelte';

type Names = Record<Partner, string>;

export function feltWords(line: PastLine, names: Names, sides: { left: Partner; right: Partner }): string {
  if (!line.whole) return t('past-only-met');
  if (line.felt.one === 'yes' && line.felt.two === 'yes') return t('past-both-yes');
  return [sides.left, sides.right]
    .flatMap((who) => {
      const felt = line.felt[who];
      return felt ? [t(`past-felt-${felt}`, { name: names[who] })] : [];
    })
    .join(' · ');
}
