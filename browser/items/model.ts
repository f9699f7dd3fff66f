/**
 * What a tree or table holds: columns, rows, order, selection and colours, changed call by call.
 * It draws nothing; it says what kind of thing has changed.
 */
import type {
  CellRef,
  ColumnSpec,
  ColumnWidth,
  FlatRow,
  TreeData,
  TreeDeleteSpec,
  TreeNode,
} from "../../generated/browser/types.js";
import { Colors } from "./colors.js";
import { type Column, type ColumnRef, columnAt, makeColumns } from "./columns.js";
import { become, readFlat, readNode, readRows, readTree, writeTree } from "./forms.js";
import { Outline } from "./outline.js";
import {
  cellOf,
  eachBelow,
  isUnder,
  Kids,
  type Path,
  pathOf,
  Row,
  rowAt,
  setKids,
  type Value,
} from "./row.js";
import { Selection } from "./selection.js";
import { UnreadRows } from "./unread-rows.js";

/**
 * columns: which there are or how wide they are; rows: some have come, gone, opened or closed;
 * order: they stand in another order, or are all new; cells: what is in them or how they look.
 */
export type Change = "columns" | "rows" | "order" | "cells";

export class ItemModel {
  columns: readonly Column[];
  readonly selection = new Selection();
  readonly colors = new Colors();
  readonly #changed: (change: Change) => void;
  /** Holds the top rows; is no row itself. */
  #root = new Row("", null);
  readonly #outline = new Outline(() => this.#root);
  /** No key `row<number>` from here on was made since the last bulk load. */
  #nextKey = 0;
  #unread: UnreadRows | null = null;

  constructor(specs: readonly ColumnSpec[], changed: (change: Change) => void) {
    this.columns = makeColumns(specs);
    this.#changed = changed;
  }

  get root(): Row {
    return this.#root;
  }

  /** Rows have no levels at present. */
  get isFlat(): boolean {
    return this.#outline.isFlat;
  }

  /** All rows that are shown, from top to bottom. Where only some are needed, `shownAt` does with less. */
  get shown(): readonly Row[] {
    return this.#outline.rows;
  }

  /** How many rows are shown. */
  get shownCount(): number {
    return this.#outline.count;
  }

  /** The row that is shown at a place. */
  shownAt(place: number): Row | undefined {
    return this.#outline.rowAt(place);
  }

  /** Place of a row among those that are shown; -1 when it is hidden or gone. */
  placeOf(row: Row): number {
    return this.#outline.placeOf(row);
  }

  kidsOf(row: Row): readonly Row[] {
    return this.#outline.kidsOf(row);
  }

  rowAt(path: Path): Row | null {
    return rowAt(this.#root, path);
  }

  has(row: Row): boolean {
    return isUnder(this.#root, row);
  }

  get keys(): string[] {
    return this.columns.map(({ key }) => key);
  }

  column(ref: ColumnRef | null): Column | null {
    return this.columns[columnAt(this.columns, ref)] ?? null;
  }

  // ---- columns

  setColumns(specs: readonly ColumnSpec[]): void {
    const before = this.columns;
    this.columns = makeColumns(specs);
    const now = new Set(this.keys);
    for (const { key } of before) if (!now.has(key)) this.#dropColumn(key);
    this.#sort(null, true);
    this.#changed("columns");
  }

  insertColumn(spec: ColumnSpec, at: number): void {
    const place = at < 0 || at > this.columns.length ? this.columns.length : at;
    this.columns = this.columns.toSpliced(place, 0, ...makeColumns([spec], this.columns));
    this.#resort();
    this.#changed("columns");
  }

  deleteColumn(ref: ColumnRef): Column | null {
    const column = this.column(ref);
    if (column === null) return null;
    this.columns = this.columns.filter((each) => each !== column);
    if (this.sorting?.key === column.key) this.#sort(null, true);
    else this.#resort();
    this.#dropColumn(column.key);
    eachBelow(this.#root, ({ values }) => {
      if (values !== null) delete values[column.key];
    });
    this.#changed("columns");
    return column;
  }

  #dropColumn(key: string): void {
    this.selection.dropColumn(key);
    this.colors.dropColumn(this.#root, key);
  }

  setWidth(ref: ColumnRef, width: ColumnWidth): Column | null {
    return this.#replace(ref, { width });
  }

  setColumnEditable(ref: ColumnRef, editable: boolean): void {
    this.#replace(ref, { editable });
  }

  #replace(ref: ColumnRef, options: Partial<Column>): Column | null {
    const at = columnAt(this.columns, ref);
    const column = this.columns[at];
    if (column === undefined) return null;
    this.columns = this.columns.with(at, { ...column, ...options });
    this.#changed("columns");
    return column;
  }

  // ---- order and openness

  get sorting(): { readonly key: string; readonly ascending: boolean } | null {
    return this.#outline.sorting;
  }

  sortBy(ref: ColumnRef | null, ascending: boolean): void {
    this.#sort(this.column(ref), ascending);
    this.#changed("order");
  }

