// Holds how the screen is to look and speak, and what the desktop has.
import { createContext } from 'svelte';
import type { Program } from '../backend/program';
import type { Desktop, Settings, SettingsChange, Start } from '../backend/types';
import { Theme } from '../style/theme';
import { learn } from '../words/bundle';
import { speak } from '../words/words.svelte';

export class Preferences {
  started = $state.raw<Start | null>(null);
  /** Whether what was to be noticed at the start was closed. */
  noticed = $state(false);
  /** What this desktop has for a program in the background. */
  desktop = $state.raw<Desktop | null>(null);
  readonly theme: Theme;

  constructor(private readonly program: Program) {
    this.theme = new Theme(() => program.ask('system_is_dark', {}).catch(() => null));
  }

  get settings(): Settings | null {
    return this.started?.settings ?? null;
  }

  /** The size of the text, as a part of the usual one. */
  get scale(): number {
    return (this.settings?.text ?? 100) / 100;
  }

  take(start: Start): void {
    this.started = start;
    learn(start.language, start.catalogue);
    speak(start.language);
    // The made-up language is there to test the screens, and not in what is shipped.
    if (import.meta.env.MODE !== 'production' && /[?&]lang=pseudo/.test(location.search)) speak('pseudo');
    this.theme.choose(start.settings.theme);
    document.documentElement.style.setProperty('--text-scale', String(start.settings.text / 100));
  }

  /** Keeps what is to change, and says nothing of the rest: another change may be on its way. */
  async save(change: SettingsChange): Promise<void> {
    this.take(await this.program.ask('save_settings', { change }));
  }

  /** Sees what the desktop has: a tray may have come, or a service that shows notifications. */
  async readDesktop(): Promise<void> {
    this.desktop = await this.program.ask('desktop', {}).catch(() => null);
  }
}

export const [getPreferences, setPreferences] = createContext<Preferences>();
