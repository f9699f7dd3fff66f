import fc from "fast-check";
import { expect, it } from "vitest";
import type { TreeData, TreeNode } from "../../../generated/types.js";
import { treeShown } from "../../../runtime/testing/models/tree.js";
import { stage } from "../../support/session.js";

const runs = Number(process.env.SEEDS ?? 400);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

// ---- A reference: everything by path, as plainly as can be.

interface Node {
  key: string;
  cells: Record<string, unknown>;
  kids: Node[] | null;
}
type Path = readonly string[];
const columns = ["p", "q"];
const name = (path: Path): string => JSON.stringify(path);
const isNode = (value: unknown): value is Record<string, TreeNode> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function nodeOf(key: string, value: unknown): Node {
  if (!isNode(value)) return { key, cells: value === null ? {} : { p: value }, kids: null };
  const { __values__: own, ...rest } = value;
  if (own !== undefined) {
    return { key, cells: { ...((own ?? {}) as Record<string, unknown>) }, kids: nodesOf(rest) };
  }
  const entries = Object.entries(rest);
  const kids = nodesOf(Object.fromEntries(entries.filter(([, each]) => isNode(each))));
  const cells = Object.fromEntries(entries.filter(([, each]) => !isNode(each)));
  return { key, cells, kids: kids.length > 0 || entries.length === 0 ? kids : null };
}

function nodesOf(tree: Record<string, unknown>): Node[] {
  return Object.entries(tree).map(([key, value]) => nodeOf(key, value));
}

class Reference {
  nodes: Node[] = [];
  selected: string[] = [];
  closed = new Set<string>();
  reds = new Set<string>();
  made = 0;

  at(path: Path): Node | undefined {
    const [key, ...rest] = path;
    return path.length === 0
      ? undefined
      : rest.reduce<Node | undefined>(
          (node, each) => node?.kids?.find((kid) => kid.key === each),
          this.nodes.find((node) => node.key === key),
        );
  }

  paths(nodes = this.nodes, below: Path = []): Path[] {
    return nodes.flatMap((node) => {
      const path = [...below, node.key];
      return [path, ...this.paths(node.kids ?? [], path)];
    });
  }

  prune(): void {
    const there = new Set(this.paths().map(name));
    this.selected = this.selected.filter((path) => there.has(path));
    this.closed = new Set([...this.closed].filter((path) => there.has(path)));
    this.reds = new Set([...this.reds].filter((path) => there.has(path)));
  }

  load(nodes: Node[], made = 0): void {
    this.nodes = [];
    this.prune();
    this.nodes = nodes;
    this.made = made;
  }

  add(nodes: Node[], parent: Path | null, before: string | null): void {
    const top = parent === null || parent.length === 0;
    const holder = top ? undefined : this.at(parent);
    if ((!top && holder === undefined) || nodes.length === 0) return;
    const kids = holder === undefined ? this.nodes : (holder.kids ?? []);
    if (holder !== undefined) holder.kids = kids;
    const next = kids.find((kid) => kid.key === before);
    for (const node of nodes) {
      const is = kids.findIndex((kid) => kid.key === node.key);
      if (is === -1) continue;
      const path = top ? [node.key] : [...parent, node.key];
      for (const closed of this.closed)
        if (closed.startsWith(name(path).slice(0, -1))) this.closed.delete(closed);
      kids[is] = node;
    }
    const fresh = nodes.filter((node) => !kids.includes(node));
    const at = next === undefined ? kids.length : kids.findIndex((kid) => kid.key === next.key);
    kids.splice(at, 0, ...fresh);
    this.prune();
  }

  remove(path: Path): void {
    const kids = path.length === 1 ? this.nodes : this.at(path.slice(0, -1))?.kids;
    const at = kids?.findIndex((kid) => kid.key === path.at(-1)) ?? -1;
    if (at !== -1) kids?.splice(at, 1);
    this.prune();
  }

  /** The keys that update by place gives to rows. */
  update(rows: unknown[]): void {
    const before = this.nodes;
    this.nodes = rows.map((row, i) => {
      const key = before[i]?.key ?? this.newKey(before);
      return { key, cells: row as Record<string, unknown>, kids: null };
    });
    this.prune();
  }

  newKey(among: readonly Node[]): string {
    let number = Math.max(this.made, among.length);
    while (among.some((node) => node.key === `row${number}`)) number++;
    this.made = number + 1;
    return `row${number}`;
  }

  delete(pattern: object, prune: boolean, kids = this.nodes): boolean {
    let lost = false;
    for (const [key, below] of Object.entries(pattern)) {
      const node = kids.find((kid) => kid.key === key);
      if (node === undefined) continue;
      const given = typeof below === "object" && below !== null && Object.keys(below).length > 0;
      const filled = given && (node.kids ?? []).length > 0;
      const emptied =
        filled && this.delete(below, prune, node.kids ?? []) && prune && node.kids?.length === 0;
      if (filled && !emptied) continue;
      kids.splice(kids.indexOf(node), 1);
      lost = true;
    }
    return lost;
  }

