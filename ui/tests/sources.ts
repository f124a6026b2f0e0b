// The screens' own source, for the tests that read it.
import { readdirSync, readFileSync } from 'node:fs';

const src = new URL('../src/', import.meta.url);

/** The text of each module and component, by its path; what is made from Rust is not among them. */
export const sources = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith('backend/generated/'))
    .map((file) => [file, readFileSync(new URL(file, src), 'utf8')] as const),
);

/** The components among them. */
export const components = [...sources].filter(([file]) => file.endsWith('.svelte'));