  #sort(column: Column | null, ascending: boolean): void {
    const isFirst = column === this.columns[0];
    this.#outline.sorting =
      column === null ? null : { key: column.key, kind: column.kind, isFirst, ascending };
  }

  /** Another column may have become the first, which changes what is sorted by. */
  #resort(): void {
    const { sorting } = this;
    if (sorting !== null) this.#sort(this.column(sorting.key), sorting.ascending);
  }

  setOpen(row: Row, open: boolean): void {
    if (row.open === open) return;
    this.#outline.setOpen(row, open);
    this.#changed("rows");
  }

  setAllOpen(open: boolean): void {
    eachBelow(this.#root, (row) => {
      if (open || row.hasKids) row.open = open;
    });
    this.#outdated();
  }

  /** Opens all that a row lies below. */
  openAbove(row: Row): void {
    for (let at = row.parent; at !== null && at !== this.#root; at = at.parent) this.setOpen(at, true);
  }

  #outdated(change: Change = "rows"): void {
    this.#outline.outdate();
    this.#changed(change);
  }

  // ---- rows

  setTree(tree: TreeData | null): void {
    this.#fillWith(readTree(tree, this.keys));
  }

  setData(data: readonly FlatRow[]): void {
    this.#fillWith(readRows(data, this.keys));
    this.#nextKey = data.length;
  }

  /**
   * As `setData`, with rows that are still to come, list by list.
   * @param length - Rows in each list
   */
  setUnread(length: number, count: number): void {
    const unread = new UnreadRows(length, count, (end) => this.#root.kids?.makeUntil(Math.min(end, count)));
    this.#fill((root) => Kids.unmade(root, count, (place) => new Row(place, null, unread)));
    this.#nextKey = count;
    this.#unread = unread;
  }

  /** More of the rows have come. */
  addUnread(bytes: Uint8Array, sizes: readonly number[]): void {
    const wasMissed = this.#unread?.add(bytes, sizes) === true;
    if (!this.isLoading && this.sorting !== null) {
      this.#root.kids?.outdated();
      this.#outdated("order");
    } else if (!this.isLoading || wasMissed) this.#changed("cells");
  }

  /** Some of the rows are on their way. */
  get isLoading(): boolean {
    return this.#unread?.isComplete === false;
  }

  /** The view has gone. */
  end(): void {
    this.#unread?.end();
  }

  clear(): void {
    this.#fillWith([]);
    this.#sort(null, true);
  }

  #fillWith(rows: Row[]): void {
    this.#fill((root) => new Kids(root, rows));
  }

  #fill(kids: (root: Row) => Kids): void {
    this.#unread?.end();
    this.#unread = null;
    this.#root = new Row("", null);
    this.#root.kids = kids(this.#root);
    this.#nextKey = 0;
    this.selection.clear();
    this.#outdated("order");
  }

  /** Puts nodes under a row (null: at the top); those that are there become what they should be. */
  add(rows: readonly Row[], path: Path | null, before: string | null): Row | null {
    const parent = path === null || path.length === 0 ? this.#root : this.rowAt(path);
    if (parent === null) return null;
    if (parent.kids === null) {
      setKids(parent, []);
      parent.parent?.kids?.outdated();
    }
    const { kids } = parent;
    const fresh: Row[] = [];
    for (const row of rows) {
      const is = kids?.find(row.key) ?? null;
      if (is === null) fresh.push(row);
      else this.selection.forget(become(is, row, true));
    }
    const next = before === null ? null : (kids?.find(before) ?? null);
    if (fresh.length > 0) kids?.insert(parent, fresh, next);
    kids?.outdated();
    this.#outdated();
    return parent;
  }

  addTree(tree: TreeData, path: Path | null, before: string | null): void {
    this.add(readTree(tree, this.keys), path, before);
  }

  addItem(path: Path | null, key: string, node: TreeNode): string[] | null {
    const parent = this.add([readNode(key, node ?? {}, this.keys)], path, null);
    return parent === null ? null : [...pathOf(parent), key];
  }

  /** Adds a flat row at the top level and gives its path. */
  addRow(values: FlatRow, key: string | null, before: Row | null): string[] {
    const row = new Row(key ?? this.#newKey(), readFlat(values, this.keys));
    this.add([row], null, before?.key ?? null);
    return [row.key];
  }

  #newKey(): string {
    let number = Math.max(this.#nextKey, this.#root.kids?.size ?? 0);
    while (this.rowAt([`row${number}`]) !== null) number++;
    this.#nextKey = number + 1;
    return `row${number}`;
  }

  /** Brings everything to a new state; rows whose path stays are the same rows. */
  updateTree(tree: TreeData): void {
    const wanted = new Row("", null);
    setKids(wanted, readTree(tree, this.keys));
    this.selection.forget(become(this.#root, wanted, false));
    this.#outdated();
  }

  /** As `updateTree`, for flat rows: the first one becomes the first, and so on. */
  updateData(data: readonly FlatRow[]): void {
    const present = this.#root.kids?.list ?? [];
    const wanted = new Row("", null);
    setKids(
      wanted,
      data.map((flat, i) => new Row(present[i]?.key ?? this.#newKey(), readFlat(flat, this.keys))),
    );
    this.selection.forget(become(this.#root, wanted, false));
    this.#outdated();
  }

  remove(paths: Iterable<Path>): void {
    this.removeRows([...paths].map((path) => this.rowAt(path)).filter((row) => row !== null));
  }

  removeRows(rows: readonly Row[]): void {
    const going = new Map<Row, Set<Row>>();
    for (const row of rows) {
      if (row.parent === null) continue;
      const siblings = going.get(row.parent);
      if (siblings === undefined) going.set(row.parent, new Set([row]));
      else siblings.add(row);
    }
    if (going.size === 0) return;
    this.selection.forget(rows);
    for (const [parent, gone] of going) parent.kids?.remove(gone);
    this.#outdated();
  }

  /** Removes what a pattern names, and with `prune` the parents that it leaves empty. */
  removeMatching(pattern: TreeDeleteSpec, prune: boolean): void {
    const going: Row[] = [];
    const match = (parent: Row, spec: TreeDeleteSpec) => {
      for (const [key, below] of Object.entries(spec)) {
        const row = parent.kids?.find(key) ?? null;
        if (row === null) continue;
        const filled = typeof below === "object" && below !== null && Object.keys(below).length > 0;
        if (!filled || !row.hasKids) {
          going.push(row);
          continue;
        }
        const from = going.length;
        match(row, below);
        const lost = going.slice(from).filter((each) => each.parent === row).length;
        if (prune && lost > 0 && lost === row.kids?.list.length) going.push(row);
      }
    };
    match(this.#root, pattern);
    this.removeRows(going);
  }

  // ---- cells

  /** Writes a cell; undefined takes its entry away. */
  setCell(row: Row, key: string, value: Value | null | undefined): void {
    if (value === undefined) {
      if (row.values !== null) delete row.values[key];
    } else {
      row.values ??= {};
      row.values[key] = value;
    }
    if (this.sorting?.key === key) {
      row.parent?.kids?.outdated();
      this.#outdated("order");
    } else this.#changed("cells");
  }

  /** The value of a cell as callbacks have it. */
  told(row: Row, key: string): Value {
    return cellOf(row, key) ?? "";
  }

  // ---- selection

  selectAll(on: boolean): void {
    const rows: Row[] = [];
    if (on) eachBelow(this.#root, (row) => rows.push(row));
    this.selection.setRows(rows);
    this.#changed("cells");
  }

  selectRows(paths: readonly Path[], on: boolean | null): void {
    const rows = paths.map((path) => this.rowAt(path)).filter((row) => row !== null);
    if (on === null) this.selection.setRows(rows);
    else for (const row of rows) this.selection.changeRow(row, on);
    this.#changed("cells");
  }

  selectCells(cells: readonly (Omit<CellRef, "col_key"> & { col_key: ColumnRef })[], on: boolean): void {
    for (const { path, col_key } of cells) {
      const row = this.rowAt(path);
      const column = this.column(col_key);
      if (row !== null && column !== null) this.selection.changeCell(row, column.key, on);
    }
    this.#changed("cells");
  }

  /** The selected cells that are in view, row by row as shown, then column by column. */
  get selectedCells(): { readonly row: Row; readonly column: Column }[] {
    const rows = [...this.selection.rowsOfCells].filter((row) => this.placeOf(row) >= 0);
    rows.sort((a, b) => a.at - b.at);
    return rows.flatMap((row) =>
      this.columns.filter(({ key }) => this.selection.hasCell(row, key)).map((column) => ({ row, column })),
    );
  }

  /** Says that something other than rows and columns looks different. */
  touched(): void {
    this.#changed("cells");
  }

  // ---- answers

  subtree(status: "all" | "selected" | "expanded" | "collapsed" | Path): TreeData {
    if (status === "all") return writeTree(this.#root);
    if (status === "selected") return writeTree(this.#root, this.selection.rows);
    if (status === "expanded" || status === "collapsed") {
      return writeTree(this.#root, new Set(this.folders(status === "expanded")));
    }
    if (status.length === 0) return writeTree(this.#root);
    const row = this.rowAt(status);
    if (row === null) throw new Error(`There is no row ${JSON.stringify(status)}.`);
    return writeTree(this.#root, new Set([row]));
  }

  /** All open or all closed rows that have children, in the order in which they are shown, also below closed ones. */
  folders(open: boolean): Row[] {
    const found: Row[] = [];
    const collect = (row: Row) => {
      for (const kid of this.kidsOf(row)) {
        if (!kid.hasKids) continue;
        if (kid.open === open) found.push(kid);
        collect(kid);
      }
    };
    collect(this.#root);
    return found;
  }
}
