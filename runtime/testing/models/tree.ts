/**
 * A tree or table as a page keeps it, by what it is told: everything goes by path and nothing by identity.
 * It is strict: a call about a row or column that it does not have is an error.
 */

import { partsOf } from "../../protocol/parts.js";
import { fromBase64 } from "../../session/base64.js";
import type { ModelReport } from "../shown.js";
import { userActs } from "./tree-user.js";

export interface PageNode {
  readonly key: string;
  cells: Record<string, unknown>;
  /** null for a leaf. */
  kids: PageNode[] | null;
  open: boolean;
}
type Column = Record<string, unknown> & { readonly key: string };
type Path = readonly string[];
type Style = readonly [fg: unknown, bg: unknown, bold: unknown];
type Form = Record<string, unknown>;

/** What a page shows of a tree or table, for comparing. */
export interface TreeSnapshot {
  readonly columns: readonly Column[];
  readonly rows: readonly PageNode[];
  readonly sort: readonly [key: unknown, ascending: unknown] | null;
  readonly selected: readonly string[];
  readonly cells: readonly string[];
  readonly colors: readonly (readonly [string, Style])[];
}

/** The tree that a page shows as its first widget. */
export function treeShown(page: {
  snapshot(): readonly { readonly models?: Readonly<Record<string, unknown>> }[];
}): TreeSnapshot {
  const shown = page.snapshot()[0]?.models?.tree;
  if (shown === undefined) throw new Error("the page shows no tree");
  return shown as TreeSnapshot;
}

