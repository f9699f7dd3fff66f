/**
 * Rows of a long table as they come, which are read list by list: one of them when one of its rows is to be shown, the
 * others while the page has nothing else to do.
 * Made from bytes; see `_loadRows` in the ItemView definition.
 */
import { partsOf } from "../../runtime/protocol/parts.js";
import { whenIdle } from "../frame-timing.js";
import type { RowSource, Values } from "./row.js";

/** Milliseconds of reading before the page gets a turn. */
const SLICE = 4;

const decoder = new TextDecoder();

export class UnreadRows implements RowSource {
  /** Rows in each list. */
  readonly #length: number;
  /** How many lists there will be. */
  readonly #count: number;
  /** Each list that has come: its bytes until it has been read. */
  readonly #lists: (Uint8Array | readonly Values[])[] = [];
  readonly #ahead: (end: number) => void;
  /** Those before this one have been read. */
  #next = 0;
  #ended = false;
  /** Rows were asked for that have not come. */
  #isMissed = false;

  /**
   * @param length - Rows in each list
   * @param count - Rows in all lists
   * @param ahead - Told where the rows end that have been read while the page had nothing else to do
   */
  constructor(length: number, count: number, ahead: (end: number) => void) {
    this.#length = length;
    this.#count = Math.ceil(count / length);
    this.#ahead = ahead;
  }

  /** No more are on their way. */
  get isComplete(): boolean {
    return this.#lists.length >= this.#count;
  }

  /** Takes the next lists: the bytes of all, and how many each has. True when rows may be among them that were asked for. */
  add(bytes: Uint8Array, sizes: readonly number[]): boolean {
    for (const part of partsOf(bytes, sizes)) this.#lists.push(part);
    if (this.isComplete) this.#readAhead();
    const wasMissed = this.#isMissed;
    this.#isMissed = false;
    return wasMissed;
  }

  valuesAt(place: number): Values | null | undefined {
    const list = this.#read(Math.floor(place / this.#length));
    if (list !== undefined) return list[place % this.#length] ?? null;
    this.#isMissed = true;
    return undefined;
  }

  /** Nobody needs the rows any more that have not been read. */
  end(): void {
    this.#ended = true;
  }

  #readAhead(): void {
    whenIdle(() => {
      if (this.#ended) return;
      const end = performance.now() + SLICE;
      while (this.#next < this.#count && performance.now() < end) {
        this.#read(this.#next++);
        this.#ahead(this.#next * this.#length);
      }
      if (this.#next < this.#count) this.#readAhead();
    });
  }

  #read(index: number): readonly Values[] | undefined {
    const list = this.#lists[index];
    if (!(list instanceof Uint8Array)) return list;
    const rows = JSON.parse(decoder.decode(list)) as readonly Values[];
    this.#lists[index] = rows;
    return rows;
  }
}
