// Sizes and volumes to choose from, in per cent.
import { t } from '../words/words.svelte';

/** Lists what is offered, with what is set now before it where that is none of them. */
export function percents(offered: number[], now: number): { value: number; label: string }[] {
  const all = offered.includes(now) ? offered : [now, ...offered];
  return all.map((percent) => ({ value: percent, label: t('settings-text-percent', { percent }) }));
}
