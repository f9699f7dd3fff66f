/**
 * Tooltips: shown by the pointer and by keys, out of the way of both, and gone when their user is done with them.
 */
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { call, create, listen, ref } from "./fake-server.js";
import { boxOf, useBrowser } from "./harness.js";

const open = useBrowser();
const TIP = "<b>What</b>\nit does";

/** Button 3 with a tooltip, and below it a column of buttons without one. */
const column = [
  create(1, "Page"),
  create(2, "VBox"),
  call(1, "set_widget", ref(2)),
  call(1, "show"),
  ...[3, 4, 5, 6].flatMap((wid) => [
    create(wid, "Button", `Button ${wid}`),
    call(2, "add_widget", ref(wid), 0),
  ]),
  call(3, "set_tooltip", TIP),
];

const tipIn = (page: Page): Locator => page.locator(".pgw-tooltip:popover-open");

/** The middle of a box. */
async function middle(of: Locator): Promise<[x: number, y: number]> {
  const [x, y, width, height] = await boxOf(of);
  return [x + width / 2, y + height / 2];
}

/** Two frames, after which a focus has shown what it shows. */
const frames = (page: Page) =>
  page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

async function overlap(a: Locator, b: Locator): Promise<boolean> {
  const [ax, ay, aw, ah] = await boxOf(a);
  const [bx, by, bw, bh] = await boxOf(b);
  return ax < bx + bw && bx < ax + aw && ay < by + bh && by < ay + ah;
}

describe("a tooltip", () => {
  test("shows for the pointer and for the keyboard, goes on Escape, and is the description", async () => {
    const { page, server, widget } = await open(column);
    const tip = tipIn(page);
    await widget(3).hover();
    await tip.waitFor();
    expect(await tip.textContent()).toBe(TIP);
    await page.keyboard.press("Escape");
    await expect.poll(() => tip.count()).toBe(0);
    await page.mouse.move(500, 500);
    await page.keyboard.press("Tab");
    await tip.waitFor();
    expect(await widget(3).getAttribute("aria-description")).toBe(TIP);
    await page.keyboard.press("Escape");
    await expect.poll(() => tip.count()).toBe(0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await tip.waitFor();
    server.send(call(3, "set_tooltip", ""));
    await expect.poll(() => tip.count()).toBe(0);
  });

  test("of the pointer stays while the pointer is on it", async () => {
    const { page, widget } = await open(column);
    const tip = tipIn(page);
    await widget(3).hover();
    await tip.waitFor();
    await page.mouse.move(...(await middle(tip)));
    expect(await tip.evaluate((each) => each.matches(":hover"))).toBe(true);
    // Longer than it stays without a pointer.
    await page.evaluate("new Promise((done) => setTimeout(done, 400))");
    expect(await tip.count()).toBe(1);
    await page.mouse.move(500, 500);
    await expect.poll(() => tip.count()).toBe(0);
  });

  test("of the focus lets the pointer through, and stays when the pointer moves elsewhere", async () => {
    const { page, server, widget } = await open([...column, ...listen(4, "activated")]);
    const tip = tipIn(page);
    await widget(4).waitFor();
    await page.mouse.move(500, 500);
    await page.keyboard.press("Tab");
    await tip.waitFor();
    await page.mouse.move(500, 600);
    await page.evaluate("new Promise((done) => setTimeout(done, 400))");
    expect(await tip.count()).toBe(1);
    // It lies over the next button, which is what a press there means.
    expect(await overlap(tip, widget(4))).toBe(true);
    await page.mouse.click(...(await middle(tip)));
    await expect.poll(() => server.callbacks("activated")).toEqual([[]]);
    expect(await tip.count()).toBe(0);
  });

  test("goes at a press anywhere, and comes again only after the pointer has left", async () => {
    const { page, widget } = await open(column);
    const tip = tipIn(page);
    await widget(3).waitFor();
    await page.keyboard.press("Tab");
    await tip.waitFor();
    await page.mouse.click(500, 600);
    await expect.poll(() => tip.count()).toBe(0);
    await widget(3).hover();
    await tip.waitFor();
    await page.mouse.down();
    await expect.poll(() => tip.count()).toBe(0);
    await page.mouse.up();
    await page.mouse.move(...(await middle(widget(3).locator("span"))));
    await page.mouse.move(500, (await middle(widget(3)))[1] + 2);
    // Longer than the pointer has to rest.
    await page.evaluate("new Promise((done) => setTimeout(done, 900))");
    expect(await tip.count()).toBe(0);
    await page.mouse.move(500, 600);
    await widget(3).hover();
    await tip.waitFor();
  });

  test("does not show for a focus that the pointer or the program gave after a press", async () => {
    const { page, server } = await open([
      ...column,
      create(7, "TextEntry"),
      call(2, "add_widget", ref(7), 0),
      call(7, "set_tooltip", "Name"),
    ]);
    const entry = page.getByRole("textbox", { name: "Name" });
    await entry.click();
    await frames(page);
    expect(await tipIn(page).count()).toBe(0);
    await page.mouse.move(500, 600);
    server.send(call(3, "set_focus"));
    await expect.poll(() => page.evaluate("document.activeElement.dataset.wid")).toBe("3");
    server.send(call(7, "set_focus"));
    await expect.poll(() => entry.evaluate((each) => each === document.activeElement)).toBe(true);
    await frames(page);
    expect(await tipIn(page).count()).toBe(0);
    // The same after a key shows it.
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await tipIn(page).waitFor();
  });

  test("goes when what it belongs to is scrolled, but not when the focus itself scrolls to it", async () => {
    const { page, widget } = await open([
      create(1, "Page"),
      create(8, "ScrollArea"),
      create(2, "VBox"),
      call(8, "set_widget", ref(2)),
      call(1, "set_widget", ref(8)),
      call(1, "show"),
      create(3, "Button", "Near"),
      create(4, "Button", "Far"),
      call(3, "set_margins", [0, 0, 0, 1500]),
      call(4, "set_margins", [0, 0, 0, 1500]),
      call(2, "add_widget", ref(3), 0),
      call(2, "add_widget", ref(4), 0),
      call(4, "set_tooltip", TIP),
    ]);
    const tip = tipIn(page);
    await widget(3).focus();
    await page.keyboard.press("Tab");
    await tip.waitFor();
    expect(await overlap(tip, widget(4))).toBe(false);
    await frames(page);
    expect(await tip.count()).toBe(1);
    await widget(4).evaluate((each) => {
      let scroller: Element | null = each;
      while (scroller !== null && scroller.scrollTop === 0) scroller = scroller.parentElement;
      scroller?.scrollBy(0, -20);
    });
    await expect.poll(() => tip.count()).toBe(0);
  });

  test("of the focus does not cover what has it, even in a widget that fills the page", async () => {
    const { page, widget } = await open([
      create(1, "Page"),
      create(2, "TreeView", { columns: [{ label: "Name", key: "name" }] }),
      call(1, "set_widget", ref(2)),
      call(1, "show"),
      call(2, "set_tree", Object.fromEntries([..."abcdef"].map((name) => [name, { name }]))),
      call(2, "set_tooltip", TIP),
    ]);
    const tip = tipIn(page);
    // Tables come as a part of their own, and have nothing to focus before.
    await widget(2).getByRole("row", { name: "f", exact: true }).waitFor();
    await page.keyboard.press("Tab");
    for (let i = 0; i < 3; i++) {
      await page.keyboard.press("ArrowDown");
      await tip.waitFor();
      await frames(page);
      expect(await overlap(tip, page.locator(":focus"))).toBe(false);
    }
  });
});
