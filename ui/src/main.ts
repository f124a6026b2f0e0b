import './style/base.css';
import { mount } from 'svelte';
import AppScreens from './App.svelte';
import { App } from './app.svelte';
import { backend } from './backend';
import { watchThirdLevel } from './parts/key';
import { stay } from './stay';

// The typefaces come while the program is asked what to show, and not only once there is text to set.
for (const face of ['Atkinson Hyperlegible Next Variable', 'Newsreader Variable'])
  void document.fonts.load(`1rem "${face}"`);

declare global {
  interface Window {
    app?: App;
  }
}

watchThirdLevel(window);
const target = document.getElementById('app');
if (target) {
  const app = new App(await backend());
  // Trouble with the store is told by the screens themselves.
  await app.begin().catch(() => {});
  mount(AppScreens, { target, props: { app } });
  // The screens' tests change the settings from every screen; this line is not in what is shipped.
  if (import.meta.env.MODE !== 'production') window.app = app;
  else stay();
}
