/**
 * Operations on what a view holds: bulk loads, changes of a tree, incremental updates.
 */

import { UsageError } from "../../errors.js";
import type { WidgetNode } from "../../node.js";
import type { Call } from "../../render.js";
import { copied } from "../../values.js";
import type { Operation, OperationContext } from "../model.js";
import { fillingCalls, keepsOrder, nodeForm, partForm, treeForm } from "./form.js";
import { requireName } from "./names.js";
import { folders } from "./order.js";
import { dataCalls, tellFilling } from "./packed.js";
import { lateCalls } from "./replay.js";
import { insertRows, type Path, pathOf, Row, rowAt, setChildren, takeOut, topmost } from "./row.js";
import { selectedRows } from "./selection.js";
import { callName, forget, intakeFor, newKey, replaceAll, type TreeState, tell, treeOf } from "./state.js";
import { become, changesBetween } from "./update.js";

/** The row to put something under: the root for null and the empty path, null when it is not there. */
function parentAt(tree: TreeState, path: Path | null): Row | null {
  return path === null || path.length === 0 ? tree.root : rowAt(tree.root, path);
}

/** Path of a parent as browsers know it: the root has none. */
function parentPath(parent: Row): string[] | null {
  return parent.parent === null ? null : pathOf(parent);
}

/** A root with one row per flat row; keys are made, or taken from the rows that have the same places. */
function flatRoot(
  node: WidgetNode,
  rows: readonly unknown[],
  context: OperationContext,
  keyOf: (place: number) => string,
): Row {
  const intake = intakeFor(node, context);
  const name = node.cls.methods.get(context.method)?.params[0]?.name ?? "data";
  const root = new Row("", null);
  setChildren(
    root,
    rows.map((row, i) => intake.row(keyOf(i), row, `${name}[${i}]`)),
  );
  return root;
}

/** Removes rows with all below them, and tells it. Says whether selected rows were among them. */
export function removeRows(node: WidgetNode, rows: Iterable<Row>, context: OperationContext): boolean {
  const going = topmost(new Set(rows));
  if (going.length === 0) return false;
  const call: Call = ["remove_items", [going.map(pathOf)]];
  takeOut(going);
  const unselected = forget(treeOf(node), going);
  tell(node, [call], context);
  return unselected;
}

/** Selected rows went along with others: what is left is told to the program. */
function fireSelected(node: WidgetNode): void {
  node.session.handlers.fire(node, "selected", [selectedRows(treeOf(node))]);
}

/**
 * Merges nodes under a parent: those that are there become what they should be, the others are added.
 * Says whether selected rows went.
 */
function merge(
  node: WidgetNode,
  parent: Row,
  nodes: readonly Row[],
  before: Row | null,
  call: Call,
  context: OperationContext,
): boolean {
  const fresh: Row[] = [];
  const gone: Row[] = [];
  for (const wanted of nodes) {
    const is = parent.child(wanted.key);
    if (is === null) fresh.push(wanted);
    else become(is, wanted, true, gone);
  }
  if (fresh.length > 0) insertRows(parent, fresh, before);
  const unselected = forget(treeOf(node), gone);
  tell(node, [call], context);
  return unselected;
}

/** Brings all rows to a new state with the smallest message that does it. */
function update(node: WidgetNode, wanted: Row, limit: number, context: OperationContext): void {
  const tree = treeOf(node);
  const { root } = tree;
  if (!root.hasChildren) {
    become(root, wanted, false);
    tellFilling(node, (inParts) => fillingCalls(node, root, inParts), context);
    return;
  }
  const changes = changesBetween(root, wanted, Math.max(1, limit));
  if (changes === null) {
    const unselected = forget(tree, become(root, wanted, false));
    if (keepsOrder(root)) tell(node, [["update_tree", [treeForm(root.children ?? [])]]], context);
    else {
      const late = lateCalls(tree);
      tellFilling(node, (inParts) => [...fillingCalls(node, root, inParts), ...late], context);
    }
    if (unselected) fireSelected(node);
    return;
  }
  const calls: Call[] = [];
  if (changes.removed.length > 0) calls.push(["remove_items", [changes.removed.map(pathOf)]]);
  for (const { parent, forms, before } of changes.added) {
    calls.push(["add_tree", [forms, parentPath(parent), before]]);
  }
  for (const [row, column, value] of changes.written) {
    // Without a value the entry goes, so that the first column shows the key again; null is an entry.
    calls.push(["set_cell", value === undefined ? [pathOf(row), column] : [pathOf(row), column, value]]);
  }
  const unselected = forget(tree, become(root, wanted, false));
  tell(node, calls, context);
  if (unselected) fireSelected(node);
}

