// Which modules of the screens may know which.
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { sources } from '../sources';

/** What all may name: the types of the program, the small parts, and what puts them in words. */
const FOR_ALL = /^(backend\/types|parts\/.*|words\/words\.svelte)$/;
const MOST = 18;

/** Lists the modules that a module names. */
function named(file: string, text: string): string[] {
  const paths = [...text.matchAll(/(?:from|import\(?) ?['"]([^'"]+)['"]/g)].map(([, path]) => path ?? '');
  return paths.map((path) => (path.startsWith('.') ? posix.join(posix.dirname(file), path) : path));
}

const names = [...sources].flatMap(([file, text]) => named(file, text).map((other) => ({ file, other })));

test('one module knows Tauri', () => {
  expect(sources.size).toBeGreaterThan(100);
  const know = names.filter(({ other }) => other.startsWith('@tauri-apps/')).map(({ file }) => file);
  expect([...new Set(know)]).toEqual(['backend/tauri.ts']);
});

test('no module is at the middle of all', () => {
  const count = new Map<string, number>();
  for (const { other } of names) count.set(other, (count.get(other) ?? 0) + 1);
  const ours = [...count].filter(([other]) => !FOR_ALL.test(other) && /^[a-z]+[./]/.test(other));
  expect(ours.filter(([, many]) => many > MOST)).toEqual([]);
});
