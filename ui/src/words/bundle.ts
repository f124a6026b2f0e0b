// Builds a Fluent bundle from the catalogue that both halves of the program share. The program brings it with its start.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../backend/types';
import { pseudo } from './pseudo';

/** The languages of the program, and one that exists only to test the screens. */
export type Tongue = Language | 'pseudo';

/** What can be said without an answer of the program: that there is none. Put here by the build, from the catalogue. */
const FIRST: string = import.meta.env.FIRST_WORDS ?? '';

const catalogues = new Map<Language, string>([['en', FIRST]]);
const built = new Map<Tongue, FluentBundle>();

/** Takes a language's catalogue in. */
export function learn(language: Language, catalogue: string): void {
  if (catalogues.get(language) === catalogue) return;
  catalogues.set(language, catalogue);
  built.clear();
}

/** Builds it once: outside the screens nothing else remembers it. */
export function bundleOf(tongue: Tongue): FluentBundle {
  const bundle = built.get(tongue) ?? build(tongue);
  built.set(tongue, bundle);
  return bundle;
}

function build(tongue: Tongue): FluentBundle {
  const made = import.meta.env.MODE !== 'production' && tongue === 'pseudo';
  const language = tongue === 'pseudo' ? 'en' : tongue;
  const bundle = new FluentBundle(language, made ? { transform: pseudo } : {});
  // A message that is broken is left out here; the catalogue's own tests let none through.
  bundle.addResource(new FluentResource(catalogues.get(language) ?? ''));
  return bundle;
}
