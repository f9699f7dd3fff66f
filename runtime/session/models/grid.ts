/**
 * The model `grid`: rows and columns, inserted and deleted with what stands in them.
 * The states `rows` and `columns` count the lines; the cell of a child is kept with its link.
 */
import type { Link, WidgetNode } from "../node.js";
import { readState, writeState } from "../state.js";
import { attach, detach, requireAttachable } from "../structure.js";
import { nodeOf } from "../values.js";
import type { Model, Operation } from "./model.js";

/** Rows or columns: the state that counts them, where a cell names its line, and how browsers are told. */
interface Axis {
  readonly count: "rows" | "columns";
  readonly line: "row" | "col";
  readonly insert: string;
  readonly remove: string;
}
const rows: Axis = { count: "rows", line: "row", insert: "insert_row", remove: "delete_row" };
const columns: Axis = { count: "columns", line: "col", insert: "insert_column", remove: "delete_column" };

function countOf(grid: WidgetNode, axis: Axis): number {
  return readState(grid, axis.count) as number;
}

/** Which argument of a link names the line of its cell. */
function lineAt(grid: WidgetNode, link: Link, axis: Axis): number {
  const params = grid.cls.methods.get(link.method)?.params ?? [];
  return params.findIndex((param) => param.name === axis.line);
}

function lineOf(grid: WidgetNode, link: Link, axis: Axis): number {
  return link.args[lineAt(grid, link, axis)] as number;
}

/** Moves all that stands at or behind a line. */
function shift(grid: WidgetNode, axis: Axis, from: number, by: 1 | -1): void {
  for (const link of grid.links ?? []) {
    const at = lineAt(grid, link, axis);
    const line = link.args[at] as number;
    if (line >= from) link.args = link.args.with(at, line + by);
  }
}

/** Puts widgets one after another into a line, from its first cell on. */
function fill(grid: WidgetNode, axis: Axis, line: number, widgets: readonly WidgetNode[]): void {
  const [way] = grid.cls.slots.values();
  if (way === undefined) throw new Error(`${grid.cls.name} attaches nothing`);
  widgets.forEach((widget, i) => {
    const cell = axis === rows ? { row: line, col: i } : { row: i, col: line };
    const args = way.method.params.map((param, at) =>
      at === way.method.param ? widget.face : cell[param.name as Axis["line"]],
    );
    attach(grid, way.attach, way.method, widget, args);
  });
}

/** The widgets that were handed in; throws, before anything changes, when one cannot stand in the grid. */
function handedIn(grid: WidgetNode, given: unknown, method: string): WidgetNode[] {
  const widgets = ((given ?? []) as readonly unknown[]).map(nodeOf).filter((widget) => widget !== null);
  for (const widget of widgets) requireAttachable(grid, method, widget);
  return widgets;
}

function inserting(axis: Axis): Operation {
  return (grid, [index, given], { method }) => {
    const widgets = handedIn(grid, given, method);
    const count = countOf(grid, axis);
    const at = Math.min(index as number, count);
    grid.session.outbox.fixCreate(grid);
    shift(grid, axis, at, 1);
    writeState(grid, axis.count, count + 1);
    grid.session.outbox.called(grid, [[axis.insert, [at, null]]], { silent: true });
    fill(grid, axis, index as number, widgets);
  };
}

function appending(axis: Axis): Operation {
  return (grid, [given], { method }) => {
    fill(grid, axis, countOf(grid, axis), handedIn(grid, given, method));
  };
}

function deleting(axis: Axis): Operation {
  return (grid, [index]) => {
    const count = countOf(grid, axis);
    if ((index as number) >= count) return;
    const leaving = (grid.links ?? []).filter((link) => lineOf(grid, link, axis) === index);
    for (const { child } of leaving) if (child !== null) detach(child);
    if (count === 1) return;
    grid.session.outbox.fixCreate(grid);
    shift(grid, axis, (index as number) + 1, -1);
    writeState(grid, axis.count, count - 1);
    grid.session.outbox.called(grid, [[axis.remove, [index]]], { silent: true });
  };
}

export const grid: Model = {
  operations: {
    get_row_column_count: (node) => [countOf(node, rows), countOf(node, columns)],
    get_widget_at_cell: (node, [row, col]) =>
      (node.links ?? []).find(
        (link) => lineOf(node, link, rows) === row && lineOf(node, link, columns) === col,
      )?.child?.face ?? null,
    insert_row: inserting(rows),
    append_row: appending(rows),
    delete_row: deleting(rows),
    insert_column: inserting(columns),
    append_column: appending(columns),
    delete_column: deleting(columns),
  },
  /** A cell beyond the edge makes the grid grow, in the browser too. */
  attached(node, link) {
    for (const axis of [rows, columns]) {
      const line = lineOf(node, link, axis);
      if (line >= countOf(node, axis)) writeState(node, axis.count, line + 1);
    }
  },
};
