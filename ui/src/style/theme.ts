// Chooses between warm paper and ink blue: as asked, or as the system is.
import type { Theme as Choice } from '../backend/types';

export class Theme {
  private choice: Choice = 'system';
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');

  /** `ask` tells whether the system is dark, where the window itself cannot be trusted to know. */
  constructor(private readonly ask: () => Promise<boolean | null>) {
    this.dark.addEventListener('change', () => this.follow());
  }

  choose(choice: Choice): void {
    this.choice = choice;
    this.paint(choice === 'system' ? this.dark.matches : choice === 'evening');
    this.follow();
  }

  /** Follows the system, where that was chosen. */
  follow(): void {
    if (this.choice !== 'system') return;
    void this.ask().then((dark) => {
      if (this.choice === 'system') this.paint(dark ?? this.dark.matches);
    });
  }

  private paint(dark: boolean): void {
    document.documentElement.dataset.theme = dark ? 'evening' : 'light';
  }
}
