// What a pressed key stands for, on every layout: what it writes, and where that means nothing here, the place where it is.

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing'
>;

/** What the key of an input method says while it composes. Some engines end the composition before its last key. */
const COMPOSES = 229;
/** Signs that look otherwise in another script. */
const SAME: Record<string, string> = { '؟': '?', '\u037e': '?', '？': '?', '＋': '+' };
/** A letter's key that writes no letter: W on a Hebrew keyboard. */
const NO_LETTER: Record<string, string> = { KeyW: "'" };

let third = false;

/** Watches the key that makes a key write its third sign: WebKit on Linux tells it of no other key. */
export function watchThirdLevel(window: Window): void {
  const is = ({ key }: KeyboardEvent) => key === 'AltGraph';
  window.addEventListener('keydown', (key) => (third ||= is(key)), true);
  // Where the layout was changed meanwhile, it has another name when it comes up.
  window.addEventListener('keyup', (key) => (third &&= !is(key) && key.code !== 'AltRight'), true);
  window.addEventListener('blur', () => (third = false));
}

/** Tells whether a key ends, or goes on with, a word that an input method composes. */
export function composes(key: Pick<Pressed, 'isComposing' | 'keyCode'>): boolean {
  return key.isComposing || key.keyCode === COMPOSES;
}

/** Tells whether a key is pressed for itself: not to compose, nor with one that makes it the desktop's, or another sign's. */
export function isPlain(key: Omit<Pressed, 'repeat'>): boolean {
  return !(key.ctrlKey || key.altKey || key.metaKey || third || composes(key));
}

export function isEnter(key: Pressed): boolean {
  return key.key === 'Enter' && !key.repeat && isPlain(key);
}

/** Says what a key stands for: a named one its name, any other what it writes, in small letters. */
export function sign({ key, code, shiftKey }: Pick<Pressed, 'key' | 'code' | 'shiftKey'>): string {
  const written = SAME[key] ?? key.toLowerCase();
  if (/^[a-z0-9]$/.test(written)) return written;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit && /^\p{Nd}$/u.test(written)) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  // A Latin letter is what it is, wherever it stands: on a Dvorak keyboard, X is no B.
  const unknown = key === 'Unidentified';
  const foreign = /^[\p{L}\p{M}]+$/u.test(written) && !/\p{Script=Latin}/u.test(written);
  if (letter && (unknown || foreign || NO_LETTER[code] === written)) return letter;
  if (/^[a-z][a-z0-9]+$/.test(written) && !unknown) return key;
  // Where the digits need Shift, their keys are digits without it.
  return digit && code.startsWith('Digit') && !shiftKey ? digit : written;
}
