/**
 * Operations on how rows are shown: which are open, sorted by what, scrolled to where.
 */
import type { WidgetNode } from "../../node.js";
import type { Operation, OperationContext } from "../model.js";
import { type ColumnRef, columnKey } from "./columns.js";
import { folders } from "./order.js";
import { eachBelow, type Path, pathOf, rowAt } from "./row.js";
import { type Sort, tell, treeOf } from "./state.js";

function setOpen(node: WidgetNode, path: unknown, open: boolean, context: OperationContext): void {
  const row = rowAt(treeOf(node).root, path as Path);
  if (row === null || row.open === open) return;
  row.open = open;
  tell(node, [[open ? "expand_item" : "collapse_item", [pathOf(row)]]], context);
}

/** Opens every row, or closes those that have children. */
function setAllOpen(node: WidgetNode, open: boolean, context: OperationContext): void {
  let changed = false;
  eachBelow(treeOf(node).root, (row) => {
    if (row.open === open || !(open || row.hasChildren)) return;
    row.open = open;
    changed = true;
  });
  if (changed) tell(node, [[open ? "expand_all" : "collapse_all", []]], context);
}

function sortBy(node: WidgetNode, sort: Sort | null, context: OperationContext): void {
  const tree = treeOf(node);
  if (sort?.key === tree.sort?.key && sort?.ascending === tree.sort?.ascending) return;
  tree.sort = sort;
  tell(node, [["sort_by_column", [sort?.key ?? null, sort?.ascending ?? true]]], context);
}

export const viewOperations: Readonly<Record<string, Operation>> = {
  expand_all: (node, _args, context) => setAllOpen(node, true, context),
  collapse_all: (node, _args, context) => setAllOpen(node, false, context),
  expand_item: (node, [path], context) => setOpen(node, path, true, context),
  collapse_item: (node, [path], context) => setOpen(node, path, false, context),

  get_expanded: (node) =>
    folders(treeOf(node))
      .filter((row) => row.open)
      .map(pathOf),
  get_collapsed: (node) =>
    folders(treeOf(node))
      .filter((row) => !row.open)
      .map(pathOf),

  sort_by_column(node, [ref, ascending], context) {
    const key = columnKey(treeOf(node).columns, ref as ColumnRef | null);
    sortBy(node, key === null ? null : { key, ascending: ascending as boolean }, context);
  },

  scroll_to_path(node, [path], context) {
    const row = rowAt(treeOf(node).root, path as Path);
    if (row === null) return;
    for (let at = row.parent; at !== null; at = at.parent) at.open = true;
    tell(node, [["scroll_to_path", [pathOf(row)]]], context);
  },

  /** The user opened a row. */
  expanded: (node, [, path], context) => setOpen(node, path, true, context),
  /** The user closed a row. */
  collapsed: (node, [, path], context) => setOpen(node, path, false, context),

  /** The user sorted by a column. */
  sorted(node, [key, ascending], context) {
    const known = columnKey(treeOf(node).columns, key as string);
    if (known !== null) sortBy(node, { key: known, ascending: ascending as boolean }, context);
  },
};
