// Chooses who answers: the program, or the fake one in a plain browser.
import { tauri } from './tauri';
import type { Backend } from './types';

export async function backend(): Promise<Backend> {
  if (import.meta.env.MODE === 'production') return tauri;
  const asked = new URLSearchParams(location.search).get('backend');
  if (asked !== 'fake' && '__TAURI_INTERNALS__' in window) return tauri;
  const { fake } = await import('./fake/fake');
  return fake(new URLSearchParams(location.search));
}
