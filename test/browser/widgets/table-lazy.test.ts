import type { Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

/** Two views, and what is said to them at once. */
function views(W: Widgets) {
  const table = W.TableView({ columns: ["Name", { label: "Number", key: "n", type: "integer" }] });
  const tree = W.TreeView({ columns: ["Name"] });
  table.setData([
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ]);
  tree.setTree({ x: { y: {} } });
  table.deleteRow(1);
  table.setSelected(["row2"]);
  const selected: unknown[] = [];
  table.on("selected", (items) => selected.push(items));
  const box = W.VBox();
  box.addWidget(table, 1);
  box.addWidget(tree, 1);
  mount(W, box);
  return { table, tree, selected };
}

describe("a part of the page that is loaded later", () => {
  test("loses nothing of what is said before it is there", async () => {
    const shown = await show(views);
    const { page } = shown;
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let parts = 0;
    const first = await page.evaluate(() => [...document.scripts].map(({ src }) => src));
    await page.route("**/part-*.js", async (route) => {
      if (!first.includes(route.request().url())) {
        parts++;
        await held;
      }
      await route.continue();
    });
    await page.reload();
    const busy = page.locator("[aria-busy=true]");
    await expect.poll(() => busy.count()).toBe(2);
    const { table, tree } = shown.made;
    const widths = table.getColumnWidths();
    table.appendRow(["d", 4]);
    table.sortByColumn("n", false);
    table.setFocus();
    tree.addItem(["x"], "z", {});
    tree.setEnabled(false);
    await page.waitForTimeout(200);
    letGo();
    expect((await widths).length).toBe(2);
    await shown.settled();
    expect(parts).toBeGreaterThan(0);
    expect(await busy.count()).toBe(0);
    const texts = () => page.locator(".pgw-item-row").allTextContents();
    expect(await texts()).toEqual(["d4", "c3", "a1", "x", "y", "z"]);
    expect(await page.locator(".pgw-item-row.pgw-selected").allTextContents()).toEqual(["c3"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("c");
    expect(await page.getByRole("treegrid").getAttribute("aria-disabled")).toBe("true");
    expect(shown.made.selected).toEqual([]);
  });

  test("fills its widget when the rest has been painted", async () => {
    const shown = await show((W: Widgets) => {
      const box = W.VBox();
      box.addWidget(W.Label("Painted first"), 0);
      box.addWidget(W.TableView({ columns: ["a"] }), 1);
      mount(W, box);
    });
    const { page } = shown;
    await page.getByRole("grid").waitFor();
    const parts = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.includes("/part-")),
    );
    // The part is there before its widget is, and so could fill it at once.
    await page.addInitScript({ content: parts.map((part) => `import("${part}");`).join("\n") });
    await page.addInitScript(() => {
      // A page without frames, which takes 120 ms for the time of one.
      window.requestAnimationFrame = () => 0;
      const seen: Record<string, number> = {};
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (document.querySelector(".pgw-label") !== null) seen.label ??= performance.now();
        if (document.querySelector("[role=grid]") !== null) seen.grid ??= performance.now();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await page.getByRole("grid").waitFor();
    const waited = await page.evaluate(() => {
      const { seen } = window as unknown as { seen: { label: number; grid: number } };
      return seen.grid - seen.label;
    });
    expect(waited).toBeGreaterThan(100);
  });

  test("that cannot be loaded says so, and the rest of the page works", async () => {
    const shown = await show((W: Widgets) => {
      const button = W.Button("Works");
      const pressed: string[] = [];
      button.on("activated", () => pressed.push("pressed"));
      const box = W.VBox();
      box.addWidget(button, 0);
      mount(W, box);
      return { box, button, pressed, W };
    });
    await shown.page.route("**/part-*.js", (route) =>
      route.fulfill({ status: 200, contentType: "text/javascript", body: "throw 1" }),
    );
    const failures: unknown[] = [];
    const table = shown.made.W.TableView({ columns: ["a"] });
    shown.made.box.addWidget(table, 1);
    table.getColumnWidths().catch((error: unknown) => failures.push(error));
    await expect.poll(() => shown.page.getByText("TableView could not be loaded").count()).toBe(1);
    await shown.at(shown.made.button).click();
    await shown.settled();
    expect(shown.made.pressed).toEqual(["pressed"]);
    expect(failures.length).toBe(1);
  });

  test("is got ahead of its first widget, unless the user saves data", async () => {
    const visit = async (getsAhead: boolean) => {
      const shown = await show(
        (W: Widgets) => {
          const box = W.VBox();
          mount(W, box);
          return { box, W };
        },
        { getsAhead },
      );
      const parts = async () => {
        const loaded = await shown.page.evaluate(() =>
          performance.getEntriesByType("resource").map(({ name }) => name),
        );
        return loaded.filter((name) => name.includes("/part-")).length;
      };
      const use = async () => {
        const { box, W } = shown.made;
        box.addWidget(W.TableView({ columns: ["a"] }), 1);
        box.addWidget(W.TextSource({ text: "b" }), 1);
        await shown.settled();
        expect(await shown.page.getByRole("grid").count()).toBe(1);
        expect(await shown.page.locator(".cm-line").count()).toBe(1);
      };
      return { page: shown.page, parts, use };
    };
    const saving = await visit(false);
    const needed = await saving.parts();
    await saving.page.waitForTimeout(2000);
    expect(await saving.parts()).toBe(needed);
    await saving.use();
    expect(await saving.parts()).toBe(needed + 2);

    const other = await visit(true);
    await expect.poll(() => other.parts()).toBe(needed + 2);
    await other.use();
    expect(await other.parts()).toBe(needed + 2);
  });
});
