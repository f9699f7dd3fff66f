/**
 * A text in pieces of a few thousand units, made from one string: an edit touches the pieces that it reaches
 * into, and finding an offset or a line walks over pieces, not over units.
 */
import { applied, type Change } from "../../../protocol/text-changes.js";

const FEED = "\n";
/** Length of a fresh piece; the longest that a piece may grow to; the shortest that is left alone. */
const FRESH = 4096;
const LONGEST = 8192;
const SHORTEST = 1024;
/** A change of more stretches than this is done by putting the text together anew. */
const MANY = 200;

interface Piece {
  readonly text: string;
  /** Line feeds in it. */
  readonly feeds: number;
}

/** A place in a piece, with what stands in front of the piece. */
interface Found {
  readonly index: number;
  readonly start: number;
  readonly feeds: number;
}

export class TextStore {
  /** Never empty; only the piece of an empty text is empty. */
  #pieces: Piece[];
  #length: number;
  #feeds: number;
  /** The whole text, while it is known. */
  #whole: string | null;

  constructor(text: string) {
    this.#pieces = pieces(text);
    this.#length = text.length;
    this.#feeds = sum(this.#pieces);
    this.#whole = text;
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  /** Number of the last line, from 0. */
  get lastLine(): number {
    return this.#feeds;
  }

  toString(): string {
    this.#whole ??= this.#pieces.map((piece) => piece.text).join("");
    return this.#whole;
  }

  clamp(offset: number): number {
    return Math.min(Math.max(0, offset), this.#length);
  }

  slice(start: number, end: number): string {
    if (this.#whole !== null) return this.#whole.slice(start, end);
    let { index, start: at } = this.#at(start);
    let result = "";
    for (; at < end && index < this.#pieces.length; index++) {
      const { text } = this.#piece(index);
      result += text.slice(Math.max(0, start - at), end - at);
      at += text.length;
    }
    return result;
  }

  apply(change: Change): void {
    if (change.length > MANY) {
      const text = applied(this.toString(), change);
      this.#pieces = pieces(text);
      this.#length = text.length;
      this.#feeds = sum(this.#pieces);
      this.#whole = text;
      return;
    }
    for (let i = change.length - 1; i >= 0; i--) this.#replace(...(change[i] as Change[number]));
  }

  #replace(start: number, end: number, insert: string): void {
    const first = this.#at(start);
    const last = end === start ? first : this.#at(end);
    const head = this.#piece(first.index).text.slice(0, start - first.start);
    const tail = this.#piece(last.index).text.slice(end - last.start);
    let from = first.index;
    let to = last.index + 1;
    let text = head + insert + tail;
    if (text.length < SHORTEST && to < this.#pieces.length) text += this.#piece(to++).text;
    if (text.length < SHORTEST && from > 0) text = this.#piece(--from).text + text;
    for (let i = from; i < to; i++) this.#feeds -= this.#piece(i).feeds;
    const fresh = pieces(text);
    this.#feeds += sum(fresh);
    if (fresh.length < 1000) this.#pieces.splice(from, to - from, ...fresh);
    else this.#pieces = [...this.#pieces.slice(0, from), ...fresh, ...this.#pieces.slice(to)];
    this.#length += insert.length - (end - start);
    this.#whole = null;
  }

  /** Line of an offset, from 0: the line feeds in front of it. */
  lineOf(offset: number): number {
    const { index, start, feeds } = this.#at(offset);
    return feeds + count(this.#piece(index).text, offset - start);
  }

  /** Start of a line; of those below 0 the start of the text, of those past the last its end. */
  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line > this.#feeds) return this.#length;
    let left = line;
    let at = 0;
    for (const { text, feeds } of this.#pieces) {
      if (feeds >= left) {
        let found = -1;
        for (; left > 0; left--) found = text.indexOf(FEED, found + 1);
        return at + found + 1;
      }
      left -= feeds;
      at += text.length;
    }
    return this.#length;
  }

  /** The first line feed at or behind an offset, else the end of the text. */
  lineEndFrom(offset: number): number {
    let { index, start } = this.#at(offset);
    let from = offset - start;
    for (; index < this.#pieces.length; index++) {
      const { text, feeds } = this.#piece(index);
      const found = feeds === 0 ? -1 : text.indexOf(FEED, from);
      if (found !== -1) return start + found;
      start += text.length;
      from = 0;
    }
    return this.#length;
  }

  /** Start of the line that an offset is in. */
  lineStartOf(offset: number): number {
    let { index, start } = this.#at(offset);
    let before = offset - start;
    for (;;) {
      const { text, feeds } = this.#piece(index);
      const found = feeds === 0 || before === 0 ? -1 : text.lastIndexOf(FEED, before - 1);
      if (found !== -1) return start + found + 1;
      if (index === 0) return 0;
      index--;
      before = this.#piece(index).text.length;
      start -= before;
    }
  }

  /** The piece that an offset is in; between two pieces the latter. */
  #at(offset: number): Found {
    let start = 0;
    let feeds = 0;
    const last = this.#pieces.length - 1;
    for (let index = 0; index < last; index++) {
      const piece = this.#piece(index);
      const end = start + piece.text.length;
      if (offset < end) return { index, start, feeds };
      start = end;
      feeds += piece.feeds;
    }
    return { index: last, start, feeds };
  }

  #piece(index: number): Piece {
    return this.#pieces[index] as Piece;
  }
}

function pieces(text: string): Piece[] {
  if (text.length <= LONGEST) return [{ text, feeds: count(text, text.length) }];
  const result: Piece[] = [];
  for (let at = 0; at < text.length; at += FRESH) {
    const part = text.slice(at, at + FRESH);
    result.push({ text: part, feeds: count(part, part.length) });
  }
  return result;
}

function sum(list: readonly Piece[]): number {
  return list.reduce((feeds, piece) => feeds + piece.feeds, 0);
}

/** Line feeds in front of a place. */
function count(text: string, end: number): number {
  let feeds = 0;
  for (let at = text.indexOf(FEED); at !== -1 && at < end; at = text.indexOf(FEED, at + 1)) feeds++;
  return feeds;
}
