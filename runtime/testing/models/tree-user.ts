/**
 * What a user does in a tree or table, as the callbacks that a page reports: made of paths, with the cells that
 * the page shows there.
 */
import { UsageError } from "../../session/errors.js";
import type { ModelReport } from "../shown.js";
import type { PageNode, TreeMirror } from "./tree.js";

type Path = readonly string[];

/** What an edited cell is given as. */
export interface CellEdit {
  readonly path: string | Path;
  readonly column: string;
  readonly value: unknown;
}

export function userActs(tree: TreeMirror, operation: string, given: unknown, report: ModelReport): void {
  switch (operation) {
    case "select": {
      const paths = Array.isArray(given) && given.every(Array.isArray) ? given : [given];
      const rows = paths.map((path) => row(tree, path));
      tree.do_set_selected(rows.map(({ path }) => [...path]));
      report(
        "selected",
        rows.map(({ path, node }) => ({ path, values: valuesOf(node) })),
      );
      return;
    }
    case "activate": {
      const { path, node } = row(tree, given);
      report("activated", valuesOf(node), path, null);
      return;
    }
    case "expand":
    case "collapse": {
      const { path, node } = row(tree, given);
      if (node.kids === null) throw new UsageError(`The row ${JSON.stringify(path)} is a leaf.`);
      const open = operation === "expand";
      if (node.open === open) return;
      node.open = open;
      report(open ? "expanded" : "collapsed", valuesOf(node), path);
      return;
    }
    default:
      edit(tree, given as CellEdit, report);
  }
}

function edit(tree: TreeMirror, { path: given, column, value }: CellEdit, report: ModelReport): void {
  const { path, node } = row(tree, given);
  const known = tree.columns.map(({ key }) => key);
  if (!known.includes(column))
    throw new UsageError(
      `There is no column ${JSON.stringify(column)}. The columns are ${known.join(", ")}.`,
    );
  const before = node.cells[column] ?? "";
  if (before === value) return;
  tree.do_set_cell([...path], column, value);
  report("cell_edited", path, column, before, value);
}

function row(tree: TreeMirror, given: unknown): { path: Path; node: PageNode } {
  const path = (Array.isArray(given) ? given : [given]).map(String);
  let rows: readonly PageNode[] = tree.rows;
  let node: PageNode | undefined;
  for (const key of path) {
    node = rows.find((each) => each.key === key);
    if (node === undefined) {
      const known = rows.slice(0, 20).map((each) => JSON.stringify(each.key));
      throw new UsageError(
        `There is no row ${JSON.stringify(path)}. Beside it are ${known.join(", ") || "none"}.`,
      );
    }
    rows = node.kids ?? [];
  }
  if (node === undefined) throw new UsageError("A row is named by its path, a list of keys.");
  return { path, node };
}

function valuesOf(node: PageNode): Readonly<Record<string, unknown>> | null {
  return Object.keys(node.cells).length === 0 ? null : { ...node.cells };
}
