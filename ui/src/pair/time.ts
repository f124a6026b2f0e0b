// Draws a turn's time between two words from the program, which alone decides when it is over.
import type { TurnView } from '../backend/types';

export interface Drawn {
  /** How much of the turn is left, 1 to 0. */
  left: number;
  /** Whether its time is up. */
  over: boolean;
}

/** Draws a turn so many milliseconds after the program told of it. */
export function drawn(turn: TurnView, since: number): Drawn {
  const spent = turn.spent + (turn.runs ? Math.max(0, since) : 0);
  const left = turn.length > 0 ? Math.min(1, Math.max(0, 1 - spent / turn.length)) : 0;
  return { left, over: spent >= turn.length };
}
