/**
 * A tree or table as calls, computed from its present state: first columns and rows, and when the whole
 * interface stands, what needs them: order, openness, widths, selection, colours.
 */
import type { WidgetNode } from "../../node.js";
import type { Call } from "../../render.js";
import { colorCalls } from "./colors.js";
import { fillingCalls } from "./form.js";
import { eachBelow, pathOf, type Row } from "./row.js";
import { cellSelectionCalls, selectionCall } from "./selection.js";
import { type TreeState, treeOf } from "./state.js";

/** @param inParts - For a browser that reads many rows part by part */
export function earlyCalls(node: WidgetNode, inParts: boolean): Call[] {
  const tree = treeOf(node);
  return [...columnCalls(tree), ...fillingCalls(node, tree.root, inParts)];
}

function columnCalls({ columns, columnsChanged, startsBare }: TreeState): Call[] {
  if (!columnsChanged) return [];
  // Setting them would show the header, which adding them leaves hidden.
  return startsBare
    ? columns.map((column): Call => ["append_column", [column]])
    : [["set_columns", [columns]]];
}

/** For a view that shows the rows, all of them open, as they were added. */
export function lateCalls(tree: TreeState): Call[] {
  const calls: Call[] = [];
  if (tree.sort !== null) calls.push(["sort_by_column", [tree.sort.key, tree.sort.ascending]]);
  calls.push(...opennessCalls(tree), ...widthCalls(tree));
  if (tree.selected.size > 0) calls.push(selectionCall(tree));
  calls.push(...cellSelectionCalls(tree), ...colorCalls(tree));
  return calls;
}

/** Every row is open in the beginning; the smaller part is told one by one. */
function opennessCalls({ root }: TreeState): Call[] {
  const [open, closed, closedLeaves]: [Row[], Row[], Row[]] = [[], [], []];
  eachBelow(root, (row) => {
    if (!row.hasChildren) {
      if (!row.open) closedLeaves.push(row);
    } else if (row.open) open.push(row);
    else closed.push(row);
  });
  const items = (method: string, rows: readonly Row[]) => rows.map((row): Call => [method, [pathOf(row)]]);
  const folders: Call[] =
    closed.length > open.length + 1
      ? [["collapse_all", []], ...items("expand_item", open)]
      : items("collapse_item", closed);
  return [...folders, ...items("collapse_item", closedLeaves)];
}

function widthCalls({ columns, fitted }: TreeState): Call[] {
  if (fitted.size === 0) return [];
  const others = columns.filter(({ key }) => !fitted.has(key));
  return [
    ["set_optimal_column_widths", []],
    ...others.map(({ key, colwidth }): Call => ["set_column_width", [key, colwidth ?? "1fr"]]),
  ];
}
