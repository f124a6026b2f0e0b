// Saves what is being typed: soon after the last key, and never later than two seconds after the first unsaved one.

const QUIET = 700;
const LATEST = 1_700;
const AGAIN = 3_000;

export class Draft {
  private text: string | null = null;
  /** What is just being saved, or about to be. */
  private saving: string | null = null;
  private firstUnsaved = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();

  /** `save` rejects when the words could not be saved; they stay here then, and are tried again. */
  constructor(
    private readonly save: (text: string) => Promise<void>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get unsaved(): boolean {
    return this.text !== null;
  }

  typed(text: string): void {
    if (this.text === null) this.firstUnsaved = this.now();
    this.text = text;
    const latest = this.firstUnsaved + LATEST - this.now();
    this.later(Math.max(0, Math.min(QUIET, latest)));
  }

  private later(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush().catch(() => {}), wait);
  }

  /** Saves what is unsaved, now. Words that are just being saved are not saved twice: where that is slow and fails, whoever
   * asks learns it as soon as the first. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.text !== null && this.text === this.saving) return this.writing;
    this.saving = this.text;
    this.writing = this.writing.catch(() => {}).then(() => this.write());
    // Whoever asked for it, it is tried again.
    this.writing.catch(() => this.later(AGAIN));
    return this.writing;
  }

  private async write(): Promise<void> {
    const { text } = this;
    try {
      if (text !== null) await this.save(text);
    } finally {
      this.saving = null;
    }
    // What was typed while it was being saved is still to be saved.
    if (this.text === text) this.text = null;
    else this.later(QUIET);
  }

  /** Forgets what is unsaved: the step is over. */
  drop(): void {
    clearTimeout(this.timer);
    this.text = null;
  }
}
