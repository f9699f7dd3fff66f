import type { TreeViewOptions, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

const files = {
  docs: { "guide.md": { size: 12, kind: "text" }, "notes.md": { size: 3, kind: "text" } },
  src: {
    browser: { "grid.ts": { size: 16, kind: "code" }, "apple.ts": { size: 4, kind: "code" } },
    "main.ts": { size: 1, kind: "code" },
  },
  empty: {},
  "read me": { name: "README", size: 2, kind: "text" },
};

function tree(options: TreeViewOptions = {}, data: object | null = files) {
  return (W: Widgets) => {
    const view = W.TreeView({
      columns: [
        { label: "Name", key: "name", editable: true },
        { label: "Size", key: "size", type: "integer", colwidth: 80 },
        { label: "Kind", key: "kind", colwidth: 100 },
      ],
      ...options,
    });
    view.setTree(data as never);
    const heard: [action: string, ...args: unknown[]][] = [];
    const actions = [
      "activated",
      "selected",
      "expanded",
      "collapsed",
      "sorted",
      "cell_edited",
      "scrolled",
    ] as const;
    for (const action of actions) {
      view.on(action, (...args: unknown[]) => {
        heard.push([action, ...args]);
      });
    }
    view.on("changed", () => heard.push(["changed"]));
    const box = W.VBox({ padding: 8 });
    box.addWidget(view, 1);
    mount(W, box);
    const of = (action: string) => heard.filter(([name]) => name === action).map(([, ...args]) => args);
    return { view, heard, of };
  };
}

/** Per row: level, whether it is open, and its first text. */
function outline(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".pgw-item-row")].map((row) => {
      const mark = { true: "-", false: "+" }[row.getAttribute("aria-expanded") ?? ""] ?? " ";
      return `${row.getAttribute("aria-level")}${mark}${row.querySelector(".pgw-cell")?.textContent}`;
    }),
  );
}
const row = ({ page }: Shown<unknown>, text: string) =>
  page.locator(".pgw-item-row", { has: page.locator(`.pgw-cell >> text="${text}"`) });
const current = ({ page }: Shown<unknown>) =>
  page.evaluate(() => document.activeElement?.querySelector(".pgw-cell")?.textContent);

const whole = [
  "1-docs",
  "2 guide.md",
  "2 notes.md",
  "1-src",
  "2-browser",
  "3 grid.ts",
  "3 apple.ts",
  "2 main.ts",
  "1 empty",
  "1 README",
];

