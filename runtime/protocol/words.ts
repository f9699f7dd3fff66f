/**
 * The page's own words, in English: everything else that can be read comes from the program.
 * `{name}` stands for a value that the page fills in, and so does the $ of the editor's search.
 * Made from those of the page and of the parts that come to it later.
 */
import { COLOR_WORDS } from "./words/color.js";
import { EDITOR_WORDS } from "./words/editor.js";
import { PAGE_WORDS } from "./words/page.js";
import { UPLOAD_WORDS } from "./words/upload.js";

export const WORDS = { ...PAGE_WORDS, ...UPLOAD_WORDS, ...EDITOR_WORDS, ...COLOR_WORDS } as const;

/** Names one of the page's texts. */
export type Word = keyof typeof WORDS;

/** Texts in place of the page's own, for example in another language. */
export type Words = { readonly [Name in Word]?: string };
