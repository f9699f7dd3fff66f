/**
 * The page's own words as they are now: English, unless the program has replaced them.
 * Made from the table that the server knows as well.
 */
import { WORDS, type Word, type Words } from "../runtime/protocol/words.js";

export type { Word } from "../runtime/protocol/words.js";

const words: Record<Word, string> = { ...WORDS };

/** A text of the page, with `{name}` replaced by the value of that name. */
export function say(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return words[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Replaces some of the page's words, for example by those of another language. */
export function setWords(own: Words): void {
  Object.assign(words, own);
}

/** Goes back to English, but for these. */
export function resetWords(own: Words): void {
  Object.assign(words, WORDS, own);
}
