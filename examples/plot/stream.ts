/**
 * A stream of measurements, as an instrument would send them: so many rows a second, in portions.
 */
import { TypedBuffer } from "pgwidgets-ts/sync";

/** Rows a second. */
export const RATE = 10_000;
/** Milliseconds between two portions. */
const PORTION = 20;

/** The rows from one place in time to another: seconds, a signal, and what it is without its noise. */
export function rowsBetween(first: number, count: number): TypedBuffer {
  const rows = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    const seconds = (first + i) / RATE;
    const signal = Math.sin(seconds * 2.1) + 0.4 * Math.sin(seconds * 13);
    // The same noise on every run, so that a picture of it can be compared.
    const noise = Math.sin((first + i) * 12.9898) * 43758.5453;
    rows.set([seconds, signal + (noise - Math.floor(noise) - 0.5) * 0.5, signal], i * 3);
  }
  return new TypedBuffer(rows, [count, 3]);
}

/** How many rows there should be after so many milliseconds. */
export const rowsDue = (milliseconds: number): number => Math.floor((milliseconds * RATE) / 1000);

/** Calls `take` with portions of the stream, in real time, until it is stopped. */
export class Stream {
  readonly #take: (rows: TypedBuffer) => void;
  #timer: ReturnType<typeof setInterval> | null = null;
  /** Rows that were given out. */
  sent = 0;

  constructor(take: (rows: TypedBuffer) => void) {
    this.#take = take;
  }

  get isRunning(): boolean {
    return this.#timer !== null;
  }

  start(): void {
    if (this.#timer !== null) return;
    const started = performance.now();
    const before = this.sent;
    this.#timer = setInterval(() => {
      const count = before + rowsDue(performance.now() - started) - this.sent;
      if (count <= 0) return;
      this.#take(rowsBetween(this.sent, count));
      this.sent += count;
    }, PORTION);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
