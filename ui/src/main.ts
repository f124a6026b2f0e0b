import './style/base.css';
import { mount } from 'svelte';
import AppScreens from './App.svelte';
import { App } from './app.svelte';
import { backend } from './backend';

const target = document.getElementById('app');
if (target) {
  const app = new App(await backend());
  // Trouble with the store is told by the screens themselves.
  await app.begin().catch(() => {});
  mount(AppScreens, { target, props: { app } });
}
