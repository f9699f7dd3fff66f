/**
 * In which order rows are shown: as they were added, or sorted by one column, each level by itself.
 * Every browser sorts by the same rules.
 */
import type { Column } from "./columns.js";
import type { Row, Value } from "./row.js";
import type { TreeState } from "./state.js";

/** Letters only: case and accents make no difference. */
const collator = new Intl.Collator("en", { sensitivity: "base" });

type Compare = (a: Value, b: Value) => number;

function compareNumbers(a: Value, b: Value): number {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x - y;
}

/** The number of a cell, or the one that its text starts with; NaN, which comes last, for all else. */
function numberOf(value: Value): number {
  if (typeof value === "number") return value;
  return typeof value === "string" ? Number.parseFloat(value) : Number.NaN;
}

function compareBooleans(a: Value, b: Value): number {
  return Number(Boolean(a)) - Number(Boolean(b));
}

function compareTexts(a: Value, b: Value): number {
  return collator.compare(textOf(a), textOf(b));
}

function textOf(value: Value): string {
  return value === null ? "" : String(value);
}

const comparisons: Readonly<Record<string, Compare>> = {
  integer: compareNumbers,
  int: compareNumbers,
  float: compareNumbers,
  number: compareNumbers,
  boolean: compareBooleans,
  bool: compareBooleans,
};

/** What a row shows in a column, null for nothing: in the first one its key where it has no entry. */
function cellOf(row: Row, column: Column, isFirst: boolean): Value {
  const value = row.values?.[column.key];
  if (value !== undefined) return value;
  return isFirst ? row.key : null;
}

/** Puts rows of one level, given in the order in which they were added, into the order in which they are shown. */
export function shownOrder({ columns, sort }: TreeState, rows: readonly Row[]): readonly Row[] {
  const column = sort === null ? undefined : columns.find(({ key }) => key === sort.key);
  if (sort === null || column === undefined || rows.length < 2) return rows;
  const compare = comparisons[column.type ?? "string"] ?? compareTexts;
  const isFirst = column === columns[0];
  const direction = sort.ascending ? 1 : -1;
  return rows.toSorted((a, b) => direction * compare(cellOf(a, column, isFirst), cellOf(b, column, isFirst)));
}

/** The rows of a set in the order in which they are shown; only those that no closed row hides. */
export function inView(tree: TreeState, rows: Iterable<Row>): Row[] {
  const wanted = new Set<Row>();
  const leading = new Set<Row>();
  for (const row of rows) {
    const ancestors: Row[] = [];
    for (let at = row.parent; at !== null; at = at.parent) ancestors.push(at);
    if (!ancestors.every((ancestor) => ancestor.open)) continue;
    wanted.add(row);
    for (const ancestor of ancestors) leading.add(ancestor);
  }
  const result: Row[] = [];
  const collect = (parent: Row) => {
    const marked = (parent.children ?? []).filter((child) => wanted.has(child) || leading.has(child));
    for (const row of shownOrder(tree, marked)) {
      if (wanted.has(row)) result.push(row);
      if (leading.has(row)) collect(row);
    }
  };
  collect(tree.root);
  return result;
}

/** All rows that have children, in the order in which they are shown, also below closed ones. */
export function folders(tree: TreeState): Row[] {
  const result: Row[] = [];
  const collect = (parent: Row) => {
    const found = (parent.children ?? []).filter((child) => child.hasChildren);
    for (const row of shownOrder(tree, found)) {
      result.push(row);
      collect(row);
    }
  };
  collect(tree.root);
  return result;
}
