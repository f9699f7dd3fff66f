import type { TabWidget, Widget, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { drag } from "../harness.js";
import { mount, mountAtCorner, useInterface } from "../support.js";

const show = useInterface();

type Options = Parameters<Widgets["TabWidget"]>[0];

/** Tabs a, b, c ... at the corner of the page, and what they tell. */
function build(W: Widgets, options: Options = {}, names = "abc") {
  const tabs = W.TabWidget(options);
  const told: string[] = [];
  const pages = [...names].map(() => W.VBox({ padding: 10 }));
  const nameOf = (page: Widget) => names[pages.indexOf(page as (typeof pages)[number])] ?? "?";
  pages.forEach((page, i) => {
    page.addWidget(W.Button(`Button ${names[i]}`));
    tabs.addWidget(page, { title: `Tab ${names[i]}` });
  });
  tabs.on("page-switch", (page, index) => void told.push(`switch ${nameOf(page)} ${index}`));
  tabs.on("page-close", (page) => void told.push(`close ${nameOf(page)}`));
  tabs.on("page-moved", (page, index) => void told.push(`moved ${nameOf(page)} ${index}`));
  tabs.resize(400, 200);
  mountAtCorner(W, tabs);
  return { tabs, pages, told, W };
}

const order = (tabs: TabWidget, pages: readonly Widget[], names = "abc") =>
  tabs
    .getChildren()
    .map((page) => names[pages.indexOf(page)])
    .join("");

describe("StackWidget", () => {
  test("shows one page, the first one to begin with; hidden ones keep what was typed", async () => {
    const { page, at, made, settled, box } = await show((W) => {
      const stack = W.StackWidget({ size: [300, 100] });
      const one = W.VBox();
      const entry = W.TextEntry();
      one.addWidget(entry);
      const two = W.Label("two");
      const seen: number[] = [];
      stack.on("page-switch", (_, index) => void seen.push(index));
      stack.addWidget(one, { title: "One" });
      stack.addWidget(two);
      mountAtCorner(W, stack);
      return { stack, one, two, seen };
    });
    expect(await box(made.one)).toEqual([0, 0, 300, 100]);
    expect(await at(made.two).isVisible()).toBe(false);
    await page.locator("input").fill("kept");
    made.stack.showWidget(made.two);
    await settled();
    expect(await at(made.one).isVisible()).toBe(false);
    expect(await box(made.two)).toEqual([0, 0, 300, 100]);
    made.stack.setIndex(7);
    made.stack.setIndex(0);
    await settled();
    expect(await page.locator("input").inputValue()).toBe("kept");
    made.stack.closeWidget(made.one);
    await settled();
    expect(await at(made.two).isVisible()).toBe(true);
    expect(made.stack.getIndex()).toBe(0);
    expect(made.seen).toEqual([0, 1, 0, 0]);
  });

  test("tells a page that it is there, each time that it is", async () => {
    const { made, settled } = await show((W) => {
      const stack = W.StackWidget();
      const pages = [W.Label("one"), W.Label("two")] as const;
      const maps: string[] = [];
      for (const each of pages) {
        each.on("map", () => void maps.push(each.getText() ?? ""));
        stack.addWidget(each);
      }
      mount(W, stack);
      return { stack, maps };
    });
    await settled();
    made.stack.setIndex(1);
    await settled();
    made.stack.setIndex(0);
    await settled();
    expect(made.maps).toEqual(["one", "two", "one"]);
  });
});

describe("choosing", () => {
  test("by click shows the page and tells once; a reload shows the same", async () => {
    const { page, at, made, settled, reload } = await show((W) => build(W));
    await settled();
    made.told.length = 0;
    await page.getByRole("tab", { name: "Tab b" }).click();
    await page.getByRole("tab", { name: "Tab b" }).click();
    await settled();
    expect(made.told).toEqual(["switch b 1"]);
    expect(await at(made.pages[1] as Widget).isVisible()).toBe(true);
    expect(await at(made.pages[0] as Widget).isVisible()).toBe(false);
    await reload();
    expect(await at(made.pages[1] as Widget).isVisible()).toBe(true);
    expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("Tab b");
    expect(made.told).toEqual(["switch b 1"]);
  });

  test("by keys: one stop of the Tab key, arrows, Home and End", async () => {
    const { page, made, settled } = await show((W) => build(W));
    await settled();
    made.told.length = 0;
    await page.keyboard.press("Tab");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"]) {
      await page.keyboard.press(key);
    }
    await settled();
    expect(made.told.map((each) => each.slice(7))).toEqual(["b 1", "c 2", "a 0", "c 2", "a 0", "c 2"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Tab c");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Button c");
  });

  test("by the program tells its handlers once, and the focus goes to the tab that is shown", async () => {
    const { page, made, settled } = await show((W) => build(W));
    await settled();
    made.told.length = 0;
    made.tabs.setIndex(2);
    made.tabs.showWidget(made.pages[2] as Widget);
    made.tabs.setFocus();
    await settled();
    expect(made.told).toEqual(["switch c 2"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Tab c");
  });

  test("names and roles say what belongs together", async () => {
    const { page, made, settled } = await show((W) => build(W, { closable: true }));
    const roles = await page.locator(".pgw-tab-widget").ariaSnapshot();
    expect(roles).toContain("- tablist:");
    expect(roles).toContain('- tab "Tab a" [selected]');
    expect(roles).toContain('- tabpanel "Tab a"');
    expect(roles).toContain('- button "Close Tab b"');
    made.tabs.setTabPosition("left");
    await settled();
    expect(await page.getByRole("tablist").getAttribute("aria-orientation")).toBe("vertical");
    const tab = await made.tabs.getTabId(made.pages[1] as Widget);
    expect(tab).toMatch(/^tab_\d+$/);
    expect(await made.tabs.getChild(tab ?? "")).toBe(made.pages[1]);
    expect(await made.tabs.getChild("tab_0")).toBeNull();
  });
});

describe("sides", () => {
  test("the tabs stand on the side that is asked for, whatever the direction of reading", async () => {
    const { page, made, box, settled } = await show((W) => build(W), { dir: "rtl" });
    const [left, top, width, height] = await box(made.tabs);
    const strip = page.locator(".pgw-tab-strip");
    made.tabs.setTabPosition("left");
    await settled();
    const atLeft = await strip.boundingBox();
    expect([atLeft?.x, atLeft?.height]).toEqual([left, height]);
    made.tabs.setTabPosition("right");
    await settled();
    const atRight = await strip.boundingBox();
    expect((atRight?.x ?? 0) + (atRight?.width ?? 0)).toBe(left + width);
    made.tabs.setTabPosition("bottom");
    await settled();
    const below = await strip.boundingBox();
    expect((below?.y ?? 0) + (below?.height ?? 0)).toBe(top + height);
    made.tabs.setTabPosition("none");
    await settled();
    expect(await strip.isVisible()).toBe(false);
    expect(await box(made.pages[0] as Widget)).toEqual([left, top, width, height]);
  });

  test("up and down go through tabs that stand", async () => {
    const { page, made, settled } = await show((W) => build(W, { tabPosition: "right" }));
    made.tabs.setFocus();
    await settled();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await settled();
    expect(made.tabs.getIndex()).toBe(1);
  });
});

describe("closing", () => {
  test("by the cross, the middle button and Delete takes the page out and tells", async () => {
    const { page, at, made, settled, reload } = await show((W) => build(W, { closable: true }, "abcd"));
    await settled();
    made.told.length = 0;
    await page.getByRole("button", { name: "Close Tab b" }).click();
    await settled();
    expect(made.told).toEqual(["close b"]);
    expect(await page.getByRole("tab").count()).toBe(3);
    await page.getByRole("tab", { name: "Tab d" }).click({ button: "middle" });
    await settled();
    expect(made.told.at(-1)).toBe("close d");
    await page.getByRole("tab", { name: "Tab a" }).click();
    await page.keyboard.press("Delete");
    await settled();
    expect(order(made.tabs, made.pages)).toBe("c");
    expect(made.told.slice(2).sort()).toEqual(["close a", "switch c 0"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Tab c");
    expect(await at(made.pages[2] as Widget).isVisible()).toBe(true);
    await reload();
    expect(await page.getByRole("tab").allTextContents()).toEqual(["Tab c"]);
    expect(made.pages[0]?.isVisible()).toBe(true);
  });

  test("the program takes pages out that are not shown, and all of them", async () => {
    const { page, made, settled } = await show((W) => build(W));
    made.tabs.setIndex(1);
    made.tabs.remove(made.pages[0] as Widget);
    await settled();
    expect(made.tabs.getIndex()).toBe(0);
    expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("Tab b");
    made.tabs.removeAll();
    await settled();
    expect(await page.getByRole("tab").count()).toBe(0);
    made.tabs.addWidget(made.pages[2] as Widget, { title: "again" });
    await settled();
    expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("again");
  });
});

describe("reordering", () => {
  test("by dragging gives a tab another place, in the program and after a reload", async () => {
    const { page, made, settled, reload } = await show((W) => build(W, { reorderable: true }));
    await settled();
    made.told.length = 0;
    const tab = await page.getByRole("tab", { name: "Tab a" }).boundingBox();
    const width = tab?.width ?? 0;
    await drag(page, { x: (tab?.x ?? 0) + 20, y: (tab?.y ?? 0) + 15 }, width * 2, 0);
    await settled();
    expect(made.told).toEqual(["moved a 2"]);
    expect(await page.getByRole("tab").allTextContents()).toEqual(["Tab b", "Tab c", "Tab a"]);
    expect(order(made.tabs, made.pages)).toBe("bca");
    expect(made.tabs.getIndex()).toBe(2);
    await reload();
    expect(await page.getByRole("tab").allTextContents()).toEqual(["Tab b", "Tab c", "Tab a"]);
    expect(await page.getByRole("tab", { selected: true }).textContent()).toBe("Tab a");
  });

  test("by keys, and by the program without telling", async () => {
    const { page, made, settled } = await show((W) => build(W, { reorderable: true }));
    await settled();
    made.told.length = 0;
    made.tabs.setFocus();
    await settled();
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    await settled();
    expect(made.told).toEqual(["moved a 1", "moved a 2", "moved a 1"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Tab a");
    made.tabs.moveWidget(made.pages[2] as Widget, 0);
    await settled();
    expect(await page.getByRole("tab").allTextContents()).toEqual(["Tab c", "Tab b", "Tab a"]);
    expect(made.told.length).toBe(3);
  });

  test("Escape takes a drag back, and a tab that may not be moved stays", async () => {
    const { page, made, settled } = await show((W) => ({
      free: build(W, { reorderable: true }),
      fixed: W.TabWidget(),
    }));
    const tab = await page.getByRole("tab", { name: "Tab a" }).boundingBox();
    await page.mouse.move((tab?.x ?? 0) + 20, (tab?.y ?? 0) + 15);
    await page.mouse.down();
    await page.mouse.move((tab?.x ?? 0) + 150, (tab?.y ?? 0) + 15, { steps: 5 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await settled();
    expect(order(made.free.tabs, made.free.pages)).toBe("abc");
    expect(made.free.told.filter((each) => each.startsWith("moved"))).toEqual([]);
  });

  test("a finger that holds a tab drags it, one that does not scrolls", async () => {
    const { page, made, settled } = await show((W) => build(W, { reorderable: true }), { hasTouch: true });
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 17 }] });
    const swipe = async (wait: number) => {
      await touch("touchStart", 20);
      await page.waitForTimeout(wait);
      for (const x of [40, 80, 120, 150]) await touch("touchMove", x);
      await touch("touchEnd");
      await settled();
    };
    await swipe(0);
    expect(order(made.tabs, made.pages)).toBe("abc");
    await swipe(500);
    expect(order(made.tabs, made.pages)).toBe("bca");
  });
});

describe("many tabs", () => {
  test("scroll, keep the chosen one in view, and are listed in a menu", async () => {
    const { page, made, settled } = await show((W) => build(W, {}, "abcdefghijkl"));
    await settled();
    const last = page.getByRole("tab", { name: "Tab l" });
    const inView = async () => {
      const tab = await last.boundingBox();
      return (tab?.x ?? 0) >= 0 && (tab?.x ?? 0) + (tab?.width ?? 0) <= 400;
    };
    expect(await inView()).toBe(false);
    await page.getByRole("button", { name: "All pages" }).click();
    await page.getByRole("menuitem", { name: "Tab l" }).click();
    await settled();
    expect(made.told.at(-1)).toBe("switch l 11");
    await expect.poll(inView).toBe(true);
    await page.mouse.move(100, 15);
    await page.mouse.wheel(0, -2000);
    await expect.poll(inView).toBe(false);
    made.tabs.resize(780, 200);
    for (const each of made.pages.slice(3)) made.tabs.remove(each);
    await settled();
    expect(await page.getByRole("button", { name: "All pages" }).isVisible()).toBe(false);
  });
});

test("a painted tab can be read, and null takes the paint away", async () => {
  const { page, made, settled, reload } = await show((W) => build(W));
  const look = () =>
    page.getByRole("tab", { name: "Tab b" }).evaluate((tab) => {
      const { color, backgroundColor } = getComputedStyle(tab);
      return [color, backgroundColor];
    });
  made.tabs.highlightTab(made.pages[1] as Widget, "gold");
  await settled();
  expect(await look()).toEqual(["rgb(0, 0, 0)", "rgb(255, 215, 0)"]);
  await reload();
  expect(await look()).toEqual(["rgb(0, 0, 0)", "rgb(255, 215, 0)"]);
  made.tabs.highlightTab(made.pages[1] as Widget, null);
  await settled();
  expect((await look())[1]).toBe("rgba(0, 0, 0, 0)");
});

test("titles are text, and one without a title has a name", async () => {
  const { page } = await show((W) => {
    const tabs = W.TabWidget();
    tabs.addWidget(W.Label("x"), { title: "<b>bold</b>" });
    tabs.addWidget(W.Label("y"));
    mount(W, tabs);
  });
  expect(await page.getByRole("tab").first().textContent()).toBe("<b>bold</b>");
  expect(await page.getByRole("tab", { name: "Page 2" }).count()).toBe(1);
});

test("disabled nothing can be chosen, closed or moved", async () => {
  const { page, made, settled } = await show((W) => {
    const all = build(W, { closable: true, reorderable: true });
    all.tabs.setEnabled(false);
    return all;
  });
  await settled();
  made.told.length = 0;
  expect(await page.locator(".pgw-tab-strip button:enabled").count()).toBe(0);
  const tab = await page.getByRole("tab", { name: "Tab b" }).boundingBox();
  await page.mouse.click((tab?.x ?? 0) + 10, (tab?.y ?? 0) + 10);
  await page.mouse.click((tab?.x ?? 0) + 10, (tab?.y ?? 0) + 10, { button: "middle" });
  await drag(page, { x: (tab?.x ?? 0) + 10, y: (tab?.y ?? 0) + 10 }, 200, 0);
  await settled();
  expect(made.told).toEqual([]);
});
