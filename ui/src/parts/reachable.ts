// Lets what scrolls be reached and scrolled by keyboard, and only then: what fits is no stop on the way.
import type { Attachment } from 'svelte/attachments';

export const reachable: Attachment<HTMLElement> = (scrolled) => {
  const inner = scrolled.firstElementChild;
  const watch = new ResizeObserver(() => {
    scrolled.tabIndex = scrolled.scrollHeight > scrolled.clientHeight + 1 ? 0 : -1;
  });
  watch.observe(scrolled);
  if (inner) watch.observe(inner);
  return () => watch.disconnect();
};