describe("what is shown", () => {
  test("the key where the first column has no entry, and nothing where that is null", async () => {
    const shown = await show(
      tree({}, { a: { size: 1 }, b: { name: null, size: 2 }, c: { __values__: { name: null }, kid: null } }),
    );
    const texts = () => outline(shown.page);
    const expected = ["1 a", "1 ", "1-", "2 kid"];
    expect(await texts()).toEqual(expected);
    await shown.reload();
    expect(await texts()).toEqual(expected);
    const { view } = shown.made;
    view.setCell(["a"], "name", null);
    view.updateTree({ a: { size: 1, name: null }, b: { size: 2 }, c: { __values__: {}, kid: null } });
    await shown.settled();
    expect(await texts()).toEqual(["1 ", "1 b", "1-c", "2 kid"]);
    await shown.reload();
    expect(await texts()).toEqual(["1 ", "1 b", "1-c", "2 kid"]);
  });

  test("no header for a view that is made without columns, until they are set", async () => {
    const shown = await show(tree({ columns: [] }, { a: { name: "A" } }));
    const { view } = shown.made;
    const header = shown.page.locator(".pgw-item-header");
    const grid = shown.page.getByRole("treegrid");
    view.appendColumn({ label: "Name", key: "name" });
    view.insertColumn({ label: "Size", key: "size" });
    await shown.settled();
    expect(await header.isVisible()).toBe(false);
    expect(await grid.getAttribute("aria-rowcount")).toBe("1");
    await shown.reload();
    expect(await header.isVisible()).toBe(false);
    expect(await outline(shown.page)).toEqual(["1 A"]);
    view.setColumns([{ label: "Name", key: "name" }]);
    await shown.settled();
    expect(await header.isVisible()).toBe(true);
    expect(await grid.getAttribute("aria-rowcount")).toBe("2");
    view.setColumns([]);
    view.appendColumn({ label: "Name", key: "name" });
    await shown.settled();
    expect(await header.isVisible()).toBe(true);
  });

  test("widths of columns that are not displayed are the numbers that were set", async () => {
    const columns = [
      { label: "A", key: "a", colwidth: "200px" },
      { label: "B", key: "b", colwidth: 70 },
      { label: "C", key: "c" },
    ];
    const shown = await show(tree({ columns }, {}));
    shown.made.view.hide();
    await shown.settled();
    expect(await shown.made.view.getColumnWidths()).toEqual([200, 70, 1]);
  });

  test("levels with roles, places among siblings, and real indentation", async () => {
    const shown = await show(tree());
    expect(await outline(shown.page)).toEqual(whole);
    const grid = shown.page.getByRole("treegrid");
    expect(await grid.getAttribute("aria-rowcount")).toBe("11");
    const apple = row(shown, "apple.ts");
    expect(await apple.getAttribute("aria-posinset")).toBe("2");
    expect(await apple.getAttribute("aria-setsize")).toBe("2");
    expect(await row(shown, "src").getAttribute("aria-setsize")).toBe("4");
    const left = (text: string) =>
      shown.page.evaluate((wanted) => {
        const found = [...document.querySelectorAll(".pgw-cell")].find((each) => each.textContent === wanted);
        const range = document.createRange();
        range.selectNodeContents(found?.lastChild ?? document.body);
        return Math.round(range.getBoundingClientRect().left);
      }, text);
    expect((await left("browser")) - (await left("src"))).toBe(16);
    expect((await left("grid.ts")) - (await left("browser"))).toBe(16);
    expect(await left("guide.md")).toBe(await left("browser"));
    // Where the first column has a cell of its own the key is not shown.
    expect(await row(shown, "README").locator(".pgw-cell").allTextContents()).toEqual([
      "README",
      "2",
      "text",
    ]);
    expect(await row(shown, "src").locator(".pgw-cell").count()).toBe(1);
  });

  test("keys that look like numbers keep their order; flat data has no levels", async () => {
    const shown = await show(tree({}, null));
    const { view } = shown.made;
    view.addItem(null, "10", { name: "ten", sub: { name: "below", deep: {} } });
    view.addItem(null, "2", { name: "two" });
    view.addTree({ z: { name: "zed" }, "1": { name: "one" } } as never, null, "2");
    await shown.settled();
    const before = await outline(shown.page);
    expect(before.filter((line) => line.startsWith("1")).length).toBe(4);
    await shown.reload();
    expect(await outline(shown.page)).toEqual(before);
    view.setData([
      ["a", 1, "x"],
      ["b", 2, "y"],
    ]);
    await shown.settled();
    expect(await outline(shown.page)).toEqual(["1 a", "1 b"]);
    expect(await shown.page.locator(".pgw-leveled").count()).toBe(0);
    view.addItem(["row0"], "c", { name: "c" });
    await shown.settled();
    expect(await outline(shown.page)).toEqual(["1-a", "2 c", "1 b"]);
  });

  test("a thousand levels of rows, and only those in view in the page", async () => {
    const groups = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `group ${i}`,
        Object.fromEntries(
          Array.from({ length: 30 }, (_, j) => [`item ${j}`, { name: `item ${i}.${j}`, size: j }]),
        ),
      ]),
    );
    const shown = await show(tree({}, groups));
    expect(await shown.page.locator(".pgw-item-row").count()).toBeLessThan(45);
    expect(await shown.page.getByRole("treegrid").getAttribute("aria-rowcount")).toBe(String(300 * 31 + 1));
    shown.made.view.collapseAll();
    await shown.settled();
    expect(await shown.page.getByRole("treegrid").getAttribute("aria-rowcount")).toBe("301");
    shown.made.view.scrollToPath(["group 250", "item 20"]);
    await shown.settled();
    await expect.poll(() => row(shown, "item 250.20").isVisible()).toBe(true);
    expect(shown.made.view.getExpanded()).toEqual([["group 250"]]);
    expect(shown.made.heard).toEqual([]);
  });
});

