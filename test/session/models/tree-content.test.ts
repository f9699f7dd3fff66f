import { describe, expect, it } from "vitest";
import type { TreeView } from "../../../generated/sync/TreeView.js";
import type { TreeData } from "../../../generated/types.js";
import type { Mirror } from "../../../runtime/testing/mirror.js";
import { treeShown } from "../../../runtime/testing/models/tree.js";
import { stage } from "../../support/session.js";

const columns = [
  { label: "Name", key: "name" },
  { label: "Size", key: "size", type: "integer" as const },
];

function scene(tree?: TreeData) {
  const all = stage();
  const page = all.open();
  const view = all.W.TreeView({ columns });
  if (tree !== undefined) view.setTree(tree);
  all.turn();
  page.messages.length = 0;
  return { ...all, page, view };
}

/** Ends the turn; a browser that joins now must show what the others show. */
function settled({ open, turn }: ReturnType<typeof stage>, page: Mirror): void {
  turn();
  expect(open().snapshot()).toEqual(page.snapshot());
}

const calls = (page: Mirror) => page.messages.map(({ method, args }) => [method, args]);
const data = (view: TreeView) => view.getSubtree("all");

describe("a tree", () => {
  it("is read as folders, leaves, own cells and bare values, and given back so that it reads the same", () => {
    const all = scene();
    all.view.setTree({
      docs: { "a.txt": { name: "A", size: 1 }, "b.txt": { size: 2 }, empty: {} },
      pics: { __values__: { name: "Pictures", size: null }, "x.png": null, "y.png": "Y" },
      leaf: { name: "L", tags: ["p", "q"] },
      bare: 5,
      nothing: null,
      held: { __values__: { size: 3 } },
      quiet: { name: null },
    });
    const expected = {
      docs: { "a.txt": { name: "A", size: 1 }, "b.txt": { size: 2 }, empty: {} },
      pics: { __values__: { name: "Pictures", size: null }, "x.png": null, "y.png": { name: "Y" } },
      leaf: { name: "L", tags: ["p", "q"] },
      bare: { name: 5 },
      nothing: null,
      held: { __values__: { size: 3 } },
      quiet: { name: null },
    };
    expect(data(all.view)).toEqual(expected);
    settled(all, all.page);
    all.view.setTree(data(all.view));
    expect(data(all.view)).toEqual(expected);
    settled(all, all.page);
    expect(all.view.getRowCount()).toBe(7);
  });

  it("is copied, on the way in and on the way out", () => {
    const given = { a: { b: { name: "B", tags: ["x"] } } };
    const { view } = scene(given);
    given.a.b.name = "changed";
    given.a.b.tags.push("y");
    const got = data(view) as typeof given;
    expect(got).toEqual({ a: { b: { name: "B", tags: ["x"] } } });
    got.a.b.tags.push("z");
    expect(data(view)).toEqual({ a: { b: { name: "B", tags: ["x"] } } });
  });

  it("gives way to null, which is none", () => {
    const all = scene({ a: {} });
    all.view.setTree(null);
    expect(data(all.view)).toEqual({});
    settled(all, all.page);
  });

  it.each([
    [
      "setTree",
      [{ a: { __values__: 5 } }],
      "TreeView#1.setTree: tree.a.__values__: expected an object with cells, or null.",
    ],
    [
      "setTree",
      [{ a: { __values__: { x: {} } } }],
      "TreeView#1.setTree: tree.a.__values__.x: expected a cell, found a node.",
    ],
    [
      "setTree",
      [{ __values__: {} }],
      'TreeView#1.setTree: tree.__values__: "__values__" cannot be a key; choose another.',
    ],
    [
      "addItem",
      [null, "__values__"],
      'TreeView#1.addItem: key: "__values__" cannot be a key; choose another.',
    ],
    [
      "addItem",
      [null, "k", { __wid__: {} }],
      'TreeView#1.addItem: values.__wid__: "__wid__" cannot be a key; choose another.',
    ],
    [
      "insertRow",
      [{ name: 1 }, "old"],
      'TreeView#1.insertRow: key: there is a row "old" already; choose another key, or null for one that is made.',
    ],
    [
      "setCell",
      [["old"], "__proto__", 1],
      'TreeView#1.setCell: colKey: "__proto__" cannot be a key; choose another.',
    ],
    ["getSubtree", [["no", "where"]], 'TreeView#1.getSubtree: status: there is no row ["no","where"].'],
  ])("refuses what it cannot hold: %s(%j)", (method, args, message) => {
    const all = scene({ old: { name: "o" } });
    const target = all.view as unknown as Record<string, (...args: unknown[]) => unknown>;
    expect(() => target[method]?.(...args)).toThrow(message);
    expect(data(all.view)).toEqual({ old: { name: "o" } });
    all.turn();
    expect(all.page.messages).toEqual([]);
  });

  it("refuses cells in column order as long as there are no columns", () => {
    const all = stage();
    const view = all.W.TreeView();
    expect(() => view.setData([["x"]])).toThrow("TreeView#1.setData: data[0]: there are no columns yet");
    expect(() => view.addItem(null, "k", 5)).toThrow("TreeView#1.addItem: values: there are no columns yet");
    view.setData([{ name: "x" }, null]);
    expect(view.getSubtree("all")).toEqual({ row0: { name: "x" }, row1: null });
  });

  it("keeps the order of keys that an object would list by number", () => {
    const all = scene({ b: { y: {}, "10": {} } });
    all.view.addItem(null, "2", { size: 2 });
    all.view.addItem(null, "a", { x: { n: {}, "3": {} } });
    all.view.addItem(null, "1", { size: 1 });
    all.view.addItem(["b"], "9", { size: 9 });
    all.view.addItem(["b"], "z", null);
    all.view.addItem(["b"], "4", { size: 4 });
    settled(all, all.page);
    all.view.insertRow({ size: 0 }, "0", "2");
    settled(all, all.page);
    const rows = treeShown(all.open()).rows;
    expect(rows.map(({ key }) => key)).toEqual(["b", "0", "2", "a", "1"]);
    // An update of such rows that single calls cannot say is told by everything.
    all.view.collapseItem(["b"]);
    all.view.setSelected([["2"]]);
    all.view.updateData([["p"], ["q"], ["r"], ["s"], ["t"]]);
    expect(all.view.getSelected()).toEqual([{ path: ["2"], values: { name: "r" } }]);
    settled(all, all.page);
  });
});

