/**
 * Tags and icons of a text as the server has it, and where they stand in the text on the page.
 * Made from what the server tells; they take a change just as the server's own do, by the same lists.
 */
import { type Change, type Insert, type Replacement, sizeOf } from "../../runtime/protocol/text-changes.js";
import { Span, SpanList } from "../../runtime/protocol/text-spans.js";

export interface TagInterval {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Icon {
  readonly id: number;
  readonly offset: number;
  readonly gravity: "left" | "right";
  readonly url: string;
}

/** A range or a place on the page. Of several, the one with the highest rank wins. */
export interface ShownTag extends TagInterval {
  readonly rank: number;
}

export interface ShownIcon {
  readonly id: number;
  readonly offset: number;
  readonly url: string;
  readonly rank: number;
}

class TagRange extends Span {
  readonly name: string;
  readonly rank: number;

  constructor(name: string, rank: number) {
    super();
    this.name = name;
    this.rank = rank;
  }
}

class IconPlace extends Span {
  readonly icon: Icon;
  readonly rank: number;

  constructor(icon: Icon, rank: number) {
    super();
    this.icon = icon;
    this.rank = rank;
  }
}

export class Marks {
  readonly #ranges = new SpanList<TagRange>("range");
  readonly #places = {
    left: new SpanList<IconPlace>("left"),
    right: new SpanList<IconPlace>("right"),
  };
  readonly #icons = new Map<number, IconPlace>();
  #rank = 0;

  get isEmpty(): boolean {
    return this.#ranges.count === 0 && this.#icons.size === 0;
  }

  /** Another text has come: nothing is marked in it. */
  clear(): void {
    this.#ranges.clear();
    this.setIcons([]);
  }

  /** The server's text has changed. */
  changed(change: Change): void {
    this.#ranges.changed(change);
    this.#places.left.changed(change);
    this.#places.right.changed(change);
  }

  setTags(intervals: readonly TagInterval[]): void {
    this.#ranges.clear();
    this.addTags(intervals);
  }

  addTags(intervals: readonly TagInterval[]): void {
    for (const { name, start, end } of intervals) {
      if (start < end) this.#ranges.add(new TagRange(name, ++this.#rank), start, end - start);
    }
  }

  cutTag(name: string, start: number, end: number): void {
    if (start >= end) return;
    for (const range of this.#ranges.overlapping(start, end)) {
      if (range.name !== name) continue;
      const { start: from, end: to, rank } = range;
      this.#ranges.remove(range);
      if (from < start) this.#ranges.add(new TagRange(name, rank), from, start - from);
      if (to > end) this.#ranges.add(new TagRange(name, rank), end, to - end);
    }
  }

  forgetTag(name: string): void {
    this.#ranges.keepOnly((range) => range.name !== name);
  }

  hasTag(name: string): boolean {
    for (const range of this.#ranges) if (range.name === name) return true;
    return false;
  }

  setIcons(icons: readonly Icon[]): void {
    this.#icons.clear();
    this.#places.left.clear();
    this.#places.right.clear();
    for (const icon of icons) this.putIcon(icon);
  }

  /** Adds an icon as the last one of all. */
  putIcon(icon: Icon): void {
    this.dropIcon(icon.id);
    const place = new IconPlace(icon, ++this.#rank);
    this.#icons.set(icon.id, place);
    this.#places[icon.gravity].add(place, icon.offset);
  }

  moveIcon(id: number, offset: number): void {
    const place = this.#icons.get(id);
    if (place === undefined) return;
    const list = this.#places[place.icon.gravity];
    list.remove(place);
    list.add(place, offset);
  }

  dropIcon(id: number): void {
    const place = this.#icons.get(id);
    if (place === undefined) return;
    this.#icons.delete(id);
    this.#places[place.icon.gravity].remove(place);
  }

  /**
   * The tags that touch a range of the page, whose text is the server's with the changes `own`, one after another.
   * Only what is looked at is moved by them, so that thousands of tags cost a keystroke nothing.
   */
  tagsIn(from: number, to: number, own: readonly Change[]): ShownTag[] {
    const moved = new SpanList<TagRange>("range");
    for (const range of this.#ranges.overlapping(...before(from, to, own))) {
      moved.add(new TagRange(range.name, range.rank), range.start, range.size);
    }
    for (const change of own) moved.changed(change);
    return moved.overlapping(from, to).map(({ name, rank, start, end }) => ({ name, rank, start, end }));
  }

  /** As `tagsIn`; both ends of the range belong to it. */
  iconsIn(from: number, to: number, own: readonly Change[]): ShownIcon[] {
    const found: ShownIcon[] = [];
    if (this.#icons.size === 0) return found;
    for (const gravity of ["left", "right"] as const) {
      const moved = new SpanList<IconPlace>(gravity);
      for (const place of this.#places[gravity].overlapping(...before(from, to, own))) {
        moved.add(new IconPlace(place.icon, place.rank), place.start);
      }
      for (const change of own) moved.changed(change);
      for (const { icon, rank, start } of moved) {
        if (start >= from && start <= to) found.push({ id: icon.id, offset: start, url: icon.url, rank });
      }
    }
    return found;
  }
}

/** A range of the text before the changes outside which nothing gets into a range of the text after them. */
function before(from: number, to: number, own: readonly Change[]): [start: number, end: number] {
  let start = from;
  let end = to;
  for (const change of own.toReversed()) {
    start = origin(start, change, 0);
    end = origin(end, change, 1);
  }
  return [start - 1, end + 1];
}

/** Where an offset was before a change: for one in an insert, that end of the stretch. */
function origin(offset: number, change: Change<Insert>, side: 0 | 1): number {
  let shift = 0;
  for (const stretch of change) {
    const [start, end, insert]: Replacement<Insert> = stretch;
    if (offset < start + shift) break;
    const size = sizeOf(insert);
    if (offset <= start + shift + size) return stretch[side];
    shift += size - (end - start);
  }
  return offset - shift;
}
