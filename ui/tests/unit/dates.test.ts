// Times in words.
import { describe, expect, test } from 'vitest';
import { dayNames, distance, evening, when, whenInFull } from '../../src/words/dates';
import { timeOf } from '../../src/words/time';
import { speak } from '../../src/words/words.svelte';

const now = new Date('2026-11-26T18:12:00').getTime();

test.each([
  ['2026-11-29T19:30:00', 'Sunday, 19:30', 'in 3 days', 'Sonntag, 19:30', 'in 3 Tagen'],
  ['2026-11-27T07:05:00', 'Friday, 07:05', 'tomorrow', 'Freitag, 07:05', 'morgen'],
  ['2026-11-26T18:32:00', 'Thursday, 18:32', 'in 20 minutes', 'Donnerstag, 18:32', 'in 20 Minuten'],
  ['2026-11-26T21:12:00', 'Thursday, 21:12', 'in 3 hours', 'Donnerstag, 21:12', 'in 3 Stunden'],
  [
    '2026-12-06T19:30:00',
    'Sunday, 6 December, 19:30',
    'in 10 days',
    'Sonntag, 6. Dezember, 19:30',
    'in 10 Tagen',
  ],
])('%s', (local, en, enDistance, de, deDistance) => {
  speak('en');
  expect([when(local, now), distance(local, now)]).toEqual([en, enDistance]);
  speak('de');
  expect([when(local, now), distance(local, now)]).toEqual([de, deDistance]);
});

describe('in English', () => {
  test.each([
    ['2026-11-15T19:30:00+01:00', 'Sunday, 15 November'],
    ['2025-11-16T23:30:00-05:00', 'Sunday, 16 November 2025'],
  ])('an evening is told as its own clock showed it: %s', (met, said) => {
    speak('en');
    expect(evening(met, now)).toBe(said);
  });

  test('the next time is told in full at the close', () => {
    speak('en');
    expect(whenInFull('2026-11-29T19:30:00', now)).toBe('Sunday, 29 November, 19:30');
    expect(whenInFull('2027-01-03T19:30:00', now)).toBe('Sunday, 3 January 2027, 19:30');
    expect(dayNames().at(-1)).toEqual({ value: 'Sun', label: 'Sunday' });
  });
});

test.each([
  ['19:30', '19:30:00'],
  ['19:30:00', '19:30:00'],
  ['7:05', '07:05:00'],
  ['19.30', '19:30:00'],
  [' 1930 ', '19:30:00'],
  ['7', null],
  ['24:00', null],
  ['19:60', null],
  ['', null],
  ['evening', null],
])('the time of day typed as %j', (typed, time) => {
  expect(timeOf(typed)).toBe(time);
});
