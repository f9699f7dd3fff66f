/**
 * Seats: how many sessions may have browsers at the same time. A session holds one seat from its first
 * browser to its last, however many it has in between.
 */
export class Seats<S extends object> {
  readonly #limit: number;
  readonly #browsers = new Map<S, number>();

  /** @param limit number of seats; null for as many as are wanted */
  constructor(limit: number | null) {
    this.#limit = limit ?? Number.POSITIVE_INFINITY;
  }

  get free(): boolean {
    return this.#browsers.size < this.#limit;
  }

  has(session: S): boolean {
    return this.#browsers.has(session);
  }

  /** One more browser of this session. The caller has made sure that there is a seat. */
  sit(session: S): void {
    this.#browsers.set(session, (this.#browsers.get(session) ?? 0) + 1);
  }

  /** A browser of this session has left. True when it was the last one, which frees the seat. */
  rise(session: S): boolean {
    const browsers = this.#browsers.get(session);
    if (browsers === undefined) return false;
    if (browsers > 1) this.#browsers.set(session, browsers - 1);
    else this.#browsers.delete(session);
    return browsers === 1;
  }

  /** The session has ended, with all its browsers. */
  clear(session: S): void {
    this.#browsers.delete(session);
  }
}
