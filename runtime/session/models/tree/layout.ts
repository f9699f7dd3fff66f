/**
 * Operations on the columns: which there are, how wide they are, what may be edited in them.
 */
import type { WidgetNode } from "../../node.js";
import type { Operation, OperationContext } from "../model.js";
import { dropColumnColors } from "./colors.js";
import {
  type Column,
  type ColumnRef,
  checkedColumns,
  columnAt,
  columnKey,
  joiningColumn,
} from "./columns.js";
import { eachBelow } from "./row.js";
import { dropCell } from "./rows.js";
import { callName, type TreeState, tell, treeOf } from "./state.js";

function setColumns(tree: TreeState, columns: readonly Column[]): void {
  tree.columns = columns;
  tree.columnsChanged = true;
}

function insertColumn(node: WidgetNode, spec: unknown, at: number, context: OperationContext): Column {
  const tree = treeOf(node);
  const column = joiningColumn(tree.columns, spec, callName(node, context));
  setColumns(tree, tree.columns.toSpliced(at, 0, column));
  return column;
}

/** Colours and selected cells of columns that are gone go with them. */
function dropColumns(tree: TreeState, keys: ReadonlySet<string>): void {
  for (const key of keys) dropColumnColors(tree, key);
  for (const [row, columns] of tree.cells) {
    for (const key of keys) columns.delete(key);
    if (columns.size === 0) tree.cells.delete(row);
  }
}

/** Changes one option of a column. */
function setOption(tree: TreeState, at: number, option: Readonly<Record<string, unknown>>): void {
  const column = tree.columns[at];
  if (column !== undefined) setColumns(tree, tree.columns.with(at, { ...column, ...option }));
}

function setWidth(tree: TreeState, at: number, width: unknown): void {
  const key = tree.columns[at]?.key;
  setOption(tree, at, { colwidth: width });
  tree.fitted = new Set([...tree.fitted].filter((each) => each !== key));
}

export const layoutOperations: Readonly<Record<string, Operation>> = {
  set_columns(node, [specs], context) {
    const tree = treeOf(node);
    const columns = checkedColumns(specs as readonly unknown[], callName(node, context));
    const gone = new Set(tree.columns.map(({ key }) => key));
    for (const { key } of columns) gone.delete(key);
    dropColumns(tree, gone);
    setColumns(tree, columns);
    if (columns.length > 0) tree.startsBare = false;
    tree.sort = null;
    tree.fitted = new Set();
    tell(node, [["set_columns", [columns]]], context);
  },

  append_column(node, [spec], context) {
    const column = insertColumn(node, spec, treeOf(node).columns.length, context);
    tell(node, [["append_column", [column]]], context);
  },

  insert_column(node, [spec, before], context) {
    const { columns } = treeOf(node);
    const at = columnAt(columns, before as ColumnRef | null);
    const column = insertColumn(node, spec, at === -1 ? columns.length : at, context);
    tell(node, [["insert_column", [column, columns[at]?.key ?? null]]], context);
  },

  insert_column_at(node, [index, spec], context) {
    const { length } = treeOf(node).columns;
    const wanted = index as number;
    const at = wanted < 0 || wanted > length ? length : wanted;
    const column = insertColumn(node, spec, at, context);
    tell(node, [["insert_column", [at, column]]], context);
  },

  delete_column(node, [ref], context) {
    const tree = treeOf(node);
    const at = columnAt(tree.columns, ref as ColumnRef);
    const key = tree.columns[at]?.key;
    if (key === undefined) return;
    setColumns(tree, tree.columns.toSpliced(at, 1));
    tree.fitted = new Set([...tree.fitted].filter((each) => each !== key));
    if (tree.sort?.key === key) tree.sort = null;
    dropColumns(tree, new Set([key]));
    eachBelow(tree.root, (row) => dropCell(row, key));
    tell(node, [["delete_column", [key]]], context);
  },

  set_column_width(node, [ref, width], context) {
    const tree = treeOf(node);
    const at = columnAt(tree.columns, ref as ColumnRef);
    const key = tree.columns[at]?.key;
    if (key === undefined) return;
    setWidth(tree, at, width);
    tell(node, [["set_column_width", [key, width]]], context);
  },

  set_column_editable(node, [ref, editable], context) {
    const tree = treeOf(node);
    const at = columnAt(tree.columns, ref as ColumnRef);
    const key = tree.columns[at]?.key;
    if (key === undefined) return;
    setOption(tree, at, { editable });
    tell(node, [["set_column_editable", [key, editable]]], context);
  },

  set_optimal_column_widths(node, _args, context) {
    const tree = treeOf(node);
    tree.fitted = new Set(tree.columns.map(({ key }) => key));
    tell(node, [["set_optimal_column_widths", []]], context);
  },

  get_column_count: (node) => treeOf(node).columns.length,

  /** The user changed widths. */
  columns_resized(node, [widths], context) {
    const tree = treeOf(node);
    for (const [key, width] of Object.entries(widths as Record<string, number>)) {
      if (columnKey(tree.columns, key) === null) continue;
      setWidth(tree, columnAt(tree.columns, key), width);
      tell(node, [["set_column_width", [key, width]]], context);
    }
  },
};
