import { describe, expect, test } from "vitest";
import { useInterface } from "../support.js";
import { cell, cursor, few, focusedText, header, many, table } from "./table-view-support.js";

const show = useInterface();

describe("selection and cell cursor", () => {
  test("a click moves the cursor and selects the row; the same again is told", async () => {
    const shown = await show(table());
    await cell(shown, 1, 2).click();
    await cell(shown, 1, 2).click();
    await cell(shown, 2, 2).click();
    await shown.settled();
    const { of, view } = shown.made;
    expect(of("cell_selected")).toEqual([
      [[{ path: ["row1"], colKey: "note", value: "note 1" }], true],
      [[{ path: ["row1"], colKey: "note", value: "note 1" }], true],
      [[{ path: ["row2"], colKey: "note", value: "note 2" }], true],
    ]);
    expect(of("selected").length).toBe(3);
    expect(of("selected")[0]).toEqual([[{ path: ["row1"], values: few[1] }]]);
    expect(view.getSelected()).toEqual([{ path: ["row2"], values: few[2] }]);
    expect(await cursor(shown)).toEqual([2, 2]);
    expect(await shown.page.locator("[role=row][aria-selected=true]").count()).toBe(1);
  });

  test("multiple: Ctrl adds and takes out, Shift goes from the last one on", async () => {
    const shown = await show(table({ selectionMode: "multiple" }));
    await cell(shown, 3, 0).click();
    await cell(shown, 1, 0).click({ modifiers: ["Control"] });
    expect(await shown.page.locator(".pgw-item-row.pgw-selected").count()).toBe(2);
    await cell(shown, 4, 0).click({ modifiers: ["Shift"] });
    await cell(shown, 2, 0).click({ modifiers: ["Control"] });
    await shown.settled();
    const paths = shown.made
      .of("selected")
      .map(([items]) => (items as { path: string[] }[]).map(({ path }) => path[0]));
    expect(paths).toEqual([
      ["row3"],
      ["row3", "row1"],
      ["row1", "row2", "row3", "row4"],
      ["row1", "row3", "row4"],
    ]);
  });

  test("none: nothing is selected, the cursor moves all the same", async () => {
    const shown = await show(table({ selectionMode: "none" }));
    await cell(shown, 1, 1).click();
    await shown.page.keyboard.press("ArrowRight");
    await shown.settled();
    expect(shown.made.of("selected")).toEqual([]);
    expect(shown.made.of("cell_selected").length).toBe(2);
  });

  test("what the program selects fires nothing and shows", async () => {
    const shown = await show(table());
    const { view, heard } = shown.made;
    view.setSelected([["row0"], ["row3"], ["gone"]]);
    view.selectPath(["row1"]);
    view.selectPaths([["row0"]], false);
    await shown.settled();
    expect(await shown.page.locator(".pgw-item-row.pgw-selected").count()).toBe(2);
    view.selectAll();
    await shown.settled();
    expect(await shown.page.locator(".pgw-item-row.pgw-selected").count()).toBe(5);
    view.clearSelection();
    await shown.settled();
    expect(await shown.page.locator(".pgw-item-row.pgw-selected").count()).toBe(0);
    expect(heard).toEqual([]);
  });

  test("cells: one, several, rectangles by Shift and by dragging, rows and columns", async () => {
    const shown = await show(table({ selectionMode: "multiple-cell", showRowNumbers: true }));
    const at = (row: number, column: number) => cell(shown, row, column + 1);
    const selected = () =>
      shown.made.view.getSelectedCells().map(({ path, colKey }) => `${path[0]}.${colKey}`);
    await at(0, 0).click();
    await at(2, 1).click({ modifiers: ["Shift"] });
    await shown.settled();
    expect(selected()).toEqual([
      "row0.name",
      "row0.number",
      "row1.name",
      "row1.number",
      "row2.name",
      "row2.number",
    ]);
    await at(1, 0).click({ modifiers: ["Control"] });
    await at(4, 2).click({ modifiers: ["Control"] });
    await shown.settled();
    expect(selected()).toEqual([
      "row0.name",
      "row0.number",
      "row1.number",
      "row2.name",
      "row2.number",
      "row4.note",
    ]);
    await at(1, 1).hover();
    await shown.page.mouse.down();
    await at(3, 2).hover();
    await shown.page.mouse.up();
    await shown.settled();
    expect(selected()).toEqual([
      "row1.number",
      "row1.note",
      "row2.number",
      "row2.note",
      "row3.number",
      "row3.note",
    ]);
    expect(await shown.page.locator(".pgw-cell[aria-selected=true]").count()).toBe(6);
    await shown.page.getByRole("rowheader").nth(4).click();
    await shown.settled();
    expect(selected()).toEqual(["row4.name", "row4.number", "row4.note"]);
    await header(shown, "Note").click();
    await shown.settled();
    expect(selected()).toEqual(few.map((_, i) => `row${i}.note`));
    await at(0, 0).click();
    await shown.page.keyboard.press("Shift+ArrowDown");
    await shown.page.keyboard.press("Shift+ArrowRight");
    await shown.settled();
    expect(selected()).toEqual(["row0.name", "row0.number", "row1.name", "row1.number"]);
    expect(shown.made.of("cell_selected").at(-1)?.length).toBe(1);
    await shown.page.keyboard.press("Control+a");
    await shown.settled();
    expect(selected().length).toBe(15);
    // The arrows alone move only the cursor.
    await shown.page.keyboard.press("ArrowLeft");
    await shown.settled();
    expect(selected().length).toBe(15);
    expect(shown.made.of("cell_selected").at(-1)?.[1]).toBe(true);
  });

  test("single-cell: one cell, and what the program selects", async () => {
    const shown = await show(table({ selectionMode: "single-cell" }));
    const { view } = shown.made;
    await cell(shown, 0, 0).click();
    await cell(shown, 1, 1).click({ modifiers: ["Control"] });
    await shown.settled();
    expect(view.getSelectedCells()).toEqual([{ path: ["row1"], colKey: "number", value: 2 }]);
    expect(shown.made.of("cell_selected").at(-1)).toEqual([[{ path: ["row1"], colKey: "number", value: 2 }]]);
    view.selectCell(["row0"], "note");
    view.selectCells([
      { path: ["row2"], colKey: "name" },
      { path: ["row3"], colKey: "name" },
    ]);
    view.selectCell(["row1"], 1, false);
    await shown.settled();
    expect(await shown.page.locator(".pgw-cell.pgw-selected").allTextContents()).toEqual([
      "note 0",
      "Charlie",
      "bravo",
    ]);
    view.clearCellSelection();
    await shown.settled();
    expect(await shown.page.locator(".pgw-cell.pgw-selected").count()).toBe(0);
  });
});

