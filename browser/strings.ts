/**
 * The page's own words as they are now: English, unless the program has replaced them.
 * Made from those that the page has from its start and those that parts bring with them.
 */
import { PAGE_WORDS, type PageWord } from "../runtime/protocol/words/page.js";
import type { Word, Words } from "../runtime/protocol/words.js";

export type { Word } from "../runtime/protocol/words.js";

/** What stands in place of the names in a text. */
type Values = Readonly<Record<string, string | number>>;

let english: Words = PAGE_WORDS;
/** What stands in their place. */
let own: Words = {};

/** A text of the page, with `{name}` replaced by the value of that name. */
export function say(word: Word, values: Values = {}): string {
  const text = own[word] ?? english[word] ?? word;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** As `say`, for classes of programs: those come without the words that parts of ours bring with them. */
export const sayOfPage: (word: PageWord, values?: Values) => string = say;

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
