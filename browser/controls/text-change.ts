/**
 * What differs between a text that is shown and the one that is wanted, so that only that is written.
 * A pure function. What stays is not touched, and with it a selection in it and the caret.
 */

export interface TextChange {
  /** Characters that go at the start: old lines of a log. */
  readonly drop: number;
  /** After that, the characters from here ... */
  readonly from: number;
  /** ... to here are replaced ... */
  readonly to: number;
  /** ... by these. */
  readonly insert: string;
}

/** Characters that say where the kept part of a log begins, and how many places are tried. */
const PROBE = 200;
const TRIES = 50;

/** The change that makes `wanted` of `present`. */
export function textChange(present: string, wanted: string): TextChange {
  const drop = droppedLines(present, wanted);
  return { drop, ...difference(present.slice(drop), wanted) };
}

/** Where a place in the text is after the change. One inside of what is replaced stays as far from the start. */
export function placeAfter(place: number, { drop, from, to, insert }: TextChange): number {
  const at = Math.max(0, place - drop);
  if (at <= from) return at;
  return at >= to ? at - to + from + insert.length : Math.min(at, from + insert.length);
}

/**
 * What two have made of a text at the same time, in one: theirs, and in it what `ours` changes of the text. What both
 * have replaced is theirs, with our insert behind it.
 */
export function merged(text: string, theirs: string, ours: string): string {
  const { from, to, insert } = difference(text, theirs);
  const own = difference(text, ours);
  const grown = theirs.length - text.length;
  const after = from + insert.length;
  const start = own.from < from ? own.from : own.from >= to ? own.from + grown : after;
  const end = own.to <= from ? own.to : own.to >= to ? own.to + grown : from;
  return theirs.slice(0, start) + own.insert + theirs.slice(Math.max(start, end));
}

/** The one stretch in which two texts differ. */
function difference(old: string, wanted: string): Omit<TextChange, "drop"> {
  const shorter = Math.min(old.length, wanted.length);
  let from = 0;
  if (wanted.startsWith(old)) from = old.length;
  else while (from < shorter && old[from] === wanted[from]) from++;
  let tail = 0;
  while (tail < shorter - from && old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]) tail++;
  return { from, to: old.length - tail, insert: wanted.slice(from, wanted.length - tail) };
}

/** Length of the first lines that have gone, when all that was below them is still there. */
function droppedLines(present: string, wanted: string): number {
  if (wanted === "" || wanted.startsWith(present)) return 0;
  const probe = wanted.slice(0, Math.min(PROBE, wanted.indexOf("\n") + 1 || PROBE));
  let at = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    at = present.indexOf("\n", at) + 1;
    if (at === 0) return 0;
    at = present.indexOf(probe, at);
    if (at < 0) return 0;
    if (present[at - 1] === "\n" && wanted.startsWith(present.slice(at))) return at;
  }
  return 0;
}
