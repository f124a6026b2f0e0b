import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Leaves out of the catalogue what only those who write it need: comments, empty lines, spaces. */
const catalogue = {
  name: 'catalogue-without-comments',
  enforce: 'pre' as const,
  transform(text: string, id: string) {
    if (!id.endsWith('.ftl?raw')) return undefined;
    // The text is a JavaScript string here, its line ends written as \n.
    return text
      .replaceAll(/(?<=\\n|")#[^\\"]*\\n/g, '')
      .replaceAll(/(?:\\n)+/g, '\\n')
      .replaceAll(/\\n +/g, '\\n ')
      .replaceAll(/(?<=\\n|")([a-z-]+) = /g, '$1=')
      .replaceAll(/\{ (?=\$)/g, '{')
      .replaceAll(/(?<=\{\$\w+) \}/g, '}');
  },
};

const named = new Map<string, string>();

/** Names the scoped styles of a file as shortly as it can: such names stand a thousand times in what is shipped. */
function shortName(file: string, hash: string): string {
  const lengths = [3, 4, 5, 6].map((length) => `s${hash.slice(0, length)}`);
  const name = lengths.find((short) => (named.get(short) ?? file) === file) ?? `s${hash}`;
  named.set(name, file);
  return name;
}

export default defineConfig(({ mode }) => ({
  root,
  base: './',
  clearScreen: false,
  plugins: [
    catalogue,
    svelte({
      configFile: false,
      compilerOptions: {
        cssHash: ({ hash, filename }) => shortName(filename ?? '', hash(filename ?? '')),
        discloseVersion: false,
      },
      // A warning of the compiler is nearly always one about accessibility: none may pass.
      onwarn(warning) {
        throw new Error(`${warning.filename}: ${warning.code}: ${warning.message}`);
      },
    }),
  ],
  // The catalogue is shared with the Rust half, outside this root.
  server: { fs: { allow: ['..'] }, port: 5173 },
  json: { stringify: true },
  build: {
    // The fake program is for tests and for development, and not in what is shipped.
    outDir: mode === 'fake' ? `${root}dist-fake` : `${root}dist`,
    emptyOutDir: true,
    target: 'safari16.4',
    // The content security policy knows files only: no data: addresses, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
}));
