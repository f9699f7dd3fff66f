/**
 * Operations on single rows and cells: a row joins or goes, a cell is written.
 */
import { UsageError } from "../../errors.js";
import type { WidgetNode } from "../../node.js";
import { same } from "../../values.js";
import type { Operation, OperationContext } from "../model.js";
import { type ColumnRef, columnKey } from "./columns.js";
import { removeRows } from "./content.js";
import { treeForm } from "./form.js";
import { requireName } from "./names.js";
import { insertRows, type Path, pathOf, type Row, rowAt, type Value } from "./row.js";
import { callName, intakeFor, newKey, type TreeState, tell, treeOf } from "./state.js";

/** Adds a leaf at the top level and gives its path; the key is null for one that is made. */
function addRow(
  node: WidgetNode,
  values: unknown,
  key: string | null,
  before: (tree: TreeState) => Row | null,
  context: OperationContext,
): string[] {
  const tree = treeOf(node);
  if (key !== null) {
    requireName(key, callName(node, context), "key");
    if (tree.root.child(key) !== null) {
      throw new UsageError(
        `${callName(node, context)}: key: there is a row "${key}" already; choose another key, or null for one that is made.`,
      );
    }
  }
  // Checked under any key, so that a wrong row uses none up.
  intakeFor(node, context).row("", values, "values");
  const row = intakeFor(node, context).row(key ?? newKey(tree), values, "values");
  const next = before(tree);
  insertRows(tree.root, [row], next);
  tell(node, [["add_tree", [treeForm([row]), null, next?.key ?? null]]], context);
  return [row.key];
}

/** Writes a cell, and tells it when that changes anything. */
export function writeCell(
  node: WidgetNode,
  row: Row,
  column: string,
  value: Value,
  context: OperationContext,
): void {
  if (same(row.values?.[column], value)) return;
  row.values ??= {};
  row.values[column] = value;
  tell(node, [["set_cell", [pathOf(row), column, value]]], context);
}

/** Takes a cell away. */
export function dropCell(row: Row, column: string): void {
  if (row.values === null || !Object.hasOwn(row.values, column)) return;
  const { [column]: _, ...left } = row.values;
  row.values = Object.keys(left).length === 0 ? null : left;
}

export const rowOperations: Readonly<Record<string, Operation>> = {
  insert_row(node, [values, key, before], context) {
    const next = (tree: TreeState) => (before === null ? null : tree.root.child(before as string));
    return addRow(node, values, key as string | null, next, context);
  },

  insert_row_at(node, [index, values], context) {
    const next = (tree: TreeState) => tree.root.children?.[index as number] ?? null;
    return addRow(node, values, null, next, context);
  },

  append_row: (node, [values], context) => addRow(node, values, null, () => null, context),

  delete_row(node, [which], context) {
    const path = typeof which === "string" ? [which] : (which as Path);
    const row = rowAt(treeOf(node).root, path);
    if (row !== null) removeRows(node, [row], context);
  },

  delete_row_at(node, [index], context) {
    const row = treeOf(node).root.children?.[index as number];
    if (row !== undefined) removeRows(node, [row], context);
  },

  set_cell(node, [which, column, value], context) {
    const { root, columns } = treeOf(node);
    if (typeof column === "string") requireName(column, callName(node, context), "colKey");
    const row = typeof which === "number" ? (root.children?.[which] ?? null) : rowAt(root, which as Path);
    // What is written under a key without a column is kept: other columns may ask for it.
    const key = typeof column === "string" ? column : columnKey(columns, column as ColumnRef);
    if (row !== null && key !== null) writeCell(node, row, key, value as Value, context);
  },

  /** The user changed a cell. */
  cell_edited(node, [path, column, , value], context) {
    const { root, columns } = treeOf(node);
    const row = rowAt(root, path as Path);
    const key = columnKey(columns, column as string);
    if (row !== null && key !== null) writeCell(node, row, key, value as Value, context);
  },
};
