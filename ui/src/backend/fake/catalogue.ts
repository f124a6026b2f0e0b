// Reads the catalogue as the real program does: only the fake one has it among the screens' own files.
import type { Language } from '../types';

const files: Record<string, string> = import.meta.glob(
  ['../../../../src-tauri/locales/*/*.ftl', '!../../../../src-tauri/locales/*/desktop.ftl'],
  { query: '?raw', import: 'default', eager: true },
);

/** A language's catalogue, all of what the screens say in it. */
export function catalogueOf(language: Language): string {
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`));
  return own.map(([, text]) => text).join('\n');
}
