/**
 * The end of everything that one call of a program asked browsers to do: the promise that the async face gives.
 */
import type { Outcome } from "./questions.js";

export class Completion {
  readonly promise: Promise<void>;
  #open = 1;
  #resolve!: () => void;
  #reject!: (error: Error) => void;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // A caller who does not wait must not bring the process down.
    this.promise.catch(() => {});
  }

  /** One more answer to wait for. */
  opened(): void {
    this.#open++;
  }

  /** One answer less to wait for; the call itself counts as one until it has returned. */
  closed(): void {
    this.#open--;
    if (this.#open === 0) this.#resolve();
  }

  settle(outcome: Outcome): void {
    if (outcome.kind === "error") this.#reject(outcome.error);
    else this.closed();
  }
}

/** Nothing is asked of a browser for them after all. */
export function closed(done: ReadonlySet<Completion> | null): void {
  for (const each of done ?? []) each.closed();
}
