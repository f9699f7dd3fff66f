import type { TableViewOptions } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { useInterface } from "../support.js";
import { cell, columns, cursor, few, shownRows, table } from "./table-view-support.js";

const show = useInterface();

describe("editing", () => {
  test("by double press, by key and by typing; Escape gives up", async () => {
    const shown = await show(table());
    const { page } = shown;
    const { of, view } = shown.made;
    await cell(shown, 0, 0).dblclick();
    expect(await page.locator(".pgw-cell-editor").inputValue()).toBe("Delta");
    await page.keyboard.type("one");
    await page.keyboard.press("Enter");
    expect(await cursor(shown)).toEqual([1, 0]);
    await page.keyboard.press("F2");
    await page.keyboard.press("End");
    await page.keyboard.type("!");
    await page.keyboard.press("Tab");
    expect(await cursor(shown)).toEqual([1, 1]);
    await page.keyboard.type("42");
    await page.keyboard.press("ArrowDown");
    expect(await cursor(shown)).toEqual([2, 1]);
    await page.keyboard.type("no number");
    await page.keyboard.press("Enter");
    await page.keyboard.type("5");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    // The last column is not to be edited: Enter is told, typing is not taken.
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Delete");
    await page.keyboard.type("zzz");
    await shown.settled();
    expect(of("cell_edited")).toEqual([
      [["row0"], "name", "Delta", "one"],
      [["row1"], "name", "alpha", "alpha!"],
      [["row1"], "number", 2, 42],
    ]);
    expect(of("activated")).toEqual([[{ ...few[0], name: "one" }, ["row0"], null]]);
    expect(view.getSubtree(["row1"])).toEqual({ row1: { name: "alpha!", number: 42, note: "note 1" } });
    await shown.reload();
    expect((await shownRows(page)).slice(0, 2)).toEqual([
      ["one", "0", "note 0"],
      ["alpha!", "42", "note 1"],
    ]);
  });

  test("Delete empties by type, leaving the field keeps what was typed", async () => {
    const shown = await show(
      table(
        { columns: [...columns.slice(0, 2), { key: "yes", label: "Yes", type: "boolean", editable: true }] },
        [{ name: "a", number: 1, yes: true }],
      ),
    );
    const { page } = shown;
    for (const at of [0, 1, 2]) {
      await cell(shown, 0, at).click();
      await page.keyboard.press("Delete");
    }
    await page.keyboard.type("yes");
    await shown.at(shown.made.after).click();
    await shown.settled();
    expect(shown.made.of("cell_edited").map((args) => args.slice(1))).toEqual([
      ["name", "a", ""],
      ["number", 1, ""],
      ["yes", true, false],
      ["yes", false, true],
    ]);
  });

  test("editable as a whole, by column, and not at all", async () => {
    const shown = await show(table());
    const { view, of } = shown.made;
    view.setColumnEditable("name", false);
    await shown.settled();
    await cell(shown, 0, 0).dblclick();
    await shown.settled();
    expect(of("activated")).toEqual([[few[0], ["row0"], "name"]]);
    view.setEditable(true);
    await shown.settled();
    await cell(shown, 0, 2).dblclick();
    expect(await shown.page.locator(".pgw-cell-editor").inputValue()).toBe("note 0");
    view.setEditable(false);
    await shown.settled();
    expect(await shown.page.locator(".pgw-cell-editor").count()).toBe(0);
    expect(of("cell_edited")).toEqual([]);
  });

  test("an input method's text arrives whole", async () => {
    const shown = await show(table());
    await cell(shown, 0, 0).click();
    await shown.page.keyboard.press("F2");
    const input = await shown.page.context().newCDPSession(shown.page);
    for (const text of ["に", "にほ", "にほん"]) {
      await input.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await shown.page
      .locator(".pgw-cell-editor")
      .dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    expect(shown.made.of("cell_edited")).toEqual([]);
    await input.send("Input.insertText", { text: "日本" });
    await shown.page.keyboard.press("Enter");
    await shown.settled();
    expect(shown.made.of("cell_edited")).toEqual([[["row0"], "name", "Delta", "日本"]]);
  });
});

describe("controls in cells", () => {
  const controls: TableViewOptions = {
    columns: [
      { label: "Name", key: "name" },
      { label: "On", key: "on", widget: "checkbox", colwidth: 60 },
      {
        label: "Kind",
        key: "kind",
        widget: "combobox",
        choices: ["one", "two", 3],
        colwidth: 120,
        enabledKey: "can",
      },
      { label: "Share", key: "share", widget: "progress", min: 0, max: 50, colwidth: 100 },
      { label: "Go", key: "go", widget: "button", text: "Run", visibleKey: "can", colwidth: 100 },
    ],
  };
  const rows = [
    { name: "a", on: false, kind: "two", share: 25, go: "", can: true },
    { name: "b", on: true, kind: "other", share: 80, go: "Own", can: false },
    { name: "c", on: true, kind: "one", share: 0, can: true },
  ];

  test("they work, are told, select nothing and keep the new value", async () => {
    const shown = await show(table(controls, rows));
    const { page } = shown;
    await page.getByRole("checkbox").first().click();
    await page.getByRole("checkbox").first().click();
    await page.getByRole("combobox").first().selectOption("3");
    await page.getByRole("button", { name: "Run" }).first().click();
    await shown.settled();
    const { of, view } = shown.made;
    expect(of("cell_edited")).toEqual([
      [["row0"], "on", false, true],
      [["row0"], "on", true, false],
      [["row0"], "kind", "two", 3],
    ]);
    expect(of("cell_action")).toEqual([[["row0"], { ...rows[0], kind: 3 }, "go"]]);
    expect(of("selected")).toEqual([]);
    expect(view.getSubtree(["row0"])).toEqual({ row0: { ...rows[0], kind: 3 } });
    // A value that is no choice is shown as it is; fields of the row disable and hide.
    expect(await page.getByRole("combobox").nth(1).inputValue()).toBe("other");
    expect(await page.getByRole("combobox").nth(1).isDisabled()).toBe(true);
    expect(await page.getByRole("button", { name: "Own" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Run" }).count()).toBe(2);
    expect(await page.getByRole("progressbar").nth(1).getAttribute("aria-valuenow")).toBe("50");
    expect(await page.getByRole("checkbox", { name: "On" }).count()).toBe(3);
    view.setCell(["row1"], "can", true);
    view.setCell(["row0"], "on", true);
    await shown.settled();
    expect(await page.getByRole("button", { name: "Own" }).isEnabled()).toBe(true);
    expect(await page.getByRole("checkbox").first().isChecked()).toBe(true);
    expect(of("cell_edited").length).toBe(3);
  });

  test("by keyboard, from the cell", async () => {
    const shown = await show(table(controls, rows));
    const { page } = shown;
    await cell(shown, 0, 0).click();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press(" ");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await shown.settled();
    expect(shown.made.of("cell_edited")).toEqual([[["row0"], "on", false, true]]);
    expect(shown.made.of("cell_action").length).toBe(1);
    expect(await cursor(shown)).toEqual([0, 4]);
  });

  test("rows that keys work on lead on to their controls with Tab", async () => {
    const shown = await show(table({ ...controls, cellCursor: false }, rows));
    await cell(shown, 0, 0).click();
    await shown.page.keyboard.press("Tab");
    await shown.page.keyboard.press(" ");
    await shown.page.keyboard.press("Escape");
    await shown.page.keyboard.press("ArrowDown");
    await shown.settled();
    expect(shown.made.of("cell_edited")).toEqual([[["row0"], "on", false, true]]);
    expect(shown.made.view.getSelected()[0]?.path).toEqual(["row1"]);
  });

  test("icons", async () => {
    const dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    const shown = await show(
      table({ columns: [{ key: "i", label: "I", type: "icon", iconSize: 40 }, "Text"] }, [
        { i: dot, _col0: "x" },
        { i: "", _col0: "y" },
      ]),
    );
    const image = shown.page.locator(".pgw-cell img");
    expect(await image.count()).toBe(1);
    expect(await image.evaluate((each) => [each.clientWidth, each.clientHeight])).toEqual([40, 40]);
    expect((await cell(shown, 0, 0).boundingBox())?.height).toBeGreaterThanOrEqual(40);
  });
});

describe("clipboard", () => {
  const granted = { permissions: ["clipboard-read", "clipboard-write"] };

  test("copy, cut and paste by keys", async () => {
    const shown = await show(table({ selectionMode: "multiple-cell" }), granted);
    const { page } = shown;
    const { of, view } = shown.made;
    await cell(shown, 0, 0).click();
    await cell(shown, 1, 1).click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+c");
    await cell(shown, 3, 0).click();
    await page.keyboard.press("Control+v");
    await shown.settled();
    expect(of("copy")).toEqual([["Delta\t0\nalpha\t2"]]);
    expect(of("paste")).toEqual([["Delta\t0\nalpha\t2"]]);
    expect((await shownRows(page)).slice(3)).toEqual([
      ["Delta", "0", "note 3"],
      ["alpha", "2", "note 4"],
    ]);
    expect(of("cell_edited").length).toBe(4);
    await cell(shown, 0, 1).click();
    await cell(shown, 0, 2).click({ modifiers: ["Control"] });
    await page.keyboard.press("Control+x");
    await shown.settled();
    expect(of("cut")).toEqual([["0\tnote 0"]]);
    // Only columns that may be edited are emptied.
    expect((await shownRows(page))[0]).toEqual(["Delta", "", "note 0"]);
    expect(view.getSubtree(["row0"])).toEqual({ row0: { name: "Delta", number: "", note: "note 0" } });
  });

  test("asked for by the program: rows, and nothing when nothing is selected", async () => {
    const shown = await show(table({ selectionMode: "multiple" }), granted);
    const { view, of } = shown.made;
    view.copySelection();
    await shown.settled();
    expect(of("copy")).toEqual([]);
    view.setSelected([["row1"], ["row3"]]);
    view.copySelection();
    await expect.poll(() => of("copy")).toEqual([["alpha\t2\tnote 1\n\t\t\nbravo\t1\tnote 3"]]);
    expect(await shown.page.evaluate(() => navigator.clipboard.readText())).toBe(
      "alpha\t2\tnote 1\n\t\t\nbravo\t1\tnote 3",
    );
    await shown.page.evaluate(() => navigator.clipboard.writeText("x\t9\tignored\n"));
    view.setSelected([["row4"]]);
    view.pasteSelection();
    await expect.poll(() => of("paste").length).toBe(1);
    expect((await shownRows(shown.page))[4]).toEqual(["x", "9", "note 4"]);
    view.cutSelection();
    await expect.poll(() => of("cut")).toEqual([["x\t9\tnote 4"]]);
    expect((await shownRows(shown.page))[4]).toEqual(["", "", "note 4"]);
  });

  test("a field in a cell has a clipboard of its own", async () => {
    const shown = await show(table(), granted);
    await cell(shown, 0, 0).dblclick();
    await shown.page.keyboard.press("Control+c");
    await shown.page.keyboard.press("End");
    await shown.page.keyboard.press("Control+v");
    await shown.page.keyboard.press("Enter");
    await shown.settled();
    expect(shown.made.of("copy")).toEqual([]);
    expect(shown.made.of("cell_edited")).toEqual([[["row0"], "name", "Delta", "DeltaDelta"]]);
  });
});