describe("opening and closing", () => {
  test("by the arrow, which selects nothing, and by the program, which fires nothing", async () => {
    const shown = await show(tree());
    const { view, heard, of } = shown.made;
    await row(shown, "src").locator(".pgw-twisty").click();
    await shown.settled();
    expect(await outline(shown.page)).toEqual([...whole.slice(0, 3), "1+src", "1 empty", "1 README"]);
    expect(heard).toEqual([["collapsed", null, ["src"]]]);
    expect(view.getCollapsed()).toEqual([["src"]]);
    await row(shown, "src").locator(".pgw-twisty").click();
    await row(shown, "src").locator(".pgw-twisty").dblclick();
    await shown.settled();
    expect(of("activated")).toEqual([]);
    expect(heard.map(([action]) => action)).toEqual(["collapsed", "expanded", "collapsed", "expanded"]);
    view.collapseAll();
    view.expandItem(["src"]);
    view.collapseItem(["read me"]);
    await shown.settled();
    expect(await outline(shown.page)).toEqual([
      "1+docs",
      "1-src",
      "2+browser",
      "2 main.ts",
      "1 empty",
      "1 README",
    ]);
    await shown.reload();
    expect((await outline(shown.page)).length).toBe(6);
    view.addItem(["read me"], "below", { name: "below" });
    await shown.settled();
    expect((await outline(shown.page)).at(-1)).toBe("1+README");
    view.expandAll();
    await shown.settled();
    expect((await outline(shown.page)).length).toBe(11);
    expect(heard.length).toBe(4);
  });

  test("by keys: in, out, up to the parent", async () => {
    const shown = await show(tree());
    const { page } = shown;
    await row(shown, "browser").click();
    const go = async (key: string) => {
      await page.keyboard.press(key);
      return current(shown);
    };
    expect(await go("ArrowRight")).toBe("grid.ts");
    expect(await go("ArrowLeft")).toBe("browser");
    expect(await go("ArrowLeft")).toBe("browser");
    expect(await go("ArrowLeft")).toBe("src");
    expect(await go("ArrowDown")).toBe("browser");
    expect(await go("ArrowRight")).toBe("browser");
    expect(await go("End")).toBe("README");
    expect(await go("Home")).toBe("docs");
    expect(await go("PageDown")).toBe("README");
    expect(await go("s")).toBe("src");
    await page.keyboard.press("Enter");
    await shown.settled();
    const { of, view } = shown.made;
    expect(of("collapsed")).toEqual([[null, ["src", "browser"]]]);
    expect(of("expanded")).toEqual([[null, ["src", "browser"]]]);
    expect(of("activated")).toEqual([[null, ["src"], null]]);
    expect(view.getSelected()).toEqual([{ path: ["src"], values: null }]);
  });

  test("right to left the arrows are mirrored", async () => {
    const shown = await show(tree(), { dir: "rtl" });
    await row(shown, "browser").click();
    await shown.page.keyboard.press("ArrowLeft");
    expect(await current(shown)).toBe("grid.ts");
    await shown.page.keyboard.press("ArrowRight");
    await shown.page.keyboard.press("ArrowRight");
    await shown.settled();
    expect(shown.made.of("collapsed")).toEqual([[null, ["src", "browser"]]]);
  });

  test.each(["ltr", "rtl"] as const)("header and cells stand in line at every level (%s)", async (dir) => {
    const wide = [
      { label: "Name", key: "name", colwidth: 300 },
      { label: "Size", key: "size", type: "integer", colwidth: 280 },
      { label: "Kind", key: "kind", colwidth: 400 },
    ] as const;
    const shown = await show(tree({ columns: [...wide], showRowNumbers: true }), { dir });
    shown.made.view.expandAll();
    for (const part of [0, 0.6]) {
      shown.made.view.setScrollPosition(part, 0);
      await shown.settled();
      const { header, rows, left, levels } = await shown.page.evaluate(() => {
        const edges = (elements: Iterable<Element>) =>
          [...elements].map((each) => {
            const { left: from, right: to } = each.getBoundingClientRect();
            return [Math.round(from), Math.round(to)];
          });
        const all = [...document.querySelectorAll(".pgw-item-row")];
        return {
          header: edges(document.querySelectorAll(".pgw-header-cell")),
          rows: all.map((each) => edges(each.querySelectorAll(".pgw-cell"))),
          levels: all.map((each) => Number(each.getAttribute("aria-level"))),
          left: Math.abs(document.querySelector(".pgw-items-scroller")?.scrollLeft ?? 0),
        };
      });
      expect(left > 50).toBe(part > 0);
      expect(Math.max(...levels)).toBe(3);
      const leaves = rows.filter((_, i) => levels[i] === 3);
      for (const row of leaves) expect(row).toEqual(header);
      // A cell that covers those after it, which are absent, ends where they would.
      const outer = (edges: number[][]) => [Math.min(...edges.flat()), Math.max(...edges.flat())];
      for (const row of rows) expect(outer(row)).toEqual(outer(header));
    }
  });

  test("closing what holds the focus leaves it on what was closed", async () => {
    const shown = await show(tree());
    await row(shown, "apple.ts").click();
    shown.made.view.collapseItem(["src"]);
    await shown.settled();
    expect(await current(shown)).toBe("src");
    await shown.page.keyboard.press("ArrowDown");
    expect(await current(shown)).toBe("empty");
  });

  test("with a cell cursor the arrows turn a row at its start", async () => {
    const shown = await show(tree({ cellCursor: true }));
    const { page } = shown;
    await row(shown, "src").locator(".pgw-cell").first().click();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await shown.settled();
    expect(shown.made.heard.map(([action]) => action).filter((action) => action !== "selected")).toEqual([
      "collapsed",
      "expanded",
    ]);
    expect(await page.locator(".pgw-cursor").textContent()).toBe("16");
  });
});

