import type { TableViewOptions, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

const columns = [
  { label: "Name", key: "name", editable: true },
  { label: "Number", key: "number", type: "integer" as const, colwidth: 90, editable: true },
  { label: "Note", key: "note" },
];
const names = ["Delta", "alpha", "Charlie", "bravo", "Echo"];
const few = names.map((name, i) => ({ name, number: (i * 7) % 5, note: `note ${i}` }));
const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `Row ${i}`, number: i, note: `note ${i}` }));

type Heard = [action: string, ...args: unknown[]];
const actions = [
  "activated",
  "selected",
  "sorted",
  "columns_resized",
  "cell_edited",
  "cell_selected",
  "cell_action",
  "copy",
  "cut",
  "paste",
  "scrolled",
] as const;

function table(options: TableViewOptions = {}, rows: readonly object[] = few) {
  return (W: Widgets) => {
    const view = W.TableView({ columns, ...options });
    view.setData(rows as never);
    const heard: Heard[] = [];
    for (const action of actions) {
      view.on(action, (...args: unknown[]) => {
        heard.push([action, ...args]);
      });
    }
    const before = W.Button("Before");
    const after = W.Button("After");
    const box = W.VBox({ padding: 8, spacing: 8 });
    box.addWidget(before, 0);
    box.addWidget(view, 1);
    box.addWidget(after, 0);
    mount(W, box);
    const of = (action: string) => heard.filter(([name]) => name === action).map(([, ...args]) => args);
    return { view, heard, before, after, of };
  };
}

type Made = ReturnType<ReturnType<typeof table>>;

/** The texts that are shown, row by row. */
function shownRows(page: Page): Promise<string[][]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".pgw-item-row")].map((row) =>
      [...row.querySelectorAll("[role=gridcell]")].map((cell) => cell.textContent ?? ""),
    ),
  );
}
const cell = ({ page }: Shown<unknown>, row: number, column: number) =>
  page.locator(`[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`);
const header = ({ page }: Shown<unknown>, label: string) =>
  page.getByRole("columnheader", { name: label, exact: true });
const cursor = ({ page }: Shown<unknown>) =>
  page.evaluate(() => {
    const at = document.querySelector(".pgw-cursor");
    return at === null
      ? null
      : [
          Number(at.parentElement?.getAttribute("aria-rowindex")) - 2,
          Number(at.getAttribute("aria-colindex")) - 1,
        ];
  });
const focusedText = ({ page }: Shown<unknown>) =>
  page.evaluate(() => document.activeElement?.textContent ?? "");

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

