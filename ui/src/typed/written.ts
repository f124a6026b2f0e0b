// What a field asks of whoever holds its words. Each field of the program is given one: so none can be drawn that forgets.
export interface Written {
  /** What stands in it. */
  readonly text: string;
  /** Why that is not written down yet, in words. */
  readonly fault: string | null;
  /** Gives up what was typed and is not kept, so that it shows what is; absent where there is nothing to give up. */
  readonly giveUp?: (() => void) | undefined;
  type(text: string): void;
  /** Writes down what is not yet, now; what cannot be stays, and is tried again. */
  flush(): Promise<void>;
}
