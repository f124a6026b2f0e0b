// What the parts of the settings save by: it says "Saved." when that is done, and trouble is told on the page.
export type Saves = (save: () => Promise<unknown>) => Promise<void>;
