// Puts the screens' state together: what Home shows, the check-in that runs, and what the program signals.
import { createContext } from 'svelte';
import { Program } from './backend/program';
import type { Backend, Overview, Signal, View, WindowRequest } from './backend/types';
import { Cards } from './cards/cards.svelte';
import { CheckIn } from './checkin/checkin.svelte';
import { Chosen } from './formats/chosen.svelte';
import { Jar } from './jar/jar.svelte';
import { Navigation } from './navigation.svelte';
import { Past } from './past/past.svelte';
import { People } from './people/people.svelte';
import { Plan } from './rhythm/plan.svelte';
import { Preferences } from './settings/preferences.svelte';
import { Troubles } from './trouble/troubles.svelte';
import { Typed } from './typed/typed.svelte';
import { Frame, type Words } from './window/frame.svelte';

export class App {
  readonly troubles = new Troubles(() => this.overview);
  readonly program: Program;
  readonly people: People;
  readonly plan: Plan;
  readonly preferences: Preferences;
  readonly navigation = new Navigation((from, to) => {
    this.troubles.told = null;
    this.troubles.broken = false;
    // Whoever comes back from one of them finds the page where it was.
    if (to.screen === 'past' && from.screen !== 'record') void this.past.restart();
    if (to.screen === 'home') void this.refresh();
  });
  readonly frame: Frame;
  readonly typed: Typed;
  readonly cards: Cards;
  readonly past: Past;
  readonly jars: { one: Jar; two: Jar };
  /** How the next check-in will begin. */
  readonly chosen: Chosen;
  overview = $state.raw<Overview | null>(null);
  checkIn = $state<CheckIn | null>(null);
  private readonly listening: Promise<unknown>;

  constructor(backend: Backend) {
    this.program = new Program(backend, this.troubles, () => {
      this.checkIn = null;
    });
    const ask: Program['ask'] = (command, args) => this.program.ask(command, args);
    this.people = new People(this.program);
    this.plan = new Plan(this.program);
    this.preferences = new Preferences(this.program);
    this.frame = new Frame(
      backend,
      this.program,
      () => this.words(),
      (request) => this.grant(request),
    );
    this.typed = new Typed(ask);
    this.cards = new Cards(ask, this.typed);
    this.past = new Past(ask);
    this.jars = { one: new Jar(ask, this.typed, 'one'), two: new Jar(ask, this.typed, 'two') };
    this.chosen = new Chosen(ask, this.typed, () => this.overview);
    this.listening = backend.listen((signal) => void this.hear(signal));
  }

  async begin(): Promise<void> {
    // Both at once: the store is being opened while the settings are on their way.
    const overview = this.refresh();
    overview.catch(() => {});
    // Whatever is asked later comes as a signal.
    const asked = this.listening.then(() => this.frame.takeRequest());
    asked.catch(() => {});
    this.preferences.take(await this.program.ask('start', {}));
    await overview;
    // The screen was only read anew: the check-in goes on where it is.
    const running = this.overview?.running;
    if (running && !running.overlay) this.open(running, false);
    await asked;
    await this.frame.grantRequest();
  }

  /** Does what they want of the window; answers whether that could be done now. */
  private async grant(request: WindowRequest): Promise<boolean> {
    if (this.troubles.trouble) return false;
    if (request === 'begin') await this.beginAsRequested();
    else if (request === 'home' && !(this.checkIn && !this.checkIn.view.ending)) await this.goHome();
    return true;
  }

  async refresh(): Promise<void> {
    // No field is drawn before it is known what stands in it.
    const known = [this.program.ask('now', {}), this.program.ask('overview', {}), this.typed.read()] as const;
    const [now, overview] = await Promise.all(known);
    this.overview = overview;
    this.people.couple = overview.couple;
    this.plan.schedule = overview.schedule;
    this.plan.now = now;
    if (!this.chosen.formats) await this.chosen.read();
  }

