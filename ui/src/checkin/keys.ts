// All keys of the check-in, and what the table of keys says of them. A field keeps its keys, but for Enter and Esc; a
// focused button keeps Enter and Space.
import { isPlain, type Pressed, sign } from '../parts/key';
import type { Plain } from '../words/words.svelte';

export type Plainly =
  | 'go-on'
  | 'back'
  | 'pause'
  | 'more-time'
  | 'write'
  | 'hide'
  | 'done-writing'
  | 'next-choice'
  | 'previous-choice'
  | 'hard'
  | 'break'
  | 'repair'
  | 'words'
  | 'lines'
  | 'card'
  | 'cards'
  | 'topics'
  | 'nothing'
  | 'keys';
/** What a key asks for. Where there is nothing to choose it does `otherwise`: + and 1 are one key on a Czech keyboard. */
export type Do = { do: Plainly } | { do: 'choose'; index: number; otherwise?: Plainly };
/** Where the focus is. */
export type Where = 'stage' | 'field' | 'button' | 'choice' | 'dialog';

const MOST_CHOICES = 6;

/** What a letter does wherever it makes sense. */
const LETTERS: Record<string, Plainly> = {
  w: 'write',
  b: 'hard',
  t: 'break',
  r: 'repair',
  f: 'words',
  l: 'lines',
  c: 'card',
  d: 'cards',
  j: 'topics',
  n: 'nothing',
  '?': 'keys',
  '+': 'more-time',
  '=': 'more-time',
};

/** The table of keys: how a key is written, what it does in words, and what that is, where a click may do it too. */
export const TABLE: { keys: string | Plain; does: Plain; run?: Plainly }[] = [
  { keys: 'app-key-enter', does: 'over-key-go-on', run: 'go-on' },
  { keys: 'app-key-space', does: 'over-key-pause', run: 'pause' },
  { keys: '←', does: 'over-key-back', run: 'back' },
  { keys: '+', does: 'over-key-more-time', run: 'more-time' },
  { keys: '1 – 6', does: 'over-key-choose' },
  { keys: '← →', does: 'over-key-arrows' },
  { keys: 'W', does: 'over-key-write', run: 'write' },
  { keys: 'B', does: 'over-key-hard', run: 'hard' },
  { keys: 'T', does: 'over-key-break', run: 'break' },
  { keys: 'R', does: 'over-key-repair', run: 'repair' },
  { keys: 'F', does: 'over-key-words', run: 'words' },
  { keys: 'L', does: 'over-key-lines', run: 'lines' },
  { keys: 'C', does: 'over-key-card', run: 'card' },
  { keys: 'D', does: 'over-key-cards', run: 'cards' },
  { keys: 'J', does: 'over-key-topics', run: 'topics' },
  { keys: 'N', does: 'over-key-nothing', run: 'nothing' },
  { keys: '?', does: 'over-key-keys' },
  { keys: 'Esc', does: 'over-key-field' },
  { keys: 'app-key-hide', does: 'over-key-hide' },
];

/** A word that is being composed does not keep the window. */
export function isHide(key: Pressed): boolean {
  return key.key === 'Escape' && key.shiftKey && !(key.ctrlKey || key.altKey || key.metaKey);
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
  if (where === 'dialog' || !isPlain(key)) return null;
  if (where === 'field') return inField(key);
  // A key held down is one press, not many.
  if (key.repeat) return null;
  const chosen = where === 'choice' ? amongChoices(key.key) : null;
  if (chosen) return chosen;
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
    default:
      return single(key);
  }
}

/** Says what a digit, a letter or a sign does. */
function single(key: Pressed): Do | null {
  const number = /^[1-9]$/.exec(sign(key)) ? Number(sign(key)) : 0;
  if (number > MOST_CHOICES) return null;
  if (number) {
    const otherwise = LETTERS[key.key];
    return { do: 'choose', index: number - 1, ...(otherwise && { otherwise }) };
  }
  const what = letter(key);
  return what ? { do: what } : null;
}

/** Says what a letter does, wherever it is pressed. */
export function letter(key: Pressed): Plainly | null {
  const written = sign(key);
  // Only where + is on its upper half: elsewhere = has a key of its own, and + another.
  if (!isPlain(key) || (written === '=' && key.shiftKey)) return null;
  return LETTERS[written] ?? null;
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
