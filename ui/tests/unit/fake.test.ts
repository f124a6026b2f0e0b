// The fake program walks the whole ritual, and every place of it has its words.
import { describe, expect, test } from 'vitest';
import { edges, lead, placeOf, rites, wayTo, weekly } from '../../src/backend/fake/graph';
import { invent, lineOf, recordOf } from '../../src/backend/fake/records';
import { FakeCheckIn } from '../../src/backend/fake/rite';
import { placeName } from '../../src/backend/place';
import type { Event } from '../../src/backend/types';
import { stage } from '../../src/checkin/stage';
import { speak } from '../../src/words/words.svelte';

const names = { one: 'Sam', two: 'Robin' };
const lines = { one: 'full', two: 'full' } as const;
const begun = (rite = weekly) => new FakeCheckIn(rite, 'one', true, () => 0);
const on: Event = { kind: 'go-on' };

test('every place can be reached, and every way leads somewhere', () => {
  for (const rite of Object.values(rites)) {
    for (const place of Object.keys(rite.nodes)) {
      expect(wayTo(rite, place).at(-1)).toBe(place);
      for (const { to } of edges(rite, place))
        expect(typeof to === 'string' ? to in rite.nodes : 'ending' in to).toBe(true);
    }
  }
});

test('places are named on the screen as in the core', () => {
  for (const rite of Object.values(rites)) {
    for (const [place, { step, moment }] of Object.entries(rite.nodes))
      expect(placeName(step, moment)).toBe(place);
  }
  expect(placeOf(weekly, '3:floor')).toBe('3:floor');
  expect(placeOf(weekly, '99:floor')).toBeNull();
});

describe.each(['en', 'de'] as const)('in %s', (language) => {
  test.each(Object.keys(rites))(
    'every place of %s has a line, and takes every event that leads on',
    (name) => {
      speak(language);
      const rite = rites[name] ?? weekly;
      for (const place of Object.keys(rite.nodes)) {
        const checkIn = begun(rite);
        checkIn.putAt(place, 0);
        const drawn = stage(checkIn.view(true), names, 'Sunday, 19:30', lines);
        expect([place, drawn.say === '', drawn.label === '']).toEqual([place, false, false]);
        const events = edges(rite, place)
          .map(({ event }) => JSON.stringify(event))
          // That way leads through what lies over the step.
          .filter((event) => !event.includes('smaller"}'));
        const offered = [
          ...(drawn.answers ?? []).map(({ value }) => JSON.stringify(value)),
          ...(drawn.go ? [JSON.stringify(on)] : []),
          ...(drawn.none ? [JSON.stringify({ kind: 'nothing-to-ask' })] : []),
        ];
        if (!place.endsWith(':here')) expect([place, offered.sort()]).toEqual([place, events.sort()]);
      }
    },
  );
});

test.each([
  ['hard', 'block naming', 'back'],
  ['take-break', 'break', 'back'],
  ['repair', 'repair', 'go-on'],
  ['pause', 'paused', 'resume'],
] as const)('%s lies over the step, and the step is there again', (kind, over, back) => {
  const checkIn = begun();
  checkIn.putAt('3:floor', 0);
  expect([checkIn.act({ kind }), checkIn.over]).toEqual([null, over]);
  expect([checkIn.act({ kind: back }), checkIn.over]).toEqual([null, 'none']);
  expect(placeName(checkIn.node.step, checkIn.node.moment)).toBe('3:floor');
});

test('a smaller piece begins with the one who speaks', () => {
  const checkIn = begun();
  checkIn.putAt('4:line say-back first 0', 0);
  for (const kind of ['hard', 'go-on', 'go-on', 'smaller'] as const) expect(checkIn.act({ kind })).toBeNull();
  expect(placeName(checkIn.node.step, checkIn.node.moment)).toBe('4:line smaller-piece first 0');
  expect(checkIn.view(true).turn).toEqual({ length: 60_000, spent: 0, runs: true });
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
  const checkIn = new FakeCheckIn(weekly, 'one', true, () => now);
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
  checkIn.putAt('12:keep', 0);
  checkIn.act({ kind: 'write', step: 12, text: ' a note ' });
  expect(recordOf(checkIn, 'nothing', 'x', 30)).toBeNull();
  expect(recordOf(checkIn, 'only-that-we-met', 'x', 30)?.whole).toBeNull();
  expect(recordOf(checkIn, 'all', 'x', 30)?.whole?.note).toBe('a note');
  expect(lead(weekly, '12:keep', { kind: 'keep', choice: 'nothing' })).toEqual({
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
