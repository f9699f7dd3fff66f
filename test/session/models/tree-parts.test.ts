import { describe, expect, it } from "vitest";
import type { TableView } from "../../../generated/sync/TableView.js";
import type { Mirror } from "../../../runtime/testing/mirror.js";
import { treeShown } from "../../../runtime/testing/models/tree.js";
import type { Shown } from "../../../runtime/testing/shown.js";
import { snapshotOf } from "../../../runtime/testing/snapshot.js";
import { asyncStage } from "../../support/async-session.js";
import { stage } from "../../support/session.js";

const columns = [
  { label: "Name", key: "name" },
  { label: "Number", key: "number", type: "integer" as const },
];
/** More bytes than travel together, some of them letters of more than one byte. */
const rowsOf = (count: number, name = "Zeile für") =>
  Array.from({ length: count }, (_, i) => ({ name: `${name} ${i} ${"·".repeat(i % 40)}`, number: i }));
const MANY = 12_000;

/** A table in a box, a browser that reads parts, and one that does not. */
function scene() {
  const all = stage();
  const reads = all.open(["input", "tracking", "rows"]);
  const plain = all.open();
  const box = all.W.VBox();
  const label = all.W.Label("");
  box.addWidget(label, 0);
  all.turn();
  for (const page of [reads, plain]) page.messages.length = 0;
  const table = () => {
    const view = all.W.TableView({ columns });
    view.setData(rowsOf(MANY));
    box.addWidget(view, 1);
    return view;
  };
  return { ...all, reads, plain, box, label, table };
}

const methods = (page: Mirror) => page.messages.map(({ type, method }) => method ?? type);
const rows = (page: Mirror, wid: number) =>
  treeShown({ snapshot: () => [snapshotOf(page.widgets.get(wid) as Shown)] }).rows;

/** Both browsers, and new ones of either kind, show what the program has. */
function same({ reads, plain, open, turn }: ReturnType<typeof scene>, view: TableView): void {
  turn();
  expect(plain.snapshot()).toEqual(reads.snapshot());
  expect(open().snapshot()).toEqual(reads.snapshot());
  expect(open(["input", "tracking", "rows"]).snapshot()).toEqual(reads.snapshot());
  const own = (cells: object) => (Object.keys(cells).length === 0 ? null : cells);
  const shown = rows(reads, view.wid).map(({ key, cells }) => [key, own(cells)]);
  expect(Object.fromEntries(shown)).toEqual(view.getSubtree("all"));
}

describe("many rows", () => {
  it("come in parts where the browser reads them, after all else but what is about the same table", () => {
    const all = scene();
    const { reads, plain, label } = all;
    const view = all.table();
    label.setText("below");
    all.turn();
    expect(methods(plain)).toEqual(["create", "set_data", "add_widget", "set_text"]);
    const told = methods(reads);
    expect(told.slice(0, 4)).toEqual(["create", "_loadRows", "add_widget", "set_text"]);
    const late = told.slice(4);
    expect(late.length).toBeGreaterThan(1);
    expect(new Set(late)).toEqual(new Set(["_moreRows"]));
    same(all, view);
  });

  it("keep their order with what is said of the same table", () => {
    const all = scene();
    const view = all.table();
    view.setCell(MANY - 1, "name", "changed");
    view.sortByColumn("number", false);
    view.deleteRow(0);
    all.label.setText("below");
    view.setData(rowsOf(MANY, "again"));
    view.setRowColor(["row5"], "red");
    all.turn();
    const told = methods(all.reads).filter((each, i, list) => each !== list[i - 1]);
    expect(told).toEqual([
      ...["create", "_loadRows", "add_widget", "_moreRows", "set_cell", "sort_by_column", "remove_items"],
      ...["set_text", "_loadRows", "_moreRows", "set_row_color"],
    ]);
    expect(rows(all.reads, view.wid)[0]?.cells.name).toBe("again 0 ");
    same(all, view);
  });

  it("are not told of a table that has gone in the meantime, by itself or with its box", () => {
    const all = scene();
    all.table();
    all.box.destroy();
    all.turn();
    expect(methods(all.reads)).not.toContain("_moreRows");
    expect(all.reads.snapshot()).toEqual(all.plain.snapshot());
    expect(all.host.log).toEqual([]);
  });

  it("are waited for by a program, and no longer when their table has gone", async () => {
    const { W, open } = asyncStage();
    const page = open(["input", "tracking", "rows"]);
    const box = await W.VBox();
    const view = await W.TableView({ columns });
    await box.addWidget(view, 1);
    await view.setData(rowsOf(MANY));
    expect(rows(page, view.wid)).toHaveLength(MANY);
    const filled = view.setData(rowsOf(MANY));
    const gone = box.destroy();
    await Promise.all([filled, gone]);
  });

  it("come as before where they are few, in one part where they are not many bytes", () => {
    const all = scene();
    const view = all.W.TableView({ columns });
    view.setData(rowsOf(999));
    all.turn();
    expect(methods(all.reads)).toEqual(["create", "set_data"]);
    view.setData(rowsOf(1000));
    same(all, view);
    expect(methods(all.reads).slice(2)).toEqual(["_loadRows"]);
    view.setData([]);
    view.updateData(rowsOf(2000));
    same(all, view);
    expect(methods(all.reads).slice(3)).toEqual(["set_data", "_loadRows"]);
  });

  it("come in parts again when a page is reloaded, at its very end", () => {
    const all = scene();
    const view = all.table();
    view.setSelected(["row7"]);
    all.turn();
    const fresh = all.open(["input", "tracking", "rows"]);
    const told = methods(fresh);
    expect(told).toContain("_loadRows");
    const end = told.indexOf("reconstruct-end");
    expect(told.indexOf("_moreRows")).toBeGreaterThan(end);
    expect(told.slice(end + 1).every((each) => each === "_moreRows")).toBe(true);
    expect(fresh.snapshot()).toEqual(all.reads.snapshot());
  });

  it("hold cells of any kind, no cells, and one row that is larger than a part", () => {
    const all = scene();
    const view = all.W.TableView({ columns });
    view.setData([
      { name: "x".repeat(3_000_000), number: null },
      ...Array.from({ length: 1500 }, (_, i) =>
        i % 3 === 0 ? {} : { name: "“ü”", number: i, other: [1, "a", null] },
      ),
    ]);
    same(all, view);
    expect(methods(all.reads).slice(0, 2)).toEqual(["create", "_loadRows"]);
  });
});
