// The fake program walks the whole ritual, and every place of it has its words.
import { describe, expect, test } from 'vitest';
import { edges, FakeCheckIn, graph, lead, placeOf, wayTo } from '../../src/backend/fake/graph';
import { invent, lineOf, recordOf } from '../../src/backend/fake/records';
import { placeName } from '../../src/backend/place';
import type { Event } from '../../src/backend/types';
import { stage } from '../../src/checkin/stage';
import { speak } from '../../src/words/words.svelte';

const places = Object.keys(graph.nodes);
const names = { one: 'Sam', two: 'Robin' };
const begun = () => new FakeCheckIn('one', () => 0);
const on: Event = { kind: 'go-on' };

test('every place can be reached, and every way leads somewhere', () => {
  for (const place of places) {
    expect(wayTo(place).at(-1)).toBe(place);
    for (const { to } of edges(place))
      expect(typeof to === 'string' ? to in graph.nodes : 'ending' in to).toBe(true);
  }
});

test('places are named on the screen as in the core', () => {
  for (const [place, { step, moment }] of Object.entries(graph.nodes))
    expect(placeName(step, moment)).toBe(place);
  expect(placeOf('3:floor')).toBe('3:floor');
  expect(placeOf('99:floor')).toBeNull();
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(places)('%s has a line, and takes every event that leads on', (place) => {
    speak(language);
    const checkIn = begun();
    checkIn.putAt(place, 0);
    const drawn = stage(checkIn.view(true), names, 'Sunday, 19:30');
    expect(drawn.say).not.toBe('');
    expect(drawn.label).not.toBe('');
    const events = edges(place).map(({ event }) => JSON.stringify(event));
    const arrives = place.endsWith(':here');
    const offered = [
      ...(drawn.answers ?? []).map(({ value }) => JSON.stringify(value)),
      ...(drawn.go ? [JSON.stringify(on)] : []),
    ];
    if (!arrives) expect(offered.sort()).toEqual(events.sort());
  });
});

test('back is one move less, a pause changes no place, and the words stay', () => {
  const checkIn = begun();
  checkIn.putAt('4:line did-i-get-it first 0', 0);
  expect(checkIn.act({ kind: 'got-it', yes: false })).toBeNull();
  expect(placeName(checkIn.node.step, checkIn.node.moment)).toBe('4:line say-back one-more 0');
  checkIn.act({ kind: 'back' });
  checkIn.act({ kind: 'pause' });
  expect(checkIn.act({ kind: 'got-it', yes: true })).toEqual({ refusal: 'paused' });
  expect(checkIn.act({ kind: 'write', step: 3, text: 'words' })).toBeNull();
  checkIn.act({ kind: 'resume' });
  expect([placeName(checkIn.node.step, checkIn.node.moment), checkIn.words.get(3)]).toEqual([
    '4:line did-i-get-it first 0',
    'words',
  ]);
  expect(checkIn.act(on)).toEqual({ refusal: 'not-here' });
  expect(checkIn.act({ kind: 'write', step: 3, text: 'x'.repeat(2001) })).toEqual({
    refusal: 'too-long',
    most: 2000,
  });
});

test('a turn has its time, which a pause holds', () => {
  let now = 0;
  const checkIn = new FakeCheckIn('one', () => now);
  checkIn.putAt('3:floor', 10_000);
  now = 5_000;
  expect(checkIn.view(true).turn).toEqual({ length: 180_000, spent: 15_000, runs: true });
  checkIn.act({ kind: 'pause' });
  now = 60_000;
  expect(checkIn.view(true).turn).toEqual({ length: 180_000, spent: 15_000, runs: false });
  checkIn.act({ kind: 'resume' });
  checkIn.act({ kind: 'one-more-minute' });
  expect(checkIn.view(true).turn).toEqual({ length: 240_000, spent: 15_000, runs: true });
  expect(checkIn.view(false).turn).toBeNull();
  checkIn.act(on);
  expect(checkIn.view(true).turn).toEqual({ length: 240_000, spent: 0, runs: true });
});

test('what is kept is what was chosen', () => {
  const checkIn = begun();
  checkIn.putAt('10:keep', 0);
  checkIn.act({ kind: 'write', step: 10, text: ' a note ' });
  expect(recordOf(checkIn, 'nothing', 'x', 30)).toBeNull();
  expect(recordOf(checkIn, 'only-that-we-met', 'x', 30)?.whole).toBeNull();
  expect(recordOf(checkIn, 'all', 'x', 30)?.whole?.note).toBe('a note');
  expect(lead('10:keep', { kind: 'keep', choice: 'nothing' })).toEqual({
    ending: { kind: 'closed', keep: 'nothing' },
  });
});

test('invented evenings are a week apart, newest first', () => {
  const kept = invent(9, new Date('2026-11-22T19:31:00').getTime());
  expect(kept.map((one) => one.met.slice(0, 10)).slice(0, 3)).toEqual([
    '2026-11-22',
    '2026-11-15',
    '2026-11-08',
  ]);
  expect(kept.map(lineOf).filter((line) => !line.whole)).toHaveLength(1);
});
