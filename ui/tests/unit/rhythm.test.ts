// The rhythm: which day is next, what was typed for a day, what is listed, and what Home says.

import { describe, expect, test } from 'vitest';
import type { Due, Every, Schedule, View } from '../../src/backend/types';
import { said } from '../../src/home/said';
import { changed, nextDate, nextDates } from '../../src/rhythm/rule';
import { times } from '../../src/rhythm/times';
import { speak } from '../../src/words/words.svelte';

/** A Thursday. */
const NOW = '2026-11-26T18:12:00';
const bare = (text: string | null) => text?.replace(/[\u2068\u2069]/g, '') ?? null;

/** A time to come, so many minutes from now. */
const coming = (planned: string, minutes: number) => ({ planned, of: planned, minutes });
const SUNDAYS = [
  coming('2026-11-29T19:30:00', 4_398),
  coming('2026-12-06T19:30:00', 14_478),
  coming('2026-12-13T19:30:00', 24_558),
];
const schedule = (more: Partial<Schedule> = {}) => ({ next: SUNDAYS, due: null, ...more }) as Schedule;
/** A time that came. */
const due = (planned: string, more: Partial<Due> = {}): Due => ({
  planned,
  of: planned,
  missed: false,
  snoozed: null,
  evening: null,
  tomorrow: '2026-11-27T18:10:00',
  ...more,
});

describe('the days that may be next', () => {
  const rule = (day: string, every: Every, first = '2026-11-23', time = '19:30:00') => ({
    day,
    time,
    every,
    first,
  });

  test.each([
    ['Sun', 'week', ['2026-11-29']],
    ['Sun', 'two-weeks', ['2026-11-29', '2026-12-06']],
    ['Thu', 'two-weeks', ['2026-11-26', '2026-12-03']],
    ['Wed', 'four-weeks', ['2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23']],
  ] as const)('%s, %s', (day, every, expected) => {
    expect(nextDates(rule(day, every), NOW)).toEqual(expected);
  });

  test('begin a week later where today’s time has passed', () => {
    expect(nextDates(rule('Thu', 'two-weeks', '2026-11-23', '18:00:00'), NOW)).toEqual(['2026-12-03', '2026-12-10']);
  });

  test.each([
    ['Sun', 'two-weeks', '2026-11-23', '2026-11-29'],
    ['Sun', 'two-weeks', '2026-11-30', '2026-12-06'],
    // Counted from any week, long ago or far ahead, over the changes of the clock.
    ['Sun', 'four-weeks', '2024-01-03', '2026-12-06'],
    ['Sun', 'four-weeks', '2030-12-01', '2026-12-06'],
    ['Mon', 'four-weeks', '2026-11-29', '2026-12-21'],
  ] as const)('%s, %s, counted from %s: %s', (day, every, first, expected) => {
    expect(nextDate(rule(day, every, first), NOW)).toBe(expected);
  });

  test('stay where they are, and are the nearest when it becomes another rhythm', () => {
    const every = rule('Sun', 'two-weeks', '2026-11-30');
    expect(changed(every, { time: '20:00:00' }, NOW).first).toBe('2026-11-30');
    expect(changed(every, { first: '2026-11-29' }, NOW).first).toBe('2026-11-29');
    expect(nextDate(changed(every, { every: 'four-weeks' }, NOW), NOW)).toBe('2026-11-29');
  });
});

test('what became of single times stands among the next ones', () => {
  const moved = { of: '2026-11-29T19:30:00', to: '2026-11-27T20:00:00' };
  const added = { of: '2026-12-02T20:00:00', to: '2026-12-02T20:00:00' };
  const skipped = { of: '2026-12-06T19:30:00', to: null };
  const next = [
    { ...coming('2026-11-27T20:00:00', 1_548), of: moved.of },
    coming(added.of, 8_748),
    coming('2026-12-13T19:30:00', 24_558),
  ];
  const listed = times({ next, changes: [moved, skipped, added] });
  expect(listed.map(({ when, is }) => `${when.slice(5, 16)} ${is}`)).toEqual([
    '11-27T20:00 moved',
    '12-02T20:00 added',
    '12-06T19:30 left-out',
    '12-13T19:30 planned',
  ]);
  expect(times({ next: SUNDAYS, changes: [] }).map(({ is }) => is)).toEqual(['planned', 'planned', 'planned']);
});

describe('Home says', () => {
  test.each([
    ['the next times', {}, 'Sunday, 19:30 · in 3 days', 'Your next time together', '6 December'],
    [
      'what has come',
      { due: due('2026-11-26T18:10:00') },
      'Planned for Thursday, 18:10',
      'It’s time',
      'After that: Sunday, 19:30 · Sunday, 6 December',
    ],
    [
      'what is quiet',
      { due: due('2026-11-26T18:10:00', { snoozed: '2026-11-26T18:27:00' }) },
      'Planned for Thursday, 18:10',
      'Quiet until 18:27',
      'After that: Sunday, 19:30',
    ],
    [
      'nothing here of what was missed',
      { due: due('2026-11-22T18:12:00', { missed: true }) },
      'Sunday, 19:30 · in 3 days',
      'Your next time together',
      '6 December',
    ],
  ])('%s', (_, more, above, title, after) => {
    speak('en');
    const words = said(schedule(more), null, NOW);
    expect([bare(words.above), bare(words.title)]).toEqual([above, title]);
    expect(bare(words.after)).toContain(after);
  });

  test('nothing of the time while a check-in runs', () => {
    speak('en');
    const running = { overlay: null } as View;
    const words = said(schedule({ due: due('2026-11-26T18:10:00') }), running, NOW);
    expect([words.above, words.after, words.title]).toEqual([null, null, 'You’re in the middle of a check-in']);
  });

  test('that nothing is planned', () => {
    speak('en');
    expect(said(schedule({ next: [] }), null, NOW)).toMatchObject({
      above: 'Whenever you like',
      after: null,
    });
  });
});