describe("changing a tree", () => {
  it("adds nodes at the end or in front of one, and replaces those that are there where they stand", () => {
    const all = scene({ a: { x: { size: 1 } }, b: {}, c: {} });
    all.view.addTree({ d: { size: 4 }, b: { __values__: null, y: null } });
    all.view.addTree({ n1: {}, n2: {} }, null, "b");
    all.view.addTree({ z: { size: 9 } }, ["a"], "x");
    all.view.addTree({ end: {} }, null, "no such row");
    all.view.addTree({ top: {} }, []);
    all.view.addTree({ lost: {} }, ["nowhere"]);
    expect(Object.entries(data(all.view))).toEqual(
      Object.entries({
        a: { z: { size: 9 }, x: { size: 1 } },
        n1: {},
        n2: {},
        b: { __values__: {}, y: null },
        c: {},
        d: { size: 4 },
        end: {},
        top: {},
      }),
    );
    settled(all, all.page);
  });

  it("makes a folder of a leaf that gets a child, and shows the child", () => {
    const all = scene({ leaf: { name: "L" } });
    expect(all.view.addItem(["leaf"], "kid", { size: 1 })).toEqual(["leaf", "kid"]);
    expect(data(all.view)).toEqual({ leaf: { __values__: { name: "L" }, kid: { size: 1 } } });
    expect(all.view.getExpanded()).toEqual([["leaf"]]);
    settled(all, all.page);
  });

  it("adds one node and gives its path, an empty folder by default, null under a parent that is not there", () => {
    const all = scene();
    expect(all.view.addItem(null, "a")).toEqual(["a"]);
    expect(all.view.addItem(["a"], "b", { size: 1 })).toEqual(["a", "b"]);
    expect(all.view.addItem(["a"], "bare", "text")).toEqual(["a", "bare"]);
    expect(all.view.addItem(["x"], "b", { size: 1 })).toBeNull();
    expect(data(all.view)).toEqual({ a: { b: { size: 1 }, bare: { name: "text" } } });
    settled(all, all.page);
  });

  it("keeps selection and colours of what is replaced, opens it, and drops what is gone", () => {
    const all = scene({ a: { keep: { k: { size: 1 } }, gone: { size: 2 } } });
    all.view.setSelected([
      ["a", "keep"],
      ["a", "gone"],
    ]);
    all.view.setRowColor(["a", "keep"], "red");
    all.view.setRowColor(["a", "gone"], "blue");
    all.view.collapseItem(["a", "keep"]);
    all.view.collapseItem(["a"]);
    all.view.addItem(null, "a", { keep: { k: { size: 3 } } });
    expect(all.view.getSelected()).toEqual([{ path: ["a", "keep"], values: null }]);
    expect(all.view.getCollapsed()).toEqual([]);
    settled(all, all.page);
    all.view.addItem(["a"], "gone", { size: 2 });
    expect(all.view.getSelected()).toHaveLength(1);
    settled(all, all.page);
  });

  it("removes nodes with all below them; parents that are empty then stay", () => {
    const all = scene({ a: { b: { c: { size: 1 } } }, d: { e: { size: 2 }, f: { size: 3 } } });
    all.view.removeItem(["a", "b", "c"]);
    expect(data(all.view).a).toEqual({ b: {} });
    all.view.removeItems([["d", "e"], ["a"], ["a", "b"], ["nope"], ["d", "e"], []]);
    expect(data(all.view)).toEqual({ d: { f: { size: 3 } } });
    all.view.removeItem(["d", "size"]);
    all.view.removeItem([]);
    all.view.deleteRow("d");
    all.view.deleteRow(["d"]);
    expect(data(all.view)).toEqual({});
    settled(all, all.page);
    expect(calls(all.page)).toEqual([
      ["remove_items", [[["a", "b", "c"]]]],
      ["remove_items", [[["d", "e"], ["a"]]]],
      ["remove_items", [[["d"]]]],
    ]);
  });

  it("deletes by a pattern, prunes what is empty then, and fires changed when something went", () => {
    const tree = {
      a: { b: { c: { size: 1 } }, d: { size: 2 } },
      e: { f: { g: { size: 3 } } },
      leaf: { name: "l" },
    };
    const all = scene(tree);
    let changed = 0;
    all.view.on("changed", () => changed++);
    all.view.deleteTree({ a: { b: { c: {} } }, e: { f: { g: null } } });
    expect(data(all.view)).toEqual({ a: { d: { size: 2 } }, leaf: { name: "l" } });
    all.turn();
    expect(changed).toBe(1);
    all.view.deleteTree({ nope: { a: {} }, a: { none: {} } });
    all.turn();
    expect(changed).toBe(1);
    // Something below a node that has no children means the node.
    all.view.deleteTree({ leaf: { x: {} } });
    expect(data(all.view)).toEqual({ a: { d: { size: 2 } } });
    all.turn();
    expect(changed).toBe(2);
    all.view.setTree({ a: { empty: {}, kept: {} } });
    all.view.deleteTree({ a: { empty: { y: { z: {} } } } });
    expect(data(all.view)).toEqual({ a: { kept: {} } });
    all.view.setTree(tree);
    all.view.deleteTree({ a: { b: { c: true } } }, false);
    expect(data(all.view).a).toEqual({ b: {}, d: { size: 2 } });
    settled(all, all.page);
  });

  it("writes cells, also under keys without a column, and keeps null, which shows nothing in place of the key", () => {
    const all = scene({ a: { name: "A", kid: { size: 1 } }, b: null });
    all.view.setCell(["a"], "size", 7);
    all.view.setCell(["a", "kid"], 1, 2);
    all.view.setCell(["b"], "enabled", false);
    all.view.setCell(["b"], 9, "x");
    all.view.setCell(["nope"], "size", 1);
    all.view.setCell([], "size", 1);
    all.view.setCell(["a"], "size", 7);
    all.view.setCell(["a"], "name", null);
    all.view.setCell(["b"], "name", null);
    expect(data(all.view)).toEqual({
      a: { __values__: { name: null, size: 7 }, kid: { size: 2 } },
      b: { enabled: false, name: null },
    });
    settled(all, all.page);
    expect(calls(all.page)).toEqual([
      ["set_cell", [["a"], "size", 7]],
      ["set_cell", [["a", "kid"], "size", 2]],
      ["set_cell", [["b"], "enabled", false]],
      ["set_cell", [["a"], "name", null]],
      ["set_cell", [["b"], "name", null]],
    ]);
    expect(treeShown(all.page).rows[1]?.cells).toEqual({ enabled: false, name: null });
  });

  it("inserts leaves at the top level, with keys made for them", () => {
    const all = scene({ a: {}, row1: {} });
    expect(all.view.appendRow(["x", 1])).toEqual(["row2"]);
    expect(all.view.insertRow({ size: 2 }, null, "a")).toEqual(["row3"]);
    expect(all.view.insertRow("only", "mine", "row1")).toEqual(["mine"]);
    all.view.deleteRow("row3");
    expect(all.view.appendRow([null, 1, "surplus"])).toEqual(["row4"]);
    expect(Object.keys(data(all.view))).toEqual(["a", "mine", "row1", "row2", "row4"]);
    expect(data(all.view)).toMatchObject({
      row2: { name: "x", size: 1 },
      row4: { name: null, size: 1 },
      mine: { name: "only" },
    });
    settled(all, all.page);
  });

  it("uses no key up for a row that it refuses", () => {
    const view = stage().W.TreeView();
    expect(() => view.appendRow(["x"])).toThrow("there are no columns yet");
    expect(view.appendRow({ a: 1 })).toEqual(["row0"]);
  });

  it("gives parts of the tree: selected, open, closed, one path", () => {
    const { view } = scene({
      a: { __values__: { name: "A" }, b: { c: { size: 1 }, d: { size: 2 } }, e: { size: 3 } },
      f: { __values__: {}, g: null },
    });
    view.setSelected([["a", "b", "d"]]);
    expect(view.getSubtree("selected")).toEqual({ a: { __values__: { name: "A" }, b: { d: { size: 2 } } } });
    view.collapseItem(["a"]);
    expect(view.getSubtree("collapsed")).toEqual({ a: view.getSubtree("all").a });
    view.collapseAll();
    view.expandItem(["a", "b"]);
    expect(view.getSubtree("expanded")).toEqual({
      a: { __values__: { name: "A" }, b: { c: { size: 1 }, d: { size: 2 } } },
    });
    expect(view.getSubtree(["f"])).toEqual({ f: { __values__: {}, g: null } });
    expect(view.getSubtree([])).toEqual(view.getSubtree("all"));
  });

  it("clears rows, selection, sorting and the colours of rows and cells, and keeps the others", () => {
    const all = scene({ a: { size: 1 } });
    all.view.sortByColumn("size");
    all.view.setSelected(["a"]);
    all.view.setRowColor(["a"], "red");
    all.view.setColumnColor("size", "blue");
    all.view.setTableColor(null, "white");
    all.view.clear();
    all.view.addItem(null, "a", { size: 1 });
    settled(all, all.page);
    const shown = treeShown(all.page);
    expect(shown).toMatchObject({
      sort: null,
      selected: [],
      colors: [
        ['column "size"', ["blue", null, null]],
        ["table 0", [null, "white", null]],
      ],
    });
  });
});

describe("without a browser", () => {
  it("works the same, and a browser that comes sees it", () => {
    const all = stage();
    const view = all.W.TreeView({ columns, selectionMode: "multiple" });
    view.setTree({ a: { b: { size: 2 }, c: { size: 1 } } });
    view.sortByColumn("size", false);
    view.selectPath(["a", "c"]);
    view.collapseItem(["a"]);
    const page = all.open();
    expect(treeShown(page)).toMatchObject({
      sort: ["size", false],
      selected: ['["a","c"]'],
      rows: [{ key: "a", open: false }],
    });
  });
});
