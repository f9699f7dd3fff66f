import { describe, expect, it } from "vitest";
import type { TreeData } from "../../../generated/types.js";
import type { Mirror } from "../../../runtime/testing/mirror.js";
import { treeShown } from "../../../runtime/testing/models/tree.js";
import { stage } from "../../support/session.js";

const columns = [{ key: "name" }, { key: "size", type: "integer" as const }];
const data: TreeData = { a: { b: { size: 2 }, c: { size: 1 } }, d: { name: "D", tags: ["t"] }, e: null };

function scene() {
  const all = stage();
  const page = all.open();
  const view = all.W.TreeView({ columns });
  view.setTree(data);
  all.turn();
  page.messages.length = 0;
  return { ...all, page, view };
}

function settled({ open, turn }: ReturnType<typeof stage>, page: Mirror): void {
  turn();
  expect(open().snapshot()).toEqual(page.snapshot());
}

const calls = (page: Mirror) => page.messages.map(({ method, args }) => [method, args]);

describe("selected rows", () => {
  it("are given as one path or several, whatever the mode, in the order in which they were selected", () => {
    const all = scene();
    const { view } = all;
    let fired = 0;
    view.on("selected", () => fired++);
    const paths = () => view.getSelected().map(({ path }) => path);
    view.setSelected(["a", "b"]);
    expect(view.getSelected()).toEqual([{ path: ["a", "b"], values: { size: 2 } }]);
    view.setSelected([["e"], ["no"], ["d"], ["e"], []]);
    expect(view.getSelected()).toEqual([
      { path: ["e"], values: null },
      { path: ["d"], values: { name: "D", tags: ["t"] } },
    ]);
    view.selectPath(["a"]);
    view.selectPath(["no"]);
    view.selectPaths([["d"], ["a", "c"]]);
    expect(paths()).toEqual([["e"], ["d"], ["a"], ["a", "c"]]);
    settled(all, all.page);
    view.selectPath(["e"], false);
    view.selectPaths([["a"], ["a", "b"]], false);
    expect(paths()).toEqual([["d"], ["a", "c"]]);
    settled(all, all.page);
    view.selectAll();
    expect(paths()).toEqual([["a"], ["a", "b"], ["a", "c"], ["d"], ["e"]]);
    settled(all, all.page);
    view.selectAll(false);
    expect(paths()).toEqual([]);
    view.setSelected(["d"]);
    view.clearSelection();
    view.setSelected(["d"]);
    view.setSelected(null);
    expect(paths()).toEqual([]);
    settled(all, all.page);
    expect(fired).toBe(0);
  });

  it("are told to the program when an update, a merge or a deletion by pattern takes some away, and by nothing else", () => {
    const all = scene();
    const { view } = all;
    const told: unknown[] = [];
    view.on("selected", (items) => told.push(items));
    view.on("changed", () => told.push("changed"));
    const after = (change: () => void): unknown[] => {
      told.length = 0;
      view.setTree(data);
      view.setSelected([["a", "b"], ["d"], ["e"]]);
      change();
      settled(all, all.page);
      return [...told];
    };
    const d = { path: ["d"], values: { name: "D", tags: ["t"] } };
    const e = { path: ["e"], values: null };
    expect(after(() => view.updateTree({ ...data, a: { c: { size: 1 } } }))).toEqual([[d, e]]);
    expect(after(() => view.updateTree({ e: null, d: { z: {} } }))).toEqual([
      [{ path: ["d"], values: null }, e],
    ]);
    expect(after(() => view.updateTree({ ...data, new: {} }))).toEqual([]);
    expect(after(() => view.updateData([{}]))).toEqual([[]]);
    expect(after(() => view.addTree({ a: { other: {} }, more: {} }))).toEqual([[d, e]]);
    expect(after(() => view.addTree({ a: { b: {} }, d: {} }))).toEqual([]);
    expect(after(() => view.deleteTree({ a: {}, d: {} }))).toEqual([[e], "changed"]);
    expect(after(() => view.deleteTree({ a: { c: {} } }))).toEqual(["changed"]);
    expect(after(() => view.setTree({}))).toEqual([]);
    expect(after(() => view.setData([]))).toEqual([]);
    expect(after(() => view.clear())).toEqual([]);
    expect(after(() => view.removeItem(["a"]))).toEqual([]);
    expect(after(() => view.removeItems([["d"], ["e"]]))).toEqual([]);
    expect(after(() => view.addItem(null, "a", { other: {} }))).toEqual([]);
  });

  it("are told only when they change", () => {
    const all = scene();
    const { view } = all;
    view.setSelected([["a"], ["d"]]);
    view.setSelected([["a"], ["d"]]);
    view.selectPath(["a"], true);
    view.selectPaths([["no"], ["e"]], false);
    view.setSelected([["d"], ["a"]]);
    view.selectPaths([["d"], ["e"], ["e"]], true);
    view.selectAll(true);
    view.clearSelection();
    view.clearSelection();
    view.selectAll(false);
    all.turn();
    expect(calls(all.page)).toEqual([
      ["set_selected", [[["a"], ["d"]]]],
      ["set_selected", [[["d"], ["a"]]]],
      ["select_paths", [[["e"]], true]],
      ["select_all", [true]],
      ["set_selected", [[]]],
    ]);
  });

  it.each<[string, (view: ReturnType<typeof scene>["view"]) => void]>([
    ["another tree", (view) => view.setTree(data)],
    ["flat rows", (view) => view.setData([{ name: "x" }])],
    ["nothing", (view) => view.clear()],
    ["their removal", (view) => view.removeItems([["a"], ["d"]])],
    ["deletion", (view) => view.deleteTree({ a: {}, d: {} })],
    ["an update without them", (view) => view.updateTree({ e: null })],
    ["a replacement without them", (view) => view.addTree({ a: {} })],
  ])("go with %s, and do not come back", (_, change) => {
    const all = scene();
    all.view.setSelected([["a", "b"]]);
    all.view.selectCell(["a", "b"], "size");
    all.view.setCellColor(["a", "b"], "size", "red");
    all.view.setRowColor(["a", "b"], "red");
    change(all.view);
    expect(all.view.getSelected()).toEqual([]);
    settled(all, all.page);
    all.view.setTree({});
    all.view.addTree(data);
    expect(all.view.getSelected()).toEqual([]);
    settled(all, all.page);
    expect(treeShown(all.page)).toMatchObject({ selected: [], cells: [], colors: [] });
  });
});

