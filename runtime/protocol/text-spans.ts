/**
 * Many stretches or places of one text, in order, that move along with its edits. They lie in chunks with a
 * common shift, so that an edit costs one step for a chunk that it does not reach into.
 */
import { type Change, type Insert, type Replacement, sizeOf } from "./text-changes.js";

/** One of them. Its numbers mean something only together with its chunk. */
export class Span {
  /** @internal From the shift of the chunk, or from 0 outside any list. */
  at = 0;
  /** Units of the text that it covers; 0 for a place. */
  size = 0;
  /** @internal */
  chunk: Chunk<Span> | null = null;

  get start(): number {
    return this.at + (this.chunk?.shift ?? 0);
  }

  get end(): number {
    return this.start + this.size;
  }
}

interface Chunk<S extends Span> {
  shift: number;
  /** No span in it ends behind this, counted from the shift. */
  reach: number;
  /** By their start; never empty. */
  items: S[];
}

/**
 * How the spans of a list take an edit, which is a deletion and then an insert:
 * - `range`: text at its start or its end stays outside, text inside makes it longer; once empty it goes.
 * - `left`: a place that stays in front of text put exactly there.
 * - `right`: a place that goes behind it.
 */
export type SpanKind = "range" | "left" | "right";

/** A chunk is cut in two when it gets longer than this. */
const FULL = 512;
/** A change of more stretches than this moves each span once, and not each stretch each chunk. */
const MANY = 16;

export class SpanList<S extends Span> {
  readonly kind: SpanKind;
  /** By the start of their first span. */
  #chunks: Chunk<S>[] = [];
  #count = 0;

  constructor(kind: SpanKind) {
    this.kind = kind;
  }

  get count(): number {
    return this.#count;
  }

  /** By their start. */
  *[Symbol.iterator](): Generator<S> {
    for (const chunk of this.#chunks) yield* chunk.items;
  }

  add(span: S, start: number, size = 0): void {
    const at = this.#chunkFor(start);
    let chunk = this.#chunks[at];
    if (chunk === undefined) {
      chunk = { shift: 0, reach: 0, items: [] };
      this.#chunks.push(chunk);
    }
    span.at = start - chunk.shift;
    span.size = size;
    span.chunk = chunk;
    chunk.items.splice(placeFor(chunk, span.at), 0, span);
    chunk.reach = chunk.items.length === 1 ? span.at + size : Math.max(chunk.reach, span.at + size);
    this.#count++;
    if (chunk.items.length > FULL) this.#cut(at, chunk);
  }

  /** Takes one out, which keeps its present offsets. Nothing happens for one that is not in the list. */
  remove(span: S): void {
    const chunk = span.chunk as Chunk<S> | null;
    if (chunk === null) return;
    chunk.items.splice(chunk.items.indexOf(span), 1);
    release(span);
    this.#count--;
    if (chunk.items.length === 0) this.#chunks.splice(this.#chunks.indexOf(chunk), 1);
  }

  clear(): void {
    for (const span of this) release(span);
    this.#chunks = [];
    this.#count = 0;
  }

  /** Takes all out but those that pass. */
  keepOnly(passes: (span: S) => boolean): void {
    for (const chunk of this.#chunks) this.#setItems(chunk, chunk.items.filter(passes));
    this.#dropEmpty();
  }

  /** Spans of which at least one unit lies in a range, or which hold an empty range strictly inside; by start. */
  overlapping(start: number, end: number): S[] {
    const found: S[] = [];
    for (const chunk of this.#chunks) {
      const { shift, reach, items } = chunk;
      if ((items[0] as S).at + shift >= end) break;
      if (reach + shift <= start) continue;
      for (const span of items) {
        if (span.at + shift >= end) break;
        if (span.at + span.size + shift > start) found.push(span);
      }
    }
    return found;
  }

  /** First start and last end; null for an empty list. */
  bounds(): [start: number, end: number] | null {
    const first = this.#chunks[0]?.items[0];
    if (first === undefined) return null;
    let end = 0;
    for (const { shift, items } of this.#chunks) {
      for (const span of items) end = Math.max(end, span.at + span.size + shift);
    }
    return [first.start, end];
  }

  /** The text has changed: stretch by stretch from the last to the first. */
  changed(change: Change<Insert>): void {
    if (change.length > MANY) {
      this.#changedAtOnce(change);
      return;
    }
    for (let i = change.length - 1; i >= 0; i--) {
      const [start, end, insert] = change[i] as Replacement<Insert>;
      this.#replaced(start, end, sizeOf(insert));
    }
  }

  #replaced(start: number, end: number, insert: number): void {
    const by = insert - (end - start);
    let dropped = false;
    for (const chunk of this.#chunks) {
      const first = (chunk.items[0] as S).at + chunk.shift;
      const reach = chunk.reach + chunk.shift;
      if (this.kind === "right" ? reach < start : reach <= start) continue;
      if (this.kind === "left" ? first > end : first >= end) chunk.shift += by;
      else dropped = this.#moveEach(chunk, start - chunk.shift, end - chunk.shift, insert) || dropped;
    }
    if (dropped) this.#dropEmpty();
  }

  #changedAtOnce(change: Change<Insert>): void {
    const move = new Mover(change);
    for (const chunk of this.#chunks) {
      const kept: S[] = [];
      for (const span of chunk.items) {
        const { start, end } = span;
        if (this.kind === "range" && move.empties(start, end)) continue;
        const from = move.place(start, this.kind === "left" ? "left" : "right");
        span.size = this.kind === "range" ? move.place(end, "left") - from : 0;
        span.at = from - chunk.shift;
        kept.push(span);
      }
      this.#setItems(chunk, kept);
      chunk.reach = reachOf(chunk.items);
    }
    this.#dropEmpty();
  }

