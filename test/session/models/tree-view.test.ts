import { describe, expect, it } from "vitest";
import type { TreeData } from "../../../generated/types.js";
import type { Mirror } from "../../../runtime/testing/mirror.js";
import { treeShown } from "../../../runtime/testing/models/tree.js";
import { stage } from "../../support/session.js";

const columns = [
  { label: "Name", key: "name" },
  { label: "Size", key: "size", type: "integer" as const },
  { label: "On", key: "on", type: "boolean" as const },
];

function scene(
  data: TreeData = { a: { b: { c: { size: 1 } }, d: { e: { size: 2 } } }, f: { g: { size: 3 } }, h: {} },
) {
  const all = stage();
  const page = all.open();
  const view = all.W.TreeView({ columns });
  view.setTree(data);
  all.turn();
  page.messages.length = 0;
  return { ...all, page, view };
}

function settled({ open, turn }: ReturnType<typeof stage>, page: Mirror): Mirror {
  turn();
  const fresh = open();
  expect(fresh.snapshot()).toEqual(page.snapshot());
  return fresh;
}

const methods = (page: Mirror) => page.messages.map(({ method }) => method);

describe("openness", () => {
  it("starts open, and is changed row by row or for all, silently", () => {
    const all = scene();
    const { view } = all;
    const fired: string[] = [];
    view.on("expanded", () => fired.push("expanded"));
    view.on("collapsed", () => fired.push("collapsed"));
    expect(view.getExpanded()).toEqual([["a"], ["a", "b"], ["a", "d"], ["f"]]);
    expect(view.getCollapsed()).toEqual([]);
    view.collapseItem(["a"]);
    view.collapseItem(["a"]);
    view.collapseItem(["no"]);
    view.collapseItem([]);
    expect(view.getExpanded()).toEqual([["a", "b"], ["a", "d"], ["f"]]);
    expect(view.getCollapsed()).toEqual([["a"]]);
    settled(all, all.page);
    expect(methods(all.page)).toEqual(["collapse_item"]);
    view.collapseAll();
    expect(view.getExpanded()).toEqual([]);
    view.expandItem(["a", "b"]);
    const fresh = settled(all, all.page);
    const late = methods(fresh).slice(methods(fresh).indexOf("set_tree") + 1);
    expect(late).toEqual(["collapse_all", "expand_item", undefined]);
    view.expandAll();
    view.collapseItem(["f"]);
    settled(all, all.page);
    expect(fired).toEqual([]);
  });

  it("of rows that come later is open, and stays with a row that loses its children", () => {
    const all = scene();
    const { view } = all;
    view.collapseAll();
    view.addTree({ n: { m: { size: 1 } } });
    view.addItem(["h"], "k", { size: 1 });
    expect(view.getExpanded()).toEqual([["h"], ["n"]]);
    settled(all, all.page);
    view.removeItem(["f", "g"]);
    settled(all, all.page);
    view.addItem(["f"], "g", { size: 3 });
    expect(view.getCollapsed()).toContainEqual(["f"]);
    settled(all, all.page);
    view.collapseItem(["f", "g"]);
    view.addItem(["f", "g"], "deep", { size: 3 });
    expect(view.getCollapsed()).toContainEqual(["f", "g"]);
    settled(all, all.page);
  });

  it("of ancestors is open after a row was scrolled to", () => {
    const all = scene();
    all.view.collapseAll();
    all.view.scrollToPath(["a", "b", "c"]);
    expect(all.view.getExpanded()).toEqual([["a"], ["a", "b"]]);
    settled(all, all.page);
    expect(methods(all.page)).toEqual(["collapse_all", "scroll_to_path"]);
    all.view.scrollToPath(["a", "nope"]);
    all.turn();
    expect(methods(all.page)).toEqual(["collapse_all", "scroll_to_path"]);
  });
});

