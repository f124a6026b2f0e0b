// Words each trouble: what happened, what is safe, what to do next.
import type { Trouble } from '../backend/types';
import { t } from '../words/words.svelte';

export interface Worded {
  title: string;
  text: string;
  next: string;
  path: string | null;
}

export function worded(trouble: Trouble): Worded {
  const path = 'path' in trouble ? trouble.path : null;
  switch (trouble.kind) {
    case 'newer': {
      const { found, known } = trouble;
      return {
        title: t('trouble-newer-title'),
        text: t('trouble-newer-text', { found: String(found), known: String(known) }),
        next: t('trouble-newer-next'),
        path,
      };
    }
    default: {
      const { kind } = trouble;
      return {
        title: t(`trouble-${kind}-title`),
        text: t(`trouble-${kind}-text`),
        next: t(`trouble-${kind}-next`),
        path,
      };
    }
  }
}
