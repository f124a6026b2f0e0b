// Reads from the address how the couple's life is to stand: `?past=7&place=3:floor&theme=evening`.
import { LANGUAGES } from '../generated/languages';
import type { Every, Help, Language, Rest, Settings, Trouble, Typed, Unreadable, WindowRequest } from '../types';

/** `tests/desk/src/scenario.rs` has the same names. */
export interface Scenario {
  /** Whether the welcome is done. */
  couple: boolean;
  names: [string, string];
  left: 'one' | 'two';
  /** How many check-ins are kept. */
  past: number;
  /** A planned time that has just come, one of four days ago, one that is quiet for a quarter of an hour. */
  due: boolean;
  missed: boolean;
  snoozed: boolean;
  every: Every;
  /** Whether the next time is moved, and the second left out. */
  moved: boolean;
  skipped: boolean;
  rests: Rest[];
  /** What the desktop has. */
  tray: boolean;
  notifications: boolean;
  /** The place of a running check-in, as `data-place` names it; none runs without. */
  place: string | null;
  /** The format of the check-in that runs. */
  format: string;
  /** Whether it will be kept, if they choose so. */
  record: boolean;
  /** What lies over the step: `paused`, `block naming`, `away`. */
  over: string | null;
  /** Minutes until they mean to be back from a break. */
  away: number;
  /** What is in the way, as already typed. */
  block: string;
  /** Whether there are agreements to look back on. */
  agreed: boolean;
  /** Whether there are files of formats that cannot be used. */
  broken: boolean;
  /** What lies in the jar: the first is Sam's, the second Robin's, and so on. */
  jar: string[];
  /** What stands in fields and is not kept, as JSON. */
  typed: Typed[];
  /** Words already typed in the present step. */
  words: string;
  /** Seconds already spent of the turn. */
  spent: number;
  begins: 'one' | 'two';
  /** The kind of trouble the store is in, until `try_again` has been called once. */
  trouble: Trouble['kind'] | null;
  notice: boolean;
  /** What cannot be read. */
  unreadable: Unreadable[];
  /** Whether a part of each kept check-in cannot be read. */
  past_unreadable: boolean;
  /** Whether nothing can be written. */
  read_only: boolean;
  /** What is asked of the window when it opens. */
  request: WindowRequest | null;
  /** Whether the program does not answer the first time it is asked. */
  silent: boolean;
  settings: Settings;
  language: Language;
  /** The wall clock at the beginning, as a local time. */
  now: string;
}

const RESTS: Rest[] = [
  { from: '2026-12-21', to: '2027-01-03' },
  { from: '2027-02-08', to: '2027-02-14' },
];
/** Anything else is: not asked yet. */
const BACKGROUND: Record<string, boolean> = { stay: true, quit: false };

export function scenario(asked: URLSearchParams): Scenario {
  const has = (name: string) => asked.get(name) === '1';
  const place = asked.get('place') ?? (has('running') ? '3:floor' : null);
  return {
    couple: asked.get('couple') !== '0',
    names: [asked.get('one') ?? 'Sam', asked.get('two') ?? 'Robin'],
    left: asked.get('left') === 'two' ? 'two' : 'one',
    past: Number(asked.get('past') ?? 7),
    due: has('due'),
    missed: has('missed'),
    snoozed: has('snoozed'),
    every: (asked.get('every') as Every | null) ?? 'week',
    moved: has('moved'),
    skipped: has('skipped'),
    rests: has('rests') ? RESTS : [],
    tray: asked.get('tray') !== '0',
    notifications: asked.get('notifications') !== '0',
    place,
    format: asked.get('format') ?? 'weekly',
    record: asked.get('record') !== '0',
    over: asked.get('over') ?? (has('running') || has('paused') ? 'paused' : null),
    away: Number(asked.get('away') ?? 20),
    block: asked.get('block') ?? '',
    agreed: has('agreed'),
    broken: has('broken'),
    jar: asked.get('jar')?.split('|').filter(Boolean) ?? [],
    typed: JSON.parse(asked.get('typed') ?? '[]'),
    words: asked.get('words') ?? '',
    spent: Number(asked.get('spent') ?? 0),
    begins: asked.get('begins') === 'two' ? 'two' : 'one',
    trouble: (asked.get('trouble') as Trouble['kind'] | null) ?? null,
    notice: has('notice'),
    unreadable: (asked.get('unreadable')?.split('|') ?? []) as Unreadable[],
    past_unreadable: has('left-out'),
    read_only: has('read-only'),
    request: asked.get('request') as WindowRequest | null,
    silent: has('silent'),
    settings: {
      theme: (asked.get('theme') as Settings['theme'] | null) ?? 'system',
      language: null,
      text: Number(asked.get('text') ?? 100),
      timers: asked.get('timers') !== '0',
      tones: true,
      timbre: 'bowl',
      volume: 60,
      background: BACKGROUND[asked.get('background') ?? 'stay'] ?? null,
      autostart: has('autostart'),
      lines: {
        one: (asked.get('lines') as Help | null) ?? 'full',
        two: (asked.get('lines') as Help | null) ?? 'full',
      },
    },
    language: LANGUAGES.find((language) => language === asked.get('lang')) ?? 'en',
    now: asked.get('now') ?? '2026-11-26T18:12:00',
  };
}
