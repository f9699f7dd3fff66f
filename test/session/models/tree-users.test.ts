import { describe, expect, it } from "vitest";
import type { SelectionMode } from "../../../generated/types.js";
import { treeShown } from "../../../runtime/testing/models/tree.js";
import { stage } from "../../support/session.js";

const columns = [{ key: "name" }, { key: "size", type: "integer" as const }];

/** A view with the browser of a user and another one. */
function scene(selectionMode: SelectionMode = "multiple") {
  const all = stage();
  const mine = all.open();
  const other = all.open();
  const view = all.W.TreeView({ columns, selectionMode });
  view.setTree({ a: { b: { size: 2 }, c: { size: 1 } }, d: { name: "D" } });
  all.turn();
  mine.messages.length = 0;
  other.messages.length = 0;
  /** The user does something, which that browser shows already. */
  const user = (action: string, ...args: unknown[]) => mine.fire(view.wid, action, ...args);
  return { ...all, mine, other, view, user };
}

/** The user's browser hears nothing; the others show what one shows that comes now. */
function settled({ turn, open, mine, other }: ReturnType<typeof scene>, calls: unknown[]): void {
  turn();
  expect(mine.messages).toEqual([]);
  expect(other.messages.map(({ method, args }) => [method, args])).toEqual(calls);
  for (const message of other.messages) expect(message).toHaveProperty("silent", true);
  expect(open().snapshot()).toEqual(other.snapshot());
}

