// Holds which of the pages of every day is shown.
import { createContext } from 'svelte';

export type Screen = 'home' | 'before' | 'format' | 'past' | 'cards' | 'jar' | 'record' | 'settings' | 'safety';
/** Pages about one thing, by its id. */
type OfOne = 'record' | 'format';
export type Page = { screen: Exclude<Screen, OfOne> } | { screen: OfOne; id: string };

export class Navigation {
  page = $state<Page>({ screen: 'home' });

  /** `turned` hears from which page to which. */
  constructor(private readonly turned: (from: Page, to: Page) => void) {}

  show(screen: Screen, id = ''): void {
    const from = this.page;
    this.page = screen === 'record' || screen === 'format' ? { screen, id } : { screen };
    this.turned(from, this.page);
  }
}

export const [getNavigation, setNavigation] = createContext<Navigation>();