describe("sorting", () => {
  const sizes: TreeData = {
    ten: { k: { size: 1 } },
    two: { __values__: { size: 2 }, k: { size: 1 } },
    text: { __values__: { size: "10 MB" }, k: { size: 1 } },
    none: { __values__: { size: "?" }, k: { size: 1 } },
    nine: { __values__: { size: 9, on: true }, k: { size: 1 } },
  };

  it("orders what is shown, by type, stably, each level by itself; the rows keep their order", () => {
    const { view } = scene(sizes);
    const tops = () => view.getExpanded().map(([key]) => key);
    view.sortByColumn("size");
    expect(tops()).toEqual(["two", "nine", "text", "ten", "none"]);
    view.sortByColumn(1, false);
    expect(tops()).toEqual(["ten", "none", "text", "nine", "two"]);
    view.sortByColumn("on", false);
    expect(tops()).toEqual(["nine", "ten", "two", "text", "none"]);
    view.sortByColumn("name");
    expect(tops()).toEqual(["nine", "none", "ten", "text", "two"]);
    view.sortByColumn(null);
    expect(tops()).toEqual(["ten", "two", "text", "none", "nine"]);
    expect(Object.keys(view.getSubtree("all"))).toEqual(Object.keys(sizes));
  });

  it("compares texts without case and accents, and leaves the key to stand in for a missing first cell", () => {
    const leaf = { k: {} };
    const { view } = scene({
      b: { __values__: { name: "éclair" }, ...leaf },
      a: { __values__: { name: "Fig" }, ...leaf },
      Echo: leaf,
    });
    view.sortByColumn("name");
    expect(view.getExpanded().map(([key]) => key)).toEqual(["Echo", "b", "a"]);
  });

  it("survives bulk loads and a replay, and ends with its column, new columns, clear or another name", () => {
    const all = scene();
    const { view } = all;
    const sort = () => treeShown(all.page).sort;
    const sorted = () => {
      view.sortByColumn("size", false);
      settled(all, all.page);
      expect(sort()).toEqual(["size", false]);
    };
    sorted();
    view.setTree({ z: { size: 1 } });
    view.updateTree({ y: { size: 1 } });
    view.setData([[1, 2, true]]);
    settled(all, all.page);
    expect(sort()).toEqual(["size", false]);
    for (const end of [
      () => view.sortByColumn("no such column"),
      () => view.sortByColumn(99),
      () => view.clear(),
      () => view.setColumns(columns),
      () => view.deleteColumn("size"),
    ]) {
      sorted();
      end();
      settled(all, all.page);
      expect(sort()).toBeNull();
    }
  });

  it("is not told again when it is so already", () => {
    const all = scene();
    all.view.sortByColumn("size");
    all.view.sortByColumn("size", true);
    all.view.sortByColumn("size", false);
    all.view.sortByColumn("gone");
    all.view.sortByColumn(null);
    all.turn();
    expect(all.page.messages.map(({ args }) => args)).toEqual([
      ["size", true],
      ["size", false],
      [null, true],
    ]);
  });
});

