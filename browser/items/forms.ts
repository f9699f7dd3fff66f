/**
 * Rows as they travel: nested objects and flat rows, read into rows and written back.
 * What a server has checked is not checked again; what it may leave open (nulls, lists, single values) is not.
 */
import type { FlatRow, TreeData, TreeNode } from "../../generated/browser/types.js";
import { eachBelow, Kids, Row, setKids, type Value, type Values } from "./row.js";

/** The entry of a node that holds its own cells. */
const OWN_CELLS = "__values__";

type Entries = Readonly<Record<string, TreeNode>>;

function isEntries(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The top rows of a tree. `keys`: the columns, for leaves that are a bare value. */
export function readTree(data: TreeData | null, keys: readonly string[]): Row[] {
  return Object.entries(data ?? {}).map(([key, node]) => readNode(key, node, keys));
}

/** A node. Without `__values__` its objects are children and all else are cells; `{}` is an open folder. */
export function readNode(key: string, node: TreeNode, keys: readonly string[]): Row {
  if (!isEntries(node)) return new Row(key, readFlat(node as FlatRow, keys));
  const apart = Object.hasOwn(node, OWN_CELLS) ? node[OWN_CELLS] : undefined;
  let cells: Values | null = null;
  let kids: Row[] | null = apart === undefined ? null : [];
  let isEmpty = true;
  for (const name of Object.keys(node)) {
    isEmpty = false;
    const entry = node[name];
    if (name === OWN_CELLS && apart !== undefined) continue;
    if (isEntries(entry)) {
      kids ??= [];
      kids.push(readNode(name, entry, keys));
    } else if (apart !== undefined) {
      kids?.push(readNode(name, entry ?? null, keys));
    } else {
      cells ??= {};
      cells[name] = entry as Value | null;
    }
  }
  const own = isEntries(apart) ? (apart as unknown as Values) : cells;
  // A leaf keeps the very object that it came in.
  const row = new Row(key, kids === null && !isEmpty ? (node as unknown as Values) : own);
  if (kids !== null || isEmpty) setKids(row, kids ?? []);
  return row;
}

/** The cells of a flat row: by key, in column order, or one for the first column. */
export function readFlat(flat: FlatRow, keys: readonly string[]): Values | null {
  if (flat === null) return null;
  if (isEntries(flat)) return flat as unknown as Values;
  const list: readonly (Value | null)[] = Array.isArray(flat) ? flat : [flat];
  const values: Values = {};
  keys.forEach((key, i) => {
    const value = list[i];
    if (value !== undefined) values[key] = value;
  });
  return values;
}

/** Rows with the keys row0, row1 and so on. */
export function readRows(data: readonly FlatRow[], keys: readonly string[]): Row[] {
  return data.map((flat, i) => new Row(i, readFlat(flat, keys)));
}

/** A node as `readNode` reads it. */
export function writeNode(row: Row, wanted: (row: Row) => boolean = () => true): TreeNode {
  const { kids, values } = row;
  if (kids === null) return (values ?? null) as TreeNode;
  const forms = kids.list.filter(wanted).map((kid) => [kid.key, writeNode(kid, wanted)] as const);
  const form: Record<string, TreeNode> = {};
  if (values !== null || forms.some(([, kid]) => kid === null)) form[OWN_CELLS] = (values ?? {}) as TreeNode;
  for (const [key, kid] of forms) form[key] = kid;
  return form;
}

/** All rows below a root, or those that are chosen with all below them and what leads to them. */
export function writeTree(root: Row, chosen: ReadonlySet<Row> | null = null): TreeData {
  const part = new Set<Row>();
  for (const row of chosen ?? []) {
    eachBelow(row, (below) => part.add(below));
    for (let at: Row | null = row; at !== null && !part.has(at); at = at.parent) part.add(at);
  }
  const wanted = (row: Row) => chosen === null || part.has(row);
  const form: TreeData = {};
  for (const row of root.kids?.list.filter(wanted) ?? []) form[row.key] = writeNode(row, wanted);
  return structuredClone(form);
}

/**
 * Makes a row what another one is, whose parts it takes over. Children that are in both stay the same rows.
 * `reopen`: everything in it is open afterwards. The result: rows that are gone, each with all below it.
 */
export function become(row: Row, wanted: Row, reopen: boolean, gone: Row[] = []): Row[] {
  row.values = wanted.values;
  if (reopen) row.open = true;
  const before = row.kids;
  for (const kid of before?.list ?? []) if ((wanted.kids?.find(kid.key) ?? null) === null) gone.push(kid);
  const kids = wanted.kids?.list.map((to) => {
    const is = before?.find(to.key) ?? null;
    if (is === null) return to;
    become(is, to, reopen, gone);
    return is;
  });
  for (const kid of gone) if (kid.parent === row) kid.parent = null;
  row.kids = kids === undefined ? null : new Kids(row, kids);
  return gone;
}
