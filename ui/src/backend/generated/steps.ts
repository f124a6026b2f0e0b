// Written by `cargo test` from core. Do not edit.

/** Every kind of step, in the order an editor offers them: whether one of the two acts in it, and whether its length is a
 * turn's time. */
export const KINDS = {
  "arrive": { isOnePersons: false, isTimed: false },
  "look-back": { isOnePersons: false, isTimed: false },
  "appreciate": { isOnePersons: true, isTimed: true },
  "speak": { isOnePersons: true, isTimed: true },
  "lean-in": { isOnePersons: true, isTimed: true },
  "felt-heard": { isOnePersons: true, isTimed: false },
  "own-part": { isOnePersons: true, isTimed: true },
  "differently": { isOnePersons: true, isTimed: true },
  "swap": { isOnePersons: false, isTimed: false },
  "ask": { isOnePersons: true, isTimed: true },
  "close": { isOnePersons: false, isTimed: false },
} as const;
export const MOST_MINUTES = 30;
export const MOST_IN_A_NAME = 40;
