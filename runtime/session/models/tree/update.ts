/**
 * Bringing rows to a new state: what has to be told for it, and the change itself.
 * Rows with the same path are the same row; it keeps whether it is open, its selection and its colours.
 */
import { same } from "../../values.js";
import { nodeForm } from "./form.js";
import { type Row, setChildren, type Value } from "./row.js";

/** New children of one row that come to stand side by side. */
export interface Addition {
  readonly parent: Row;
  readonly forms: Readonly<Record<string, unknown>>;
  /** Key of the child that they stand in front of; null for the end. */
  readonly before: string | null;
}

export interface Changes {
  readonly removed: readonly Row[];
  readonly added: readonly Addition[];
  /** Cells with their new values; undefined for those that are gone. */
  readonly written: readonly (readonly [row: Row, column: string, value: Value | undefined])[];
}

/**
 * The changes that lead from one root to another, in the order in which they must be made: removals, additions,
 * cells. null when there are more than `limit`, or when they cannot say it: another order, another shape.
 */
export function changesBetween(root: Row, wanted: Row, limit: number): Changes | null {
  const removed: Row[] = [];
  const added: Addition[] = [];
  const written: [Row, string, Value | undefined][] = [];
  const within = () => removed.length + added.length + written.length <= limit;

  const walk = (is: Row, to: Row): boolean => {
    if (!sameShape(is, to)) return false;
    const kept: Row[] = [];
    for (const child of is.children ?? []) {
      if (to.child(child.key) === null) removed.push(child);
      else kept.push(child);
    }
    if (!within() || !walkChildren(is, kept, to.children ?? [])) return false;
    for (const column of Object.keys(to.values ?? {})) {
      const value = to.values?.[column] as Value;
      if (!same(is.values?.[column], value)) written.push([is, column, value]);
    }
    for (const column of Object.keys(is.values ?? {})) {
      if (to.values === null || !Object.hasOwn(to.values, column)) written.push([is, column, undefined]);
    }
    return within();
  };

  const walkChildren = (parent: Row, kept: readonly Row[], wanted: readonly Row[]): boolean => {
    let next = 0;
    let run: Row[] = [];
    const endRun = (before: string | null) => {
      if (run.length === 0) return;
      added.push({ parent, forms: Object.fromEntries(run.map((row) => [row.key, nodeForm(row)])), before });
      run = [];
    };
    for (const to of wanted) {
      const is = parent.child(to.key);
      if (is === null) {
        run.push(to);
        continue;
      }
      if (is !== kept[next]) return false;
      next++;
      endRun(is.key);
      if (!walk(is, to)) return false;
    }
    endRun(null);
    return true;
  };

  return walk(root, wanted) ? { removed, added, written } : null;
}

/** Whether removing and adding children is enough to make one what the other is, leaf or folder. */
function sameShape(is: Row, to: Row): boolean {
  if (is.parent === null) return true;
  if (to.children === null) return is.children === null;
  return is.children !== null || to.children.length > 0;
}

/**
 * Makes a row what another one is, whose parts it takes over. Children that are in both stay the same rows.
 * @param reopen - Whether everything in it is open afterwards.
 * @returns The rows that are gone, with all below them.
 */
export function become(row: Row, wanted: Row, reopen: boolean, gone: Row[] = []): Row[] {
  row.values = wanted.values;
  if (reopen) row.open = true;
  for (const child of row.children ?? []) if (wanted.child(child.key) === null) gone.push(child);
  const children = wanted.children?.map((to) => {
    const is = row.child(to.key);
    if (is === null) return to;
    become(is, to, reopen, gone);
    return is;
  });
  setChildren(row, children ?? null);
  return gone;
}
