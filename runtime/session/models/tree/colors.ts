/**
 * Colours on four layers: those of cells and rows hang on their rows, those of columns go by key, one is the table's.
 * An entry is replaced as a whole; without a channel it is none.
 */
import type { WidgetNode } from "../../node.js";
import type { Call } from "../../render.js";
import type { Operation, OperationContext } from "../model.js";
import { type ColumnRef, columnKey } from "./columns.js";
import { type Path, pathOf, type Row, rowAt, type Style } from "./row.js";
import { type TreeState, tell, treeOf } from "./state.js";

/** How many entries one message restores. */
const BATCH = 500;

type Channels = readonly unknown[];

/** An entry of a batch, as it came or as it is told. */
interface Entry {
  readonly path?: Path;
  readonly col_key?: string;
  readonly fg?: string | null;
  readonly bg?: string | null;
  readonly bold?: boolean | null;
}

interface Batch {
  clear?: boolean;
  cells?: readonly Entry[];
  rows?: readonly Entry[];
  columns?: readonly Entry[];
  table?: Entry | null;
}

function styleOf([fg, bg, bold]: Channels): Style | null {
  const style = { fg: fg ?? null, bg: bg ?? null, bold: bold ?? null } as Style;
  return style.fg === null && style.bg === null && style.bold === null ? null : style;
}

function channels({ fg, bg, bold }: Entry): Channels {
  return [fg, bg, bold];
}

/** The channels as arguments; null where they say nothing. */
function told(style: Style | null): unknown[] {
  return [style?.fg ?? null, style?.bg ?? null, style?.bold ?? null];
}

function fields(style: Style | null): Entry {
  return style ?? { fg: null, bg: null, bold: null };
}

function setCell(tree: TreeState, row: Row, column: string, style: Style | null): void {
  if (style !== null) {
    row.cellStyles ??= new Map();
    row.cellStyles.set(column, style);
  } else if (row.cellStyles !== null) {
    row.cellStyles.delete(column);
    if (row.cellStyles.size === 0) row.cellStyles = null;
  }
  mark(tree, row);
}

function setRow(tree: TreeState, row: Row, style: Style | null): void {
  row.style = style;
  mark(tree, row);
}

function setColumn(tree: TreeState, column: string, style: Style | null): void {
  if (style === null) tree.columnStyles.delete(column);
  else tree.columnStyles.set(column, style);
}

function mark(tree: TreeState, row: Row): void {
  if (row.style === null && row.cellStyles === null) tree.colored.delete(row);
  else tree.colored.add(row);
}

/** A column is gone: its colours and those of its cells go. */
export function dropColumnColors(tree: TreeState, column: string): void {
  tree.columnStyles.delete(column);
  for (const row of [...tree.colored]) setCell(tree, row, column, null);
}

function clearAll(tree: TreeState): void {
  for (const row of tree.colored) {
    row.style = null;
    row.cellStyles = null;
  }
  tree.colored.clear();
  tree.columnStyles.clear();
  tree.tableStyle = null;
}

function cellColor(
  node: WidgetNode,
  [path, ref, ...rest]: readonly unknown[],
  context: OperationContext,
): void {
  const tree = treeOf(node);
  const row = rowAt(tree.root, path as Path);
  const key = columnKey(tree.columns, ref as ColumnRef);
  if (row === null || key === null) return;
  const style = styleOf(rest);
  setCell(tree, row, key, style);
  tell(node, [["set_cell_color", [pathOf(row), key, ...told(style)]]], context);
}

function rowColor(node: WidgetNode, [path, ...rest]: readonly unknown[], context: OperationContext): void {
  const tree = treeOf(node);
  const row = rowAt(tree.root, path as Path);
  if (row === null) return;
  const style = styleOf(rest);
  setRow(tree, row, style);
  tell(node, [["set_row_color", [pathOf(row), ...told(style)]]], context);
}

function columnColor(node: WidgetNode, [ref, ...rest]: readonly unknown[], context: OperationContext): void {
  const tree = treeOf(node);
  const key = columnKey(tree.columns, ref as ColumnRef);
  if (key === null) return;
  const style = styleOf(rest);
  setColumn(tree, key, style);
  tell(node, [["set_column_color", [key, ...told(style)]]], context);
}

export const colorOperations: Readonly<Record<string, Operation>> = {
  set_cell_color: cellColor,
  set_row_color: rowColor,
  set_column_color: columnColor,

  set_table_color(node, given, context) {
    const style = styleOf(given);
    treeOf(node).tableStyle = style;
    tell(node, [["set_table_color", told(style)]], context);
  },

  clear_cell_color: (node, [path, ref], context) => cellColor(node, [path, ref], context),
  clear_row_color: (node, [path], context) => rowColor(node, [path], context),
  clear_column_color: (node, [ref], context) => columnColor(node, [ref], context),

  clear_all_colors(node, _args, context) {
    clearAll(treeOf(node));
    tell(node, [["clear_all_colors", []]], context);
  },

  set_colors(node, [spec], context) {
    const tree = treeOf(node);
    const given = spec as Batch;
    const batch: Batch = {};
    if (given.clear === true) {
      clearAll(tree);
      batch.clear = true;
    }
    const add = (layer: "cells" | "rows" | "columns", apply: (entry: Entry) => Entry | null) => {
      const done = (given[layer] ?? []).map(apply).filter((entry) => entry !== null);
      if (done.length > 0) batch[layer] = done;
    };
    add("cells", (entry) => {
      const row = rowAt(tree.root, entry.path as Path);
      const key = columnKey(tree.columns, entry.col_key as string);
      if (row === null || key === null) return null;
      const style = styleOf(channels(entry));
      setCell(tree, row, key, style);
      return { path: pathOf(row), col_key: key, ...fields(style) };
    });
    add("rows", (entry) => {
      const row = rowAt(tree.root, entry.path as Path);
      if (row === null) return null;
      const style = styleOf(channels(entry));
      setRow(tree, row, style);
      return { path: pathOf(row), ...fields(style) };
    });
    add("columns", (entry) => {
      const key = columnKey(tree.columns, entry.col_key as string);
      if (key === null) return null;
      const style = styleOf(channels(entry));
      setColumn(tree, key, style);
      return { col_key: key, ...fields(style) };
    });
    if (given.table !== undefined) {
      tree.tableStyle = given.table === null ? null : styleOf(channels(given.table));
      batch.table = tree.tableStyle;
    }
    if (Object.keys(batch).length > 0) tell(node, [["set_colors", [batch]]], context);
  },
};

/** The calls that lay all colours over a view that has none: everything but the cells, and those in batches. */
export function colorCalls(tree: TreeState): Call[] {
  const cells: Entry[] = [];
  const rows: Entry[] = [];
  for (const row of tree.colored) {
    const path = pathOf(row);
    if (row.style !== null) rows.push({ path, ...row.style });
    for (const [column, style] of row.cellStyles ?? []) cells.push({ path, col_key: column, ...style });
  }
  const columns = [...tree.columnStyles].map(([column, style]) => ({ col_key: column, ...style }));
  const first: Batch = {};
  if (rows.length > 0) first.rows = rows;
  if (columns.length > 0) first.columns = columns;
  if (tree.tableStyle !== null) first.table = tree.tableStyle;
  if (cells.length > 0) first.cells = cells.slice(0, BATCH);
  if (Object.keys(first).length === 0) return [];
  const calls: Call[] = [["set_colors", [first]]];
  for (let at = BATCH; at < cells.length; at += BATCH) {
    calls.push(["set_colors", [{ cells: cells.slice(at, at + BATCH) }]]);
  }
  return calls;
}
