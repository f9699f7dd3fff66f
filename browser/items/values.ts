/**
 * Values of cells as text, and typed text as values.
 * Made from the type of the column; numbers are written in the language of the page.
 */
import { readNumber, writesPlainly } from "../controls/number-text.js";
import type { Column } from "./columns.js";
import type { Value } from "./row.js";

/** A value as plain text, the same in every language: for the clipboard and for sorting. */
export function plainText(value: Value | undefined): string {
  return value === undefined ? "" : String(value);
}

let writing: { readonly language: string; readonly format: Intl.NumberFormat } | null = null;

/** A value as it is shown. */
export function shownText(value: Value | undefined): string {
  if (typeof value !== "number" || Number.isInteger(value) || writesPlainly()) return plainText(value);
  const { lang } = document.documentElement;
  if (writing?.language !== lang) {
    const format = new Intl.NumberFormat(lang, {
      numberingSystem: "latn",
      useGrouping: false,
      maximumFractionDigits: 20,
    });
    writing = { language: lang, format };
  }
  return writing.format.format(value);
}

const yes: ReadonlySet<string> = new Set(["true", "1", "yes", "y"]);
const no: ReadonlySet<string> = new Set(["false", "0", "no", "n", ""]);

/** What a text means in a column; undefined when it means nothing there. */
export function readValue(column: Column, text: string): Value | undefined {
  switch (column.kind) {
    case "integer":
    case "float": {
      const number = readNumber(text);
      if (number === null) return undefined;
      return column.kind === "integer" ? Math.trunc(number) : number;
    }
    case "boolean": {
      const word = text.trim().toLowerCase();
      if (yes.has(word)) return true;
      return no.has(word) ? false : undefined;
    }
    default:
      return text;
  }
}

/** What an emptied cell holds. */
export function emptyValue(column: Column): Value {
  return column.kind === "boolean" || column.control === "checkbox" ? false : "";
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}