describe("keys", () => {
  test("the cursor goes by cells, rows, pages and to the ends", async () => {
    const shown = await show(table({}, many(1000)));
    const { page } = shown;
    await cell(shown, 0, 0).click();
    const go = async (key: string) => {
      await page.keyboard.press(key);
      return cursor(shown);
    };
    expect(await go("ArrowDown")).toEqual([1, 0]);
    expect(await go("ArrowRight")).toEqual([1, 1]);
    expect(await go("End")).toEqual([1, 2]);
    expect(await go("ArrowRight")).toEqual([1, 2]);
    expect(await go("Home")).toEqual([1, 0]);
    expect(await go("Tab")).toEqual([1, 1]);
    expect(await go("Shift+Tab")).toEqual([1, 0]);
    const [down = 0] = (await go("PageDown")) ?? [];
    expect(down).toBeGreaterThan(8);
    expect(await go("PageUp")).toEqual([1, 0]);
    expect(await go("Control+End")).toEqual([999, 2]);
    expect(await cell(shown, 999, 2).isVisible()).toBe(true);
    expect(await focusedText(shown)).toBe("note 999");
    expect(await go("Control+Home")).toEqual([0, 0]);
    await shown.settled();
    const { of, view } = shown.made;
    expect(view.getSelected()[0]?.path).toEqual(["row0"]);
    // A move within the row is no other selection.
    expect(of("selected").length).toBe(6);
  });

  test("Tab comes in at the cursor and leaves at the end of a row; nobody is caught", async () => {
    const shown = await show(table());
    const { page } = shown;
    await shown.at(shown.made.before).focus();
    await page.keyboard.press("Tab");
    expect(await cursor(shown)).toEqual([0, 0]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await cursor(shown)).toEqual([0, 2]);
    await page.keyboard.press("Tab");
    expect(await focusedText(shown)).toBe("After");
    await page.keyboard.press("Shift+Tab");
    expect(await focusedText(shown)).toBe("note 0");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+Tab");
    expect(await focusedText(shown)).toBe("Before");
  });

  test("the header: sorting, widths, and back to the rows", async () => {
    const shown = await show(table({ sortable: true }));
    const { page } = shown;
    await cell(shown, 0, 1).click();
    await page.keyboard.press("ArrowUp");
    expect(await focusedText(shown)).toBe("Number");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowRight");
    await shown.settled();
    const { of } = shown.made;
    expect(of("sorted")).toEqual([["number", true]]);
    expect(of("columns_resized").at(-1)).toMatchObject([{ number: 100 }]);
    expect((await shown.made.view.getColumnWidths())[1]).toBe(100);
    expect(await header(shown, "Number").getAttribute("aria-sort")).toBe("ascending");
    await page.keyboard.press("ArrowDown");
    expect(await cursor(shown)).toEqual([0, 1]);
  });

  test("without a cell cursor keys work on rows, and letters find them", async () => {
    const shown = await show(table({ cellCursor: false, selectionMode: "multiple" }));
    const { page } = shown;
    await cell(shown, 0, 0).click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("ec");
    await shown.settled();
    const { of, view } = shown.made;
    expect(of("activated")).toEqual([[few[2], ["row2"], null]]);
    expect(view.getSelected().map(({ path }) => path)).toEqual([["row4"]]);
    expect(of("cell_selected")).toEqual([]);
    await page.keyboard.press("Control+ArrowUp");
    await page.keyboard.press("Control+ArrowUp");
    await page.waitForTimeout(750);
    await page.keyboard.press("Control+ ");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("F2");
    await page.keyboard.type("edited");
    await page.keyboard.press("Tab");
    await page.keyboard.type("77");
    await page.keyboard.press("Enter");
    await shown.settled();
    expect(of("selected").map(([items]) => (items as unknown[]).length)).toEqual([1, 1, 2, 1, 2, 5]);
    expect(of("cell_edited")).toEqual([
      [["row2"], "name", "Charlie", "edited"],
      [["row2"], "number", 4, 77],
    ]);
  });

  test("set_focus and a disabled table", async () => {
    const shown = await show(table());
    const { view } = shown.made;
    view.setFocus();
    await shown.settled();
    expect(await cursor(shown)).toEqual([0, 0]);
    view.setEnabled(false);
    await shown.settled();
    await shown.page.keyboard.press("ArrowDown");
    await shown.page.keyboard.type("x");
    await cell(shown, 2, 0).click({ force: true });
    await shown.settled();
    expect(shown.made.heard).toEqual([]);
    expect(await shown.page.getByRole("grid").getAttribute("aria-disabled")).toBe("true");
    expect(await shown.page.locator(".pgw-items [tabindex='0']").count()).toBe(0);
    view.setEnabled(true);
    await shown.settled();
    await cell(shown, 2, 0).click();
    expect(await cursor(shown)).toEqual([2, 0]);
  });
});
