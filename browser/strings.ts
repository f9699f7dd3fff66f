/**
 * The page's own words as they are now: English, unless the program has replaced them.
 * Made from those that the page has from its start and those that parts bring with them.
 */
import { PAGE_WORDS } from "../runtime/protocol/words/page.js";
import type { Word, Words } from "../runtime/protocol/words.js";

export type { Word } from "../runtime/protocol/words.js";

let english: Words = PAGE_WORDS;
/** What stands in their place. */
let own: Words = {};

/** A text of the page, with `{name}` replaced by the value of that name. */
export function say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const text = own[word] ?? english[word] ?? word;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Takes in the English words of a part. */
export function addWords(words: Words): void {
  english = { ...english, ...words };
}

/** Replaces some of the page's words, for example by those of another language. */
export function setWords(words: Words): void {
  own = { ...own, ...words };
}

/** Goes back to English, but for these. */
export function resetWords(words: Words): void {
  own = words;
}
