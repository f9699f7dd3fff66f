import { describe, expect, test } from "vitest";
import { useInterface } from "../support.js";
import { cell, columns, cursor, few, header, many, shownRows, table } from "./table-view-support.js";

const show = useInterface();

describe("what is shown", () => {
  test("rows, cells and header with roles, counts and places", async () => {
    const shown = await show(table({ showRowNumbers: true, sortable: true, alternateRowColors: true }));
    const grid = shown.page.getByRole("grid");
    expect(await grid.getAttribute("aria-rowcount")).toBe("6");
    expect(await grid.getAttribute("aria-colcount")).toBe("4");
    expect(await shown.page.getByRole("columnheader").allTextContents()).toEqual([
      "",
      "Name",
      "Number",
      "Note",
    ]);
    expect(await shown.page.getByRole("rowheader").allTextContents()).toEqual(["1", "2", "3", "4", "5"]);
    expect((await shownRows(shown.page))[1]).toEqual(["alpha", "2", "note 1"]);
    expect(await shown.page.locator(".pgw-item-row").first().getAttribute("aria-rowindex")).toBe("2");
    await shown.made.view.setShowRowNumbers(false);
    await shown.settled();
    expect(await grid.getAttribute("aria-colcount")).toBe("3");
    expect(await shown.page.getByRole("rowheader").count()).toBe(0);
  });

  test("header and cells stand in line, also right to left and scrolled to the side", async () => {
    for (const dir of ["ltr", "rtl"] as const) {
      const wide = [
        ...columns,
        { label: "Wide", key: "wide", colwidth: 600 },
        { label: "Em", key: "em", colwidth: "12em" },
      ];
      const shown = await show(
        table(
          { columns: wide, showRowNumbers: true },
          few.map((row) => ({ ...row, wide: "w", em: "e" })),
        ),
        { dir },
      );
      shown.made.view.setHeaderFont("serif", 18, "bold", "italic");
      shown.made.view.setScrollPosition(0.6, 0);
      await shown.settled();
      const boxes = await shown.page.evaluate(() => {
        const box = (element: Element) => {
          const { left, right } = element.getBoundingClientRect();
          return [Math.round(left), Math.round(right)];
        };
        const row = document.querySelector(".pgw-item-row");
        return {
          header: [...document.querySelectorAll(".pgw-header-cell")].map(box),
          cells: [...(row?.querySelectorAll(".pgw-cell") ?? [])].map(box),
          left: Math.abs(document.querySelector(".pgw-items-scroller")?.scrollLeft ?? 0),
        };
      });
      expect(boxes.header).toEqual(boxes.cells);
      expect(boxes.left).toBeGreaterThan(50);
      expect(
        await shown.page
          .locator("[role=columnheader]")
          .nth(1)
          .evaluate((each) => getComputedStyle(each).fontStyle),
      ).toBe("italic");
    }
  });

  test("absent cells are covered by the one before; the first column shows the key", async () => {
    const rows = [{ name: "a", note: "n" }, { number: 3 }, { name: "", number: 0 }, {}];
    const shown = await show(table({}, rows));
    expect(await shownRows(shown.page)).toEqual([["a", "n"], ["row1", "3"], ["", "0"], ["row3"]]);
    expect(await cell(shown, 0, 0).getAttribute("aria-colspan")).toBe("2");
    expect(await cell(shown, 3, 0).getAttribute("aria-colspan")).toBe("3");
  });

  test("text is text; a cut-off text can be read in full", async () => {
    const long = "A rather long text that does not fit into its column at all, whatever one does";
    const shown = await show(table({}, [{ name: "<b>bold</b>", number: 1, note: long }]));
    expect(await cell(shown, 0, 0).textContent()).toBe("<b>bold</b>");
    await cell(shown, 0, 2).hover();
    await expect.poll(() => shown.page.locator(".pgw-tooltip").textContent()).toBe(long);
  });

  test("alignment follows the type, or what the column says", async () => {
    const shown = await show(
      table(
        {
          columns: [
            { key: "a", label: "a", type: "float" },
            { key: "b", label: "b", type: "bool" },
            { key: "c", label: "c", halign: "center" },
            { key: "d", label: "d", type: "number", halign: "left" },
          ],
        },
        [{ a: 1.5, b: true, c: "x", d: 2 }],
      ),
    );
    const aligns = await shown.page
      .locator(".pgw-cell")
      .evaluateAll((cells) => cells.map((each) => getComputedStyle(each).textAlign));
    expect(aligns).toEqual(["end", "center", "center", "start"]);
    expect(await cell(shown, 0, 1).getByRole("img", { name: "true" }).count()).toBe(1);
  });

  test("grid, spacing, header font and editability are switched while it shows", async () => {
    const shown = await show(table({ showHeader: true }));
    const height = async () => (await cell(shown, 0, 0).boundingBox())?.height ?? 0;
    expect(await height()).toBeGreaterThanOrEqual(24);
    const { view } = shown.made;
    view.setRowSpacing(20);
    await shown.settled();
    const tall = await height();
    expect(tall).toBeGreaterThan(50);
    view.setRowSpacing(0);
    view.setColumnSpacing(31);
    view.setShowGrid(false);
    await shown.settled();
    expect(await height()).toBeLessThan(24);
    expect(await cell(shown, 0, 0).evaluate((each) => getComputedStyle(each).paddingInlineStart)).toBe(
      "31px",
    );
    expect(await cell(shown, 0, 0).evaluate((each) => getComputedStyle(each).borderInlineEndWidth)).toBe(
      "0px",
    );
    view.setFont(null, 30);
    await shown.settled();
    await expect.poll(height).toBeGreaterThan(40);
  });

  test("without a header the columns keep their widths", async () => {
    const shown = await show(table({ showHeader: false }));
    expect(await shown.page.getByRole("columnheader").count()).toBe(0);
    const widths = await shown.made.view.getColumnWidths();
    expect(widths[1]).toBe(90);
    expect(widths[0]).toBeCloseTo(widths[2] ?? 0, 0);
    expect(await shown.page.getByRole("row").first().getAttribute("aria-rowindex")).toBe("1");
  });
});

