// Formats: how long they take, and what a couple can do to their steps.
import { beforeEach, describe, expect, test } from 'vitest';
import written from '../../src/backend/generated/formats.json';
import { LANGUAGES } from '../../src/backend/generated/languages';
import type { FileFault, Format, Step, StepKind, Whose } from '../../src/backend/types';
import * as edit from '../../src/formats/edit';
import {
  brokenWords,
  copyName,
  kindWords,
  lengthWords,
  lineOf,
  minutesWords,
  nameOf,
  whoseWords,
} from '../../src/formats/words';
import { speak } from '../../src/words/words.svelte';

const formats = written as Format[];
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const WHOSE: Record<string, Whose> = { '*': 'both', b: 'beginner', o: 'other' };

/** Reads steps such as `speak b 3, close *`. */
function steps(text: string): Step[] {
  return text.split(', ').map((step) => {
    const [kind, whose = '*', minutes] = step.split(' ');
    const read = { kind: kind as StepKind, whose: WHOSE[whose] ?? 'both' };
    return minutes ? { ...read, minutes: Number(minutes) } : read;
  });
}

/** Writes steps as `steps` reads them. */
function text(list: Step[]): string {
  return list
    .map(({ kind, whose, minutes }) => [kind, whose === 'both' ? '*' : whose[0], minutes].filter(Boolean).join(' '))
    .join(', ');
}

beforeEach(() => speak('en'));

describe('a length at a glance', () => {
  test.each([
    ['first', false, 'about 15 min'],
    ['weekly', true, 'about 30 min'],
    ['weekly', false, 'about 30 min'],
    ['short', true, 'about 15 min'],
    ['long', true, 'about 60 min'],
    ['listening', true, 'about 30 min'],
    ['after-a-fight', true, 'about 40 min'],
    ['thanks', true, 'about 5 min'],
  ])('of %s, with agreements %s, is %s', (id, agreed, said) => {
    const format = formats.find((one) => one.id === id);
    const length = edit.lengthOf(edit.stepsNow(format?.step ?? [], agreed));
    expect(bare(lengthWords(length))).toBe(said);
  });

  test.each([
    ['close *', 'as long as you like'],
    ['speak b, close *', 'as long as you like'],
    ['speak b 12, close *', 'about 10 min'],
    ['speak b 13, close *', 'about 15 min'],
    ['close * 1', 'about 5 min'],
    ['speak b 10, speak o, close *', '10 min and more'],
    ['speak b 10, swap *, felt-heard b, close *', 'about 10 min'],
  ])('of %s is %s', (list, said) => {
    expect(bare(lengthWords(edit.lengthOf(steps(list))))).toBe(said);
  });
});

test.each([
  ['speak b 3', '3 min'],
  ['speak b', 'no timer'],
  ['felt-heard b 2', 'about 2 min'],
  ['close * 3', 'about 3 min'],
  ['close *', 'no timer'],
])('the time of %s is %s', (step, said) => {
  expect(steps(step).map((one) => bare(minutesWords(one)))).toEqual([said]);
});

describe('editing', () => {
  const LIST = 'arrive * 1, speak b 3, lean-in o 4, close * 3';

  test.each([
    [LIST, 1, -1, 'speak b 3, arrive * 1, lean-in o 4, close * 3'],
    [LIST, 1, 1, 'arrive * 1, lean-in o 4, speak b 3, close * 3'],
    [LIST, 0, -1, LIST],
    [LIST, 2, 1, LIST],
    [LIST, 3, -1, LIST],
  ] as const)('%s: step %i moved by %i', (list, index, by, then) => {
    expect(text(edit.move(steps(list), index, by))).toBe(then);
    expect(edit.canMove(steps(list), index, by)).toBe(list !== then);
  });

  test.each([
    [1, 'arrive * 1, lean-in o 4, close * 3'],
    [3, LIST],
  ])('leaves step %i out, but never the close', (index, then) => {
    expect(text(edit.remove(steps(LIST), index))).toBe(then);
  });

  test.each([
    ['close *', 'speak b 3, close *'],
    ['speak b 5, close *', 'speak b 5, speak o 3, close *'],
    ['speak b 5, speak o 5, swap *, close *', 'speak b 5, speak o 5, swap *, speak b 3, close *'],
  ])('adds a turn to %s', (list, then) => {
    expect(text(edit.add(steps(list)))).toBe(then);
  });

  test.each([
    ['speak b 3, swap * 1, close *', 1, 'lean-in', 'speak b 3, lean-in o 1, close *'],
    ['speak o 3, swap * 1, close *', 1, 'lean-in', 'speak o 3, lean-in b 1, close *'],
    ['speak b 3, lean-in o 4, ask o 1, close *', 2, 'felt-heard', 'speak b 3, lean-in o 4, felt-heard b 1, close *'],
    ['appreciate b 1, swap *, close *', 1, 'appreciate', 'appreciate b 1, appreciate o, close *'],
    ['swap *, close *', 0, 'speak', 'speak b, close *'],
    ['swap *, close *', 0, 'lean-in', 'lean-in b, close *'],
    ['speak o 3, close *', 0, 'ask', 'ask o 3, close *'],
    ['speak o 3, close *', 0, 'swap', 'swap * 3, close *'],
  ] as const)('%s: step %i becomes %s', (list, index, kind, then) => {
    expect(text(edit.changeKind(steps(list), index, kind))).toBe(then);
  });

  test.each([
    ['speak b 3', 1, 'speak b 4'],
    ['speak b 1', -1, 'speak b'],
    ['speak b', -1, 'speak b'],
    ['speak b', 1, 'speak b 1'],
    ['speak b 30', 1, 'speak b 30'],
  ])('%s by %i minute is %s', (step, by, then) => {
    const [changed] = edit.changeMinutes(steps(step), 0, by);
    expect(changed && text([changed])).toBe(then);
  });

  test('gives a step to the other one', () => {
    expect(text(edit.changeWhose(steps(LIST), 1, 'other'))).toBe('arrive * 1, speak o 3, lean-in o 4, close * 3');
  });

  test.each([
    ['both', 'one', null],
    ['beginner', 'two', 'two'],
    ['other', 'two', 'one'],
  ] as const)('the role %s, where %s begins, is %s', (whose, beginner, who) => {
    expect(edit.personOf(whose, beginner)).toBe(who);
  });
});

