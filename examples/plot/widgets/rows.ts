/**
 * The rows that a plot shows: one array per column, as uPlot wants them, of which the last rows are kept.
 * Each column has room for twice as many; when that is full the last ones move to the front, so that appending
 * costs the same however many there are.
 */
export class Rows {
  readonly #capacity: number;
  readonly #columns: Float64Array[];
  #start = 0;
  #end = 0;

  constructor(columns: number, capacity: number) {
    this.#capacity = capacity;
    this.#columns = Array.from({ length: columns }, () => new Float64Array(2 * capacity));
  }

  get length(): number {
    return this.#end - this.#start;
  }

  /** Appends rows that stand one after another in one list. */
  append(rows: ArrayLike<number>): void {
    const width = this.#columns.length;
    const count = rows.length / width;
    const skipped = Math.max(0, count - this.#capacity);
    if (this.#end + count - skipped > 2 * this.#capacity) this.#moveToFront(count - skipped);
    const first = this.#end - skipped;
    this.#columns.forEach((column, c) => {
      for (let row = skipped; row < count; row++) column[first + row] = rows[row * width + c] as number;
    });
    this.#end += count - skipped;
    this.#start = Math.max(this.#start, this.#end - this.#capacity);
  }

  clear(): void {
    this.#start = 0;
    this.#end = 0;
  }

  /** The columns as they are now; they share their numbers with the rows. */
  view(): Float64Array[] {
    return this.#columns.map((column) => column.subarray(this.#start, this.#end));
  }

  /** Leaves room for so many rows behind those that will still be kept. */
  #moveToFront(coming: number): void {
    const kept = Math.min(this.length, this.#capacity - Math.min(coming, this.#capacity));
    for (const column of this.#columns) column.copyWithin(0, this.#end - kept, this.#end);
    this.#start = 0;
    this.#end = kept;
  }
}