const decoder = new TextDecoder();
const text = (value: unknown): string => JSON.stringify(value);
const isObject = (value: unknown): value is Form =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export class TreeMirror {
  columns: Column[];
  rows: PageNode[] = [];
  /** What `_loadRows` has announced. */
  #coming = { length: 0, count: 0 };
  sort: readonly [key: unknown, ascending: unknown] | null = null;
  /** Paths as text, in the order in which they were selected. */
  selected: string[] = [];
  readonly cells = new Set<string>();
  readonly colors = new Map<string, Style>();
  fitted = new Set<string>();

  /** @param specs - The columns that the page was told to make it with. */
  constructor(specs: readonly unknown[]) {
    this.columns = named(specs);
  }

  /** Does what a call says; false for a call that is not about the tree. */
  call(method: string, args: readonly unknown[]): boolean {
    const task = (this as unknown as Record<string, ((...args: readonly unknown[]) => void) | undefined>)[
      `do_${method}`
    ];
    if (task === undefined) return false;
    task.apply(this, args as unknown[]);
    return true;
  }

  snapshot(): TreeSnapshot {
    const shown = (node: PageNode): PageNode => ({ ...node, kids: node.kids?.map(shown) ?? null });
    return {
      columns: this.columns.map((column) => ({
        ...column,
        colwidth: this.fitted.has(column.key) ? "fitted" : (column.colwidth ?? "1fr"),
      })),
      rows: this.rows.map(shown),
      sort: this.sort,
      selected: this.selected,
      cells: [...this.cells].sort(),
      colors: [...this.colors].sort(([a], [b]) => (a < b ? -1 : 1)),
    };
  }

  lines(): string[] {
    const lines: string[] = [];
    const chosen = new Set(this.selected);
    this.#each((node, path) => {
      for (let i = 1; i < path.length; i++) if (!this.at(path.slice(0, i)).open) return;
      const mark = chosen.has(text(path)) ? " [selected]" : "";
      lines.push(`${"  ".repeat(path.length - 1)}row ${text(node.key)}${mark}: ${text(node.cells)}`);
    });
    return lines;
  }

  user(operation: string, given: unknown, report: ModelReport): void {
    userActs(this, operation, given, report);
  }

  // ---- Rows

  /** The node at a path. */
  at(path: Path): PageNode {
    let kids: PageNode[] | null = this.rows;
    let node: PageNode | undefined;
    for (const key of path) {
      node = kids?.find((kid) => kid.key === key);
      if (node === undefined) throw new Error(`the page has no row ${text(path)}`);
      kids = node.kids;
    }
    if (node === undefined) throw new Error("the page was given an empty path");
    return node;
  }

  do_set_tree(tree: Form): void {
    this.#replace(Object.keys(tree).map((key) => read(key, tree[key])));
  }

  do_set_data(rows: Form[]): void {
    this.#replace(rows.map((row, i) => ({ key: `row${i}`, cells: ownCells(row), kids: null, open: true })));
  }

  do__loadRows(base64: string, sizes: number[], length: number, count: number): void {
    this.do_set_data([]);
    this.#coming = { length, count };
    this.do__moreRows(base64, sizes);
  }

  do__moreRows(base64: string, sizes: number[]): void {
    const { length, count } = this.#coming;
    const bytes = fromBase64(base64) ?? new Uint8Array();
    const lists = partsOf(bytes, sizes).map((part) => JSON.parse(decoder.decode(part)) as Form[]);
    for (const list of lists) {
      const from = this.rows.length;
      if (list.length !== Math.min(length, count - from)) {
        throw new Error(`the page was given ${list.length} rows behind ${from} of ${count}`);
      }
      list.forEach((row, i) => {
        this.rows.push({ key: `row${from + i}`, cells: ownCells(row), kids: null, open: true });
      });
    }
  }

  do_clear(): void {
    this.#replace([]);
    this.sort = null;
  }

  #replace(rows: PageNode[]): void {
    this.rows = rows;
    this.selected = [];
    this.cells.clear();
    for (const key of this.colors.keys()) if (/^(cell|row)/.test(key)) this.colors.delete(key);
  }

  do_add_tree(tree: Form, path: Path | null = null, before: string | null = null): void {
    const parent = path === null ? null : this.at(path);
    const kids = parent === null ? this.rows : (parent.kids ?? []);
    if (parent !== null) parent.kids = kids;
    for (const key of Object.keys(tree)) {
      const node = read(key, tree[key]);
      const is = kids.findIndex((kid) => kid.key === key);
      const next = before === null ? -1 : kids.findIndex((kid) => kid.key === before);
      if (before !== null && next === -1) throw new Error(`there is no row ${before} to put ${key} before`);
      if (is !== -1) kids[is] = node;
      else kids.splice(next === -1 ? kids.length : next, 0, node);
    }
    this.#prune();
  }

  do_add_item(path: Path | null, key: string, values: unknown): void {
    this.do_add_tree({ [key]: values }, path);
  }

  do_remove_items(paths: Path[]): void {
    for (const path of paths) {
      const node = this.at(path);
      const kids = path.length === 1 ? this.rows : (this.at(path.slice(0, -1)).kids ?? []);
      kids.splice(kids.indexOf(node), 1);
    }
    this.#prune();
  }

  do_update_tree(tree: Form): void {
    const keepOpen = (now: PageNode[], before: readonly PageNode[]) => {
      for (const node of now) {
        const was = before.find((each) => each.key === node.key);
        if (was === undefined) continue;
        node.open = was.open;
        keepOpen(node.kids ?? [], was.kids ?? []);
      }
    };
    const rows = Object.keys(tree).map((key) => read(key, tree[key]));
    keepOpen(rows, this.rows);
    this.rows = rows;
    this.#prune();
  }

  do_set_cell(path: Path, key: string, value: unknown): void {
    const { cells } = this.at(path);
    if (value === undefined) delete cells[key];
    else cells[key] = value;
  }

  /** What is remembered of rows that are gone goes. */
  #prune(): void {
    const there = new Set<string>();
    this.#each((_, path) => there.add(text(path)));
    this.selected = this.selected.filter((path) => there.has(path));
    for (const cell of this.cells)
      if (!there.has(text((JSON.parse(cell) as [Path])[0]))) this.cells.delete(cell);
    for (const name of this.colors.keys()) {
      const [layer, path] = JSON.parse(name.replace(/^(\w+) /, '["$1",').concat("]")) as [string, Path];
      if ((layer === "cell" || layer === "row") && !there.has(text(path))) this.colors.delete(name);
    }
  }

  #each(visit: (node: PageNode, path: Path) => void, nodes = this.rows, below: Path = []): void {
    for (const node of nodes) {
      const path = [...below, node.key];
      visit(node, path);
      this.#each(visit, node.kids ?? [], path);
    }
  }

  // ---- Columns

  #column(key: unknown): number {
    const at = this.columns.findIndex((column) => column.key === key);
    if (at === -1) throw new Error(`the page has no column ${text(key)}`);
    return at;
  }

  do_set_columns(specs: unknown[]): void {
    const before = this.columns;
    this.columns = named(specs);
    this.sort = null;
    this.fitted.clear();
    for (const { key } of before)
      if (!this.columns.some((column) => column.key === key)) this.#dropColumn(key);
  }

  do_append_column(spec: unknown): void {
    this.#insert(this.columns.length, spec);
  }

  do_insert_column(first: unknown, second: unknown): void {
    if (typeof first === "number") this.#insert(first, second);
    else this.#insert(second === null ? this.columns.length : this.#column(second), first);
  }

  #insert(at: number, spec: unknown): void {
    const column = spec as Column;
    if (typeof column.key !== "string") throw new Error("the page was given a column without a key");
    if (this.columns.some(({ key }) => key === column.key)) throw new Error(`${column.key} is there twice`);
    this.columns.splice(at, 0, column);
  }

  do_delete_column(key: string): void {
    this.columns.splice(this.#column(key), 1);
    if (this.sort?.[0] === key) this.sort = null;
    this.fitted.delete(key);
    this.#each((node) => {
      delete node.cells[key];
    });
    this.#dropColumn(key);
  }

  /** Colours and selected cells of a column go. */
  #dropColumn(key: string): void {
    for (const cell of this.cells)
      if ((JSON.parse(cell) as [Path, string])[1] === key) this.cells.delete(cell);
    const end = `,${text(key)}`;
    for (const name of this.colors.keys()) {
      if (name === `column ${text(key)}` || (name.startsWith("cell") && name.endsWith(end)))
        this.colors.delete(name);
    }
  }

  do_set_column_width(key: string, width: unknown): void {
    const at = this.#column(key);
    this.columns[at] = { ...(this.columns[at] as Column), colwidth: width };
    this.fitted.delete(key);
  }

  do_set_column_editable(key: string, editable: unknown): void {
    const at = this.#column(key);
    this.columns[at] = { ...(this.columns[at] as Column), editable };
  }

  do_set_optimal_column_widths(): void {
    this.fitted = new Set(this.columns.map(({ key }) => key));
  }

  // ---- Order and openness

  do_sort_by_column(key: string | null, ascending: boolean): void {
    if (key !== null) this.#column(key);
    this.sort = key === null ? null : [key, ascending];
  }

  do_expand_item(path: Path): void {
    this.at(path).open = true;
  }

  do_collapse_item(path: Path): void {
    this.at(path).open = false;
  }

  do_expand_all(): void {
    this.#each((node) => {
      node.open = true;
    });
  }

  do_collapse_all(): void {
    this.#each((node) => {
      if ((node.kids ?? []).length > 0) node.open = false;
    });
  }

  do_scroll_to_path(path: Path): void {
    this.at(path);
    for (let i = 1; i < path.length; i++) this.at(path.slice(0, i)).open = true;
  }

  // ---- Selection

  do_set_selected(paths: Path[]): void {
    for (const path of paths) this.at(path);
    this.selected = paths.map(text);
  }

  do_select_paths(paths: Path[], on: boolean): void {
    for (const path of paths) {
      this.at(path);
      this.selected = this.selected.filter((each) => each !== text(path));
      if (on) this.selected.push(text(path));
    }
  }

  do_select_all(on: boolean): void {
    this.selected = [];
    if (on) this.#each((_, path) => this.selected.push(text(path)));
  }

  do_select_cells(cells: { path: Path; col_key: string }[], on: boolean): void {
    for (const { path, col_key } of cells) {
      this.at(path);
      this.#column(col_key);
      if (on) this.cells.add(text([path, col_key]));
      else this.cells.delete(text([path, col_key]));
    }
  }

  do_clear_cell_selection(): void {
    this.cells.clear();
  }

  // ---- Colours

  #color(name: string, style: readonly unknown[]): void {
    const [fg = null, bg = null, bold = null] = style;
    if (fg === null && bg === null && bold === null) this.colors.delete(name);
    else this.colors.set(name, [fg, bg, bold]);
  }

  do_set_cell_color(path: Path, key: string, ...style: unknown[]): void {
    this.at(path);
    this.#column(key);
    this.#color(`cell ${text(path)},${text(key)}`, style);
  }

  do_set_row_color(path: Path, ...style: unknown[]): void {
    this.at(path);
    this.#color(`row ${text(path)}`, style);
  }

  do_set_column_color(key: string, ...style: unknown[]): void {
    this.#column(key);
    this.#color(`column ${text(key)}`, style);
  }

  do_set_table_color(...style: unknown[]): void {
    this.#color("table 0", style);
  }

  do_clear_all_colors(): void {
    this.colors.clear();
  }

  do_set_colors(batch: Record<string, unknown>): void {
    if (batch.clear === true) this.colors.clear();
    const entries = (layer: string) => (batch[layer] ?? []) as Record<string, never>[];
    for (const { path, col_key, fg, bg, bold } of entries("cells"))
      this.do_set_cell_color(path ?? [], col_key ?? "", fg, bg, bold);
    for (const { path, fg, bg, bold } of entries("rows")) this.do_set_row_color(path ?? [], fg, bg, bold);
    for (const { col_key, fg, bg, bold } of entries("columns"))
      this.do_set_column_color(col_key ?? "", fg, bg, bold);
    if (!("table" in batch)) return;
    const { fg, bg, bold } = (batch.table ?? {}) as Form;
    this.do_set_table_color(fg, bg, bold);
  }
}

