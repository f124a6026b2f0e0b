// What a screen in the table is, and the long words that some of them show.
import type { Page } from 'playwright-core';

export interface Shown {
  name: string;
  scenario: string;
  /** What to do once it is open. */
  led?: (page: Page) => Promise<void>;
  /** What of it the picture shows, where that is further down. */
  seen?: string;
  /** Whether another place shows the same, with the two of them changed about. */
  again?: boolean;
  /** Whether it is drawn at all three sizes. */
  main?: boolean;
  /** Whether it holds words as they were said once, of a card, a day or a refusal: so it is opened anew in each language. */
  holds?: boolean;
}

export const LONG = `one=${'W'.repeat(40)}&two=${encodeURIComponent('محمد عبد الرحمن بن يوسف الأندلسي القرطبي')}`;
export const TOPIC = encodeURIComponent('being the one who always plans, and what that does to me on Sunday evenings');
