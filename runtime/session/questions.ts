/**
 * What waits for a browser: questions, and calls whose caller wants to know that they were done.
 */
import { BrowserError, NoAnswerError } from "./errors.js";
import type { Peer } from "./peer.js";

interface Open {
  readonly peers: Set<Peer>;
  readonly label: string;
  readonly settle: (outcome: Outcome) => void;
  readonly cancelTimer: () => void;
  error: BrowserError | null;
}

export type Outcome =
  | { readonly kind: "answer"; readonly value: unknown; readonly peer: Peer }
  | { readonly kind: "error"; readonly error: BrowserError }
  /** No browser is left that could answer, or it took too long. */
  | { readonly kind: "none"; readonly error: NoAnswerError };

/** Of a question whose browser has gone. */
export function leftBefore(label: string): Outcome {
  return { kind: "none", error: new NoAnswerError(`${label}: the browser left before it answered.`) };
}

export class Questions {
  readonly #open = new Map<number, Open>();
  readonly #setTimer: (ms: number, task: () => void) => () => void;
  readonly #deadline: number;
  #next = 2;

  constructor(setTimer: (ms: number, task: () => void) => () => void, deadline: number) {
    this.#setTimer = setTimer;
    this.#deadline = deadline;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Opens a question to some browsers; the first that succeeds answers it. The result is the id of its message. */
  ask(label: string, peers: readonly Peer[], settle: (outcome: Outcome) => void): number {
    const id = this.#next++;
    const seconds = this.#deadline / 1000;
    const cancelTimer = this.#setTimer(this.#deadline, () =>
      this.#close(id, { kind: "none", error: new NoAnswerError(`${label}: no answer within ${seconds} s.`) }),
    );
    this.#open.set(id, { peers: new Set(peers), label, settle, cancelTimer, error: null });
    return id;
  }

  answered(peer: Peer, id: number, value: unknown): void {
    if (this.#open.get(id)?.peers.has(peer)) this.#close(id, { kind: "answer", value, peer });
  }

  failed(peer: Peer, id: number, message: string): void {
    const open = this.#open.get(id);
    if (open?.peers.delete(peer) !== true) return;
    open.error ??= new BrowserError(`${open.label}: ${message}`);
    if (open.peers.size === 0) this.#close(id, { kind: "error", error: open.error });
  }

  /** A browser has gone: what only it could have answered fails at once. */
  gone(peer: Peer): void {
    for (const [id, open] of [...this.#open]) {
      if (!open.peers.delete(peer) || open.peers.size > 0) continue;
      this.#close(id, open.error === null ? leftBefore(open.label) : { kind: "error", error: open.error });
    }
  }

  #close(id: number, outcome: Outcome): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    open.cancelTimer();
    open.settle(outcome);
  }
}