describe("changes keep what the user has", () => {
  test("selection, view and an open editor stay while rows come and go above", async () => {
    const shown = await show(table({ selectionMode: "multiple" }, many(300)));
    const { view } = shown.made;
    view.setScrollPosition(0, 0.4);
    await shown.settled();
    await expect
      .poll(async () => (await shownRows(shown.page)).some(([name]) => name === "Row 120"))
      .toBe(true);
    const place = shown.page.locator(".pgw-cell", { hasText: /^Row 120$/ });
    await place.dblclick();
    const before = await place.boundingBox();
    await shown.page.keyboard.type("typed");
    view.insertRow(0, ["new", 1, "x"]);
    view.deleteRow(5);
    view.deleteRow(4);
    view.setCell(["row121"], "note", "changed");
    view.setCell(["row120"], "name", "from the program");
    view.appendRow(["last", 2, "y"]);
    await shown.settled();
    const editor = shown.page.locator(".pgw-cell-editor");
    expect(await editor.inputValue()).toBe("typed");
    expect(await editor.evaluate((each) => each === document.activeElement)).toBe(true);
    expect((await editor.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
    expect(view.getSelected().map(({ path }) => path)).toEqual([["row120"]]);
    await shown.page.keyboard.press("Enter");
    await shown.settled();
    expect(shown.made.of("cell_edited")).toEqual([[["row120"], "name", "from the program", "typed"]]);
    expect(view.getSubtree(["row120"])).toEqual({ row120: { name: "typed", number: 120, note: "note 120" } });
  });

  test("an editor goes with its row", async () => {
    const shown = await show(table());
    await cell(shown, 1, 0).dblclick();
    await shown.page.keyboard.type("lost");
    shown.made.view.deleteRow(1);
    await shown.settled();
    expect(await shown.page.locator(".pgw-cell-editor").count()).toBe(0);
    expect(shown.made.of("cell_edited")).toEqual([]);
    // The keyboard goes on from where the row was.
    await shown.page.keyboard.press("ArrowDown");
    expect(await cursor(shown)).toEqual([2, 0]);
  });

  test("columns come and go", async () => {
    const shown = await show(table());
    const { view } = shown.made;
    view.insertColumn(1, { label: "New", key: "new" });
    view.appendColumn("Last");
    view.setCell(0, "new", "n");
    view.setCell(["row1"], 4, "l");
    await shown.settled();
    expect((await shownRows(shown.page)).slice(0, 2)).toEqual([
      ["Delta", "n", "0", "note 0"],
      ["alpha", "2", "note 1", "l"],
    ]);
    view.deleteColumn("number");
    view.deleteColumn(0);
    await shown.settled();
    expect(await shown.page.getByRole("columnheader").allTextContents()).toEqual(["New", "Note", "Last"]);
    view.setColumns([{ key: "note", label: "N" }]);
    await shown.settled();
    expect((await shownRows(shown.page))[0]).toEqual(["note 0"]);
    expect(view.getColumnCount()).toBe(1);
  });
});

describe("reload and second user", () => {
  test("everything is as before", async () => {
    const shown = await show(table({ selectionMode: "multiple", sortable: true }, many(400)));
    const { page } = shown;
    await header(shown, "Number").click();
    await header(shown, "Number").click();
    await page.locator(".pgw-items-scroller").evaluate((each) => {
      each.scrollTop = 2800;
    });
    await shown.settled();
    await page.locator(".pgw-cell", { hasText: /^Row 295$/ }).click();
    await page.keyboard.type("changed");
    await page.keyboard.press("Enter");
    await shown.settled();
    const before = await shownRows(page);
    await shown.reload();
    await expect.poll(() => shownRows(page)).toEqual(before);
    expect(await page.locator(".pgw-item-row.pgw-selected .pgw-cell").first().textContent()).toBe("Row 294");
    expect(await header(shown, "Number").getAttribute("aria-sort")).toBe("descending");
    const second = await page.context().newPage();
    await second.goto(shown.session.getUrl());
    await expect.poll(() => shownRows(second)).toEqual(before);
    await second.locator(".pgw-cell", { hasText: /^note 293$/ }).click();
    await expect
      .poll(() => page.locator(".pgw-item-row.pgw-selected .pgw-cell").first().textContent())
      .toBe("Row 293");
  });
});
