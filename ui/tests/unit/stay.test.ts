// Which keys would load the page again in a browser.
import { expect, test } from 'vitest';
import { reloads } from '../../src/stay';

test.each<[string, boolean]>([
  ['F5', true],
  ['BrowserRefresh', true],
  ['Control+r', true],
  ['Control+R', true],
  ['Meta+r', true],
  ['r', false],
  ['R', false],
  ['Control+c', false],
  ['Enter', false],
])('%s: %s', (keys, expected) => {
  const key = keys.split('+').at(-1) ?? '';
  const held = (name: string) => keys.includes(`${name}+`);
  expect(reloads({ key, ctrlKey: held('Control'), metaKey: held('Meta') })).toBe(expected);
});
