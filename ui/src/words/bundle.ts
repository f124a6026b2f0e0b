// Builds a Fluent bundle from the catalogue that both halves of the program share.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { pseudo } from './pseudo';

export type Language = 'en' | 'de';
/** The languages of the program, and one that exists only to test the screens. */
export type Tongue = Language | 'pseudo';

const files: Record<string, string> = import.meta.glob(
  ['../../../src-tauri/locales/*/*.ftl', '!../../../src-tauri/locales/*/desktop.ftl'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

const built = new Map<Tongue, FluentBundle>();

/** Builds it once: outside the screens nothing else remembers it. */
export function bundleOf(tongue: Tongue): FluentBundle {
  const bundle = built.get(tongue) ?? build(tongue);
  built.set(tongue, bundle);
  return bundle;
}

function build(tongue: Tongue): FluentBundle {
  const language = tongue === 'pseudo' ? 'en' : tongue;
  const bundle = new FluentBundle(language, tongue === 'pseudo' ? { transform: pseudo } : {});
  for (const [path, text] of Object.entries(files)) {
    if (!path.includes(`/${language}/`)) continue;
    const faults = bundle.addResource(new FluentResource(text));
    if (faults.length > 0) throw new Error(`${path}: ${faults.join(', ')}`);
  }
  return bundle;
}
