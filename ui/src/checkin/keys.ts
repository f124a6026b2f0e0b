// All keys of the check-in. A field keeps its keys, but for Enter and Esc; a focused button keeps Enter and Space.

export type Do =
  | { do: 'go-on' | 'back' | 'pause' | 'more-time' | 'write' | 'hide' | 'done-writing' }
  | { do: 'next-choice' | 'previous-choice' }
  | { do: 'choose'; at: number };
/** Where the focus is. */
export type Where = 'stage' | 'field' | 'button' | 'choice' | 'dialog';
type Pressed = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing'
>;

const MOST_CHOICES = 4;

export function isHide(key: Pick<Pressed, 'key' | 'shiftKey'>): boolean {
  return key.key === 'Escape' && key.shiftKey;
}

function inField(key: Pressed): Do | null {
  const done = key.key === 'Escape' || (key.key === 'Enter' && !key.shiftKey);
  return done ? { do: 'done-writing' } : null;
}

function amongChoices(key: string): Do | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return { do: 'next-choice' };
  if (key === 'ArrowLeft' || key === 'ArrowUp') return { do: 'previous-choice' };
  return null;
}

/** Says what a key does; none when it does nothing here. */
export function keyed(key: Pressed, where: Where): Do | null {
  if (isHide(key)) return { do: 'hide' };
  if (where === 'dialog' || key.ctrlKey || key.altKey || key.metaKey || key.isComposing) return null;
  if (where === 'field') return inField(key);
  // A key held down is one wish, not many.
  if (key.repeat) return null;
  const chosen = where === 'choice' ? amongChoices(key.key) : null;
  if (chosen) return chosen;
  if (/^[1-9]$/.test(key.key) && Number(key.key) <= MOST_CHOICES)
    return { do: 'choose', at: Number(key.key) - 1 };
  const own = where !== 'stage';
  switch (key.key) {
    case 'Enter':
      return own ? null : { do: 'go-on' };
    case ' ':
      return own ? null : { do: 'pause' };
    case 'ArrowLeft':
      return { do: 'back' };
    case 'ArrowRight':
    case 'ArrowDown':
      return { do: 'next-choice' };
    case '+':
    case '=':
      return { do: 'more-time' };
    case 'w':
    case 'W':
      return { do: 'write' };
    default:
      return null;
  }
}

/** Tells where the focus is. */
export function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof Element)) return 'stage';
  if (target.closest('dialog')) return 'dialog';
  if (target.closest('input, textarea, select')) return 'field';
  if (target.closest('[role="group"]')) return 'choice';
  if (target.closest('button')) return 'button';
  return 'stage';
}
