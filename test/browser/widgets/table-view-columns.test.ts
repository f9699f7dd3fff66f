import { describe, expect, test } from "vitest";
import { type Shown, useInterface } from "../support.js";
import { cell, cursor, header, type Made, names, shownRows, table } from "./table-view-support.js";

const show = useInterface();

describe("sorting", () => {
  test("a header sorts and turns around; numbers by value, texts by letters", async () => {
    const shown = await show(table({ sortable: true }));
    const column = async (at: number) => (await shownRows(shown.page)).map((row) => row[at]);
    await header(shown, "Name").click();
    expect(await column(0)).toEqual(["alpha", "bravo", "Charlie", "Delta", "Echo"]);
    await header(shown, "Name").click();
    expect(await column(0)).toEqual(["Echo", "Delta", "Charlie", "bravo", "alpha"]);
    await header(shown, "Number").click();
    expect(await column(1)).toEqual(["0", "1", "2", "3", "4"]);
    await shown.settled();
    expect(shown.made.of("sorted")).toEqual([
      ["name", true],
      ["name", false],
      ["number", true],
    ]);
    shown.made.view.sortByColumn("note", false);
    await shown.settled();
    expect((await column(2))[0]).toBe("note 4");
    expect(shown.made.of("sorted").length).toBe(3);
    shown.made.view.sortByColumn(null);
    await shown.settled();
    expect(await column(0)).toEqual(names);
    expect(await header(shown, "Note").getAttribute("aria-sort")).toBe("none");
  });

  test("an edited cell goes to its place, and the cursor with it", async () => {
    const shown = await show(table({ sortable: true }));
    shown.made.view.sortByColumn("name");
    await shown.settled();
    await cell(shown, 0, 0).click();
    await shown.page.keyboard.type("zulu");
    await shown.page.keyboard.press("Tab");
    await shown.settled();
    expect((await shownRows(shown.page)).map(([name]) => name)).toEqual([
      "bravo",
      "Charlie",
      "Delta",
      "Echo",
      "zulu",
    ]);
    expect(await cursor(shown)).toEqual([4, 1]);
    expect(shown.made.view.getSelected()[0]?.path).toEqual(["row1"]);
  });
});

describe("widths", () => {
  test("a grip follows the pointer; the program's width and the widest text", async () => {
    const shown = await show(table());
    const { view, of } = shown.made;
    const before = await view.getColumnWidths();
    const grip = header(shown, "Name").locator(".pgw-column-grip");
    const box = await grip.boundingBox();
    const x = (box?.x ?? 0) + 5;
    const y = (box?.y ?? 0) + 8;
    await shown.page.mouse.move(x, y);
    await shown.page.mouse.down();
    await shown.page.mouse.move(x - 50, y, { steps: 6 });
    await shown.page.mouse.up();
    await shown.settled();
    const after = await view.getColumnWidths();
    expect(after[0]).toBeCloseTo((before[0] ?? 0) - 50, 0);
    expect(after[2]).toBeCloseTo((before[2] ?? 0) + 50, 0);
    expect(Object.keys(of("columns_resized").at(-1)?.[0] as object)).toEqual(["name"]);
    // A drag of the header is no press of it.
    expect(of("sorted")).toEqual([]);
    view.setColumnWidth("note", 120);
    view.setColumnWidth(1, "10em");
    view.setColumnWidth("gone", 5);
    await shown.settled();
    expect((await view.getColumnWidths()).slice(1)).toEqual([130, 120]);
    view.setOptimalColumnWidths();
    await shown.settled();
    const fit = await view.getColumnWidths();
    const clipped = await shown.page
      .locator(".pgw-cell, .pgw-header-label")
      .evaluateAll((cells) => cells.filter((each) => each.scrollWidth > each.clientWidth + 1).length);
    expect(clipped).toBe(0);
    expect(fit[0]).toBeLessThan(90);
    await shown.reload();
    await expect.poll(() => view.getColumnWidths()).toEqual(fit);
  });
});

describe("colours", () => {
  const look = (shown: Shown<Made>, row: number, column: number) =>
    cell(shown, row, column).evaluate((each) => {
      const { color, backgroundColor, fontWeight } = getComputedStyle(each);
      return [color, backgroundColor, fontWeight];
    });
  const red = "rgb(255, 0, 0)";
  const blue = "rgb(0, 0, 255)";
  const none = "rgba(0, 0, 0, 0)";

  test("four layers, per channel; selection wins at once and gives them back", async () => {
    const shown = await show(table());
    const { view } = shown.made;
    view.setTableColor(null, "lime");
    view.setColumnColor("note", "blue", null, true);
    view.setRowColor(["row1"], "red");
    view.setCellColor(["row1"], "note", null, "blue");
    view.setCellColor(["row2"], "note", "no colour", null, false);
    await shown.settled();
    expect(await look(shown, 0, 0)).toEqual(["rgb(17, 20, 24)", "rgb(0, 255, 0)", "400"]);
    expect(await look(shown, 0, 2)).toEqual([blue, "rgb(0, 255, 0)", "700"]);
    expect(await look(shown, 1, 0)).toEqual([red, "rgb(0, 255, 0)", "400"]);
    expect(await look(shown, 1, 2)).toEqual([red, blue, "700"]);
    expect(await look(shown, 2, 2)).toEqual([blue, "rgb(0, 255, 0)", "400"]);
    await cell(shown, 1, 0).click();
    expect((await look(shown, 1, 2))[1]).toBe(none);
    await cell(shown, 0, 0).click();
    expect((await look(shown, 1, 2))[1]).toBe(blue);
    await shown.reload();
    expect(await look(shown, 1, 2)).toEqual([red, blue, "700"]);
    view.clearCellColor(["row1"], "note");
    view.clearRowColor(["row1"]);
    view.clearColumnColor("note");
    view.setTableColor();
    await shown.settled();
    expect((await look(shown, 1, 2)).slice(1)).toEqual([none, "400"]);
  });

  test("many in one go, and all away; they follow their rows", async () => {
    const shown = await show(table());
    const { view } = shown.made;
    view.setColors({
      cells: [
        { path: ["row0"], colKey: "name", fg: "red" },
        { path: ["gone"], colKey: "name", fg: "red" },
      ],
      rows: [{ path: ["row3"], bg: "blue" }],
      columns: [{ colKey: "number", bold: true }],
    });
    view.sortByColumn("name");
    await shown.settled();
    expect((await look(shown, 3, 0))[0]).toBe(red);
    expect((await look(shown, 1, 0))[1]).toBe(blue);
    expect((await look(shown, 0, 1))[2]).toBe("700");
    view.clearAllColors();
    await shown.settled();
    expect((await look(shown, 1, 0))[1]).toBe(none);
  });
});
