import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { startDesk } from './tests/desk.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Reads what the screens say, in English, when the program does not answer: the catalogue itself comes with its answer. */
function firstWords(): string {
  const text = (file: string) => readFileSync(`${root}../src-tauri/locales/en/${file}.ftl`, 'utf8');
  const first = /^(?:trouble-unknown-\w+|trouble-again|app-key-enter) = .*\n/gm;
  return ['app', 'trouble'].flatMap((file) => text(file).match(first) ?? []).join('');
}

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
    {
      name: 'desk',
      // Only `npm run dev`: the program itself runs beside what is served.
      configureServer: (server) => void server.middlewares.use('/desk', startDesk().answer),
    },
  ],
  server: { fs: { allow: ['..'] }, port: 5173 },
  json: { stringify: true },
  define: { 'import.meta.env.FIRST_WORDS': JSON.stringify(firstWords()) },
  build: {
    // The way to the program from a plain browser is not in what is shipped.
    outDir: mode === 'desk' ? `${root}dist-desk` : `${root}dist`,
    emptyOutDir: true,
    target: 'safari16.4',
    // The content security policy knows files only: no data: addresses, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
}));