describe("selected cells", () => {
  it("are given row by row as shown, then column by column, without those below a closed row", () => {
    const all = scene();
    const { view } = all;
    view.selectCells([
      { path: ["d"], colKey: "size" },
      { path: ["a", "b"], colKey: "size" },
      { path: ["a", "c"], colKey: "size" },
      { path: ["no"], colKey: "size" },
      { path: ["d"], colKey: "no" },
    ]);
    view.selectCell(["d"], 0);
    view.selectCell(["d"], 9);
    expect(view.getSelectedCells()).toEqual([
      { path: ["a", "b"], colKey: "size", value: 2 },
      { path: ["a", "c"], colKey: "size", value: 1 },
      { path: ["d"], colKey: "name", value: "D" },
      { path: ["d"], colKey: "size", value: "" },
    ]);
    settled(all, all.page);
    view.sortByColumn("size");
    expect(view.getSelectedCells().map(({ path }) => path.at(-1))).toEqual(["c", "b", "d", "d"]);
    view.collapseItem(["a"]);
    expect(view.getSelectedCells().map(({ path }) => path.at(-1))).toEqual(["d", "d"]);
    view.expandItem(["a"]);
    view.selectCell(["a", "b"], "size", false);
    view.selectCells([{ path: ["d"], colKey: "name" }], false);
    expect(view.getSelectedCells().map(({ path }) => path.at(-1))).toEqual(["c", "d"]);
    settled(all, all.page);
    view.clearCellSelection();
    expect(view.getSelectedCells()).toEqual([]);
    settled(all, all.page);
  });

  it("are told only when they change", () => {
    const all = scene();
    all.view.clearCellSelection();
    all.view.selectCell(["d"], "size");
    all.view.selectCell(["d"], "size");
    all.view.selectCell(["e"], "size", false);
    all.turn();
    expect(calls(all.page)).toEqual([["select_cells", [[{ path: ["d"], col_key: "size" }], true]]]);
  });

  it("do not hand out what the model keeps", () => {
    const { view } = scene();
    view.setSelected(["d"]);
    const [row] = view.getSelected() as unknown as [{ values: { tags: string[] } }];
    row.values.tags.push("u");
    expect(view.getSelected()[0]?.values).toEqual({ name: "D", tags: ["t"] });
  });
});

