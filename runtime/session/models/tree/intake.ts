/**
 * What a program hands over, made into rows: trees of nested objects, and flat rows by key or in column order.
 * Everything is copied and checked before anything of the model changes.
 */
import { UsageError } from "../../errors.js";
import type { Column } from "./columns.js";
import { isName, OWN_CELLS, requireName } from "./names.js";
import { Row, setChildren, type Value, type Values } from "./row.js";

type Entries = Readonly<Record<string, unknown>>;

function isEntries(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads what one call was given. The values are valid as such already. */
export class Intake {
  /** How many rows it has made. */
  count = 0;
  readonly #columns: readonly Column[];
  readonly #call: string;

  constructor(columns: readonly Column[], call: string) {
    this.#columns = columns;
    this.#call = call;
  }

  /** A root that holds the nodes of a tree. */
  tree(data: unknown, at = "tree"): Row {
    const root = new Row("", null);
    setChildren(root, this.#nodes((data ?? {}) as Entries, at));
    return root;
  }

  /** A node. Without `__values__` its objects are children, all else are cells; `{}` is an empty folder. */
  node(key: string, value: unknown, at: string): Row {
    if (!isEntries(value)) return this.row(key, value, at);
    this.#name(key, at);
    this.count++;
    if (Object.hasOwn(value, OWN_CELLS)) {
      const { [OWN_CELLS]: own, ...rest } = value;
      if (own !== null && !isEntries(own)) {
        throw new UsageError(`${this.#call}: ${at}.${OWN_CELLS}: expected an object with cells, or null.`);
      }
      const row = new Row(key, own === null ? null : this.#cells(own, `${at}.${OWN_CELLS}`));
      setChildren(row, this.#nodes(rest, at));
      return row;
    }
    const cells: Record<string, unknown> = {};
    const nodes: Record<string, Entries> = {};
    let [anyCell, anyNode] = [false, false];
    for (const name of Object.keys(value)) {
      const entry = value[name];
      if (isEntries(entry)) {
        nodes[name] = entry;
        anyNode = true;
      } else {
        cells[name] = entry;
        anyCell = true;
      }
    }
    const row = new Row(key, anyCell ? this.#cells(cells, at) : null);
    if (anyNode || !anyCell) setChildren(row, this.#nodes(nodes, at));
    return row;
  }

  /** A leaf with the cells of a flat row: by key, in column order, or one for the first column. */
  row(key: string, given: unknown, at: string): Row {
    this.#name(key, at);
    this.count++;
    if (isEntries(given)) return new Row(key, this.#cells(given, at));
    if (given === null) return new Row(key, null);
    const list = Array.isArray(given) ? (given as unknown[]) : [given];
    if (this.#columns.length === 0 && list.length > 0) {
      throw new UsageError(
        `${this.#call}: ${at}: there are no columns yet to put the cells in; set the columns first, or give the cells by column key.`,
      );
    }
    const values: Values = {};
    let found = false;
    this.#columns.forEach((column, i) => {
      const cell = list[i];
      if (cell === undefined) return;
      values[column.key] = cell as Value;
      found = true;
    });
    return new Row(key, found ? values : null);
  }

  #nodes(entries: Entries, at: string): Row[] {
    return Object.keys(entries).map((key) => this.node(key, entries[key], `${at}.${key}`));
  }

  #cells(entries: Entries, at: string): Values | null {
    const values: Values = {};
    let found = false;
    for (const name of Object.keys(entries)) {
      const cell = entries[name];
      if (cell === undefined) continue;
      if (!isName(name)) requireName(name, this.#call, `${at}.${name}`);
      if (isEntries(cell))
        throw new UsageError(`${this.#call}: ${at}.${name}: expected a cell, found a node.`);
      values[name] = cell as Value;
      found = true;
    }
    return found ? values : null;
  }

  #name(key: string, at: string): void {
    if (!isName(key)) requireName(key, this.#call, at);
  }
}
