// What each key does, and where.
import { describe, expect, test } from 'vitest';
import { isHide, keyed, type Where } from '../../src/checkin/keys';
import { type Pressed, watchThirdLevel } from '../../src/parts/key';

function check(keys: string, where: Where): unknown {
  const parts = keys.split('+').filter(Boolean);
  const key = keys === '+' ? '+' : (parts.at(-1) ?? '');
  const held = (name: string) => parts.slice(0, -1).includes(name);
  const done = keyed(
    pressed({
      key: key === 'Space' ? ' ' : key,
      shiftKey: held('Shift'),
      ctrlKey: held('Control'),
      altKey: held('Alt'),
      metaKey: held('Meta'),
      repeat: held('Held'),
      isComposing: held('Composing'),
      keyCode: held('Processed') ? 229 : 0,
    }),
    where,
  );
  return told(done);
}

function pressed(what: Partial<Pressed>): Pressed {
  const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  return { key: '', code: '', keyCode: 0, repeat: false, isComposing: false, ...none, ...what };
}

function told(done: ReturnType<typeof keyed>): string | null {
  if (!done || !('index' in done)) return done?.do ?? null;
  return [done.do, done.index, done.otherwise].filter((part) => part !== undefined).join(' ');
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
  // One press, not many.
  ['Held+Enter', 'stage', null],
  ['Control+w', 'stage', null],
  ['Alt+ArrowLeft', 'stage', null],
  ['Meta+b', 'stage', null],
  ['Control+1', 'stage', null],
  ['Control+Enter', 'stage', null],
  // The window goes from everywhere.
  ['Shift+Escape', 'stage', 'hide'],
  ['Shift+Escape', 'field', 'hide'],
  ['Shift+Escape', 'dialog', 'hide'],
  ['Shift+Escape', 'choice', 'hide'],
  // A field keeps its keys.
  ['Enter', 'field', 'done-writing'],
  ['Escape', 'field', 'done-writing'],
  ['Shift+Enter', 'field', null],
  // The Enter that ends a composition, also where the engine has ended it before.
  ['Composing+Enter', 'field', null],
  ['Processed+Enter', 'field', null],
  ['Composing+Escape', 'field', null],
  ['Processed+Enter', 'stage', null],
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

/** What a key writes on a layout, and where it stands; `⇧` is a held Shift. */
type OnLayout = [place: string, writes: string, does: string | null];
const LAYOUTS: Record<string, OnLayout[]> = {
  us: [
    ['KeyB', 'b', 'hard'],
    ['Digit1', '1', 'choose 0'],
    ['⇧Digit1', '!', null],
    ['⇧Equal', '+', 'more-time'],
    ['Equal', '=', 'more-time'],
    ['⇧Slash', '?', 'keys'],
    ['Numpad3', '3', 'choose 2'],
    ['NumpadAdd', '+', 'more-time'],
    ['Numpad1', 'End', null],
    ['Numpad4', 'ArrowLeft', 'back'],
    ['NumpadEnter', 'Enter', 'go-on'],
  ],
  ru: [
    ['KeyB', 'и', 'hard'],
    ['⇧KeyB', 'И', 'hard'],
    ['KeyR', 'к', 'repair'],
    ['KeyW', 'ц', 'write'],
    ['KeyF', 'а', 'words'],
    ['KeyT', 'е', 'break'],
    ['KeyA', 'ф', null],
    ['Digit2', '2', 'choose 1'],
    ['⇧Digit2', '"', null],
    ['⇧Digit7', '?', 'keys'],
    ['⇧Equal', '+', 'more-time'],
  ],
  gr: [
    ['KeyB', 'β', 'hard'],
    ['KeyR', 'ρ', 'repair'],
    ['KeyW', 'ς', 'write'],
    ['KeyF', 'φ', 'words'],
    ['KeyQ', ';', null],
    ['KeyQ', '\u037e', 'keys'],
    ['Semicolon', 'Dead', null],
  ],
  ara: [
    ['KeyB', 'ﻻ', 'hard'],
    ['KeyB', 'لا', 'hard'],
    ['KeyR', 'ق', 'repair'],
    ['KeyW', 'ص', 'write'],
    ['KeyF', 'ب', 'words'],
    ['Digit1', '1', 'choose 0'],
    ['Digit1', '١', 'choose 0'],
    ['Digit6', '۶', 'choose 5'],
    ['Digit7', '٧', null],
    ['Numpad2', '٢', 'choose 1'],
    ['⇧Slash', '؟', 'keys'],
  ],
  il: [
    ['KeyB', 'נ', 'hard'],
    ['KeyW', "'", 'write'],
    ['KeyT', 'א', 'break'],
    ['KeyQ', '/', null],
  ],
  th: [
    ['KeyB', '\u0e34', 'hard'],
    ['KeyF', 'ด', 'words'],
    ['Digit1', 'ๅ', 'choose 0'],
    ['Digit2', '/', 'choose 1'],
  ],
  in: [
    ['KeyB', 'व', 'hard'],
    ['KeyD', '\u094d', 'cards'],
    ['Digit3', '३', 'choose 2'],
  ],
  fr: [
    ['KeyB', 'b', 'hard'],
    ['KeyZ', 'w', 'write'],
    ['KeyW', 'z', null],
    ['KeyQ', 'a', null],
    ['Digit1', '&', 'choose 0'],
    ['Digit2', 'é', 'choose 1'],
    ['Digit2', 'É', 'choose 1'],
    ['Digit3', '"', 'choose 2'],
    ['Digit4', "'", 'choose 3'],
    ['Digit5', '(', 'choose 4'],
    ['Digit6', '-', 'choose 5'],
    ['Digit7', 'è', null],
    ['⇧Digit1', '1', 'choose 0'],
    ['⇧Digit6', '6', 'choose 5'],
    ['Backquote', '²', null],
    ['⇧KeyM', '?', 'keys'],
    ['Equal', '=', 'more-time'],
    ['⇧Equal', '+', 'more-time'],
  ],
  be: [
    ['Digit3', '"', 'choose 2'],
    ['Digit6', '§', 'choose 5'],
    ['⇧Digit3', '3', 'choose 2'],
  ],
  cz: [
    ['Digit1', '+', 'choose 0 more-time'],
    ['Digit2', 'ě', 'choose 1'],
    ['Digit6', 'ž', 'choose 5'],
    ['⇧Digit1', '1', 'choose 0'],
    ['KeyZ', 'y', null],
    ['KeyB', 'b', 'hard'],
  ],
  de: [
    ['BracketRight', '+', 'more-time'],
    // Elsewhere than on the key of +, it is another key.
    ['⇧Digit0', '=', null],
    ['⇧Minus', '?', 'keys'],
    ['Digit2', '²', 'choose 1'],
  ],
  dvorak: [
    ['KeyN', 'b', 'hard'],
    ['KeyB', 'x', null],
    ['KeyJ', 'h', null],
    ['KeyC', 'j', 'topics'],
    ['KeyW', ',', null],
    ['KeyQ', "'", null],
    ['Comma', 'w', 'write'],
    ['KeyR', 'p', null],
    ['Digit4', '4', 'choose 3'],
  ],
  jp: [
    ['KeyB', 'こ', 'hard'],
    ['⇧Slash', '？', 'keys'],
  ],
  unknown: [['KeyB', 'Unidentified', 'hard']],
};

describe.each(Object.entries(LAYOUTS))('on the layout %s', (_, keys) => {
  test.each(keys)('%s, which writes %s', (place, key, does) => {
    const shiftKey = place.startsWith('⇧');
    const code = place.replace('⇧', '');
    expect(told(keyed(pressed({ key, code, shiftKey }), 'stage'))).toBe(does);
    expect(keyed(pressed({ key, code, shiftKey, ctrlKey: true }), 'stage')).toBe(null);
    expect(keyed(pressed({ key, code, shiftKey }), 'dialog')).toBe(null);
    if (key.length === 1) expect(keyed(pressed({ key, code, shiftKey }), 'field')).toBe(null);
  });
});

test('a third sign does nothing, wherever it stands', () => {
  const window = new EventTarget();
  watchThirdLevel(window as Window);
  const altGr = (kind: string) => window.dispatchEvent(Object.assign(new Event(kind), { key: 'AltGraph' }));
  const does = (key: string, code: string) => told(keyed(pressed({ key, code }), 'stage'));
  altGr('keydown');
  expect([does('²', 'Digit2'), does('~', 'Digit2'), does('“', 'KeyB'), does('+', 'KeyB')]).toEqual(Array(4).fill(null));
  altGr('keyup');
  expect(does('2', 'Digit2')).toBe('choose 1');
  // Under another layout it has another name.
  altGr('keydown');
  window.dispatchEvent(Object.assign(new Event('keyup'), { key: 'Alt', code: 'AltRight' }));
  expect(does('2', 'Digit2')).toBe('choose 1');
  // Whoever leaves the window with it held comes back without.
  altGr('keydown');
  window.dispatchEvent(new Event('blur'));
  expect(does('2', 'Digit2')).toBe('choose 1');
});

test('the window goes by Shift and Esc alone, also in the middle of a word', () => {
  const esc = (held: Partial<Pressed>) => isHide(pressed({ key: 'Escape', shiftKey: true, ...held }));
  expect([esc({}), esc({ isComposing: true }), esc({ ctrlKey: true }), esc({ shiftKey: false })]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
