/**
 * Rows as a browser or a program gets them: nested objects that `Intake` reads back to the same rows.
 */
import type { WidgetNode } from "../../node.js";
import type { Call } from "../../render.js";
import { OWN_CELLS } from "./names.js";
import { dataCalls } from "./packed.js";
import { pathOf, type Row, type Values } from "./row.js";

type Form = Record<string, unknown>;

/** A node: null for a leaf without cells, its cells for a leaf, else an object that holds the children. */
export function nodeForm(row: Row, children: readonly Row[] | null = row.children): Form | Values | null {
  if (children === null) return row.values;
  const forms = children.map((child) => [child.key, nodeForm(child)] as const);
  return folderForm(row, forms);
}

function folderForm(row: Row, forms: readonly (readonly [string, unknown])[]): Form {
  const form: Form = {};
  // A child that is no object would be read as a cell, unless the cells are set apart.
  if (row.values !== null || forms.some(([, child]) => child === null)) form[OWN_CELLS] = row.values ?? {};
  for (const [key, child] of forms) form[key] = child;
  return form;
}

/** Rows by key. */
export function treeForm(rows: readonly Row[]): Form {
  const form: Form = {};
  for (const row of rows) form[row.key] = nodeForm(row);
  return form;
}

/** A part of the tree: the chosen rows with all below them, and what leads to them. */
export function partForm(root: Row, chosen: ReadonlySet<Row>): Form {
  const leading = new Set<Row>();
  for (const row of chosen) {
    for (let at = row.parent; at !== null && !leading.has(at); at = at.parent) leading.add(at);
  }
  const part = (row: Row): unknown =>
    chosen.has(row) ? nodeForm(row) : folderForm(row, entries(row.children ?? []));
  const entries = (rows: readonly Row[]) =>
    rows.filter((row) => chosen.has(row) || leading.has(row)).map((row) => [row.key, part(row)] as const);
  return Object.fromEntries(entries(root.children ?? []));
}

/** The number that an object lists a key by, ahead of all other keys; -1 for those in order of insertion. */
function listedAs(key: string): number {
  const number = Number(key);
  return Number.isInteger(number) && number >= 0 && number < 2 ** 32 - 1 && String(number) === key
    ? number
    : -1;
}

/** Where the run ends that starts at `from` and that an object keeps in this order. */
function runEnd(rows: readonly Row[], from: number): number {
  let last = -1;
  let named = false;
  for (let i = from; i < rows.length; i++) {
    const number = listedAs((rows[i] as Row).key);
    if (number === -1) named = true;
    else if (named || number < last) return i;
    else last = number;
  }
  return rows.length;
}

/** Whether objects keep all rows in their order. */
export function keepsOrder(row: Row): boolean {
  const { children } = row;
  if (children === null) return true;
  return runEnd(children, 0) === children.length && children.every(keepsOrder);
}

/**
 * The calls that fill an empty view with these rows, in their order whatever their keys are.
 * @param inParts - For browsers that read many rows part by part
 */
export function fillingCalls(node: WidgetNode, root: Row, inParts: boolean): Call[] {
  const rows = root.children ?? [];
  if (rows.length === 0) return [];
  if (rows.every((row, i) => row.children === null && row.key === `row${i}`)) {
    return dataCalls(node, rows, inParts);
  }
  if (keepsOrder(root)) return [["set_tree", [treeForm(rows)]]];
  const [first, ...rest] = piecewise(root, null);
  return [["set_tree", [first?.[1][0]]], ...rest];
}

/** The children of a row, run by run, each with what must be added below it afterwards. */
function piecewise(parent: Row, path: readonly string[] | null, from = 0): Call[] {
  const rows = parent.children ?? [];
  const calls: Call[] = [];
  for (let at = from; at < rows.length; ) {
    const end = runEnd(rows, at);
    const later: Call[] = [];
    const forms = rows.slice(at, end).map((row) => [row.key, firstPiece(row, later)] as const);
    calls.push(["add_tree", [Object.fromEntries(forms), path]], ...later);
    at = end;
  }
  return calls;
}

/** A node as far as an object keeps its order; what follows goes to `later`. */
function firstPiece(row: Row, later: Call[]): unknown {
  const { children } = row;
  if (children === null || keepsOrder(row)) return nodeForm(row);
  const end = runEnd(children, 0);
  const forms = children.slice(0, end).map((child) => [child.key, firstPiece(child, later)] as const);
  later.push(...piecewise(row, pathOf(row), end));
  return folderForm(row, forms);
}
