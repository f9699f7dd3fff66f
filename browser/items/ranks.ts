/**
 * Puts rows into the order of a column: 100,000 in a few hundredths of a second.
 * Made by giving each value a number of 64 bits that sorts like it, and sorting those digit by digit; texts that
 * begin alike go on with what follows. Texts that this cannot be said of are compared by the collator.
 */
import { atFirstUse } from "../at-first-use.js";
import type { Kind } from "./columns.js";
import type { Row, Value } from "./row.js";
import { plainText } from "./values.js";

/** Letters only: case and accents make no difference. The server goes by the same rules. */
const collator = atFirstUse(() => new Intl.Collator("en", { sensitivity: "base" }));

/** Bits of a character, and how many characters go into each half of a number. */
const BITS = 7;
const HALF = 4;
/** Shorter lists are compared pair by pair; longer ones than MANY are sorted by larger digits. */
const FEW = 256;
const MANY = 20_000;
const UNKNOWN = 255;

let ranks: Uint8Array | null = null;

/** The place of each ASCII character in the alphabet of the collator, from 1; UNKNOWN for those without one. */
function rankTable(): Uint8Array {
  if (ranks !== null) return ranks;
  const characters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  const { compare } = collator();
  const known = characters.filter((character) => compare(character, "") !== 0);
  known.sort(compare);
  const table = new Uint8Array(128).fill(UNKNOWN);
  let rank = 0;
  known.forEach((character, i) => {
    if (i === 0 || compare(known[i - 1] as string, character) !== 0) rank++;
    table[character.charCodeAt(0)] = rank;
  });
  ranks = table;
  return table;
}

/** Texts as the places of their characters in the alphabet, one behind the other. */
interface Spelling {
  readonly ranks: Uint8Array;
  /** Where each text begins; one more than there are texts. */
  readonly starts: Uint32Array;
}

/** null when a text has characters whose place depends on those around them, or is not known. */
function spell(texts: readonly string[]): Spelling | null {
  const table = rankTable();
  let ranks = new Uint8Array(16 * texts.length + 64);
  const starts = new Uint32Array(texts.length + 1);
  let at = 0;
  for (let i = 0; i < texts.length; i++) {
    let text = texts[i] as string;
    starts[i] = at;
    for (let j = 0; j < text.length; j++) {
      const code = text.charCodeAt(j);
      const rank = code < 128 ? (table[code] as number) : UNKNOWN;
      if (rank === UNKNOWN) {
        // Letters with accents count as those without.
        const bare = code < 128 ? text : text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
        if (bare === text) return null;
        text = bare;
        at = starts[i] as number;
        j = -1;
        continue;
      }
      if (at === ranks.length) {
        const larger = new Uint8Array(2 * at);
        larger.set(ranks);
        ranks = larger;
      }
      ranks[at++] = rank;
    }
  }
  starts[texts.length] = at;
  return { ranks, starts };
}

/** Numbers that sort like the values, in two halves. */
interface Keys {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

function newKeys(length: number): Keys {
  return { high: new Uint32Array(length), low: new Uint32Array(length) };
}

/** Sorts places in `order` from `from` to `to` by their keys; what is equal keeps its order. */
function sortByKeys(order: Uint32Array, { high, low }: Keys, from: number, to: number): void {
  if (to - from < FEW) {
    const part = Array.from(order.subarray(from, to));
    part.sort((a, b) => (high[a] as number) - (high[b] as number) || (low[a] as number) - (low[b] as number));
    order.set(part, from);
    return;
  }
  const bits = to - from < MANY ? 8 : 16;
  const counts = new Uint32Array(1 << bits);
  let source = order.slice(from, to);
  let target = new Uint32Array(source.length);
  for (const half of [low, high]) {
    for (let shift = 0; shift < 32; shift += bits) {
      if (!sortByDigit(source, target, half, shift, counts)) continue;
      [source, target] = [target, source];
    }
  }
  order.set(source, from);
}

/** Puts places into `target` by one digit of their keys; false when all are alike in it. */
function sortByDigit(
  source: Uint32Array,
  target: Uint32Array,
  keys: Uint32Array,
  shift: number,
  counts: Uint32Array,
): boolean {
  const mask = counts.length - 1;
  counts.fill(0);
  for (let i = 0; i < source.length; i++) {
    const digit = ((keys[source[i] as number] as number) >>> shift) & mask;
    counts[digit] = (counts[digit] as number) + 1;
  }
  if (counts[((keys[source[0] as number] as number) >>> shift) & mask] === source.length) return false;
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit] as number;
    counts[digit] = sum;
    sum += count;
  }
  for (let i = 0; i < source.length; i++) {
    const place = source[i] as number;
    const digit = ((keys[place] as number) >>> shift) & mask;
    const at = counts[digit] as number;
    counts[digit] = at + 1;
    target[at] = place;
  }
  return true;
}

