// What the parts of the settings save by: it says "Saved." when that is done, and trouble is told on the page.
// Each waits for the one before, and computes from what that left.
export type Saves = (save: () => Promise<unknown>) => Promise<void>;
