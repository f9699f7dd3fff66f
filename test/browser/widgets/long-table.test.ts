import type { Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { joinedParts } from "../../../runtime/protocol/parts.js";
import { call, create, type FakeServer, listen, ref } from "../fake-server.js";
import { useBrowser } from "../harness.js";
import { useInterface } from "../support.js";
import { cell, columns, header, many, shownRows, table } from "./table-view-support.js";

const show = useInterface();
const open = useBrowser();

/** So many rows travel in several parts. */
const COUNT = 12_000;
const texts = (row: number) => [`Row ${row}`, String(row), `note ${row}`];

describe("a table of many rows", () => {
  test("shows any of them, and takes what its user and the program do", async () => {
    const shown = await show((W: Widgets) =>
      table({ selectionMode: "multiple", sortable: true }, many(COUNT))(W),
    );
    const { page } = shown;
    const { view, of } = shown.made;
    const grid = page.getByRole("grid");
    expect(await grid.getAttribute("aria-rowcount")).toBe(String(COUNT + 1));
    expect((await shownRows(page))[0]).toEqual(texts(0));
    view.scrollToEnd();
    await shown.settled();
    await expect.poll(async () => (await shownRows(page)).at(-1)).toEqual(texts(COUNT - 1));
    await cell(shown, COUNT - 2, 0).dblclick();
    await page.keyboard.type("typed");
    await page.keyboard.press("Enter");
    await expect.poll(() => of("cell_edited")).toHaveLength(1);
    expect(of("cell_edited")[0]).toEqual([[`row${COUNT - 2}`], "name", `Row ${COUNT - 2}`, "typed"]);
    view.setCell([`row${COUNT - 3}`], "note", "set");
    view.setRowColor([`row${COUNT - 3}`], null, "#ff0000");
    await shown.settled();
    expect(await cell(shown, COUNT - 3, 2).textContent()).toBe("set");
    await header(shown, "Number").click();
    await header(shown, "Number").click();
    await expect.poll(() => of("sorted")).toHaveLength(2);
    view.scrollToPath([`row${COUNT - 1}`]);
    await shown.settled();
    await expect
      .poll(async () => (await shownRows(page))[1])
      .toEqual(["typed", ...texts(COUNT - 2).slice(1)]);
    await cell(shown, 0, 0).click();
    await page.keyboard.press("Control+End");
    await expect.poll(async () => (await shownRows(page)).at(-1)).toEqual(texts(0));
    await page.keyboard.press("Control+a");
    await expect.poll(() => view.getSelected().length).toBe(COUNT);
    const [selected] = of("selected").at(-1) as [{ values: unknown }[]];
    expect(selected.every(({ values }) => values !== null)).toBe(true);
  });

  test("stands the same after a reload and in a second browser", async () => {
    const shown = await show((W: Widgets) => {
      const made = table({}, many(COUNT))(W);
      made.view.setCell(3, "note", "from the program");
      made.view.sortByColumn("number", false);
      made.view.setColumnWidth("note", 222);
      return made;
    });
    const other = await shown.page.context().newPage();
    await other.goto(shown.session.getUrl());
    for (const page of [shown.page, other]) {
      await expect.poll(async () => (await shownRows(page))[0]).toEqual(texts(COUNT - 1));
    }
    await shown.page.reload();
    await expect.poll(async () => (await shownRows(shown.page))[0]).toEqual(texts(COUNT - 1));
    shown.made.view.sortByColumn(null);
    await shown.settled();
    for (const page of [shown.page, other]) {
      await expect.poll(async () => (await shownRows(page))[3]).toEqual(["Row 3", "3", "from the program"]);
    }
  });
});

/** Lists of rows on their way to a table with the number 2. */
function* lists(count: number, length: number): Generator<Uint8Array> {
  const rows = many(count);
  for (let at = 0; at < count; at += length) {
    yield new TextEncoder().encode(JSON.stringify(rows.slice(at, at + length)));
  }
}

function send(server: FakeServer, method: string, parts: Uint8Array[], ...more: unknown[]): void {
  const sizes = parts.map(({ byteLength }) => byteLength);
  server.send({ type: "binary-call", wid: 2, method, args: [sizes, ...more], silent: true });
  server.sendBinary(joinedParts(parts));
}

describe("rows that are on their way", () => {
  const LENGTH = 100;
  const all = [...lists(500, LENGTH)];
  const start = async () => {
    const opened = await open([
      create(1, "TopLevel", { title: "T" }),
      create(2, "TableView", { columns, sortable: true, selection_mode: "multiple" }),
      call(1, "set_widget", ref(2)),
      call(1, "resize", 600, 400),
      ...listen(2, "selected", "sorted"),
      call(1, "show"),
    ]);
    const { page, server } = opened;
    const grid = page.getByRole("grid");
    await grid.waitFor();
    send(server, "_loadRows", all.slice(0, 2), LENGTH, 500);
    await page.getByText("Row 1", { exact: true }).waitFor();
    return { ...opened, grid };
  };

  test("are announced; those that are there are shown and can be scrolled to", async () => {
    const { page, server, grid } = await start();
    expect(await grid.getAttribute("aria-busy")).toBe("true");
    expect(await grid.getAttribute("aria-rowcount")).toBe("501");
    server.send(call(2, "scroll_to_end"));
    await page.locator('[aria-rowindex="501"]').waitFor();
    expect((await shownRows(page)).at(-1)).toEqual([""]);
    send(server, "_moreRows", all.slice(2, 4));
    server.send(call(2, "scroll_to_path", ["row390"]));
    await page.getByText("Row 390", { exact: true }).waitFor();
    expect(await grid.getAttribute("aria-busy")).toBe("true");
    server.send(call(2, "scroll_to_end"));
    send(server, "_moreRows", all.slice(4));
    await expect.poll(async () => (await shownRows(page)).at(-1)).toEqual(["Row 499", "499", "note 499"]);
    expect(await grid.getAttribute("aria-busy")).toBeNull();
  });

  test("keep the table from taking input until they are there", async () => {
    const { page, server, grid } = await start();
    const first = page.getByText("Row 1", { exact: true });
    await first.click();
    await page.getByRole("columnheader", { name: "Number" }).click();
    await first.dblclick();
    await page.keyboard.press("Control+a");
    expect(await page.locator(".pgw-cell-editor").count()).toBe(0);
    expect(server.callbacks("selected")).toEqual([]);
    expect(server.callbacks("sorted")).toEqual([]);
    send(server, "_moreRows", all.slice(2));
    await expect.poll(() => grid.getAttribute("aria-busy")).toBeNull();
    await page.getByRole("columnheader", { name: "Number" }).click();
    await expect.poll(() => server.callbacks("sorted")).toEqual([["number", true]]);
    await first.click();
    await expect.poll(() => server.callbacks("selected")).toHaveLength(1);
  });

  test("make way for others", async () => {
    const { page, server, grid } = await start();
    server.send(call(2, "set_data", [{ name: "only one" }]));
    await page.getByText("only one").waitFor();
    expect(await grid.getAttribute("aria-busy")).toBeNull();
    expect(await shownRows(page)).toEqual([["only one"]]);
  });
});