/** Columns with keys: those without one that they can have are counted. */
function named(specs: readonly unknown[]): Column[] {
  const all = specs.map((spec) => (typeof spec === "string" ? { label: spec } : (spec as Form)));
  const given = all.map((spec) => spec.key);
  const used: string[] = [];
  let count = 0;
  return all.map((spec) => {
    let key = typeof spec.key === "string" ? spec.key : "";
    if (["", "__values__", "__wid__", "__proto__", ...used].includes(key)) {
      while (given.includes(`_col${count}`)) count++;
      key = `_col${count++}`;
    }
    used.push(key);
    return { ...spec, key };
  });
}

function ownCells(cells: Form): Record<string, unknown> {
  for (const value of Object.values(cells)) {
    if (isObject(value)) throw new Error(`${text(value)} is no cell`);
  }
  return { ...cells };
}

/** A node in the form in which it travels. */
function read(key: string, form: unknown): PageNode {
  if (form === null) return { key, cells: {}, kids: null, open: true };
  if (!isObject(form)) throw new Error(`${key}: ${text(form)} is no node`);
  const apart = form.__values__;
  const others = Object.entries(form).filter(([name]) => name !== "__values__");
  if (apart !== undefined) {
    const kids = others.map(([name, kid]) => read(name, kid));
    return { key, cells: ownCells(apart as Form), kids, open: true };
  }
  const kids = others.filter(([, value]) => isObject(value)).map(([name, kid]) => read(name, kid));
  const cells = ownCells(Object.fromEntries(others.filter(([, value]) => !isObject(value))));
  return { key, cells, kids: kids.length > 0 || others.length === 0 ? kids : null, open: true };
}
