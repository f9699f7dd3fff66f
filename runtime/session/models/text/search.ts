/**
 * Where a piece of plain text occurs in a text: offsets of the matches, from the first to the last.
 */

export interface SearchOptions {
  /** Offset from which matches may begin. */
  readonly from: number;
  readonly ignoreCase: boolean;
}

export type Match = readonly [start: number, end: number];

/** Matches do not overlap: each is looked for behind the one before. An empty query has none. */
export function* matches(text: string, query: string, { from, ignoreCase }: SearchOptions): Generator<Match> {
  if (query === "") return;
  if (ignoreCase) {
    yield* caseless(text, query, from);
    return;
  }
  for (let at = text.indexOf(query, from); at !== -1; at = text.indexOf(query, at + query.length)) {
    yield [at, at + query.length];
  }
}

/** Characters are compared one by one in folded form, so that offsets are always those of the text itself. */
function* caseless(text: string, query: string, from: number): Generator<Match> {
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), "giu");
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    // From inside a pair of surrogates the search goes back to its start.
    if (match.index < from) pattern.lastIndex = from + 1;
    else yield [match.index, pattern.lastIndex];
  }
}