describe("colours", () => {
  const colors = (page: Mirror) => treeShown(page).colors;

  it("lie on four layers; an entry is replaced as a whole, and without a channel it is none", () => {
    const all = scene();
    const { view } = all;
    view.setCellColor(["a", "b"], "size", "red", null, true);
    view.setCellColor(["a", "b"], 1, null, "blue");
    view.setRowColor(["a"], "green");
    view.setColumnColor(0, null, null, false);
    view.setTableColor("black", "white");
    settled(all, all.page);
    expect(colors(all.page)).toEqual([
      ['cell ["a","b"],"size"', [null, "blue", null]],
      ['column "name"', [null, null, false]],
      ['row ["a"]', ["green", null, null]],
      ["table 0", ["black", "white", null]],
    ]);
    view.setRowColor(["a"]);
    view.clearCellColor(["a", "b"], "size");
    view.setTableColor();
    settled(all, all.page);
    expect(colors(all.page)).toEqual([['column "name"', [null, null, false]]]);
    view.clearColumnColor("name");
    view.clearRowColor(["a"]);
    settled(all, all.page);
    expect(colors(all.page)).toEqual([]);
  });

  it("for what is not there do nothing, then and later", () => {
    const all = scene();
    const { view } = all;
    view.setCellColor(["no"], "size", "red");
    view.setCellColor(["d"], "no", "red");
    view.setRowColor(["no"], "red");
    view.setColumnColor("no", "red");
    view.setColors({ cells: [{ path: ["no"], colKey: "size", fg: "red" }], rows: [{ path: [], fg: "red" }] });
    view.clearRowColor(["no"]);
    all.turn();
    expect(all.page.messages).toEqual([]);
    view.addItem(null, "no", { size: 1 });
    view.appendColumn({ key: "no" });
    settled(all, all.page);
    expect(colors(all.page)).toEqual([]);
  });

  it("come in batches as well: first clear, then each entry, and the table only when it is named", () => {
    const all = scene();
    const { view } = all;
    view.setTableColor("gray");
    view.setRowColor(["d"], "red");
    view.setColors({
      cells: [
        { path: ["a", "b"], colKey: "size", fg: "red" },
        { path: ["no"], colKey: "size", fg: "red" },
      ],
      rows: [{ path: ["d"] }, { path: ["e"], bold: true }],
      columns: [{ colKey: "name", bg: "yellow" }],
    });
    settled(all, all.page);
    expect(colors(all.page)).toEqual([
      ['cell ["a","b"],"size"', ["red", null, null]],
      ['column "name"', [null, "yellow", null]],
      ['row ["e"]', [null, null, true]],
      ["table 0", ["gray", null, null]],
    ]);
    view.setColors({ table: null });
    view.setColors({ clear: true, rows: [{ path: ["d"], fg: "blue" }], table: { bold: true } });
    settled(all, all.page);
    expect(colors(all.page)).toEqual([
      ['row ["d"]', ["blue", null, null]],
      ["table 0", [null, null, true]],
    ]);
    view.setColors({});
    view.clearAllColors();
    settled(all, all.page);
    expect(colors(all.page)).toEqual([]);
  });

  it.each([
    [0, 0],
    [1, 1],
    [500, 1],
    [501, 2],
    [1010, 3],
  ])("of %i cells are restored by %i messages", (count, messages) => {
    const all = stage();
    const view = all.W.TableView({ columns });
    view.setData(Array.from({ length: 1010 }, (_, i) => ({ size: i })));
    for (let i = 0; i < count; i++) view.setCellColor([`row${i}`], "size", "red");
    const page = all.open();
    expect(page.messages.filter(({ method }) => method === "set_colors")).toHaveLength(messages);
    expect(colors(page)).toHaveLength(count);
  });
});
