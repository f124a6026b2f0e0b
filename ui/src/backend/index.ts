// Chooses how the program is spoken with: from its own window, or from a plain browser.
import { tauri } from './tauri';
import type { Backend } from './types';

export async function backend(): Promise<Backend> {
  if (import.meta.env.MODE === 'production' || '__TAURI_INTERNALS__' in window) return tauri;
  const { desk } = await import('./desk/desk');
  return desk(new URLSearchParams(location.search));
}