function sortNumbers(order: Uint32Array, values: Float64Array, descending: boolean): void {
  const keys = newKeys(values.length);
  const flip = descending ? 0xffffffff : 0;
  const double = new Float64Array(1);
  const words = new Uint32Array(double.buffer);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // Adding 0 makes 0 of -0. What is no number comes behind all others.
    double[0] = value + 0;
    const top = words[1] as number;
    const isNegative = top >= 0x80000000;
    keys.high[i] = (Number.isNaN(value) ? 0xffffffff : isNegative ? ~top : top ^ 0x80000000) ^ flip;
    keys.low[i] = (isNegative ? ~(words[0] as number) : (words[0] as number)) ^ flip;
  }
  sortByKeys(order, keys, 0, order.length);
}

/** Sorts texts that compare character by character. */
class TextSorter {
  readonly #order: Uint32Array;
  readonly #spelling: Spelling;
  readonly #flip: number;
  readonly #keys: Keys;

  constructor(order: Uint32Array, spelling: Spelling, descending: boolean) {
    this.#order = order;
    this.#spelling = spelling;
    this.#flip = descending ? 0xffffffff : 0;
    this.#keys = newKeys(order.length);
  }

  /** Sorts those from `from` to `to`, which are alike in their first `depth` characters. */
  sort(from: number, to: number, depth: number): void {
    if (to - from < 2) return;
    const skipped = depth + this.#common(from, to, depth);
    const { high, low } = this.#keys;
    const { ranks, starts } = this.#spelling;
    const order = this.#order;
    const flip = this.#flip;
    for (let i = from; i < to; i++) {
      const place = order[i] as number;
      const end = starts[place + 1] as number;
      let at = (starts[place] as number) + skipped;
      let [first, second] = [0, 0];
      for (let j = 0; j < HALF; j++, at++) first = (first << BITS) | (at < end ? (ranks[at] as number) : 0);
      for (let j = 0; j < HALF; j++, at++) second = (second << BITS) | (at < end ? (ranks[at] as number) : 0);
      high[place] = first ^ flip;
      low[place] = second ^ flip;
    }
    sortByKeys(order, this.#keys, from, to);
    this.#refine(from, to, skipped + 2 * HALF);
  }

  /** Those that are alike so far are sorted by what follows. */
  #refine(from: number, to: number, depth: number): void {
    const { high, low } = this.#keys;
    const { starts } = this.#spelling;
    const order = this.#order;
    let begin = from;
    let goesOn = false;
    for (let i = from; i <= to; i++) {
      const place = order[i] as number;
      const first = order[begin] as number;
      if (i === to || high[place] !== high[first] || low[place] !== low[first]) {
        if (goesOn) this.sort(begin, i, depth);
        begin = i;
        goesOn = false;
      }
      if (i < to && (starts[place + 1] as number) - (starts[place] as number) > depth) goesOn = true;
    }
  }

  /** How many characters all have in common from `depth` on. */
  #common(from: number, to: number, depth: number): number {
    const { ranks, starts } = this.#spelling;
    const sample = this.#order[from] as number;
    const start = (starts[sample] as number) + depth;
    let common = (starts[sample + 1] as number) - start;
    for (let i = from + 1; i < to && common > 0; i++) {
      const place = this.#order[i] as number;
      const at = (starts[place] as number) + depth;
      const length = Math.min(common, (starts[place + 1] as number) - at);
      let same = 0;
      while (same < length && ranks[at + same] === ranks[start + same]) same++;
      common = same;
    }
    return Math.max(0, common);
  }
}

function sortTexts(order: Uint32Array, texts: readonly string[], descending: boolean): void {
  const spelling = spell(texts);
  if (spelling === null) sortByCollator(order, texts, descending);
  else new TextSorter(order, spelling, descending).sort(0, order.length, 0);
}

function sortByCollator(order: Uint32Array, texts: readonly string[], descending: boolean): void {
  // Many rows, often few different texts: each pair of them is compared once.
  const { compare } = collator();
  const distinct = [...new Set(texts)].sort(compare);
  const rank = new Map<string, number>();
  let at = 0;
  distinct.forEach((text, i) => {
    if (i > 0 && compare(distinct[i - 1] as string, text) !== 0) at++;
    rank.set(text, at);
  });
  sortNumbers(
    order,
    Float64Array.from(texts, (text) => rank.get(text) ?? 0),
    descending,
  );
}

/** The number of a cell, or the one that its text starts with. */
function numberOf(value: Value | undefined): number {
  if (typeof value === "number") return value;
  return typeof value === "string" ? Number.parseFloat(value) : Number.NaN;
}

/** Rows in ascending or descending order of what `cell` gives; rows with equal values keep their order. */
export function sortedRows(
  rows: readonly Row[],
  kind: Kind,
  cell: (row: Row) => Value | undefined,
  ascending: boolean,
): Row[] {
  const { length } = rows;
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  if (kind === "text" || kind === "icon") {
    const texts = new Array<string>(length);
    for (let i = 0; i < length; i++) texts[i] = plainText(cell(rows[i] as Row));
    sortTexts(order, texts, !ascending);
  } else {
    const numbers = new Float64Array(length);
    for (let i = 0; i < length; i++) {
      const value = cell(rows[i] as Row);
      numbers[i] = kind === "boolean" ? Number(Boolean(value)) : numberOf(value);
    }
    sortNumbers(order, numbers, !ascending);
  }
  const sorted = new Array<Row>(length);
  for (let i = 0; i < length; i++) sorted[i] = rows[order[i] as number] as Row;
  return sorted;
}
