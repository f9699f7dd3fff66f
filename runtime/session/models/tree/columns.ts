/**
 * The columns of a tree or table, made from what a program says about them: each with a key of its own,
 * found by key or by place.
 */
import { UsageError } from "../../errors.js";
import { isName, requireName } from "./names.js";

/** A column in wire form, with its key. */
export interface Column {
  readonly key: string;
  readonly type?: string;
  readonly colwidth?: string | number | null;
  readonly [option: string]: unknown;
}

/** Names a column: by key, or by its place from 0. */
export type ColumnRef = string | number;

type Options = Readonly<Record<string, unknown>>;

function optionsOf(spec: unknown): Options {
  return typeof spec === "string" ? { label: spec } : (spec as Options);
}

function givenKey(options: Options): string | null {
  const { key } = options;
  return typeof key === "string" && key !== "" ? key : null;
}

/** The first free name from `_col<number>` on. */
function freeKey(number: number, taken: ReadonlySet<string>): { key: string; next: number } {
  let at = number;
  while (taken.has(`_col${at}`)) at++;
  return { key: `_col${at}`, next: at + 1 };
}

/**
 * Columns with their keys. Those that a constructor was given cannot be refused any more:
 * a key that is taken, or that no column can have, counts as none.
 */
export function namedColumns(specs: readonly unknown[]): Column[] {
  const all = specs.map(optionsOf);
  const given = new Set(all.map(givenKey).filter((key) => key !== null));
  const used = new Set<string>();
  let number = 0;
  return all.map((options) => {
    let key = givenKey(options);
    if (key === null || used.has(key) || !isName(key)) {
      const free = freeKey(number, given);
      key = free.key;
      number = free.next;
    }
    used.add(key);
    return { ...options, key };
  });
}

/** As `namedColumns`, for a list that can still be refused: every key that is given must be a new one. */
export function checkedColumns(specs: readonly unknown[], call: string): Column[] {
  const seen = new Map<string, number>();
  specs.forEach((spec, i) => {
    const key = givenKey(optionsOf(spec));
    if (key === null) return;
    requireName(key, call, `columns[${i}].key`);
    const before = seen.get(key);
    if (before !== undefined) {
      throw new UsageError(
        `${call}: columns[${i}].key: "${key}" is the key of columns[${before}] already; give each column its own.`,
      );
    }
    seen.set(key, i);
  });
  return namedColumns(specs);
}

/** A column that joins others. */
export function joiningColumn(columns: readonly Column[], spec: unknown, call: string): Column {
  const options = optionsOf(spec);
  const key = givenKey(options);
  const taken = new Set(columns.map((column) => column.key));
  if (key === null) return { ...options, key: freeKey(columns.length, taken).key };
  requireName(key, call, "column.key");
  if (taken.has(key)) {
    throw new UsageError(`${call}: column.key: there is a column "${key}" already; choose another key.`);
  }
  return { ...options, key };
}

/** Where a column is; -1 when it is not there. */
export function columnAt(columns: readonly Column[], ref: ColumnRef | null): number {
  if (ref === null) return -1;
  if (typeof ref === "number") return ref < columns.length ? ref : -1;
  return columns.findIndex((column) => column.key === ref);
}

/** The key of a column; null when it is not there. */
export function columnKey(columns: readonly Column[], ref: ColumnRef | null): string | null {
  return columns[columnAt(columns, ref)]?.key ?? null;
}
