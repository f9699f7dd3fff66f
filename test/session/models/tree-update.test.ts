import { describe, expect, it } from "vitest";
import type { FlatRow, TreeData } from "../../../generated/types.js";
import type { Mirror } from "../../../runtime/testing/mirror.js";
import { treeShown } from "../../../runtime/testing/models/tree.js";
import { stage } from "../../support/session.js";

const columns = [
  { label: "Name", key: "name" },
  { label: "Size", key: "size", type: "integer" as const },
];

function tree(data: TreeData) {
  const all = stage();
  const page = all.open();
  const view = all.W.TreeView({ columns, selectionMode: "multiple" });
  view.setTree(data);
  all.turn();
  page.messages.length = 0;
  return { ...all, page, view };
}

function table(rows: FlatRow[]) {
  const all = stage();
  const page = all.open();
  const view = all.W.TableView({ columns });
  view.setData(rows);
  all.turn();
  page.messages.length = 0;
  return { ...all, page, view };
}

function settled({ open, turn }: ReturnType<typeof stage>, page: Mirror): void {
  turn();
  expect(open().snapshot()).toEqual(page.snapshot());
}

/** What was sent, and forgets it. */
function calls({ messages }: Mirror): unknown[] {
  const sent = messages.map(({ method, args }) => [method, args]);
  messages.length = 0;
  return sent;
}

const folder = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, { name: `file ${i}`, size: i }]));

describe("updateTree", () => {
  it("sends nothing when nothing differs, and one set_tree the first time", () => {
    const all = tree({});
    all.page.messages.length = 0;
    all.view.updateTree({ a: { x: { size: 1 } } });
    settled(all, all.page);
    expect(calls(all.page)).toEqual([["set_tree", [{ a: { x: { size: 1 } } }]]]);
    all.view.updateTree({ a: { x: { size: 1 } } });
    all.turn();
    expect(calls(all.page)).toEqual([]);
    all.view.updateTree({ a: { x: { size: 1, name: null } } });
    settled(all, all.page);
    expect(calls(all.page)).toEqual([["set_cell", [["a", "x"], "name", null]]]);
    all.view.updateTree({ a: { x: { size: 1, name: null } } });
    all.turn();
    expect(calls(all.page)).toEqual([]);
  });

  it("sends removals, additions at their place, and cells, in this order", () => {
    const all = tree({ a: { ...folder(8), old: { size: 1 } }, gone: {} });
    const next = { f0: { name: "file 0", size: 0 }, new1: { size: 5 }, new2: {}, ...folder(8), last: null };
    all.view.updateTree({ first: { size: 0 }, a: { __values__: { name: "A" }, ...next, f3: { size: 33 } } });
    settled(all, all.page);
    expect(calls(all.page)).toEqual([
      ["remove_items", [[["gone"], ["a", "old"]]]],
      ["add_tree", [{ first: { size: 0 } }, null, "a"]],
      ["add_tree", [{ new1: { size: 5 }, new2: {} }, ["a"], "f1"]],
      ["add_tree", [{ last: null }, ["a"], null]],
      ["set_cell", [["a", "f3"], "size", 33]],
      ["set_cell", [["a", "f3"], "name"]],
      ["set_cell", [["a"], "name", "A"]],
    ]);
    expect(all.view.getSubtree("all")).toEqual({
      first: { size: 0 },
      a: { __values__: { name: "A" }, ...next, f3: { size: 33 } },
    });
  });

  it("takes cells that are not mentioned away", () => {
    const all = tree(folder(3));
    all.view.updateTree({ ...folder(3), f1: { name: "file 1" } });
    settled(all, all.page);
    expect(calls(all.page)).toEqual([["set_cell", [["f1"], "size"]]]);
    expect(treeShown(all.page).rows[1]?.cells).toEqual({ name: "file 1" });
    all.view.updateTree({ ...folder(3), f1: null });
    settled(all, all.page);
    expect(all.view.getSubtree(["f1"])).toEqual({ f1: null });
  });

  it("sends everything in one call when that is less, in another order, and where shapes change", () => {
    const all = tree({ a: { x: { size: 1 } }, b: { name: "leaf" }, c: {} });
    const update = (data: TreeData) => {
      all.view.updateTree(data);
      settled(all, all.page);
      expect(calls(all.page)).toEqual([["update_tree", [data]]]);
      expect(Object.entries(all.view.getSubtree("all"))).toEqual(Object.entries(data));
    };
    update({ c: {}, b: { name: "leaf" }, a: { x: { size: 1 } } });
    update({ c: {}, b: {}, a: { x: { size: 1 } } });
    update({ c: null, b: {}, a: { x: { size: 1 } } });
    update({ c: null, b: {}, a: { size: 1 } });
    update({
      c: { size: 1, name: "1" },
      b: { __values__: { size: 2, name: "2" } },
      a: { size: 3, name: "3" },
    });
    update({});
  });

  it("keeps what belongs to the rows that stay, however it is sent", () => {
    for (const order of [
      ["a", "b"],
      ["b", "a"],
    ]) {
      const all = tree({ a: { x: { size: 1 }, y: { size: 2 } }, b: { z: { size: 3 } }, ...folder(9) });
      all.view.setSelected([["a", "y"], ["a", "x"], ["b"]]);
      all.view.selectCell(["a", "x"], "size");
      all.view.setRowColor(["a", "x"], "red");
      all.view.setCellColor(["a", "y"], "size", null, "blue");
      all.view.collapseItem(["a"]);
      all.view.sortByColumn("size", false);
      const parts: TreeData = { a: { x: { size: 7 } }, b: { z: { size: 3 }, n: { size: 4 } } };
      all.view.updateTree({
        ...Object.fromEntries(order.map((key) => [key, parts[key] ?? null])),
        ...folder(9),
      });
      settled(all, all.page);
      expect(all.view.getSelected()).toEqual([
        { path: ["a", "x"], values: { size: 7 } },
        { path: ["b"], values: null },
      ]);
      expect(all.view.getCollapsed()).toEqual([["a"]]);
      // A row that comes back is a new one.
      all.view.addTree({ y: { size: 2 } }, ["a"]);
      settled(all, all.page);
      expect(treeShown(all.page)).toMatchObject({
        colors: [['row ["a","x"]', ["red", null, null]]],
        cells: ['[["a","x"],"size"]'],
      });
    }
  });

  it("changes nothing when the tree is wrong", () => {
    const all = tree({ a: { size: 1 } });
    expect(() => all.view.updateTree({ a: { size: 2 }, b: { __values__: "no" } })).toThrow(
      "tree.b.__values__",
    );
    expect(all.view.getSubtree("all")).toEqual({ a: { size: 1 } });
  });

  it("sends in proportion to what changed", () => {
    const all = tree({ big: folder(5000) });
    all.view.updateTree({ big: { ...folder(5000), f77: { name: "file 77", size: -1 } } });
    all.turn();
    expect(calls(all.page)).toEqual([["set_cell", [["big", "f77"], "size", -1]]]);
  });
});

