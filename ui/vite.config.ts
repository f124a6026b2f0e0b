import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Leaves what is only for those who write the catalogue out of what is shipped. */
const catalogue = {
  name: 'catalogue-without-comments',
  enforce: 'pre' as const,
  transform(text: string, id: string) {
    return id.endsWith('.ftl?raw') ? text.replaceAll(/(?<=\\n|")#[^\\"]*\\n/g, '') : undefined;
  },
};

export default defineConfig(({ mode }) => ({
  root,
  base: './',
  clearScreen: false,
  plugins: [
    catalogue,
    svelte({
      configFile: false,
      // Short names for scoped styles: they stand a thousand times in what is shipped.
      compilerOptions: { cssHash: ({ hash, filename }) => `s${hash(filename).slice(0, 5)}` },
      // A warning of the compiler is nearly always one about accessibility: none may pass.
      onwarn(warning) {
        throw new Error(`${warning.filename}: ${warning.code}: ${warning.message}`);
      },
    }),
  ],
  // The catalogue is shared with the Rust half, outside this root.
  server: { fs: { allow: ['..'] }, port: 5173 },
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
