// Says why a time or a rest was not taken.
import type { TimeRefusal } from '../backend/types';
import type { Plain } from '../words/words.svelte';

export const WHY_NOT: Record<TimeRefusal, Plain> = {
  passed: 'rhythm-passed',
  'too-far': 'rhythm-too-far',
  'too-many': 'rhythm-too-many',
};