  /** Offsets count from the shift of the chunk. Says whether the chunk has become empty. */
  #moveEach(chunk: Chunk<S>, start: number, end: number, insert: number): boolean {
    const gone = end - start;
    const cut = (offset: number) => (offset <= start ? offset : offset >= end ? offset - gone : start);
    let anyEmpty = false;
    chunk.reach = Number.NEGATIVE_INFINITY;
    for (const span of chunk.items) {
      let from = cut(span.at);
      let to = cut(span.at + span.size);
      if (this.kind === "left" ? from > start : from >= start) from += insert;
      if (this.kind !== "range") to = from;
      else if (to > start) to += insert;
      span.at = from;
      span.size = to - from;
      // A range that the deletion emptied has its start moved by the insert and its end not.
      if (this.kind === "range" && to <= from) anyEmpty = true;
      else chunk.reach = Math.max(chunk.reach, to);
    }
    if (!anyEmpty) return false;
    this.#setItems(
      chunk,
      chunk.items.filter((span) => span.size > 0),
    );
    return chunk.items.length === 0;
  }

  #setItems(chunk: Chunk<S>, kept: S[]): void {
    if (kept.length === chunk.items.length) return;
    const staying = new Set<S>(kept);
    for (const span of chunk.items) if (!staying.has(span)) release(span);
    this.#count -= chunk.items.length - kept.length;
    chunk.items = kept;
  }

  #dropEmpty(): void {
    this.#chunks = this.#chunks.filter((chunk) => chunk.items.length > 0);
  }

  /** The last chunk that does not begin behind an offset. */
  #chunkFor(start: number): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (((this.#chunks[middle] as Chunk<S>).items[0] as S).start <= start) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #cut(at: number, chunk: Chunk<S>): void {
    const items = chunk.items.splice(chunk.items.length >>> 1);
    const fresh: Chunk<S> = { shift: chunk.shift, reach: reachOf(items), items };
    for (const span of items) span.chunk = fresh;
    chunk.reach = reachOf(chunk.items);
    this.#chunks.splice(at + 1, 0, fresh);
  }
}

/** Where places come by a change of many stretches, each without walking over all of them. */
class Mover {
  readonly #change: Change<Insert>;
  /** By how much the stretches up to each one lengthen the text. */
  readonly #growth: number[] = [];

  constructor(change: Change<Insert>) {
    this.#change = change;
    let sum = 0;
    for (const [start, end, insert] of change) {
      sum += sizeOf(insert) - (end - start);
      this.#growth.push(sum);
    }
  }

  /** @param above - The stretches up to this one are left out. */
  place(offset: number, kind: "left" | "right", above = -1): number {
    let at = offset;
    for (let i = this.#lastFrom(offset); i > above; i--) {
      const [start, end, insert] = this.#change[i] as Replacement<Insert>;
      // Behind this stretch, and so behind all in front of it.
      if (at > end) return at + (this.#growth[i] as number) - (this.#growth[above] ?? 0);
      if (at >= end) at -= end - start;
      else at = Math.min(at, start);
      if (kind === "right" || at > start) at += sizeOf(insert);
    }
    return at;
  }

  /** Whether a range becomes empty: a stretch covers its start, and all that is left of it by then. */
  empties(start: number, end: number): boolean {
    const i = this.#lastFrom(start);
    const over = this.#change[i];
    return over !== undefined && over[1] > start && this.place(end, "left", i) <= over[1];
  }

  /** The last stretch that does not begin behind an offset. */
  #lastFrom(offset: number): number {
    let low = 0;
    let high = this.#change.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#change[middle] as Replacement<Insert>)[0] <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Behind all that begin at the same place. */
function placeFor(chunk: Chunk<Span>, at: number): number {
  let low = 0;
  let high = chunk.items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunk.items[middle] as Span).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function reachOf(items: readonly Span[]): number {
  return items.reduce((reach, span) => Math.max(reach, span.at + span.size), Number.NEGATIVE_INFINITY);
}

function release(span: Span): void {
  span.at = span.start;
  span.chunk = null;
}
