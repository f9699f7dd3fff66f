import type { Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";
import { cell, columns, cursor, many, shownRows, table } from "./table-view-support.js";

const show = useInterface();

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
    // Where it should have been before the two calls moved it.
    view.setScrollPosition(0, 0.5);
    await shown.settled();
    await expect
      .poll(async () => (await shownRows(shown.page)).some(([name]) => name === "Row 500"))
      .toBe(true);
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
