// Words a refused name, and says which field it stands under.
import type { CoupleRefusal, Partner } from '../backend/types';
import { t } from '../words/words.svelte';

export interface Refused {
  who: Partner;
  words: string;
}

/** `last` is the name typed last, where the same name twice is put right. */
export function refused(refusal: CoupleRefusal, last: Partner): Refused {
  if (refusal.kind === 'same-names') return { who: last, words: t('welcome-refused-same') };
  const { who, why } = refusal;
  const words = why.reason === 'empty' ? t('welcome-refused-empty') : t('welcome-refused-long', { most: why.most });
  return { who, words };
}
