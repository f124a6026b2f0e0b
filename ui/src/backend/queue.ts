// Asks for one thing after the other, so that none is lost while another is under way.

/** What is asked for and not done yet. */
export class Queue {
  /** The last one: those before it are done first. */
  private last: { name: string | null; done: Promise<unknown> } | null = null;

  /** Whether something is under way. */
  get busy(): boolean {
    return this.last !== null;
  }

  /** Does something once all before it is done, however that ended. The same name again, while it is the last, is one
   * and not two; what may be meant twice has none. */
  do<T>(name: string | null, act: () => Promise<T>): Promise<T> {
    const before = this.last;
    if (name !== null && before?.name === name) return before.done as Promise<T>;
    const done = Promise.allSettled([before?.done]).then(act);
    const last = { name, done };
    this.last = last;
    return done.finally(() => {
      if (this.last === last) this.last = null;
    });
  }
}
