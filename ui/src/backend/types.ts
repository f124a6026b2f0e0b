// What the screens need of the program behind them. Two keep this promise: `tauri.ts`, and `desk/` in a plain browser.
import type { Commands } from './generated/commands';
import type { Partner } from './generated/Partner';
import type { Signal } from './generated/Signal';
import type { Trouble as Told } from './generated/Trouble';

export type * from './generated';
export type { Record as Kept } from './generated/Record';

/** Something went wrong; `unknown` when the program itself could not say what. */
export type Trouble = Told | { kind: 'unknown' };

export function isTrouble(thrown: unknown): thrown is Trouble {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown;
}

/** Calls a command; rejects with a `Trouble`. */
export type Ask = <K extends keyof Commands>(command: K, args: Commands[K]['args']) => Promise<Commands[K]['answer']>;

export interface Backend {
  call: Ask;
  /** Hears the signals from behind the screens, from when it settles. */
  listen(heard: (signal: Signal) => void): Promise<unknown>;
}

export function other(who: Partner): Partner {
  return who === 'one' ? 'two' : 'one';
}
