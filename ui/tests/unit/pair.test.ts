// The pair: where the circles are, how names fit them, and what the ring shows.
import { describe, expect, test } from 'vitest';
import { fitting, textWidth } from '../../src/pair/fit';
import { overlap, type PoseName, pose } from '../../src/pair/pose';
import { drawn } from '../../src/pair/time';

const names: PoseName[] = ['home', 'together', 'floor', 'lean', 'swap', 'yes', 'mostly', 'not-yet'];

describe.each(names)('the pose %s', (name) => {
  test('stays on its sheet, on either side', () => {
    for (const acts of ['left', 'right'] as const) {
      const { left, right, ring, width, height } = pose(name, acts);
      for (const { x, y, r } of [left, right, ...(ring ? [ring] : [])]) {
        expect(Math.abs(x) + r).toBeLessThanOrEqual(width / 2 + 1);
        expect(Math.abs(y) + r).toBeLessThanOrEqual(height / 2 + 1);
      }
      expect(left.x).toBeLessThan(right.x);
    }
  });

  test('keeps each name inside its circle', () => {
    const { left, right } = pose(name, 'left');
    for (const { r, label } of [left, right]) {
      expect(Math.abs(label.x) + label.width / 2).toBeLessThan(r);
    }
  });
});

test('who acts carries the weight, wherever they sit', () => {
  const [left, right] = [pose('floor', 'left'), pose('floor', 'right')];
  expect([left.left.full, left.right.full, left.ring?.x]).toEqual([true, false, left.left.x]);
  expect([right.left.full, right.right.full, right.ring?.x]).toEqual([false, true, right.right.x]);
  expect(left.left.r).toBeGreaterThan(left.right.r);
});

test('the circles overlap further the more heard both felt', () => {
  const apart = (name: PoseName) => pose(name, 'left').right.x - pose(name, 'left').left.x;
  expect(apart('yes')).toBeLessThan(apart('mostly'));
  expect(apart('mostly')).toBeLessThan(apart('not-yet'));
  expect(overlap(['yes', 'yes'])).toBe(1);
  expect(overlap(['yes', 'not-yet'])).toBeLessThan(overlap(['yes', 'mostly']) ?? 0);
  expect(overlap(['mostly', null])).toBe(0.6);
  expect(overlap([null, null])).toBeNull();
});

test.each([
  ['Sam', 30],
  ['Robin', 30],
])('the usual name %s has the usual size', (name, size) => {
  expect(fitting(name, 150, 80, 30)).toBe(size);
});

test.each([
  'W'.repeat(40),
  '李'.repeat(40),
  '👩‍🚀'.repeat(40),
  'Maximiliane Konstantina von Hohenstein-Reuss',
  'ﷺ'.repeat(40),
])('a long name fits its circle: %s', (name) => {
  const [width, height] = [98, 60];
  const size = fitting(name, width, height, 21);
  expect(size).toBeGreaterThan(4);
  expect(textWidth(name) * size * size * 1.15).toBeLessThan(width * height * 1.35);
});

test.each([
  [{ length: 180_000, spent: 0, runs: true }, 0, 1, false],
  [{ length: 180_000, spent: 45_000, runs: true }, 0, 0.75, false],
  [{ length: 180_000, spent: 45_000, runs: true }, 45_000, 0.5, false],
  [{ length: 180_000, spent: 45_000, runs: false }, 45_000, 0.75, false],
  [{ length: 180_000, spent: 179_000, runs: true }, 1_000, 0, true],
  [{ length: 180_000, spent: 300_000, runs: true }, 0, 0, true],
  [{ length: 180_000, spent: 0, runs: true }, -50, 1, false],
])('a turn of %j is drawn after %i ms', (turn, since, left, over) => {
  expect(drawn(turn, since)).toEqual({ left, over });
});