  shown(nodes = this.nodes, below: Path = []): unknown[] {
    return nodes.map(({ key, cells, kids }) => {
      const path = [...below, key];
      return {
        key,
        cells,
        kids: kids === null ? null : this.shown(kids, path),
        open: !this.closed.has(name(path)),
      };
    });
  }
}

// ---- Random operations

const key = fc.constantFrom("a", "b", "c", "2", "1", "row1");
const path = fc.array(key, { minLength: 0, maxLength: 3 });
const cell = fc.constantFrom<unknown>("x", "", 0, 7, true, null);
const row = fc.dictionary(fc.constantFrom("p", "q", "r"), cell, { maxKeys: 3 });
const { tree } = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    row,
    fc.constant({}),
    fc.constant(null),
    fc.dictionary(key, tie("node"), { maxKeys: 3 }),
    fc
      .tuple(row, fc.dictionary(key, tie("node"), { maxKeys: 3 }))
      .map(([own, kids]) => ({ __values__: own, ...kids })),
  ),
  tree: fc.dictionary(key, tie("node"), { maxKeys: 4 }),
}));

const operation = fc.oneof(
  fc.record({ op: fc.constant("set"), tree }),
  fc.record({ op: fc.constant("update"), tree }),
  fc.record({ op: fc.constant("tweak"), path, row, at: fc.nat(9) }),
  fc.record({ op: fc.constant("add"), tree, path: fc.option(path), before: fc.option(key) }),
  fc.record({ op: fc.constant("item"), path: fc.option(path), key, tree }),
  fc.record({ op: fc.constant("remove"), path }),
  fc.record({ op: fc.constant("delete"), tree, prune: fc.boolean() }),
  fc.record({
    op: fc.constant("cell"),
    path,
    column: fc.constantFrom("p", "q", "r"),
    value: cell,
    user: fc.boolean(),
  }),
  fc.record({ op: fc.constant("flat"), rows: fc.array(row, { maxLength: 4 }) }),
  fc.record({ op: fc.constant("flatUpdate"), rows: fc.array(row, { maxLength: 5 }) }),
  fc.record({ op: fc.constant("insert"), row, before: fc.option(key) }),
  fc.record({
    op: fc.constant("select"),
    paths: fc.array(path, { maxLength: 3 }),
    on: fc.boolean(),
    user: fc.boolean(),
  }),
  fc.record({ op: fc.constant("open"), path, on: fc.boolean(), user: fc.boolean() }),
  fc.record({ op: fc.constant("openAll"), on: fc.boolean() }),
  fc.record({ op: fc.constant("red"), path, on: fc.boolean() }),
  fc.record({ op: fc.constant("clear") }),
  fc.record({ op: fc.constant("turn") }),
  fc.record({ op: fc.constant("join") }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T & Record<string, never> : never;

it(`is what plain code makes of the same operations, and the same in every browser (${runs} runs)`, () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 25, size: "max" }), (operations) => {
      const { W, open, turn, host } = stage();
      // What is left of the selection is told when these operations, and no others, took selected rows away.
      const told: string[][] = [];
      const due: string[][] = [];
      const pages = [open()];
      const user = open();
      const view = W.TreeView({ columns: columns.map((each) => ({ key: each })) });
      const is = new Reference();
      view.on("selected", (items) => told.push(items.map((each) => name(each.path))));
      turn();
      const byUser = (action: string, ...args: unknown[]) => {
        turn();
        user.fire(view.wid, action, ...args);
      };

      const apply = (each: Operation) => {
        const { op, tree, path, row, rows, on, prune, before, column, value } = each as unknown as {
          op: string;
          tree: TreeData;
          path: string[];
          row: Record<string, never>;
          rows: Record<string, never>[];
          on: boolean;
          prune: boolean;
          before: string | null;
          column: string;
          value: never;
        };
        const node = path === undefined || path === null ? undefined : is.at(path);
        const own = each as unknown as { user?: boolean; paths: string[][]; key: string; at: number };
        switch (op) {
          case "set":
            view.setTree(tree);
            return is.load(nodesOf(tree));
          case "update":
            view.updateTree(tree);
            is.nodes = nodesOf(tree);
            return is.prune();
          case "tweak": {
            // A small change of what is there, so that it is told piece by piece.
            const next = structuredClone(view.getSubtree("all"));
            const places = Object.keys(next);
            const place = places[own.at % Math.max(1, places.length)];
            if (place !== undefined && next[place] !== null && own.at % 2 === 0) delete next[place];
            else if (place !== undefined && isNode(next[place])) {
              next[place] = {
                __values__: row,
                ...(is.at([place])?.kids === null ? {} : withoutCells(next[place])),
              };
            }
            view.updateTree(next);
            is.nodes = nodesOf(next);
            return is.prune();
          }
          case "add":
            view.addTree(tree, path, before);
            return is.add(nodesOf(tree), path, before);
          case "item":
            view.addItem(path, own.key, tree);
            return is.add([nodeOf(own.key, tree)], path, null);
          case "remove":
            view.removeItem(path);
            return node === undefined ? undefined : is.remove(path);
          case "delete":
            view.deleteTree(tree as never, prune);
            is.delete(tree, prune);
            return is.prune();
          case "cell": {
            if (own.user === true) byUser("cell_edited", path, column, "", value);
            else view.setCell(path, column, value);
            const unseen = own.user === true && !columns.includes(column);
            if (node === undefined || unseen) return undefined;
            node.cells = { ...node.cells, [column]: value };
            return undefined;
          }
          case "flat":
            view.setData(rows);
            return is.load(
              rows.map((each, i) => ({ key: `row${i}`, cells: each, kids: null })),
              rows.length,
            );
          case "flatUpdate":
            view.updateData(rows);
            return is.update(rows);
          case "insert": {
            const [made] = view.insertRow(row, null, before);
            const key = is.newKey(is.nodes);
            expect(made).toBe(key);
            return is.add([{ key, cells: row, kids: null }], null, before);
          }
          case "select": {
            const known = own.paths.filter((each) => is.at(each) !== undefined).map(name);
            const unique = [...new Set(known)];
            if (own.user === true) {
              byUser(
                "selected",
                own.paths.map((each) => ({ path: each, values: null })),
              );
              is.selected = unique;
            } else {
              view.selectPaths(own.paths, on);
              is.selected = on
                ? [...is.selected, ...unique.filter((each) => !is.selected.includes(each))]
                : is.selected.filter((each) => !unique.includes(each));
            }
            return undefined;
          }
          case "open":
            if (own.user === true) byUser(on ? "expanded" : "collapsed", null, path);
            else if (on) view.expandItem(path);
            else view.collapseItem(path);
            if (node !== undefined) on ? is.closed.delete(name(path)) : is.closed.add(name(path));
            return undefined;
          case "openAll":
            if (on) view.expandAll();
            else view.collapseAll();
            for (const each of is.paths()) {
              if (on) is.closed.delete(name(each));
              else if ((is.at(each)?.kids ?? []).length > 0) is.closed.add(name(each));
            }
            return undefined;
          case "red":
            view.setRowColor(path, on ? "red" : null);
            if (node !== undefined) on ? is.reds.add(name(path)) : is.reds.delete(name(path));
            return undefined;
          case "clear":
            view.clear();
            return is.load([]);
          case "turn":
            return turn();
          default:
            pages.push(open());
            return undefined;
        }
      };
      for (const each of operations) {
        const before = is.selected.length;
        apply(each as Operation);
        const { op, user, paths } = each as unknown as { op: string; user?: boolean; paths: string[][] };
        const tells = ["update", "tweak", "add", "delete", "flatUpdate"].includes(op);
        if (tells && is.selected.length < before) due.push([...is.selected]);
        else if (op === "select" && user === true) due.push(paths.map(name));
      }

      turn();
      const fresh = open();
      expect(told).toEqual(due);
      for (const page of pages) expect(page.snapshot()).toEqual(fresh.snapshot());
      expect(host.log.filter(({ level }) => level === "error")).toEqual([]);
      const page = treeShown(fresh);
      expect(page.rows).toEqual(is.shown());
      expect(page.selected).toEqual(is.selected);
      expect(page.colors.map(([layer]) => layer.replace("row ", "")).sort()).toEqual([...is.reds].sort());
      expect(view.getSelected().map((each) => name(each.path))).toEqual(is.selected);
      expect(view.getRowCount()).toBe(is.nodes.length);
      const folders = is.paths().filter((each) => (is.at(each)?.kids ?? []).length > 0);
      expect(view.getCollapsed()).toEqual(folders.filter((each) => is.closed.has(name(each))));
      expect(view.getExpanded()).toEqual(folders.filter((each) => !is.closed.has(name(each))));
      const again = stage().W.TreeView({ columns: ["p"] });
      again.setTree(view.getSubtree("all"));
      expect(again.getSubtree("all")).toEqual(view.getSubtree("all"));
    }),
    { numRuns: runs, ...seed },
  );
}, 120_000);

/** The children of a node in the form in which it is given. */
function withoutCells(node: Record<string, TreeNode>): Record<string, TreeNode> {
  const apart = "__values__" in node;
  return Object.fromEntries(
    Object.entries(node).filter(([key, each]) => key !== "__values__" && (apart || isNode(each))),
  );
}
