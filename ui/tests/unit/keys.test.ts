// What each key does, and where.
import { expect, test } from 'vitest';
import { keyed, type Where } from '../../src/checkin/keys';

function check(keys: string, where: Where): unknown {
  const parts = keys.split('+').filter(Boolean);
  const key = keys === '+' ? '+' : (parts.at(-1) ?? '');
  const held = (name: string) => parts.slice(0, -1).includes(name);
  const done = keyed(
    {
      key: key === 'Space' ? ' ' : key,
      shiftKey: held('Shift'),
      ctrlKey: held('Control'),
      altKey: held('Alt'),
      metaKey: false,
      repeat: held('Held'),
      isComposing: held('Composing'),
    },
    where,
  );
  if (!done) return null;
  return 'at' in done ? `${done.do} ${done.at}` : done.do;
}

test.each<[string, Where, string | null]>([
  ['Enter', 'stage', 'go-on'],
  ['Space', 'stage', 'pause'],
  ['ArrowLeft', 'stage', 'back'],
  ['ArrowRight', 'stage', 'next-choice'],
  ['ArrowDown', 'stage', 'next-choice'],
  ['+', 'stage', 'more-time'],
  ['=', 'stage', 'more-time'],
  ['w', 'stage', 'write'],
  ['1', 'stage', 'choose 0'],
  ['3', 'stage', 'choose 2'],
  ['7', 'stage', null],
  ['Escape', 'stage', null],
  ['a', 'stage', null],
  ['b', 'stage', 'hard'],
  ['t', 'stage', 'break'],
  ['r', 'stage', 'repair'],
  ['f', 'stage', 'words'],
  ['l', 'stage', 'lines'],
  ['c', 'stage', 'card'],
  ['d', 'stage', 'cards'],
  ['j', 'stage', 'topics'],
  ['n', 'stage', 'nothing'],
  ['?', 'stage', 'keys'],
  ['B', 'button', 'hard'],
  ['B', 'choice', 'hard'],
  ['6', 'stage', 'choose 5'],
  // One wish, not many.
  ['Held+Enter', 'stage', null],
  ['Control+w', 'stage', null],
  ['Alt+ArrowLeft', 'stage', null],
  // The window goes from everywhere.
  ['Shift+Escape', 'stage', 'hide'],
  ['Shift+Escape', 'field', 'hide'],
  ['Shift+Escape', 'dialog', 'hide'],
  ['Shift+Escape', 'choice', 'hide'],
  // A field keeps its keys.
  ['Enter', 'field', 'done-writing'],
  ['Escape', 'field', 'done-writing'],
  ['Shift+Enter', 'field', null],
  ['Composing+Enter', 'field', null],
  ...(['Space', 'ArrowLeft', '+', 'w', 'b', 't', 'r', 'f', 'l', 'c', 'j', 'n', '?', '1'] as const).map(
    (key): [string, Where, null] => [key, 'field', null],
  ),
  // A focused button keeps Enter and Space.
  ['Enter', 'button', null],
  ['Space', 'button', null],
  ['ArrowLeft', 'button', 'back'],
  ['Enter', 'choice', null],
  ['Space', 'choice', null],
  ['ArrowLeft', 'choice', 'previous-choice'],
  ['ArrowUp', 'choice', 'previous-choice'],
  ['ArrowRight', 'choice', 'next-choice'],
  ['2', 'choice', 'choose 1'],
  ['Enter', 'dialog', null],
  ['1', 'dialog', null],
  ['b', 'dialog', null],
])('%s on the %s', (keys, where, done) => {
  expect(check(keys, where)).toBe(done);
});
