/**
 * Puts off drawing: each touched widget draws once, when a slice of messages or an event is over.
 * Made from a set of widgets and a list of what comes after them.
 */

export interface Updatable {
  /** Draws what has changed. */
  commit(): void;
}

export class Updates {
  #dirty = new Set<Updatable>();
  #after: (() => void)[] = [];
  #settled: (() => void)[] = [];
  #held = 0;
  #scheduled = false;
  readonly #showRest: () => void;

  /** @param showRest - Shows what waits for its turn; see long-columns.ts. */
  constructor(showRest: () => void) {
    this.#showRest = showRest;
  }

  /** `widget.commit()` is called soon, once. */
  request(widget: Updatable): void {
    this.#dirty.add(widget);
    this.#schedule();
  }

  /** Forgets a widget that has gone. */
  forget(widget: Updatable): void {
    this.#dirty.delete(widget);
  }

  /** Runs `task` after the next drawing: for focus, and for what must be measured. */
  after(task: () => void): void {
    this.#after.push(task);
    this.#schedule();
  }

  /** Runs `task` once all that the server has sent so far is drawn. */
  whenSettled(task: () => void): void {
    this.#settled.push(task);
    this.#schedule();
  }

  /** Draws at once. Call it before measuring what only the page wants to know, and only then. */
  flush(): void {
    // What is drawn may touch further widgets, so this goes on until nothing is left.
    while (this.#dirty.size > 0) {
      const widgets = this.#dirty;
      this.#dirty = new Set();
      for (const widget of widgets) guarded(() => widget.commit());
    }
  }

  /** Draws at once, with what waits for its turn. Call it before measuring what the program is told. */
  settle(): void {
    this.flush();
    this.#showRest();
  }

  /** Nothing is drawn by itself until the matching `release`. */
  hold(): void {
    this.#held++;
  }

  /** Ends `hold`: draws; with `settled`, nothing more of the server is waiting. */
  release(settled: boolean): void {
    this.#held--;
    if (this.#held > 0) return;
    this.#finish(settled);
  }

  #schedule(): void {
    if (this.#held > 0 || this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (this.#held === 0) this.#finish(true);
    });
  }

  #finish(settled: boolean): void {
    this.flush();
    const tasks = this.#after.splice(0);
    if (settled) tasks.push(...this.#settled.splice(0));
    for (const task of tasks) guarded(task);
    this.flush();
  }
}

/** One widget's fault must not keep the others from being drawn. */
function guarded(task: () => void): void {
  try {
    task();
  } catch (error) {
    reportError(error);
  }
}
