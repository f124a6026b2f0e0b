// Says everything in the chosen language. The language is state, so every screen follows when it changes.
import type { Language, Messages } from '../backend/types';
import { bundleOf, type Tongue } from './bundle';

export type Key = keyof Messages;
type Args<K extends Key> = Messages[K] extends Record<string, never> ? [] : [Messages[K]];
/** A message that stands alone, as labels in a table do. */
export type Plain = { [K in Key]: Messages[K] extends Record<string, never> ? K : never }[Key];
/** A piece of a sentence: plain words, or one of its arguments. */
export type Piece = { text: string; arg: string | null };

let tongue = $state<Tongue>('en');
let bundle = $state.raw(bundleOf('en'));

export function speak(next: Tongue): void {
  tongue = next;
  bundle = bundleOf(next);
  document.documentElement.lang = language();
}

/** The language for dates and for the page's `lang`. */
export function language(): Language {
  return tongue === 'pseudo' ? 'en' : tongue;
}

function format(key: Key, args: Record<string, string | number>): string {
  const pattern = bundle.getMessage(key)?.value;
  // Unit tests hold every key in every language, so this shows only while a message is being written.
  if (!pattern) return `{${key}}`;
  return bundle.formatPattern(pattern, args);
}

/** Says a message. Arguments come wrapped in bidi isolation, so any script may stand in any sentence. */
export function t<K extends Key>(key: K, ...args: Args<K>): string {
  return format(key, args[0] ?? {});
}

/** Says a message in pieces, so that a screen can set its arguments in another style. */
export function pieces<K extends Key>(key: K, ...args: Args<K>): Piece[] {
  const values: Record<string, string | number> = args[0] ?? {};
  const marked = Object.fromEntries(Object.keys(values).map((name) => [name, `\u0001${name}\u0001`]));
  return format(key, marked)
    .split('\u0001')
    .map((part, index) => (index % 2 ? { text: String(values[part]), arg: part } : { text: part, arg: null }))
    .filter(({ text }) => text.replace(/[\u2068\u2069]/g, '') !== '');
}
