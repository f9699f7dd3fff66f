/**
 * The language of the filter field: words that must all be found, in any cell or in a named one, and comparisons.
 * `lyra kind:spectrum exposure>=300 -flat` finds spectra of Lyra of five minutes and more that are no flats.
 */
import type { CellValue } from "pgwidgets-ts/sync";
import type { Entry } from "./collection.js";

type Test = (values: Entry["values"]) => boolean;

const TERM = /^(-?)(?:(\w+)(<=|>=|<|>|=|:))?(.*)$/su;

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "=": (a, b) => a === b,
};

/**
 * Says which entries a query lets through.
 * @param keys - Column keys that a term may name; another name is taken for text
 */
export function compile(query: string, keys: readonly string[]): (entry: Entry) => boolean {
  const terms = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const tests = terms.map((term) => testOf(term, keys));
  return ({ values }) => tests.every((test) => test(values));
}

function testOf(term: string, keys: readonly string[]): Test {
  const [, minus = "", key = "", operator = "", rest = ""] = TERM.exec(term) ?? [];
  const known = keys.includes(key);
  const wanted = known ? rest : term.slice(minus.length);
  const test = known ? aboutCell(key, operator, wanted) : anywhere(wanted, keys);
  return minus === "" ? test : (values) => !test(values);
}

function aboutCell(key: string, operator: string, wanted: string): Test {
  const compare = comparisons[operator];
  if (compare === undefined) return (values) => textOf(values[key]).includes(wanted);
  const number = wanted === "" ? Number.NaN : Number(wanted);
  return (values) => {
    const cell = values[key];
    if (cell === null || cell === undefined) return false;
    // Dates and names compare as texts.
    return typeof cell === "number" ? compare(cell, number) : compare(order(textOf(cell), wanted), 0);
  };
}

/** Negative, 0 or positive, as the first text stands before, with or behind the second. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function anywhere(wanted: string, keys: readonly string[]): Test {
  return (values) => keys.some((key) => textOf(values[key]).includes(wanted));
}

function textOf(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value).toLowerCase();
}