describe("changes of the tree", () => {
  test("nodes come, go and change; what stays keeps openness, selection and focus", async () => {
    const shown = await show(tree());
    const { view } = shown.made;
    await row(shown, "apple.ts").click();
    view.collapseItem(["docs"]);
    view.addTree({ "new.ts": { size: 9, kind: "code" } }, ["src"], "main.ts");
    view.removeItem(["src", "browser", "grid.ts"]);
    view.setCell(["src", "main.ts"], "size", 100);
    view.insertRow({ name: "first" }, "first", "docs");
    await shown.settled();
    expect(await outline(shown.page)).toEqual([
      "1 first",
      "1+docs",
      "1-src",
      "2-browser",
      "3 apple.ts",
      "2 new.ts",
      "2 main.ts",
      "1 empty",
      "1 README",
    ]);
    expect(await current(shown)).toBe("apple.ts");
    view.updateTree({
      src: { browser: { "apple.ts": { size: 5, kind: "code" } }, "main.ts": { size: 100, kind: "code" } },
      docs: { "guide.md": { size: 13, kind: "text" } },
    });
    await shown.settled();
    expect(await outline(shown.page)).toEqual(["1-src", "2-browser", "3 apple.ts", "2 main.ts", "1+docs"]);
    expect(await current(shown)).toBe("apple.ts");
    expect(view.getSelected()).toEqual([
      { path: ["src", "browser", "apple.ts"], values: { size: 5, kind: "code" } },
    ]);
    expect(await shown.page.locator(".pgw-item-row.pgw-selected").count()).toBe(1);
    view.deleteTree({ src: { browser: { "apple.ts": true } } });
    await shown.settled();
    expect(await outline(shown.page)).toEqual(["1-src", "2 main.ts", "1+docs"]);
    expect(shown.made.of("changed").length).toBe(1);
    expect(view.getSelected()).toEqual([]);
    view.removeItems([["docs"], ["src", "main.ts"]]);
    view.appendRow({ name: "leaf" });
    view.deleteRow("src");
    await shown.settled();
    expect(await outline(shown.page)).toEqual(["1 leaf"]);
    view.clear();
    await shown.settled();
    expect(await outline(shown.page)).toEqual([]);
  });

  test("sorting goes level by level and back", async () => {
    const shown = await show(tree({ sortable: true }));
    const { view, of } = shown.made;
    await shown.page.getByRole("columnheader", { name: "Name" }).click();
    await shown.settled();
    const sorted = [
      "1-docs",
      "2 guide.md",
      "2 notes.md",
      "1 empty",
      "1 README",
      "1-src",
      "2-browser",
      "3 apple.ts",
      "3 grid.ts",
      "2 main.ts",
    ];
    expect(await outline(shown.page)).toEqual(sorted);
    expect(of("sorted")).toEqual([["name", true]]);
    await shown.reload();
    expect(await outline(shown.page)).toEqual(sorted);
    view.sortByColumn("size", false);
    await shown.settled();
    expect((await outline(shown.page)).filter((line) => line.startsWith("3"))).toEqual([
      "3 grid.ts",
      "3 apple.ts",
    ]);
    view.sortByColumn("gone");
    await shown.settled();
    expect(await outline(shown.page)).toEqual(whole);
  });

  test("a key that is shown is not edited: the field starts empty, and the key stays", async () => {
    const shown = await show(tree());
    await row(shown, "grid.ts").locator(".pgw-cell").first().dblclick();
    const editor = shown.page.locator(".pgw-cell-editor");
    expect(await editor.inputValue()).toBe("");
    await shown.page.keyboard.type("Named");
    await shown.page.keyboard.press("Enter");
    await shown.settled();
    expect(shown.made.of("cell_edited")).toEqual([[["src", "browser", "grid.ts"], "name", "", "Named"]]);
    expect((await outline(shown.page))[5]).toBe("3 Named");
    await row(shown, "main.ts").locator(".pgw-cell").nth(1).dblclick();
    await shown.settled();
    expect(shown.made.of("activated")).toEqual([[{ size: 1, kind: "code" }, ["src", "main.ts"], "size"]]);
  });
});

