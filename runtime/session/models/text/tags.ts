/**
 * The tags of a text: their definitions, and the ranges that they are applied to.
 * Ranges of one tag may overlap or touch; they are joined in answers only.
 */
import type { Change } from "../../../protocol/text-changes.js";
import { Span, SpanList } from "../../../protocol/text-spans.js";

/** One range as browsers are told it. */
export interface TagInterval {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Looks that a tag gives, in wire form. */
export type TagAttributes = Readonly<Record<string, unknown>>;

class TagRange extends Span {
  /** When it was applied: the higher one wins. The parts of a range that was cut share it. */
  readonly rank: number;

  constructor(rank: number) {
    super();
    this.rank = rank;
  }
}

export class Tags {
  /** In the order in which they were defined first. */
  readonly definitions = new Map<string, TagAttributes>();
  readonly #ranges = new Map<string, SpanList<TagRange>>();
  #rank = 0;

  isApplied(name: string): boolean {
    return this.#ranges.has(name);
  }

  get anyApplied(): boolean {
    return this.#ranges.size > 0;
  }

  /** The range must not be empty. */
  apply(name: string, start: number, end: number): void {
    let list = this.#ranges.get(name);
    if (list === undefined) {
      list = new SpanList("range");
      this.#ranges.set(name, list);
    }
    list.add(new TagRange(++this.#rank), start, end - start);
  }

  /** Takes a tag off a range; says whether it was there. */
  cut(name: string, start: number, end: number): boolean {
    const list = this.#ranges.get(name);
    if (list === undefined || start === end) return false;
    const found = list.overlapping(start, end);
    for (const range of found) {
      const { start: from, end: to, rank } = range;
      list.remove(range);
      if (from < start) list.add(new TagRange(rank), from, start - from);
      if (to > end) list.add(new TagRange(rank), end, to - end);
    }
    if (list.count === 0) this.#ranges.delete(name);
    return found.length > 0;
  }

  forget(name: string): void {
    this.definitions.delete(name);
    this.#ranges.delete(name);
  }

  clearRanges(): void {
    this.#ranges.clear();
  }

  /** The ranges take a change of the text. */
  changed(change: Change): void {
    for (const [name, list] of this.#ranges) {
      list.changed(change);
      if (list.count === 0) this.#ranges.delete(name);
    }
  }

  /** Names of the tags that touch a range, in the order in which they were applied. */
  touching(start: number, end: number): string[] {
    const found: { name: string; rank: number; start: number }[] = [];
    for (const [name, list] of this.#ranges) {
      const [first] = list.overlapping(start, end).sort(byRank);
      if (first !== undefined) found.push({ name, rank: first.rank, start: first.start });
    }
    return found.sort(byRank).map(({ name }) => name);
  }

  /** From the first start to the last end of a tag. */
  region(name: string): [start: number, end: number] | null {
    return this.#ranges.get(name)?.bounds() ?? null;
  }

  /** Each run of a tag, in text order; ranges that overlap or touch make one. */
  regions(name: string): [start: number, end: number][] {
    const runs: [number, number][] = [];
    for (const { start, end } of this.#ranges.get(name) ?? []) {
      const last = runs.at(-1);
      if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
      else runs.push([start, end]);
    }
    return runs;
  }

  /** All ranges in the order in which they were applied. */
  intervals(): TagInterval[] {
    const all: (TagInterval & { rank: number })[] = [];
    for (const [name, list] of this.#ranges) {
      for (const range of list) all.push({ name, start: range.start, end: range.end, rank: range.rank });
    }
    return all.sort(byRank).map(({ name, start, end }) => ({ name, start, end }));
  }
}

function byRank(a: { rank: number; start: number }, b: { rank: number; start: number }): number {
  return a.rank - b.rank || a.start - b.start;
}
