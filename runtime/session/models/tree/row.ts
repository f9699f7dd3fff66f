/**
 * The rows of a tree or table, made from keys, cells and children. A row keeps what belongs to it
 * (whether it is open, its colours), so that all of it goes when the row goes.
 */

/** What a cell can hold. null is an entry that shows nothing; where the first column has no entry, a row shows its key. */
export type Value = string | number | boolean | null | readonly (string | number | boolean | null)[];
export type Values = Record<string, Value>;
export type Path = readonly string[];

/** Colours of one layer; null says nothing. At least one channel says something. */
export interface Style {
  readonly fg: string | null;
  readonly bg: string | null;
  readonly bold: boolean | null;
}

export class Row {
  readonly key: string;
  parent: Row | null = null;
  /** Its own cells by column key; null when it has none, never empty. */
  values: Values | null;
  /** In the order in which they were added; null for a leaf. Changed by the functions below only. */
  children: Row[] | null = null;
  /** The children by key: there as soon as there are children. */
  index: Map<string, Row> | null = null;
  /** Whether its children are shown, now or when it gets some. */
  open = true;
  style: Style | null = null;
  cellStyles: Map<string, Style> | null = null;

  constructor(key: string, values: Values | null) {
    this.key = key;
    this.values = values;
  }

  child(key: string): Row | null {
    return this.index?.get(key) ?? null;
  }

  get hasChildren(): boolean {
    return this.children !== null && this.children.length > 0;
  }
}

/** The row at a path; null when there is none, and for the empty path: the root is no row. */
export function rowAt(root: Row, path: Path): Row | null {
  let row: Row | null = root;
  for (const key of path) row = row?.child(key) ?? null;
  return row === root ? null : row;
}

/** Keys from the top down; empty for the root. */
export function pathOf(row: Row): string[] {
  const path: string[] = [];
  for (let at = row; at.parent !== null; at = at.parent) path.push(at.key);
  return path.reverse();
}

/** Calls `visit` for a row's descendants, parents first. */
export function eachBelow(row: Row, visit: (row: Row) => void): void {
  for (const child of row.children ?? []) {
    visit(child);
    eachBelow(child, visit);
  }
}

/** Gives a row these children in place of those it had; null makes it a leaf. */
export function setChildren(parent: Row, children: Row[] | null): void {
  parent.children = children;
  parent.index = null;
  if (children === null || children.length === 0) return;
  const index = new Map<string, Row>();
  for (const child of children) {
    child.parent = parent;
    index.set(child.key, child);
  }
  parent.index = index;
}

/** Adds rows whose keys are free, in front of a child or at the end. */
export function insertRows(parent: Row, rows: readonly Row[], before: Row | null): void {
  const children = parent.children ?? [];
  const index = parent.index ?? new Map<string, Row>();
  for (const row of rows) {
    row.parent = parent;
    index.set(row.key, row);
  }
  parent.index = index;
  const at = before === null ? -1 : children.indexOf(before);
  if (at === -1) {
    for (const row of rows) children.push(row);
    parent.children = children;
  } else if (rows.length === 1) {
    children.splice(at, 0, rows[0] as Row);
  } else {
    parent.children = [...children.slice(0, at), ...rows, ...children.slice(at)];
  }
}

/** Takes rows out of their parents, which stay as folders; many of one parent in one go. */
export function takeOut(rows: Iterable<Row>): void {
  const byParent = new Map<Row, Set<Row>>();
  for (const row of rows) {
    if (row.parent === null) continue;
    const going = byParent.get(row.parent);
    if (going === undefined) byParent.set(row.parent, new Set([row]));
    else going.add(row);
  }
  for (const [parent, going] of byParent) {
    for (const row of going) {
      parent.index?.delete(row.key);
      row.parent = null;
    }
    const children = parent.children ?? [];
    const [first] = going;
    if (going.size > 1) parent.children = children.filter((child) => !going.has(child));
    else children.splice(children.indexOf(first as Row), 1);
  }
}

/** The rows of a set that lie below no other row of it. */
export function topmost(rows: ReadonlySet<Row>): Row[] {
  return [...rows].filter((row) => {
    for (let at = row.parent; at !== null; at = at.parent) if (rows.has(at)) return false;
    return true;
  });
}
