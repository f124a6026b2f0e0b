// The catalogue: whole, the same in every language, used, and short on the stage.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import { beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/backend/generated/languages';
import texts from '../../src/backend/generated/texts.json';
import { named } from '../../src/formats/edit';
import { bundleOf } from '../../src/words/bundle';
import { pseudo } from '../../src/words/pseudo';
import { folded, trimmed } from '../../src/words/text';
import { language, pieces, speak, t } from '../../src/words/words.svelte';
import { sources } from '../sources';

const locales = fileURLToPath(new URL('../../../src-tauri/locales', import.meta.url));
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '');

type Messages = Map<string, string[]>;
function messages(language: string): Messages {
  const all: Messages = new Map();
  for (const file of readdirSync(`${locales}/${language}`)) {
    const text = readFileSync(`${locales}/${language}/${file}`, 'utf8');
    for (const { id, value } of new FluentResource(text).body) {
      const found = [...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g)].map(([, name]) => name ?? '');
      all.set(id, [...new Set(found)].sort());
    }
  }
  return all;
}
const english = messages('en');

describe('the catalogue', () => {
  test('is the same in every language, down to the arguments', () => {
    for (const language of LANGUAGES)
      expect([language, Object.fromEntries(messages(language))]).toEqual([language, Object.fromEntries(english)]);
  });

  test.each([...LANGUAGES, 'pseudo'] as const)('says every message in %s', (tongue) => {
    const bundle = bundleOf(tongue);
    // What the desktop says is not the screens' to say; the program's own tests hold it.
    for (const [key, args] of [...english].filter(([key]) => !/^(desktop|text)-/.test(key))) {
      const faults: Error[] = [];
      const value = bundle.getMessage(key)?.value;
      const said = bundle.formatPattern(value ?? '', Object.fromEntries(args.map((arg) => [arg, 'X'])), faults);
      expect([key, faults, said.length > 0]).toEqual([key, [], true]);
    }
  });

  test('has every message that the screens use, and none that nothing uses', () => {
    const text = [...sources.values()].join('\n');
    const nouns = [...new Set([...english.keys()].map((key) => key.split('-')[0]))].join('|');
    const used = new Set(
      [...text.matchAll(new RegExp(`['"\`]((?:${nouns})(?:-[a-z]+)+)['"]`, 'g'))].map(([, key]) => key ?? ''),
    );
    // A key may end in what core calls a thing; the stage `check` knows that each of its kinds has a message.
    const built = [...text.matchAll(new RegExp(`\`((?:${nouns})(?:-[a-z]+)*-)\\$\\{[a-z.]+\\}([a-z-]*)\``, 'g'))];
    // Kinds of trouble and notices look like keys, and are none.
    const hooks = /^(settings-unwritable|text-unwritable|settings-unreadable|login-unsaid)$/;
    expect([...used].filter((key) => !english.has(key) && !hooks.test(key))).toEqual([]);
    const elsewhere = (key: string) =>
      /^(desktop|text|trouble)-/.test(key) ||
      built.some(([, start = '', end = '']) => key.startsWith(start) && key.endsWith(end));
    expect([...english.keys()].filter((key) => !used.has(key) && !elsewhere(key))).toEqual([]);
  });

  test('is calm: no exclamation marks, no jargon', () => {
    for (const tongue of LANGUAGES) {
      for (const file of readdirSync(`${locales}/${tongue}`)) {
        const text = readFileSync(`${locales}/${tongue}/${file}`, 'utf8');
        expect([file, text.match(/!|validat|attachment|\p{Extended_Pictographic}/giu)]).toEqual([file, null]);
      }
    }
  });
});

describe('a message', () => {
  beforeEach(() => speak('en'));

  test('wraps names of any script in isolation', () => {
    expect(t('checkin-label-speak', { who: 'שרה' })).toBe('\u2068שרה\u2069 speaks');
  });

  test('comes in pieces, so that names can be set in another style', () => {
    const said = pieces('past-spoke', { name: 'Sam', topic: 'the walk' }).map(({ text, arg }) => [bare(text), arg]);
    expect(said).toEqual([
      ['Sam', 'name'],
      [' spoke about: ', null],
      ['the walk', 'topic'],
    ]);
  });

  test('follows the language', () => {
    speak('de');
    expect([t('home-begin'), language(), document.documentElement.lang]).toEqual(['Jetzt anfangen', 'de', 'de']);
  });

  test('is about 40 % longer in the pseudo-language, and still in words', () => {
    for (const text of ['Begin now', 'What should stay on this laptop?', 'Settings']) {
      expect(pseudo(text).length / text.length).toBeGreaterThan(1.25);
      expect(pseudo(text).split(' ').length).toBe(text.split(' ').length);
    }
  });
});

test('words look to the screen as they look to core', () => {
  expect(texts.length).toBeGreaterThan(100);
  for (const [typed, cut, same, name] of texts as [string, string, string, string | object][]) {
    const taken = typeof name === 'string' ? { name } : { fault: 'empty' };
    expect([typed, trimmed(typed), folded(typed), named(typed)]).toEqual([typed, cut, same, taken]);
  }
});