describe("columns", () => {
  const widths = (page: Mirror) => treeShown(page).columns.map((column) => column.colwidth);
  const keys = (page: Mirror) => treeShown(page).columns.map(({ key }) => key);

  it("have keys: those given, else names that are counted and not taken", () => {
    const all = stage();
    const page = all.open();
    const view = all.W.TreeView({
      columns: ["A", { label: "B", key: "_col1" }, "C", { key: "" }, { key: "_col1" }],
    });
    settled(all, page);
    expect(keys(page)).toEqual(["_col0", "_col1", "_col2", "_col3", "_col4"]);
    view.appendColumn("F");
    view.insertColumn({ label: "G", key: "g" }, "_col1");
    view.insertColumn("H", 0);
    view.insertColumn("I", "nowhere");
    view.insertColumn({ key: "j", enabledKey: "ok", iconSize: 12 }, null);
    settled(all, page);
    expect(keys(page)).toEqual([
      "_col7",
      "_col0",
      "g",
      "_col1",
      "_col2",
      "_col3",
      "_col4",
      "_col5",
      "_col8",
      "j",
    ]);
    expect(treeShown(page).columns.at(-1)).toMatchObject({ enabled_key: "ok", icon_size: 12 });
    expect(view.getColumnCount()).toBe(10);
  });

  it("are refused when a key comes twice, and nothing changes", () => {
    const { view } = scene();
    expect(() => view.setColumns([{ key: "x" }, "y", { key: "x" }])).toThrow(
      'TreeView#1.setColumns: columns[2].key: "x" is the key of columns[0] already; give each column its own.',
    );
    expect(() => view.appendColumn({ key: "size" })).toThrow(
      'TreeView#1.appendColumn: column.key: there is a column "size" already; choose another key.',
    );
    expect(() => view.setColumns([{ key: "__values__" }])).toThrow('"__values__" cannot be a key');
    expect(view.getColumnCount()).toBe(3);
  });

  it("are not the caller's list", () => {
    const given = [{ label: "A", key: "a" }];
    const all = stage();
    const view = all.W.TreeView({ columns: given });
    view.appendColumn("B");
    view.setColumnWidth("a", 50);
    expect(given).toEqual([{ label: "A", key: "a" }]);
    given.push({ label: "C", key: "c" });
    expect(view.getColumnCount()).toBe(2);
  });

  it("keep cells by key; a deleted one takes cells, colours and selected cells with it", () => {
    const all = scene({ a: { name: "A", size: 1, on: true }, b: { size: 2 } });
    const { view } = all;
    view.setColumnColor("size", "red");
    view.setCellColor(["a"], "size", "blue");
    view.selectCell(["a"], "size");
    view.setColumns([{ key: "on" }, { key: "size" }]);
    expect(view.getSubtree("all")).toEqual({ a: { name: "A", size: 1, on: true }, b: { size: 2 } });
    expect(view.getSelectedCells()).toHaveLength(1);
    settled(all, all.page);
    view.deleteColumn("size");
    view.deleteColumn("size");
    view.deleteColumn(5);
    view.appendColumn({ key: "size" });
    expect(view.getSubtree("all")).toEqual({ a: { name: "A", on: true }, b: null });
    expect(view.getSelectedCells()).toEqual([]);
    settled(all, all.page);
    expect(treeShown(all.page)).toMatchObject({ colors: [], cells: [] });
    view.setCellColor(["a"], "on", "blue");
    view.selectCell(["a"], 0);
    view.setColumns([{ key: "name" }]);
    view.setColumns([{ key: "name" }, { key: "on" }]);
    settled(all, all.page);
    expect(treeShown(all.page)).toMatchObject({ colors: [], cells: [] });
  });

  it("keep widths and what may be edited, by key or place, until set_columns", () => {
    const all = scene();
    const { view } = all;
    view.setColumnWidth("size", "10em");
    view.setColumnWidth(0, 120);
    view.setColumnWidth("nope", 1);
    view.setColumnWidth(9, 1);
    view.setColumnEditable("name", true);
    view.setColumnEditable(9, true);
    settled(all, all.page);
    expect(widths(all.page)).toEqual([120, "10em", "1fr"]);
    expect(treeShown(all.page).columns[0]?.editable).toBe(true);
    view.setColumns(columns);
    settled(all, all.page);
    expect(widths(all.page)).toEqual(["1fr", "1fr", "1fr"]);
  });

  it("are added one by one again where there were none to begin with, which leaves the header hidden", () => {
    const { W, open, turn } = stage();
    const view = W.TreeView();
    view.appendColumn("A");
    view.appendColumn({ key: "b" });
    turn();
    const replayed = () =>
      open()
        .messages.filter(({ method }) => ["append_column", "set_columns"].includes(String(method)))
        .map(({ method, args }) => [method, args]);
    expect(replayed()).toEqual([
      ["append_column", [{ label: "A", key: "_col0" }]],
      ["append_column", [{ key: "b" }]],
    ]);
    view.setColumns([]);
    view.appendColumn({ key: "c" });
    turn();
    expect(replayed()).toEqual([["append_column", [{ key: "c" }]]]);
    view.setColumns([{ key: "d" }]);
    view.appendColumn({ key: "e" });
    turn();
    expect(replayed()).toEqual([["set_columns", [[{ key: "d" }, { key: "e" }]]]]);
  });

  it("sort a row whose first cell is null as an empty text, and one without it by its key", () => {
    const { W } = stage();
    const view = W.TreeView({ columns: [{ key: "p" }] });
    view.setTree({ b: { kid: {} }, c: { __values__: { p: null }, kid: {} }, a: { kid: {} } });
    view.sortByColumn("p");
    expect(view.getExpanded()).toEqual([["c"], ["a"], ["b"]]);
  });

  it("are made fit again in a browser that comes later; a width that was set after that wins", () => {
    const all = scene();
    const { view } = all;
    view.setColumnWidth("name", 30);
    view.setOptimalColumnWidths();
    view.setColumnWidth("size", 40);
    view.appendColumn("later");
    settled(all, all.page);
    expect(widths(all.page)).toEqual(["fitted", 40, "fitted", "1fr"]);
    view.setOptimalColumnWidths();
    view.deleteColumn("size");
    settled(all, all.page);
    expect(widths(all.page)).toEqual(["fitted", "fitted", "fitted"]);
  });

  it("of a table are inserted by place", () => {
    const all = stage();
    const page = all.open();
    const view = all.W.TableView({ columns: [{ key: "a" }, { key: "b" }] });
    view.insertColumn(1, { key: "x" });
    view.insertColumn(-1, { key: "y" });
    view.insertColumn(77, "z");
    settled(all, page);
    expect(keys(page)).toEqual(["a", "x", "b", "y", "_col4"]);
    expect(view.getColumnCount()).toBe(5);
  });
});
