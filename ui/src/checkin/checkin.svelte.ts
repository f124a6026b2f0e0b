// Holds the check-in on the screen: the last view the program gave, and the words being typed. It decides nothing.
import { placeName } from '../backend/place';
import { Queue } from '../backend/queue';
import { type Ask, type Event, isTrouble, type Trouble, type View } from '../backend/types';
import { Draft } from '../typed/draft';
import type { Typed } from '../typed/typed.svelte';
import type { Written } from '../typed/written';
/** Why the words of a field are not saved. */
export type Unsaved = { kind: 'trouble'; trouble: Trouble } | { kind: 'too-long'; most: number };

/** Events that mean the same on any step. All others answer the one they were pressed on. */
const ANYWHERE: Event['kind'][] = [
  'pause',
  'resume',
  'hard',
  'take-break',
  'repair',
  'back',
  'one-more-minute',
  'let-go',
];

/** Events that hold the time, and do not wait for words that cannot be saved. */
const HOLDS: Event['kind'][] = ['pause', 'hard', 'take-break', 'repair'];

/** Events that are meant twice where they are asked for twice: each press takes back a step, or gives a minute. */
const EACH: Event['kind'][] = ['back', 'one-more-minute'];

class Refused {
  constructor(readonly unsaved: Unsaved) {}
}

export class CheckIn {
  view = $state.raw<View>() as View;
  /** When the view came, to draw the time from there. */
  came = $state(0);
  /** Whether the pause was not theirs: the program was gone, or the laptop slept. */
  waiting = $state(false);
  words = $state('');
  writing = $state(false);
  unsaved = $state.raw<Unsaved | null>(null);
  /** What is in the way, as it is being typed. */
  block = $state('');
  private unkeptLength = $state('');
  readonly draft: Draft;
  private readonly blockDraft: Draft;
  /** The events that were asked for and are not done. */
  private readonly acts = new Queue();
  /** The step whose words wait to be saved; they are still its own once it is over. */
  private typedIn = 0;

  constructor(
    private readonly ask: Ask,
    private readonly remembers: Typed,
    view: View,
    returning: boolean,
  ) {
    this.draft = new Draft((text) => this.write({ kind: 'write', step: this.typedIn, text }));
    this.blockDraft = new Draft((text) => this.write({ kind: 'name', text }));
    this.take(view);
    this.waiting = returning && view.overlay?.kind === 'paused';
  }

  /** The step's field. */
  get line(): Written {
    return {
      text: this.words,
      fault: null,
      type: (text) => this.typed(text),
      flush: () => this.draft.flush(),
    };
  }

  /** The field of what is in the way. */
  get blockLine(): Written {
    return {
      text: this.block,
      fault: null,
      type: (text) => this.typedBlock(text),
      flush: () => this.blockDraft.flush(),
    };
  }

  /** Another length for a break. Of a check-in without a record, nothing but its events is ever written down. */
  get length(): Written {
    if (!this.view.no_record) return this.remembers.in('break');
    return {
      text: this.unkeptLength,
      fault: null,
      type: (text) => (this.unkeptLength = text),
      flush: async () => {},
    };
  }

  /** Whether words were typed that are not saved. */
  get hasUnsaved(): boolean {
    return this.draft.unsaved || this.blockDraft.unsaved;
  }

  get place(): string {
    return placeName(this.view.step, this.view.moment);
  }

  private take(view: View): void {
    const stays = this.view?.step === view.step && !view.ending;
    if (!stays || !this.draft.unsaved) this.words = view.words;
    const tooLong = stays ? undefined : this.remembers.of(`write/${view.step}`);
    if (!stays || this.view.moment.kind !== view.moment.kind) this.writing = false;
    if (!stays) this.unsaved = null;
    if (view.overlay?.kind !== 'block') this.blockDraft.drop();
    if (!this.blockDraft.unsaved) this.block = view.overlay?.kind === 'block' ? view.overlay.text : '';
    this.view = view;
    this.came = performance.now();
    if (view.overlay?.kind !== 'break') this.unkeptLength = '';
    if (view.ending) this.remembers.endCheckIn();
    else if (view.overlay?.kind !== 'break') this.remembers.letGo('break');
    // The text was too long when the window went, and still is: it is shown, to be shortened.
    if (tooLong !== undefined) this.typed(tooLong);
  }

