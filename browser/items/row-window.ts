/**
 * Which rows are in view, and where they stand: rows of one height, any number of them.
 * Rows of one height are found by division, and TanStack Virtual adds those beyond the edges: its virtualizer would
 * make an object for each row, all anew when one group of a tree is closed. The rows stand at their full height; a
 * browser's elements end somewhere below 20 million pixels, so beyond `LONGEST` the element is shorter and a part of
 * the rows is laid out in it.
 * Short ways move the rows pixel by pixel, long ways in proportion.
 */
import { defaultRangeExtractor } from "@tanstack/virtual-core";

/** Pixels that a browser can surely lay out. */
const LONGEST = 15_000_000;
/** Rows that are drawn beyond each edge. */
const BEYOND = 6;

export class RowWindow {
  #count = 0;
  #rowHeight = 1;
  #viewport = 0;
  /** Where the view is, from the top of the first row. */
  #offset = 0;
  /** How far the top of the first row lies above that of the element. */
  #shift = 0;

  get #total(): number {
    return this.#count * this.#rowHeight;
  }

  get #lastOffset(): number {
    return Math.max(0, this.#total - this.#viewport);
  }

  /** How far the element can be scrolled. */
  get #lastPlace(): number {
    return Math.max(0, this.height - this.#viewport);
  }

  /** Height of the element that holds the rows. */
  get height(): number {
    return Math.min(this.#total, LONGEST);
  }

  get count(): number {
    return this.#count;
  }

  get rowHeight(): number {
    return this.#rowHeight;
  }

  /** Rows that fit into the view, at least one. */
  get page(): number {
    return Math.max(1, Math.floor(this.#viewport / this.#rowHeight));
  }

  get viewport(): number {
    return this.#viewport;
  }

  /** Where the view is, from 0 to 1; 0 when all rows fit. */
  get share(): number {
    return this.#lastOffset === 0 ? 0 : Math.min(1, this.#offset / this.#lastOffset);
  }

  /** First row in view and how far its top lies above the view. */
  get first(): { readonly row: number; readonly hidden: number } {
    const offset = Math.min(this.#offset, this.#lastOffset);
    const row = Math.floor(offset / this.#rowHeight);
    return { row, hidden: offset - row * this.#rowHeight };
  }

  /** Says how many rows there are, how high they are and how much of them can be seen. */
  set(count: number, rowHeight: number, viewport: number): void {
    this.#count = count;
    this.#rowHeight = rowHeight;
    this.#viewport = viewport;
  }

  /** Places of the rows to draw, in order. */
  get range(): readonly number[] {
    const count = this.#count;
    if (this.#viewport === 0 || count === 0) return [];
    const startIndex = Math.max(0, Math.min(Math.floor(this.#offset / this.#rowHeight), count - 1));
    const below = Math.ceil((this.#offset + this.#viewport) / this.#rowHeight);
    const endIndex = Math.max(startIndex, Math.min(below - 1, count - 1));
    return defaultRangeExtractor({ startIndex, endIndex, overscan: BEYOND, count });
  }

  /** Top of a row in the element. */
  topOf(row: number): number {
    return row * this.#rowHeight - this.#shift;
  }

  /**
   * The element was scrolled to a place.
   * @returns Another place to scroll it to without moving the view; null when this one will do.
   */
  scrolled(place: number): number | null {
    const before = this.#offset - this.#shift;
    if (this.#total <= LONGEST) this.#shift = 0;
    else if (Math.abs(place - before) > 2 * this.#viewport) {
      this.#shift = this.#inProportion(place, this.#lastPlace, this.#lastOffset) - place;
    }
    this.#offset = place + this.#shift;
    return this.#recentered(place);
  }

  /** The place to scroll the element to so that the view is at an offset from the top of the first row. */
  placeFor(offset: number): number {
    const wanted = Math.max(0, Math.min(offset, this.#lastOffset));
    let place = wanted - this.#shift;
    if (this.#total <= LONGEST) {
      this.#shift = 0;
      place = wanted;
    } else if (this.#recenters(place, wanted)) {
      place = Math.round(this.#inProportion(wanted, this.#lastOffset, this.#lastPlace));
      this.#shift = wanted - place;
    }
    this.#offset = wanted;
    return place;
  }

  /** The offset at which a row is in view, moving as little as possible; null when it is already. */
  offsetFor(row: number): number | null {
    const top = row * this.#rowHeight;
    const offset = Math.min(this.#offset, this.#lastOffset);
    if (top < offset) return top;
    const bottom = top + this.#rowHeight;
    return bottom > offset + this.#viewport ? Math.min(top, bottom - this.#viewport) : null;
  }

  get offset(): number {
    return this.#offset;
  }

  get lastOffset(): number {
    return this.#lastOffset;
  }

  #inProportion(at: number, from: number, to: number): number {
    return from === 0 ? 0 : Math.min(to, (at / from) * to);
  }

  /** At this place the element ends before the rows do. */
  #recenters(place: number, offset: number): boolean {
    const edge = 3 * this.#viewport;
    const tooHigh = place < edge && place < offset;
    const tooLow = place > this.#lastPlace - edge && this.#lastPlace - place < this.#lastOffset - offset;
    return tooHigh || tooLow || place < 0 || place > this.#lastPlace;
  }

  #recentered(place: number): number | null {
    if (this.#total <= LONGEST || !this.#recenters(place, this.#offset)) return null;
    const other = this.placeFor(this.#offset);
    return Math.abs(other - place) < 1 ? null : other;
  }
}