describe('a name', () => {
  test.each([
    ['  Sunday \n walk ', { name: 'Sunday walk' }],
    ['', { fault: 'empty' }],
    [' \t ', { fault: 'empty' }],
    ['\u200b\u2060', { fault: 'empty' }],
    ['é'.repeat(40), { name: 'é'.repeat(40) }],
    ['👩‍🚀'.repeat(40), { name: '👩‍🚀'.repeat(40) }],
    ['a'.repeat(41), { fault: 'long' }],
    [`a${'\u0301'.repeat(600)}`, { fault: 'long' }],
  ])('typed as %j', (typed, taken) => {
    expect(edit.named(typed)).toEqual(taken);
  });

  test('of a copy says whose it is, and always fits', () => {
    const [weekly] = formats.filter(({ id }) => id === 'weekly');
    expect(weekly && copyName(weekly)).toBe('Weekly, our way');
    const long = copyName({ id: 'x', name: '👩‍🚀'.repeat(40), explains: false, step: [] });
    expect(edit.named(long)).toEqual({ name: '👩‍🚀'.repeat(40) });
  });
});

test.each(LANGUAGES)('every format and every step has its words in %s', (tongue) => {
  speak(tongue);
  for (const format of formats) {
    expect(nameOf(format)).not.toBe(format.id);
    expect(lineOf(format).length).toBeGreaterThan(10);
  }
  for (const kind of [...edit.CHOICES, 'close'] as const) expect(kindWords(kind)).toMatch(/^\p{Lu}/u);
});

test.each([
  ['speak', 'beginner', 'the one who begins'],
  ['lean-in', 'other', 'the other one listens'],
  ['felt-heard', 'beginner', 'asks the one who begins'],
  ['swap', 'both', 'both of you'],
] as const)('in %s the role %s is worded %s', (kind, whose, said) => {
  expect(whoseWords(kind, whose)).toBe(said);
});

test.each<[FileFault, string]>([
  [{ wrong: 'not-a-file' }, 'This is a folder, or something else, and no file.'],
  [{ wrong: 'unreadable' }, 'This computer does not let it be read.'],
  [{ wrong: 'too-large', most: 256 }, 'It is larger than 256 KB. A format takes a few lines.'],
  [{ wrong: 'not-text' }, 'It is not saved as plain text. Save it as UTF-8.'],
  [{ wrong: 'id', most: 40 }, 'Its id cannot be seen, or is too long. One to 40 characters fit.'],
  [{ wrong: 'taken', id: 'weekly' }, 'There is one with the id weekly already. Give this one another.'],
  [
    { wrong: 'line', line: 5, text: 'minutes = 31' },
    'A line does not fit, or something is missing there. Line 5: minutes = 31',
  ],
  [{ wrong: 'step', step: 1, fault: 'look-back-once' }, 'Step 2: You look back earlier already. Once is enough.'],
])('what is wrong with a file: %j', (error, said) => {
  expect(bare(brokenWords(error))).toBe(said);
});

test('a format from a file is called as it calls itself', () => {
  expect(nameOf({ id: 'ours', name: 'Sunday' })).toBe('Sunday');
  expect(nameOf({ id: 'ours' })).toBe('ours');
  // Every name that a plain object has by itself.
  for (const id of [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', '__proto__']) {
    expect([id, nameOf({ id }), lineOf({ id })]).toEqual([id, id, lineOf({ id: 'ours' })]);
  }
});
