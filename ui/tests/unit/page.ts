// Stands in for the little of a page that the words need, and for the program that brings the catalogue.
import { catalogueOf } from '../../src/backend/fake/catalogue';
import { learn } from '../../src/words/bundle';
import { speak } from '../../src/words/words.svelte';

Object.assign(globalThis, { document: { documentElement: { lang: '' } } });
for (const language of ['en', 'de'] as const) learn(language, catalogueOf(language));
speak('en');
