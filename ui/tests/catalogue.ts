// Gives the words their catalogue, as the program does: from the same files.
import { readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES } from '../src/backend/generated/languages';
import { learn } from '../src/words/bundle';
import { speak } from '../src/words/words.svelte';

const locales = new URL('../../src-tauri/locales/', import.meta.url);

/** What the desktop says is not the screens' to say. */
const isOfTheScreens = (file: string) => file !== 'desktop.ftl';

export function learnAll(): void {
  for (const language of LANGUAGES) {
    const files = readdirSync(new URL(`${language}/`, locales)).filter(isOfTheScreens);
    const texts = files.map((file) => readFileSync(new URL(`${language}/${file}`, locales), 'utf8'));
    learn(language, texts.join('\n'));
  }
  // The little of a page that the words need.
  if (!('document' in globalThis)) Object.assign(globalThis, { document: { documentElement: { lang: '' } } });
  speak('en');
}
