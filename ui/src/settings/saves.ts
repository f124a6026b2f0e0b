import type { Overview } from '../backend/types';

// What the parts of the settings save by: it says "Saved." when that is done, and trouble is told on the page.
// Each waits for the one before, and is given what that left: nothing is computed from what has changed since.
export type Saves = (save: (now: Overview) => Promise<unknown>) => Promise<void>;
