// Times in words: the wall's, whatever zone and clock the engine has.
import { afterEach, describe, expect, test } from 'vitest';
import {
  clock,
  clockAt,
  dayNames,
  distance,
  nextDays,
  onDay,
  plusDays,
  realDay,
  today,
  weekday,
  weekNumber,
  when,
  whenInFull,
} from '../../src/words/dates';
import { speak } from '../../src/words/words.svelte';
import { sources } from '../sources';

const now = '2026-11-26T18:12:00';

test.each([
  ['2026-11-29T19:30:00', 4398, 'Sunday, 19:30', 'in 3 days', 'Sonntag, 19:30', 'in 3 Tagen'],
  ['2026-11-27T07:05:00', 773, 'Friday, 07:05', 'tomorrow', 'Freitag, 07:05', 'morgen'],
  ['2026-11-26T18:32:00', 20, 'Thursday, 18:32', 'in 20 minutes', 'Donnerstag, 18:32', 'in 20 Minuten'],
  ['2026-11-26T21:12:00', 180, 'Thursday, 21:12', 'in 3 hours', 'Donnerstag, 21:12', 'in 3 Stunden'],
  // The clock is set forward by an hour in between: what is told is how long it takes.
  ['2026-11-26T21:12:00', 120, 'Thursday, 21:12', 'in 2 hours', 'Donnerstag, 21:12', 'in 2 Stunden'],
  ['2026-12-06T19:30:00', 9, 'Sunday, 6 December, 19:30', 'in 10 days', 'Sonntag, 6. Dezember, 19:30', 'in 10 Tagen'],
])('%s', (planned, minutes, en, enDistance, de, deDistance) => {
  speak('en');
  expect([when(planned, now), distance({ planned, minutes }, now)]).toEqual([en, enDistance]);
  speak('de');
  expect([when(planned, now), distance({ planned, minutes }, now)]).toEqual([de, deDistance]);
});

describe('in English', () => {
  test.each([
    ['2026-11-15T19:30:00+01:00', 'Sunday, 15 November', '19:30'],
    ['2025-11-16T23:30:00-05:00', 'Sunday, 16 November 2025', '23:30'],
    ['2025-11-16T00:15:07.250+13:45', 'Sunday, 16 November 2025', '00:15'],
    ['1969-12-31T23:59:59.999+00:00', 'Wednesday, 31 December 1969', '23:59'],
    ['0026-01-01T00:00:00', 'Thursday, 1 January 26', '00:00'],
    ['+10000-01-01T09:00:00', 'Saturday, 1 January 10000', '09:00'],
  ])('an evening is told as its own clock showed it: %s', (met, day, time) => {
    speak('en');
    expect([onDay(met, now), clock(met)]).toEqual([day, time]);
  });

  test('the next time is told in full at the close', () => {
    speak('en');
    expect(whenInFull('2026-11-29T19:30:00', now)).toBe('Sunday, 29 November, 19:30');
    expect(whenInFull('2027-01-03T19:30:00', now)).toBe('Sunday, 3 January 2027, 19:30');
    expect(dayNames().at(-1)).toEqual({ value: 'Sun', label: 'Sunday' });
  });

  test('a day is named when it is another one', () => {
    speak('en');
    expect(clockAt('2026-11-26T18:32:00', now)).toBe('18:32');
    expect(clockAt('2026-11-27T00:02:00', '2026-11-26T23:42:00')).toBe('Friday, 00:02');
    expect(clockAt('2026-11-26T23:42:00', '2026-11-27T00:02:00')).toBe('Thursday, 23:42');
  });
});

describe('in every zone that the engine knows', () => {
  const own = process.env.TZ;
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  /** Times at which some wall somewhere jumps: Vienna, New York, Cairo, Lord Howe, Apia, Almaty. */
  const LOCALS = [
    '2026-03-29T02:30:00',
    '2026-11-01T01:30:00',
    '2026-04-24T00:30:00',
    '2026-10-04T02:15:00',
    '2011-12-30T19:30:00',
    '2027-07-15T23:59:00',
  ];
  const said = () => [
    LOCALS.map(clock),
    whenInFull('2026-03-29T00:00:00', now),
    when('2026-04-24T00:30:00', '2026-04-23T23:59:00'),
    LOCALS.map((day) => [today(day), plusDays(day, 1), plusDays(day, -1), weekday(day), weekNumber(day)]),
    [realDay(2026, 3, 29), realDay(2011, 12, 30), realDay(2027, 2, 29)],
  ];

  test('a time on the wall stays what it is', () => {
    speak('en');
    process.env.TZ = 'UTC';
    const expected = said();
    expect(LOCALS.map(clock)).toEqual(LOCALS.map((local) => local.slice(11, 16)));
    const zones = [...Intl.supportedValuesOf('timeZone'), 'JST-9', ':/etc/localtime', 'Nowhere/City'];
    expect(zones.length).toBeGreaterThan(300);
    for (const zone of zones) {
      process.env.TZ = zone;
      expect(said(), zone).toEqual(expected);
    }
    const days = zones.slice(0, 3).map((zone) => {
      process.env.TZ = zone;
      return nextDays('2011-12-29T23:59:00');
    });
    expect(days[0]?.slice(0, 2).map(({ value }) => value)).toEqual(['2011-12-29', '2011-12-30']);
    for (const listed of days) expect(listed).toEqual(days[0]);
  });
});

test('nothing but the words’ own calendar knows a clock or a zone', () => {
  const KNOW = ['words/dates.ts'];
  expect(sources.size).toBeGreaterThan(80);
  const found = (pattern: RegExp, known: string[]) =>
    [...sources].filter(([file, text]) => !known.includes(file) && pattern.test(text)).map(([file]) => file);
  expect(found(/\bDate\s*[.(]|new Date\b|DateTimeFormat|toLocale(Date|Time)?String\b|\bTemporal\b/, KNOW)).toEqual([]);
  // These ask the engine's clock or zone, and nobody does.
  expect(found(/\.[gs]et(Date|Day|Month|FullYear|Hours|Minutes|TimezoneOffset)\(|Date\.now|new Date\(\)/, [])).toEqual(
    [],
  );
});
