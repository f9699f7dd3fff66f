/**
 * Operations on the selection: rows in the order in which they were selected, and cells.
 * The program is not bound by the selection mode, and what it selects fires nothing.
 */
import type { WidgetNode } from "../../node.js";
import type { Call } from "../../render.js";
import { readState } from "../../state.js";
import { copied } from "../../values.js";
import type { Operation, OperationContext } from "../model.js";
import { type ColumnRef, columnKey } from "./columns.js";
import { inView } from "./order.js";
import { eachBelow, type Path, pathOf, type Row, rowAt, type Values } from "./row.js";
import { type TreeState, tell, treeOf } from "./state.js";

type Cell = readonly [row: Row, column: string];

/** The rows at these paths; those that are not there are left out. */
function rowsAt(tree: TreeState, paths: readonly Path[]): Row[] {
  return paths.map((path) => rowAt(tree.root, path)).filter((row) => row !== null);
}

/** One path, a list of paths, or null for none. */
function listOfPaths(given: unknown): readonly Path[] {
  if (given === null) return [];
  const list = given as readonly unknown[];
  return typeof list[0] === "string" ? [list as Path] : (list as readonly Path[]);
}

function sameRows(a: ReadonlySet<Row>, b: ReadonlySet<Row>): boolean {
  if (a.size !== b.size) return false;
  const others = b.values();
  for (const row of a) if (others.next().value !== row) return false;
  return true;
}

function select(node: WidgetNode, rows: Iterable<Row>, context: OperationContext): void {
  const tree = treeOf(node);
  const selected = new Set(rows);
  if (sameRows(tree.selected, selected)) return;
  tree.selected = selected;
  tell(node, [selectionCall(tree)], context);
}

/** The selected rows as the program has them. */
export function selectedRows(tree: TreeState): { path: string[]; values: Values | null }[] {
  return [...tree.selected].map((row) => ({ path: pathOf(row), values: copied(row.values) }));
}

export function selectionCall(tree: TreeState): Call {
  return ["set_selected", [[...tree.selected].map(pathOf)]];
}

function changeRows(node: WidgetNode, rows: readonly Row[], on: boolean, context: OperationContext): void {
  const { selected } = treeOf(node);
  const changed = new Set(rows.filter((row) => selected.has(row) !== on));
  if (changed.size === 0) return;
  for (const row of changed) {
    if (on) selected.add(row);
    else selected.delete(row);
  }
  tell(node, [["select_paths", [[...changed].map(pathOf), on]]], context);
}

/** The cell that a reference names; null when row or column is not there. */
function cellAt(tree: TreeState, path: unknown, ref: unknown): Cell | null {
  const row = rowAt(tree.root, path as Path);
  const column = columnKey(tree.columns, ref as ColumnRef);
  return row === null || column === null ? null : [row, column];
}

function cellsAt(tree: TreeState, given: unknown): Cell[] {
  const list = given as readonly { readonly path: Path; readonly col_key: string }[];
  return list.map(({ path, col_key }) => cellAt(tree, path, col_key)).filter((cell) => cell !== null);
}

function cellForms(cells: readonly Cell[]): object[] {
  return cells.map(([row, column]) => ({ path: pathOf(row), col_key: column }));
}

function addCells(tree: TreeState, cells: readonly Cell[]): void {
  for (const [row, column] of cells) {
    const columns = tree.cells.get(row);
    if (columns === undefined) tree.cells.set(row, new Set([column]));
    else columns.add(column);
  }
}

function changeCells(node: WidgetNode, cells: readonly Cell[], on: boolean, context: OperationContext): void {
  const tree = treeOf(node);
  const changed = cells.filter(([row, column]) => (tree.cells.get(row)?.has(column) ?? false) !== on);
  if (changed.length === 0) return;
  if (on) addCells(tree, changed);
  else {
    for (const [row, column] of changed) {
      const columns = tree.cells.get(row);
      columns?.delete(column);
      if (columns?.size === 0) tree.cells.delete(row);
    }
  }
  tell(node, [["select_cells", [cellForms(changed), on]]], context);
}

/** The call that selects these cells in a view where none is selected. */
export function cellSelectionCalls(tree: TreeState): Call[] {
  const cells = [...tree.cells].flatMap(([row, columns]) =>
    [...columns].map((column): Cell => [row, column]),
  );
  return cells.length === 0 ? [] : [["select_cells", [cellForms(cells), true]]];
}

export const selectionOperations: Readonly<Record<string, Operation>> = {
  get_selected: (node) => selectedRows(treeOf(node)),

  set_selected(node, [paths], context) {
    select(node, rowsAt(treeOf(node), listOfPaths(paths)), context);
  },

  clear_selection(node, _args, context) {
    select(node, [], context);
  },

  select_path(node, [path, on], context) {
    changeRows(node, rowsAt(treeOf(node), [path as Path]), on as boolean, context);
  },

  select_paths(node, [paths, on], context) {
    changeRows(node, rowsAt(treeOf(node), paths as readonly Path[]), on as boolean, context);
  },

  select_all(node, [on], context) {
    const tree = treeOf(node);
    const rows = new Set<Row>();
    if (on === true) eachBelow(tree.root, (row) => rows.add(row));
    if (sameRows(tree.selected, rows)) return;
    tree.selected = rows;
    tell(node, [["select_all", [on]]], context);
  },

  get_selected_cells(node) {
    const tree = treeOf(node);
    return inView(tree, tree.cells.keys()).flatMap((row) =>
      tree.columns
        .filter(({ key }) => tree.cells.get(row)?.has(key))
        .map(({ key }) => ({ path: pathOf(row), colKey: key, value: copied(row.values?.[key] ?? "") })),
    );
  },

  select_cell(node, [path, ref, on], context) {
    const cell = cellAt(treeOf(node), path, ref);
    if (cell !== null) changeCells(node, [cell], on as boolean, context);
  },

  select_cells(node, [cells, on], context) {
    changeCells(node, cellsAt(treeOf(node), cells), on as boolean, context);
  },

  clear_cell_selection(node, _args, context) {
    const tree = treeOf(node);
    if (tree.cells.size === 0) return;
    tree.cells.clear();
    tell(node, [["clear_cell_selection", []]], context);
  },

  /** The user selected rows. */
  selected(node, [items], context) {
    const paths = (items as readonly { readonly path: Path }[]).map(({ path }) => path);
    select(node, rowsAt(treeOf(node), paths), context);
  },

  /** The user selected cells, or only moved the cursor; where whole rows are selected it is always the cursor. */
  cell_selected(node, [cells, cursor], context) {
    const mode = readState(node, "selection_mode");
    if (cursor === true || (mode !== "single-cell" && mode !== "multiple-cell")) return;
    const tree = treeOf(node);
    tree.cells.clear();
    addCells(tree, cellsAt(tree, cells));
    tell(node, [["clear_cell_selection", []], ...cellSelectionCalls(tree)], context);
  },
};
