// Remembers what is being typed, in any field, until it is kept or given up: no kill, reload or closed window costs more of
// it than two seconds.
import { createContext } from 'svelte';
import { OF_THE_CHECK_IN } from '../backend/generated/fields';
import type { Ask, FieldName } from '../backend/types';
import { t } from '../words/words.svelte';
import { Draft } from './draft';
import type { Written } from './written';

type ByField<T> = Partial<Record<FieldName, T>>;

/** As core tells it: what ends in a slash is followed by what it is about. */
function isOfTheCheckIn(field: FieldName): boolean {
  return OF_THE_CHECK_IN.some((kind) => (kind.endsWith('/') ? field.startsWith(kind) : field === kind));
}

export class Typed {
  private words = $state<ByField<string>>({});
  private faults = $state<ByField<string>>({});
  private readonly drafts = new Map<FieldName, Draft>();
  /** The fields of which the program has something, or is about to. */
  private readonly remembered = new Set<FieldName>();
  private known = false;

  constructor(private readonly ask: Ask) {}

  /** Reads what was typed before this window, once. What cannot be read is no reason to show nothing. */
  async read(): Promise<void> {
    if (this.known) return;
    const before = await this.ask('typed', {}).catch(() => null);
    this.known = before !== null;
    for (const { field, text } of before ?? []) {
      this.remembered.add(field);
      this.words[field] ??= text;
    }
  }

  /** Gives what was typed into a field and is not kept; none where nothing was. */
  of(field: FieldName): string | undefined {
    return this.words[field];
  }

  /** The fields with words that are not kept. */
  get fields(): FieldName[] {
    return Object.keys(this.words) as FieldName[];
  }

  /** Whether words were typed that are not even remembered. */
  get unsaved(): boolean {
    return [...this.drafts].some(([field, draft]) => draft.unsaved && this.words[field]);
  }

  /** Holds a field's words: what was typed, or else what is kept. */
  in(field: FieldName, kept = ''): Written {
    const typed = this;
    return {
      get text() {
        return typed.words[field] ?? kept;
      },
      get fault() {
        return typed.faults[field] ?? null;
      },
      get giveUp() {
        const words = typed.words[field];
        return words === undefined || words === kept ? undefined : () => typed.letGo(field);
      },
      type: (text) => this.type(field, text),
      flush: () => this.drafts.get(field)?.flush() ?? Promise.resolve(),
    };
  }

  type(field: FieldName, text: string): void {
    this.words[field] = text;
    this.draft(field).typed(text);
  }

  /** Remembers at once what was already waited for, and could not be kept elsewhere. */
  remember(field: FieldName, text: string): void {
    if (this.words[field] === text) return;
    this.type(field, text);
    void this.draft(field)
      .flush()
      .catch(() => {});
  }

  /** Lets go of a field's words: they are kept, or given up. */
  letGo(field: FieldName): void {
    delete this.words[field];
    delete this.faults[field];
    this.drafts.get(field)?.drop();
    if (!this.remembered.has(field)) return;
    this.draft(field).typed('');
    void this.draft(field)
      .flush()
      .catch(() => {});
  }

  /** Lets go of words that were kept, where no others have been typed since. */
  kept(field: FieldName, text: string): void {
    if (this.words[field] === text) this.letGo(field);
  }

  /** Forgets the fields of a check-in that is over: with it, the program has let go of them. */
  endCheckIn(): void {
    for (const field of new Set([...this.fields, ...this.remembered])) {
      if (!isOfTheCheckIn(field)) continue;
      this.drafts.get(field)?.drop();
      this.remembered.delete(field);
      delete this.words[field];
      delete this.faults[field];
    }
  }

  /** Writes down all that is not yet, as far as it can be. */
  async flush(): Promise<void> {
    await Promise.allSettled([...this.drafts.values()].map((draft) => draft.flush()));
  }

  private draft(field: FieldName): Draft {
    const draft = this.drafts.get(field) ?? new Draft((text) => this.write(field, text));
    this.drafts.set(field, draft);
    return draft;
  }

  private async write(field: FieldName, text: string): Promise<void> {
    if (text) this.remembered.add(field);
    try {
      const answer = await this.ask('keep_typed', { field, text });
      if ('refused' in answer) throw answer.refused;
      if (!text) this.remembered.delete(field);
      delete this.faults[field];
    } catch (thrown) {
      // What was let go of says no more.
      if (this.words[field] === undefined) throw thrown;
      const most = (thrown as { most?: number }).most;
      this.faults[field] = most ? t('app-typed-long', { most }) : t('app-typed-failed');
      throw thrown;
    }
  }
}

export const [getTyped, setTyped] = createContext<Typed>();
