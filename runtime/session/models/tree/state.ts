/**
 * What a tree or table shows, as the server keeps it: made on first use from the columns of the constructor.
 * Rows hold what is theirs; here is the rest, with the sets that find the few rows that are marked.
 */
import { camelCase } from "../../../protocol/names.js";
import type { WidgetNode } from "../../node.js";
import type { Call } from "../../render.js";
import { readState } from "../../state.js";
import type { OperationContext } from "../model.js";
import { type Column, namedColumns } from "./columns.js";
import { Intake } from "./intake.js";
import { eachBelow, Row, type Style } from "./row.js";

const NAME = "tree";

export interface Sort {
  readonly key: string;
  readonly ascending: boolean;
}

export interface TreeState {
  columns: readonly Column[];
  /** Whether they differ from those that `create` carries. */
  columnsChanged: boolean;
  /** Whether the header is hidden since `create` carries no columns: until they are set, not when some are added. */
  startsBare: boolean;
  /** Columns that are as wide as their content needs; what they have as a width says nothing. */
  fitted: ReadonlySet<string>;
  /** Holds the top rows; is no row itself. */
  root: Row;
  /** No key `row<number>` from here on was ever made since the last bulk load. */
  nextKey: number;
  sort: Sort | null;
  /** In the order in which they were selected. */
  selected: Set<Row>;
  /** Column keys of the selected cells. */
  readonly cells: Map<Row, Set<string>>;
  /** Rows with colours of their own or of a cell. */
  readonly colored: Set<Row>;
  readonly columnStyles: Map<string, Style>;
  tableStyle: Style | null;
}

export function treeOf(node: WidgetNode): TreeState {
  const { models } = node.more();
  const known = models.get(NAME) as TreeState | undefined;
  if (known !== undefined) return known;
  const columns = namedColumns(readState(node, "columns") as readonly unknown[]);
  const made: TreeState = {
    columns,
    columnsChanged: false,
    startsBare: columns.length === 0,
    fitted: new Set(),
    root: new Row("", null),
    nextKey: 0,
    sort: null,
    selected: new Set(),
    cells: new Map(),
    colored: new Set(),
    columnStyles: new Map(),
    tableStyle: null,
  };
  models.set(NAME, made);
  return made;
}

/** Rows that are gone leave the selection; their colours went with them. Says whether selected rows were among them. */
export function forget(tree: TreeState, rows: Iterable<Row>): boolean {
  const before = tree.selected.size;
  if (before === 0 && tree.cells.size === 0 && tree.colored.size === 0) return false;
  const forgetOne = (row: Row) => {
    tree.selected.delete(row);
    tree.cells.delete(row);
    tree.colored.delete(row);
  };
  for (const row of rows) {
    forgetOne(row);
    eachBelow(row, forgetOne);
  }
  return tree.selected.size < before;
}

/** Puts other rows in place of all. Sorting and the colours of columns and table stay. */
export function replaceAll(tree: TreeState, root: Row): void {
  tree.root = root;
  tree.nextKey = 0;
  tree.selected = new Set();
  tree.cells.clear();
  tree.colored.clear();
}

/** A key for a row at the top level that no row has, and that none had since the last bulk load. */
export function newKey(tree: TreeState): string {
  let number = Math.max(tree.nextKey, tree.root.children?.length ?? 0);
  while (tree.root.child(`row${number}`) !== null) number++;
  tree.nextKey = number + 1;
  return `row${number}`;
}

/** How a call of the program names itself in messages. */
export function callName(node: WidgetNode, context: OperationContext): string {
  return `${node}.${camelCase(context.method)}`;
}

export function intakeFor(node: WidgetNode, context: OperationContext): Intake {
  return new Intake(treeOf(node).columns, callName(node, context));
}

/** Tells the browsers what to do; not the one whose user did it, unless it was told something else meanwhile. */
export function tell(node: WidgetNode, calls: readonly Call[], { origin }: OperationContext): void {
  if (calls.length === 0) return;
  const { outbox } = node.session;
  outbox.called(node, calls, { silent: true, to: outbox.others(node, origin) });
}