describe("what a user changes in a tree is in the model before the handlers run, and goes to the other browsers:", () => {
  it("a cell", () => {
    const all = scene();
    const seen: unknown[] = [];
    all.view.on("cell_edited", (path, colKey, oldValue, newValue) => {
      seen.push(path, colKey, oldValue, newValue, all.view.getSubtree(["a", "b"]));
    });
    all.user("cell_edited", ["a", "b"], "size", 2, 5);
    settled(all, [["set_cell", [["a", "b"], "size", 5]]]);
    expect(seen).toEqual([["a", "b"], "size", 2, 5, { a: { b: { size: 5 } } }]);
    // An update compares with what the user wrote.
    all.view.updateTree({ a: { b: { size: 2 }, c: { size: 1 } }, d: { name: "D" } });
    all.turn();
    expect(all.mine.messages.map(({ method, args }) => [method, args])).toEqual([
      ["set_cell", [["a", "b"], "size", 2]],
    ]);
  });

  it("an emptied cell, and one that shows nothing", () => {
    const all = scene();
    all.user("cell_edited", ["d"], "name", "D", "");
    all.user("cell_edited", ["a", "b"], "size", 2, null);
    settled(all, [
      ["set_cell", [["d"], "name", ""]],
      ["set_cell", [["a", "b"], "size", null]],
    ]);
    expect(all.view.getSubtree("all")).toEqual({
      a: { b: { size: null }, c: { size: 1 } },
      d: { name: "" },
    });
  });

  it("openness", () => {
    const all = scene();
    const seen: unknown[] = [];
    all.view.on("collapsed", (values, path) => seen.push(values, path, all.view.getCollapsed()));
    all.user("collapsed", null, ["a"]);
    all.user("collapsed", null, ["a"]);
    settled(all, [["collapse_item", [["a"]]]]);
    expect(seen.slice(0, 3)).toEqual([null, ["a"], [["a"]]]);
    all.user("expanded", null, ["a"]);
    all.turn();
    expect(all.view.getExpanded()).toEqual([["a"]]);
  });

  it("sorting", () => {
    const all = scene();
    const seen: unknown[] = [];
    all.view.on("sorted", (colKey, ascending) => seen.push(colKey, ascending));
    all.user("sorted", "size", false);
    settled(all, [["sort_by_column", ["size", false]]]);
    expect(seen).toEqual(["size", false]);
    all.user("sorted", "no such column", true);
    all.turn();
    expect(treeShown(all.other)).toMatchObject({ sort: ["size", false] });
  });

  it("selected rows, also when they are the same again", () => {
    const all = scene();
    const seen: unknown[] = [];
    all.view.on("selected", (items) => seen.push(items, all.view.getSelected()));
    const items = [
      { path: ["a", "c"], values: { size: 1 } },
      { path: ["d"], values: { name: "D" } },
    ];
    all.user("selected", items);
    all.user("selected", items);
    settled(all, [["set_selected", [[["a", "c"], ["d"]]]]]);
    expect(seen).toEqual([items, items, items, items]);
  });

  it.each<[SelectionMode, boolean | undefined, number]>([
    ["multiple-cell", undefined, 1],
    ["single-cell", false, 1],
    ["multiple-cell", true, 0],
    ["multiple", undefined, 0],
    ["none", undefined, 0],
  ])("selected cells in mode %s, cursor %s: %i", (mode, cursor, count) => {
    const all = scene(mode);
    let fired = 0;
    all.view.on("cell_selected", () => fired++);
    const cells = [{ path: ["d"], col_key: "name", value: "D" }];
    all.user("cell_selected", cells, ...(cursor === undefined ? [] : [cursor]));
    settled(
      all,
      count === 0
        ? []
        : [
            ["clear_cell_selection", []],
            ["select_cells", [[{ path: ["d"], col_key: "name" }], true]],
          ],
    );
    expect(fired).toBe(1);
    expect(all.view.getSelectedCells()).toHaveLength(count);
  });

  it("no cells any more", () => {
    const all = scene("multiple-cell");
    all.user("cell_selected", [{ path: ["d"], col_key: "name", value: "D" }]);
    all.user("cell_selected", []);
    all.turn();
    expect(all.view.getSelectedCells()).toEqual([]);
    expect(all.open().snapshot()).toEqual(all.other.snapshot());
  });

  it("widths of columns", () => {
    const all = scene();
    const seen: unknown[] = [];
    all.view.on("columns_resized", (widths) => seen.push(widths));
    all.user("columns_resized", { name: 120, size: 80.5, gone: 3 });
    settled(all, [
      ["set_column_width", ["name", 120]],
      ["set_column_width", ["size", 80.5]],
    ]);
    expect(seen).toEqual([{ name: 120, size: 80.5, gone: 3 }]);
    expect(treeShown(all.open())).toMatchObject({ columns: [{ colwidth: 120 }, { colwidth: 80.5 }] });
  });

  it("where the view is scrolled to", () => {
    const all = scene();
    all.user("scrolled", 0, 0.25);
    all.turn();
    expect(all.view.getScrollPosition()).toEqual([0, 0.25]);
    expect(all.open().snapshot()[0]?.state).toMatchObject({ scroll_position: [0, 0.25] });
  });
});

describe("a browser that is behind", () => {
  it("changes nothing with what is about rows and columns that are gone; the handlers run", () => {
    const all = scene("multiple-cell");
    let fired = 0;
    all.view.on("cell_edited", () => fired++);
    const before = all.open().snapshot();
    all.user("cell_edited", ["gone"], "size", 1, 2);
    all.user("cell_edited", ["d"], "gone", 1, 2);
    all.user("cell_edited", [], "size", 1, 2);
    all.user("expanded", null, ["gone"]);
    all.user("collapsed", null, []);
    all.user("selected", [{ path: ["gone"], values: null }]);
    all.user("cell_selected", [{ path: ["gone"], col_key: "size", value: 1 }]);
    all.user("columns_resized", {});
    all.turn();
    expect(fired).toBe(3);
    expect(all.open().snapshot()).toEqual(before);
    expect(all.host.log.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("is refused what is no cell, path or width", () => {
    const all = scene();
    all.user("cell_edited", ["d"], "size", 1, { deep: 1 });
    all.user("selected", [{ path: "d", values: null }]);
    all.user("columns_resized", { name: -5 });
    all.user("collapsed", null, 5);
    all.turn();
    expect(all.mine.messages.map(({ type }) => type)).toEqual(["error", "error", "error", "error"]);
    expect(all.view.getSubtree(["d"])).toEqual({ d: { name: "D" } });
  });
});
