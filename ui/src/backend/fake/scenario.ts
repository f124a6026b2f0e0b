// Reads from the address what a fake evening is to look like: `?backend=fake&past=7&place=3:floor&theme=evening`.
import type { Settings, Trouble } from '../types';

export interface Scenario {
  /** Whether the welcome is done. */
  couple: boolean;
  names: [string, string];
  left: 'one' | 'two';
  /** How many check-ins are kept. */
  past: number;
  due: boolean;
  /** The place of a running check-in, as `data-place` names it; none runs without. */
  place: string | null;
  paused: boolean;
  /** Words already typed in the present step. */
  words: string;
  /** Seconds already spent of the turn. */
  spent: number;
  begins: 'one' | 'two';
  /** The kind of trouble the store is in, until `try_again` has been called once. */
  trouble: Trouble['kind'] | null;
  notice: boolean;
  settings: Settings;
  language: 'en' | 'de';
  /** The wall clock at the beginning, as a local time. */
  now: string;
}

export function scenario(asked: URLSearchParams): Scenario {
  const has = (name: string) => asked.get(name) === '1';
  const place = asked.get('place') ?? (has('running') ? '3:floor' : null);
  return {
    couple: asked.get('couple') !== '0',
    names: [asked.get('one') ?? 'Sam', asked.get('two') ?? 'Robin'],
    left: asked.get('left') === 'two' ? 'two' : 'one',
    past: Number(asked.get('past') ?? 7),
    due: has('due'),
    place,
    paused: has('running') || has('paused'),
    words: asked.get('words') ?? '',
    spent: Number(asked.get('spent') ?? 0),
    begins: asked.get('begins') === 'two' ? 'two' : 'one',
    trouble: (asked.get('trouble') as Trouble['kind'] | null) ?? null,
    notice: has('notice'),
    settings: {
      theme: (asked.get('theme') as Settings['theme'] | null) ?? 'system',
      language: null,
      text: Number(asked.get('text') ?? 100),
      timers: asked.get('timers') !== '0',
      tones: true,
    },
    language: asked.get('lang') === 'de' ? 'de' : 'en',
    now: asked.get('now') ?? '2026-11-26T18:12:00',
  };
}
