import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  base: './',
  clearScreen: false,
  plugins: [
    svelte({
      configFile: false,
      // A warning of the compiler is nearly always one about accessibility: none may pass.
      onwarn(warning) {
        throw new Error(`${warning.filename}: ${warning.code}: ${warning.message}`);
      },
    }),
  ],
  // The catalogue is shared with the Rust half, outside this root.
  server: { fs: { allow: ['..'] }, port: 5173 },
  build: {
    outDir: `${root}dist`,
    emptyOutDir: true,
    target: 'safari16.4',
    // The content security policy knows files only: no data: addresses, no inline polyfill.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
