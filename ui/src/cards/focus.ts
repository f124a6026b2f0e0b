// Puts the focus on a card, once the page shows it.
import { tick } from 'svelte';

export async function focusCard(id: string): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus();
}