  async tryAgain(): Promise<void> {
    const { troubles } = this;
    if (!this.preferences.started) {
      troubles.trouble = null;
      return this.begin();
    }
    await this.program.ask('try_again', {});
    await this.refresh();
    troubles.trouble = null;
    if (!troubles.readOnly) troubles.told = null;
    if (!this.checkIn) return this.frame.grantRequest();
    const view = await this.program.ask('check_in', {});
    if (view) this.checkIn.comeBack(view);
    else this.checkIn = null;
  }

  /** Begins as it was chosen. */
  async beginCheckIn(): Promise<void> {
    const { format, beginner, record } = this.chosen;
    if (!format) return;
    const view = await this.program.ask('begin', { beginner, format: format.id, record });
    // What was typed in another check-in is none of this one's words.
    this.typed.endCheckIn();
    this.open(view, false);
    this.chosen.forget();
  }

  async goOn(): Promise<void> {
    const view = await this.program.ask('check_in', {});
    if (view) this.open(view, true);
    else await this.refresh();
  }

  /** Ends the check-in that waits on Home. */
  async letGo(): Promise<void> {
    await this.program.ask('act', { event: { kind: 'let-go' } });
    await this.refresh();
  }

  private open(view: View, returning: boolean): void {
    this.checkIn = new CheckIn((command, args) => this.program.ask(command, args), this.typed, view, returning);
  }

  /** Takes the couple home; a check-in that still runs waits there. */
  async goHome(): Promise<void> {
    await this.refresh();
    this.checkIn = null;
    this.troubles.broken = false;
    this.navigation.page = { screen: 'home' };
  }

  /** Reads what the pages show anew, after one of them could not be drawn. Words being typed stay. */
  async readAnew(): Promise<void> {
    this.cards.all = null;
    this.past.page = null;
    this.chosen.formats = null;
    await this.refresh();
    this.troubles.broken = false;
  }

  /** Goes to the check-in that runs, or begins one; where one is on the screen already, that is it. */
  private async beginAsRequested(): Promise<void> {
    if (this.checkIn && !this.checkIn.view.ending) return;
    await this.refresh();
    if (!this.people.couple) return;
    this.frame.closing = null;
    if (this.overview?.running) return this.goOn();
    await this.beginCheckIn();
  }

  /** Hides the window at once; a pause that cannot be written is told when they are back. */
  async hide(): Promise<void> {
    const gone = this.frame.hide();
    // What lies in the jar is one person's: it is not the first thing to be seen again.
    if (this.navigation.page.screen === 'jar') this.navigation.page = { screen: 'home' };
    await gone.finally(() => this.checkIn?.interrupted());
    await this.keepCurrent();
  }

  /** Lists what stands in fields and may not be written. */
  private words(): Words[] {
    const { checkIn, jars } = this;
    const ofCheckIn = checkIn && { unsaved: checkIn.hasUnsaved, flush: () => checkIn.flush() };
    return [...(ofCheckIn ? [ofCheckIn] : []), jars.one.draft, jars.two.draft, this.typed];
  }

  private async hear(signal: Signal): Promise<void> {
    try {
      switch (signal.kind) {
        case 'due':
          return await this.refresh();
        case 'turn-over':
          return await this.checkIn?.readAgain();
        case 'return':
          return await (this.checkIn ? this.checkIn.readAgain() : this.refresh());
        case 'interrupted':
          return await this.checkIn?.interrupted();
        case 'scheme':
          return this.preferences.theme.follow();
        case 'requested':
          await this.frame.takeRequest();
          return await this.frame.grantRequest();
        case 'ask-closing':
          return await this.frame.askMeaning();
        case 'closing':
          return await this.frame.leave();
      }
    } catch (thrown) {
      this.troubles.fell(thrown);
    }
  }

  /** Keeps "in three days" true while the program stays open. */
  async keepCurrent(): Promise<void> {
    const atHome = this.navigation.page.screen === 'home' && !this.checkIn;
    if (atHome && !this.troubles.trouble) return this.refresh().catch(() => {});
    this.plan.now = await this.program.ask('now', {}).catch(() => this.plan.now);
    await this.checkIn?.lookAgain().catch(() => {});
  }
}

export const [getApp, setApp] = createContext<App>();