  /** Does one event after the other. The same again, while it is under way or waits, is one and not two. What answers
   * a step is done on that step only: where another has come meanwhile, it would answer something nobody has read. */
  act(event: Event): Promise<void> {
    const { where } = this;
    return this.acts.do(EACH.includes(event.kind) ? null : JSON.stringify(event), async () => {
      if (this.where === where || ANYWHERE.includes(event.kind)) await this.perform(event);
    });
  }

  /** Names the step, its moment, and what lies over it. */
  private get where(): string {
    return JSON.stringify([this.place, this.view.overlay, this.view.agreement?.id]);
  }

  /** Does one event, the typed words first. */
  private async perform(event: Event): Promise<void> {
    try {
      await this.settleWords(event);
      const answer = await this.ask('act', { event });
      if ('done' in answer) {
        if (event.kind === 'resume' || event.kind === 'pause') this.waiting = false;
        if (answer.done.ending) this.draft.drop();
        this.take(answer.done);
      } else await this.readAgain();
    } catch (thrown) {
      // A trouble was told already, by its page or under the field.
      if (!isTrouble(thrown) && !(thrown instanceof Refused)) throw thrown;
    }
  }

  /** Saves what is being typed before an event. What leads to keeping nothing needs no words, and holding the time
   * does not wait for them: they stay in the field and are tried again. */
  private async settleWords(event: Event): Promise<void> {
    const drops = event.kind === 'let-go' || (event.kind === 'keep' && event.choice !== 'all');
    if (drops) this.draft.drop();
    else if (HOLDS.includes(event.kind)) await this.draft.flush().catch(() => {});
    else await this.draft.flush();
    if (event.kind === 'let-go') this.blockDraft.drop();
    else await this.blockDraft.flush().catch(() => {});
  }

  typed(text: string): void {
    this.words = text;
    this.typedIn = this.view.step;
    this.draft.typed(text);
  }

  typedBlock(text: string): void {
    this.block = text;
    this.blockDraft.typed(text);
  }

  async doneWriting(): Promise<void> {
    await this.draft.flush().then(
      () => {
        this.writing = false;
      },
      () => {},
    );
  }

  private async write(event: Event): Promise<void> {
    try {
      const answer = await this.ask('act', { event });
      if ('refused' in answer) {
        const { refused } = answer;
        if (refused.refusal !== 'too-long') return;
        if (event.kind === 'write' && !this.view.no_record) this.remembers.remember(`write/${event.step}`, event.text);
        throw new Refused({ kind: 'too-long', most: refused.most });
      }
      if (event.kind === 'write') this.remembers.letGo(`write/${event.step}`);
      this.unsaved = null;
    } catch (thrown) {
      this.unsaved = thrown instanceof Refused ? thrown.unsaved : { kind: 'trouble', trouble: thrown as Trouble };
      throw thrown;
    }
  }

  /** Reads the view again: the program knows better. */
  async readAgain(): Promise<void> {
    const view = await this.ask('check_in', {});
    if (view) this.take(view);
  }

  /** Reads anew when they would be back, and whether they are due, unless something else is under way. */
  async lookAgain(): Promise<void> {
    const seen = this.view;
    if (seen.overlay?.kind !== 'break' && seen.overlay?.kind !== 'away') return;
    const view = await this.ask('check_in', {});
    if (view && !this.acts.busy && this.view === seen) this.take(view);
  }

  /** Reads the view again after a pause that nobody asked for. */
  async interrupted(): Promise<void> {
    await this.flush();
    await this.readAgain();
    this.waiting = this.view.overlay?.kind === 'paused';
  }

  /** Takes the view after the store was opened again. */
  comeBack(view: View): void {
    this.take(view);
    this.waiting = view.overlay?.kind === 'paused';
  }

  /** Saves all that is being typed, now; what cannot be saved stays and is tried again. */
  async flush(): Promise<void> {
    await this.draft.flush().catch(() => {});
    await this.blockDraft.flush().catch(() => {});
  }
}
