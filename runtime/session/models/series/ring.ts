/**
 * Rows of numbers in the order in which they came, of which the last ones are kept.
 * Plain numbers in, plain numbers out; grows as it fills, and never beyond its capacity.
 */

/** Rows that there is room for at first. */
const START = 256;

export class Ring {
  readonly columns: number;
  readonly capacity: number;
  #rows: Float64Array;
  /** Place of the oldest row. */
  #first = 0;
  #length = 0;

  /** @param capacity - Rows kept, at least 1. */
  constructor(columns: number, capacity: number) {
    this.columns = columns;
    this.capacity = capacity;
    this.#rows = new Float64Array(columns * Math.min(START, capacity));
  }

  get length(): number {
    return this.#length;
  }

  /** The first number of the last row; -Infinity when there is none. */
  get last(): number {
    if (this.#length === 0) return Number.NEGATIVE_INFINITY;
    const at = (this.#first + this.#length - 1) % this.#room;
    return this.#rows[at * this.columns] as number;
  }

  /** Appends rows, one after another in one list; the oldest go when there are too many. */
  append(rows: ArrayLike<number>): void {
    const { columns, capacity } = this;
    const count = rows.length / columns;
    // Rows that would go again at once are never taken in.
    const skipped = Math.max(0, count - capacity);
    this.#grow(Math.min(capacity, this.#length + count));
    for (let row = skipped; row < count; row++) {
      const at = (this.#first + this.#length) % this.#room;
      for (let column = 0; column < columns; column++) {
        this.#rows[at * columns + column] = rows[row * columns + column] as number;
      }
      if (this.#length < this.#room) this.#length++;
      else this.#first = (this.#first + 1) % this.#room;
    }
  }

  clear(): void {
    this.#first = 0;
    this.#length = 0;
  }

  /** All rows, the oldest first, in a list of its own. */
  toArray(): Float64Array {
    const { columns } = this;
    const made = new Float64Array(this.#length * columns);
    const toEnd = Math.min(this.#length, this.#room - this.#first);
    made.set(this.#rows.subarray(this.#first * columns, (this.#first + toEnd) * columns));
    made.set(this.#rows.subarray(0, (this.#length - toEnd) * columns), toEnd * columns);
    return made;
  }

  get #room(): number {
    return this.#rows.length / this.columns;
  }

  #grow(needed: number): void {
    if (needed <= this.#room) return;
    const room = Math.min(this.capacity, Math.max(needed, this.#room * 2));
    const grown = new Float64Array(room * this.columns);
    grown.set(this.toArray());
    this.#rows = grown;
    this.#first = 0;
  }
}
