// Holds which part of the past check-ins is on the screen: one page, and the way back to the newest.
import type { Ask, PastPage } from '../backend/types';

/** Where a page begins: after which check-in, and how many come before it. */
type Begins = { after: string; place: number };

export class Past {
  page = $state.raw<PastPage | null>(null);
  /** The pages that were turned, the newest left out: it begins with the first. */
  private turned = $state.raw<Begins[]>([]);
  private loading: Promise<void> | null = null;

  constructor(private readonly ask: Ask) {}

  /** How many newer ones come before those that are shown. */
  get before(): number {
    return this.turned.at(-1)?.place ?? 0;
  }

  /** Reads the page that was left open. */
  open(): Promise<void> {
    return this.load(this.turned);
  }

  /** Turns to older ones, or back; once at a time, however often it is asked. */
  turn(by: 1 | -1): Promise<void> {
    if (by < 0) return this.load(this.turned.slice(0, -1));
    const last = this.page?.lines.at(-1);
    if (!last) return this.open();
    return this.load([...this.turned, { after: last.id, place: this.before + (this.page?.lines.length ?? 0) }]);
  }

  /** Begins with the newest. */
  restart(): Promise<void> {
    return this.load([]);
  }

  private load(turned: Begins[]): Promise<void> {
    this.loading ??= this.read(turned).finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  private async read(turned: Begins[]): Promise<void> {
    const page = await this.ask('past', { after: turned.at(-1)?.after ?? null });
    // The one that it began after may be deleted by now.
    if (page.lines.length === 0 && turned.length > 0) return this.read(turned.slice(0, -1));
    this.turned = turned;
    this.page = page;
  }
}