describe("flat rows", () => {
  it("are taken by key, in column order, or as one value; rows have keys that last", () => {
    const all = table([{ name: "a", extra: 1 }, ["b", 2, "surplus"], "c", 4, null, [null, 5]]);
    expect(all.view.getSubtree("all")).toEqual({
      row0: { name: "a", extra: 1 },
      row1: { name: "b", size: 2 },
      row2: { name: "c" },
      row3: { name: 4 },
      row4: null,
      row5: { name: null, size: 5 },
    });
    expect(all.view.getRowCount()).toBe(6);
    settled(all, all.page);
    expect(all.view.insertRow(1, ["new", 0])).toEqual(["row6"]);
    expect(all.view.insertRow(-3, ["end"])).toEqual(["row7"]);
    expect(all.view.insertRow(99, ["end"])).toEqual(["row8"]);
    all.view.deleteRow(0);
    all.view.deleteRow(99);
    expect(all.view.appendRow({ name: "z" })).toEqual(["row9"]);
    expect(Object.keys(all.view.getSubtree("all"))).toEqual([
      "row6",
      "row1",
      "row2",
      "row3",
      "row4",
      "row5",
      "row7",
      "row8",
      "row9",
    ]);
    settled(all, all.page);
    all.view.setRows([["x"]]);
    expect(all.view.appendRow(["y"])).toEqual(["row1"]);
    settled(all, all.page);
  });

  it("are written by place in their own order, whatever the sorting, or by path", () => {
    const all = table([
      ["b", 2],
      ["a", 1],
    ]);
    all.view.sortByColumn("size");
    all.view.setCell(0, "name", "B");
    all.view.setCell(["row1"], 0, "A");
    all.view.setCell(7, "name", "none");
    all.view.setCell(["row9"], "name", "none");
    expect(all.view.getSubtree("all")).toEqual({
      row0: { name: "B", size: 2 },
      row1: { name: "A", size: 1 },
    });
    all.view.deleteRow(0);
    expect(all.view.getSubtree("all")).toEqual({ row1: { name: "A", size: 1 } });
    settled(all, all.page);
  });

  it("are updated by place: rows keep key, selection and colours, also after single rows came and went", () => {
    const all = table([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
    all.view.deleteRow(0);
    all.view.insertRow(1, ["n", 9]);
    all.view.setSelected([["row3"], ["row2"]]);
    all.view.setRowColor(["row3"], "red");
    all.turn();
    calls(all.page);
    all.view.updateRows([
      ["b", 2],
      ["n", 10],
      ["c", 3],
      ["d", 4],
    ]);
    settled(all, all.page);
    expect(calls(all.page)).toEqual([
      ["add_tree", [{ row4: { name: "d", size: 4 } }, null, null]],
      ["set_cell", [["row3"], "size", 10]],
    ]);
    expect(all.view.getSelected().map(({ path }) => path)).toEqual([["row3"], ["row2"]]);
    all.view.updateData([["b", 2]]);
    settled(all, all.page);
    expect(all.view.getSubtree("all")).toEqual({ row1: { name: "b", size: 2 } });
    expect(all.view.getSelected()).toEqual([]);
    all.view.updateData([["b", 2]]);
    all.turn();
    calls(all.page);
    all.view.updateData([]);
    all.view.updateData([["q", 1]]);
    settled(all, all.page);
    expect(all.view.getSubtree("all")).toEqual({ row5: { name: "q", size: 1 } });
  });

  it("name the row that is wrong, and use no keys up for it", () => {
    const all = stage();
    const view = all.W.TableView();
    expect(() => view.updateRows([{ a: 1 }, ["x"]])).toThrow(
      "TableView#1.updateRows: rows[1]: there are no columns yet",
    );
    view.updateRows([{ a: 1 }]);
    expect(view.getSubtree("all")).toEqual({ row0: { a: 1 } });
  });

  it("fit into a tree as well, and take the place of one", () => {
    const all = tree({ a: { b: { size: 1 } } });
    all.view.setData([["x", 1]]);
    all.view.insertRow(["y", 2], "mine", "row0");
    expect(all.view.getSubtree("all")).toEqual({
      mine: { name: "y", size: 2 },
      row0: { name: "x", size: 1 },
    });
    settled(all, all.page);
    all.view.setTree({ a: { b: { size: 1 } } });
    all.view.updateData([["z", 3]]);
    expect(all.view.getSubtree("all")).toEqual({ a: { name: "z", size: 3 } });
    settled(all, all.page);
  });
});
