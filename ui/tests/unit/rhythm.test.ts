// The rhythm: which day is next, what was typed for a day, what is listed, and what Home says.

import { describe, expect, test } from 'vitest';
import { Fake } from '../../src/backend/fake/fake';
import { scenario } from '../../src/backend/fake/scenario';
import plans from '../../src/backend/generated/plans.json';
import type { Every, Overview } from '../../src/backend/types';
import { said } from '../../src/home/said';
import { changed, nextDate, nextDates } from '../../src/rhythm/rule';
import { times } from '../../src/rhythm/times';
import { speak } from '../../src/words/words.svelte';

/** A Thursday. */
const NOW = '2026-11-26T18:12:00';
const bare = (text: string | null) => text?.replace(/[\u2068\u2069]/g, '') ?? null;

const fake = (asked: string) => new Fake(scenario(new URLSearchParams(asked)));
const overview = (asked: string): Overview => fake(asked).overview();

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
    expect(nextDates(rule('Thu', 'two-weeks', '2026-11-23', '18:00:00'), NOW)).toEqual([
      '2026-12-03',
      '2026-12-10',
    ]);
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
  const it = fake('moved=1&skipped=1');
  it.plan.add('2026-12-02T20:00:00');
  expect(times(it.overview()).map(({ when, is }) => `${when.slice(5, 16)} ${is}`)).toEqual([
    '11-27T20:00 moved',
    '12-02T20:00 added',
    '12-06T19:30 left-out',
    '12-13T19:30 planned',
  ]);
  it.plan.restore('2026-11-29T19:30:00');
  it.plan.restore('2026-12-06T19:30:00');
  it.plan.skip('2026-12-02T20:00:00');
  expect(times(it.overview()).map(({ is }) => is)).toEqual(['planned', 'planned', 'planned']);
});

describe('Home says', () => {
  test.each([
    ['', 'Sunday, 19:30 · in 3 days', 'Your next time together', '6 December'],
    ['every=four-weeks', 'Sunday, 19:30 · in 3 days', 'Your next time together', '27 December'],
    ['due=1', 'Planned for Thursday, 18:10', 'It’s time', 'After that: Sunday, 19:30 · Sunday, 6 December'],
    ['snoozed=1', 'Planned for Thursday, 18:10', 'Quiet until 18:27', 'After that: Sunday, 19:30'],
    ['missed=1', 'Sunday, 19:30 · in 3 days', 'Your next time together', '6 December'],
  ])('%j', (asked, above, title, after) => {
    speak('en');
    const words = said(overview(asked), NOW);
    expect([bare(words.above), bare(words.title)]).toEqual([above, title]);
    expect(bare(words.after)).toContain(after);
  });

  test('nothing of the time while a check-in runs', () => {
    speak('en');
    const words = said(overview('running=1&due=1'), NOW);
    expect([words.above, words.after, words.title]).toEqual([
      null,
      null,
      'You’re in the middle of a check-in',
    ]);
  });

  test('that nothing is planned', () => {
    speak('en');
    expect(said({ ...overview(''), next: [] }, NOW)).toMatchObject({
      above: 'Whenever you like',
      after: null,
    });
  });
});

describe('the fake plan', () => {
  test.each(plans.map((walk) => [JSON.stringify(walk.deeds), walk] as const))(
    'becomes what core’s does by %s',
    (_, walk) => {
      const { plan } = fake(`now=2026-11-26T18:00:00`);
      for (const [deed, of, to] of walk.deeds as [string, never, never][]) {
        if (deed === 'add') plan.add(of);
        else if (deed === 'move') plan.place(of, to);
        else if (deed === 'skip') plan.skip(of);
        else if (deed === 'restore') plan.restore(of);
        else plan.rests = of;
      }
      expect(plan.next().map(({ planned }) => planned)).toEqual(walk.next);
      expect(plan.others()).toEqual(walk.offered);
    },
  );

  test('rests, and goes on after', () => {
    expect(
      overview('rests=1&now=2026-12-18T10:00:00').next.map(({ planned }) => planned.slice(0, 10)),
    ).toEqual(['2026-12-20', '2027-01-10', '2027-01-17']);
  });

  test.each(['move_time', 'skip', 'begin'] as const)('is due no more after %s', async (command) => {
    const it = fake('due=1');
    const of = it.overview().due?.of ?? '';
    const args = { of, to: '2026-11-28T20:00:00', beginner: 'one', format: 'weekly', record: true } as const;
    await it.call(command, args);
    expect(it.overview().due).toBeNull();
  });

  test('refuses what has passed', () => {
    const it = fake('due=1');
    expect(it.move_time({ of: it.overview().due?.of ?? '', to: NOW })).toEqual({ refused: 'passed' });
    expect(it.overview().due).not.toBeNull();
  });

  test('is quiet for a quarter of an hour', () => {
    const it = fake('due=1');
    it.snooze();
    expect(it.overview().due?.snoozed).not.toBeNull();
    it.advance(15 * 60_000);
    expect(it.overview().due?.snoozed).toBeNull();
  });
});