/** Adds the rows that a pattern names, and the parents that are empty without them, to those that go. */
function matches(parent: Row, pattern: object, prune: boolean, going: Row[]): void {
  for (const [key, below] of Object.entries(pattern)) {
    const row = parent.child(key);
    if (row === null) continue;
    const filled = typeof below === "object" && below !== null && Object.keys(below).length > 0;
    if (!filled || !row.hasChildren) {
      going.push(row);
      continue;
    }
    const from = going.length;
    matches(row, below as object, prune, going);
    const lost = going.slice(from).filter((each) => each.parent === row).length;
    if (prune && lost > 0 && lost === row.children?.length) going.push(row);
  }
}

export const contentOperations: Readonly<Record<string, Operation>> = {
  set_tree(node, [data], context) {
    const root = intakeFor(node, context).tree(data);
    replaceAll(treeOf(node), root);
    tell(node, [["set_tree", [treeForm(root.children ?? [])]]], context);
  },

  set_data(node, [rows], context) {
    const root = flatRoot(node, rows as readonly unknown[], context, (place) => `row${place}`);
    const tree = treeOf(node);
    replaceAll(tree, root);
    tree.nextKey = root.children?.length ?? 0;
    tellFilling(node, (inParts) => dataCalls(node, root.children ?? [], inParts), context);
  },

  clear(node, _args, context) {
    const tree = treeOf(node);
    replaceAll(tree, new Row("", null));
    tree.sort = null;
    tell(node, [["clear", []]], context);
  },

  add_tree(node, [data, path, before], context) {
    const tree = treeOf(node);
    const nodes = intakeFor(node, context).tree(data).children ?? [];
    const parent = parentAt(tree, path as Path | null);
    if (parent === null || nodes.length === 0) return;
    const next = before === null || before === undefined ? null : parent.child(before as string);
    const call: Call = ["add_tree", [treeForm(nodes), parentPath(parent), next?.key ?? null]];
    if (merge(node, parent, nodes, next, call, context)) fireSelected(node);
  },

  add_item(node, [path, key, values], context) {
    requireName(key as string, callName(node, context), "key");
    const row = intakeFor(node, context).node(key as string, values ?? {}, "values");
    const parent = parentAt(treeOf(node), path as Path | null);
    if (parent === null) return null;
    const call: Call = ["add_item", [parentPath(parent), row.key, nodeForm(row)]];
    merge(node, parent, [row], null, call, context);
    return [...pathOf(parent), row.key];
  },

  remove_item(node, [path], context) {
    const row = rowAt(treeOf(node).root, path as Path);
    if (row !== null) removeRows(node, [row], context);
  },

  remove_items(node, [paths], context) {
    const { root } = treeOf(node);
    const rows = (paths as readonly Path[]).map((path) => rowAt(root, path));
    removeRows(
      node,
      rows.filter((row) => row !== null),
      context,
    );
  },

  delete_tree(node, [pattern, prune], context) {
    const going: Row[] = [];
    matches(treeOf(node).root, pattern as object, prune as boolean, going);
    if (going.length === 0) return;
    if (removeRows(node, going, context)) fireSelected(node);
    node.session.handlers.fire(node, "changed", []);
  },

  update_tree(node, [data], context) {
    const intake = intakeFor(node, context);
    const wanted = intake.tree(data);
    update(node, wanted, intake.count, context);
  },

  update_data(node, [rows], context) {
    const tree = treeOf(node);
    const list = rows as readonly unknown[];
    const before = tree.nextKey;
    const present = tree.root.children ?? [];
    try {
      const wanted = flatRoot(node, list, context, (place) => present[place]?.key ?? newKey(tree));
      update(node, wanted, list.length, context);
    } catch (error) {
      tree.nextKey = before;
      throw error;
    }
  },

  get_row_count: (node) => treeOf(node).root.children?.length ?? 0,

  get_subtree(node, [status], context) {
    const tree = treeOf(node);
    const all = tree.root.children ?? [];
    if (status === "all") return copied(treeForm(all));
    if (status === "selected") return copied(partForm(tree.root, tree.selected));
    if (status === "expanded" || status === "collapsed") {
      const found = folders(tree).filter((row) => row.open === (status === "expanded"));
      return copied(partForm(tree.root, new Set(found)));
    }
    const path = status as Path;
    if (path.length === 0) return copied(treeForm(all));
    const row = rowAt(tree.root, path);
    if (row === null) {
      throw new UsageError(`${callName(node, context)}: status: there is no row ${JSON.stringify(path)}.`);
    }
    return copied(partForm(tree.root, new Set([row])));
  },
};