describe("rows in view", () => {
  test("only those in view are in the page, wherever it is scrolled to", async () => {
    const shown = await show(table({}, many(20_000)));
    const count = () => shown.page.locator(".pgw-item-row").count();
    expect(await count()).toBeLessThan(40);
    await shown.page.locator(".pgw-items-scroller").evaluate((each) => {
      each.scrollTop = 300_000;
    });
    await shown.settled();
    await expect
      .poll(async () => (await shownRows(shown.page)).some(([name]) => name === "Row 10720"))
      .toBe(true);
    expect(await count()).toBeLessThan(50);
    const [h, v] = shown.made.of("scrolled").at(-1) as [number, number];
    expect(h).toBe(0);
    expect(v).toBeCloseTo(300_000 / (20_000 * 28 - 500), 2);
    expect(shown.made.view.getScrollPosition()[1]).toBe(v);
  });

  test("a short way moves the rows that come into view, and no others", async () => {
    const shown = await show(table({}, many(1000)));
    const moved = (by: number) =>
      shown.page.locator(".pgw-items-scroller").evaluate(async (scroller, by) => {
        let count = 0;
        const observer = new MutationObserver((records) => {
          for (const { addedNodes } of records) count += addedNodes.length;
        });
        const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        observer.observe(scroller.querySelector(".pgw-items-body") as Element, { childList: true });
        scroller.scrollTop += by;
        await frame();
        observer.disconnect();
        return count;
      }, by);
    await moved(5600);
    const names = async () => (await shownRows(shown.page)).map(([name]) => name);
    expect(await moved(56)).toBe(2);
    // The first row, where the keyboard is, and from six above the view.
    expect((await names())[1]).toBe("Row 196");
    expect(await moved(-84)).toBe(3);
    expect((await names())[1]).toBe("Row 193");
    // Read in their order by who does not see them.
    const order = await shown.page
      .locator(".pgw-items-body [aria-rowindex]")
      .evaluateAll((rows) => rows.map((each) => Number(each.getAttribute("aria-rowindex"))));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test("a place that is asked for before there are rows is gone to when they come", async () => {
    const shown = await show(table({}, []));
    const { view, of } = shown.made;
    view.setScrollPosition(0, 0.5);
    await shown.settled();
    view.setData(many(1000) as never);
    const middle = async () => (await shownRows(shown.page)).some(([name]) => name === "Row 500");
    await expect.poll(middle).toBe(true);
    await shown.reload();
    await expect.poll(middle).toBe(true);
    expect(of("scrolled")).toEqual([]);
  });

  test("a place that the program asked for holds when rows become higher, until the user scrolls", async () => {
    const shown = await show(table({}, many(1000)));
    const { view } = shown.made;
    const scroller = shown.page.locator(".pgw-items-scroller");
    const at = () => scroller.evaluate((each) => each.scrollTop);
    const row = () =>
      shown.page.evaluate(
        () => document.querySelector<HTMLElement>(".pgw-items-body [role=row]")?.offsetHeight ?? 0,
      );
    view.setScrollPosition(0, 0.5);
    await shown.settled();
    const [before, low] = [await at(), await row()];
    view.setFont("sans-serif", 30);
    await expect.poll(row).toBeGreaterThan(low + 5);
    // Half of the way: the height of all rows, less what is seen of them; the header has become higher as well.
    const seen = 1000 * low - 2 * before;
    await expect
      .poll(async () => Math.abs((await at()) - (1000 * (await row()) - seen) / 2))
      .toBeLessThan(30);
    await scroller.evaluate((each) => {
      each.scrollTop = 4000;
    });
    await expect.poll(() => view.getScrollPosition()[1]).toBeLessThan(0.2);
    view.setFont("sans-serif", 14);
    await expect.poll(row).toBeLessThan(low + 5);
    expect(Math.abs((await at()) - 4000)).toBeLessThan(50);
  });

  test("what the program scrolls fires nothing", async () => {
    const shown = await show(table({}, many(1000)));
    const { view, of } = shown.made;
    view.setScrollPosition(0, 0.5);
    await shown.settled();
    await expect
      .poll(async () => (await shownRows(shown.page)).some(([name]) => name === "Row 500"))
      .toBe(true);
    view.scrollToPath(["row900"]);
    await shown.settled();
    await expect
      .poll(async () => (await shownRows(shown.page)).some(([name]) => name === "Row 900"))
      .toBe(true);
    view.scrollToEnd();
    await shown.settled();
    await expect.poll(async () => (await shownRows(shown.page)).at(-1)?.[0]).toBe("Row 999");
    view.setData(many(12) as never);
    await shown.settled();
    await shown.page.waitForTimeout(100);
    expect(of("scrolled")).toEqual([]);
    expect((await shownRows(shown.page)).length).toBe(12);
  });

  test("hidden and shown again, or moved to another place, it is where it was", async () => {
    const shown = await show((W: Widgets) => {
      const view = W.TableView({ columns });
      view.setData(many(1000) as never);
      const scrolled: unknown[] = [];
      view.on("scrolled", (...args) => scrolled.push(args));
      const [box, left, right] = [W.HBox(), W.VBox(), W.VBox()];
      left.addWidget(view, 1);
      box.addWidget(left, 1);
      box.addWidget(right, 1);
      mount(W, box);
      return { view, left, right, scrolled };
    });
    const { view, left, right, scrolled } = shown.made;
    const scroller = shown.page.locator(".pgw-items-scroller");
    const rowIsSeen = (text: string) =>
      expect
        .poll(() => shown.page.locator(".pgw-cell", { hasText: new RegExp(`^${text}$`) }).isVisible())
        .toBe(true);
    await scroller.evaluate((each) => {
      each.scrollTop = 5600;
    });
    await rowIsSeen("Row 205");
    view.hide();
    await shown.settled();
    view.show();
    await shown.settled();
    await rowIsSeen("Row 205");
    left.remove(view);
    right.addWidget(view, 1);
    await shown.settled();
    await rowIsSeen("Row 205");
    expect(await scroller.evaluate((each) => each.scrollTop)).toBe(5600);
    expect(scrolled.length).toBe(1);
  });

  test("rows beyond the height that a browser can lay out", async () => {
    const shown = await show(table({ columns: ["a"] }, []));
    // From the page's side: a million short rows would take the test long to send.
    shown.made.view.setData(Array.from({ length: 700_000 }, (_, i) => [i]) as never);
    await shown.settled();
    const scroller = shown.page.locator(".pgw-items-scroller");
    await expect.poll(async () => (await shownRows(shown.page))[0]?.[0]).toBe("0");
    await scroller.evaluate((each) => {
      each.scrollTop = each.scrollHeight;
    });
    await expect.poll(async () => (await shownRows(shown.page)).at(-1)?.[0]).toBe("699999");
    await cell(shown, 699_999, 0).click();
    await shown.page.keyboard.press("ArrowUp");
    expect(await cursor(shown)).toEqual([699_998, 0]);
    await shown.page.keyboard.press("Control+Home");
    expect(await cursor(shown)).toEqual([0, 0]);
    expect(await scroller.evaluate((each) => each.scrollTop)).toBe(0);
    // Short ways go pixel by pixel.
    await scroller.hover();
    await shown.page.mouse.wheel(0, 280);
    await expect.poll(() => scroller.evaluate((each) => each.scrollTop)).toBe(280);
    expect(await cell(shown, 12, 0).isVisible()).toBe(true);
  }, 240_000);
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
