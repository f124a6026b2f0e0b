// Offers nothing of what a browser has to load the page again. The window refuses to leave its page whatever asks for it
// (src-tauri/src/desktop/page.rs); here it is not even offered.

/** Says whether a key loads the page again, as in a browser. */
export function reloads(key: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  if (key.key === 'F5' || key.key === 'BrowserRefresh') return true;
  return (key.ctrlKey || key.metaKey) && key.key.toLowerCase() === 'r';
}

/** Says whether something can be typed into: there the menu has what one needs, to cut, copy and paste. */
function typed(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

export function stay(): void {
  addEventListener('keydown', (key) => reloads(key) && key.preventDefault(), true);
  addEventListener('contextmenu', (menu) => typed(menu.target) || menu.preventDefault());
}