describe("focus", () => {
  test("the row that has it stays in the page when it is scrolled away", async () => {
    const groups = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [`node ${i}`, { name: `node ${i}` }]),
    );
    const shown = await show(tree({}, groups));
    await row(shown, "node 3").click();
    const scroller = shown.page.locator(".pgw-items-scroller");
    await scroller.evaluate((each) => {
      each.scrollTop = 8000;
    });
    await expect.poll(() => row(shown, "node 290").count()).toBe(1);
    expect(await current(shown)).toBe("node 3");
    // In the page rows stand in their order.
    const order = (await outline(shown.page)).map((line) => Number(/\d+$/.exec(line)?.[0]));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    await shown.page.keyboard.press("ArrowDown");
    expect(await current(shown)).toBe("node 4");
    expect(await row(shown, "node 4").isVisible()).toBe(true);
    expect(await scroller.evaluate((each) => each.scrollTop)).toBeLessThan(150);
  });

  test("touch: a finger scrolls without selecting, and selects by a tap", async () => {
    const shown = await show(tree(), { hasTouch: true });
    await row(shown, "main.ts").tap();
    await shown.settled();
    expect(shown.made.view.getSelected().map(({ path }) => path)).toEqual([["src", "main.ts"]]);
    expect(shown.made.of("selected").length).toBe(1);
    await row(shown, "docs").locator(".pgw-twisty").tap();
    await shown.settled();
    expect(shown.made.of("collapsed")).toEqual([[null, ["docs"]]]);
  });
});
