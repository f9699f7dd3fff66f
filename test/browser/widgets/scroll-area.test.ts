import type { ScrollArea, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

/** An area of 300 x 200 at the corner of the page. */
function place(W: Widgets, area: Widget): void {
  area.resize(300, 200);
  const ground = W.VBox();
  ground.addWidget(area);
  ground.setAlign("left");
  mount(W, ground);
}

/** An area around a child of fixed size. */
function areaOf(W: Widgets, width: number, height: number, area: ScrollArea = W.ScrollArea()): ScrollArea {
  area.setWidget(W.Label("", { size: [width, height] }));
  place(W, area);
  return area;
}

function heard(area: ScrollArea): number[][] {
  const calls: number[][] = [];
  area.on("scrolled", (h, v) => void calls.push([h, v]));
  return calls;
}

const viewOf = (area: Locator) => area.locator("> .pgw-scroll-view");
const barOf = (area: Locator, axis: "horizontal" | "vertical") => area.locator(`> [data-axis="${axis}"]`);
const offset = (area: Locator) => viewOf(area).evaluate((view) => [view.scrollLeft, view.scrollTop]);

describe("bars", () => {
  test("appear where the content is larger than the view, as thick as asked for", async () => {
    const { at, made } = await show((W) => areaOf(W, 100, 1000, W.ScrollArea({ thickness: 12 })));
    const area = at(made);
    expect(await barOf(area, "vertical").boundingBox()).toEqual({ x: 288, y: 0, width: 12, height: 200 });
    expect(await barOf(area, "horizontal").isVisible()).toBe(false);
    expect(await made.getThumbPercent()).toEqual([1, 0.2]);
  });

  test("one bar takes the room that makes the other necessary", async () => {
    const { at, made } = await show((W) => areaOf(W, 290, 1000));
    expect(await barOf(at(made), "horizontal").isVisible()).toBe(true);
    expect(await barOf(at(made), "vertical").isVisible()).toBe(true);
  });

  test("have thumbs as long as the part that the bars leave in view", async () => {
    const { at, made, settled } = await show((W) => areaOf(W, 1000, 1000));
    await settled();
    const lengthOf = (axis: "horizontal" | "vertical") =>
      barOf(at(made), axis).evaluate((bar) =>
        Number((bar as HTMLElement).style.getPropertyValue("--thumb-length")),
      );
    await expect.poll(() => lengthOf("horizontal")).toBe(0.285);
    expect(await lengthOf("vertical")).toBe(0.185);
  });

  test("are there for much content, and not where that fits all the same", async () => {
    const labels = (W: Widgets, height: number) => {
      const content = W.FixedLayout();
      content.resize(100, height);
      for (let i = 0; i < 600; i++) content.addWidget(W.Label(String(i)), 0, 0);
      return content;
    };
    const { at, made, page, settled } = await show((W) => {
      const area = W.ScrollArea();
      area.setWidget(labels(W, 1000));
      place(W, area);
      return { W, area };
    });
    const bar = barOf(at(made.area), "vertical");
    expect(await bar.isVisible()).toBe(true);
    expect(await viewOf(at(made.area)).evaluate((view) => view.scrollHeight)).toBe(1000);
    made.area.setWidget(labels(made.W, 150));
    await settled();
    await expect.poll(() => bar.isVisible()).toBe(false);
    expect(await page.evaluate("document.querySelector('.pgw-scroll-view').clientWidth")).toBe(300);
  });

  test("follow their policies, also when these are changed", async () => {
    const { at, made, settled } = await show((W) =>
      areaOf(W, 100, 1000, W.ScrollArea({ hscrollbar: "on", vscrollbar: "off" })),
    );
    const area = at(made);
    expect(await barOf(area, "horizontal").isVisible()).toBe(true);
    expect(await barOf(area, "vertical").isVisible()).toBe(false);
    made.setScrollBarVisibility("off", "auto");
    await settled();
    expect(await barOf(area, "horizontal").isVisible()).toBe(false);
    expect(await barOf(area, "vertical").isVisible()).toBe(true);
  });

  test("come and go with the content and with the size of the area", async () => {
    const { at, made, settled } = await show((W) => areaOf(W, 100, 150));
    const bar = barOf(at(made), "vertical");
    expect(await bar.isVisible()).toBe(false);
    made.resize(300, 100);
    await settled();
    expect(await bar.isVisible()).toBe(true);
    made.getChildren()[0]?.resize(100, 50);
    await settled();
    expect(await bar.isVisible()).toBe(false);
  });

  test("stand on the other side where the page is read from right to left", async () => {
    const { at, made } = await show((W) => areaOf(W, 1000, 1000), { dir: "rtl" });
    const bar = await barOf(at(made), "vertical").boundingBox();
    const area = await at(made).boundingBox();
    expect(bar?.x).toBe(area?.x);
    made.setScrollPosition(1, 0);
    await expect.poll(() => offset(at(made))).toEqual([-715, 0]);
  });

  test("take another length of thumb until the content is measured again", async () => {
    const { made } = await show((W) => areaOf(W, 1000, 1000));
    made.setThumbPercent(0.5, 0.25);
    expect(await made.getThumbPercent()).toEqual([0.5, 0.25]);
    made.getChildren()[0]?.resize(1000, 1850);
    await expect.poll(() => made.getThumbPercent()).toEqual([0.285, 0.1]);
  });
});

describe("layout", () => {
  test("an expanding child fills the view, and grows past it", async () => {
    const { made, box } = await show((W) => {
      const area = W.ScrollArea();
      const child = W.VBox({ expanding: [false, true] });
      const text = W.Label("x");
      child.addWidget(text);
      area.setWidget(child);
      place(W, area);
      return { child, text };
    });
    expect(await box(made.child)).toEqual([0, 0, 300, 200]);
    made.text.resize(null, 500);
    expect(await box(made.child)).toEqual([0, 0, 285, 500]);
  });

  test("text wraps in the view instead of making it scroll", async () => {
    const { at, made } = await show((W) => {
      const area = W.ScrollArea();
      area.setWidget(W.Label("Words and words and words and words and words and words and words and words."));
      place(W, area);
      return area;
    });
    expect(await barOf(at(made), "horizontal").isVisible()).toBe(false);
    expect(await made.getThumbPercent()).toEqual([1, 1]);
  });

  test("a new child replaces the one before, and padding lies around it", async () => {
    const { made, at, box, settled } = await show((W) => {
      const area = areaOf(W, 100, 1000);
      return { area, before: area.getChildren()[0] as Widget, after: W.Label("", { size: [50, 50] }) };
    });
    made.area.setWidget(made.after);
    made.area.setPadding([5, 10, 15, 20]);
    await settled();
    expect(await at(made.before).count()).toBe(0);
    expect(await box(made.after)).toEqual([5, 10, 50, 50]);
    expect(made.before.isVisible()).toBe(true);
  });
});

describe("scrolling", () => {
  test("by wheel is told, and survives a reload", async () => {
    const { page, at, made, settled, reload } = await show((W) => {
      const area = areaOf(W, 100, 1200);
      return { area, calls: heard(area) };
    });
    await viewOf(at(made.area)).hover();
    const turn = async () => {
      made.area.setScrollPosition(0, 0);
      await settled();
      const before = made.calls.length;
      await page.mouse.wheel(0, 250);
      await expect
        .poll(() => made.calls.length)
        .toBeGreaterThan(before)
        .catch(() => {});
      await settled();
      return made.calls.at(-1);
    };
    // Anew from the top: a browser drops a turn that finds its page busy, or is late with it.
    await expect.poll(turn, { timeout: 90_000 }).toEqual([0, 0.25]);
    expect(made.area.getScrollPosition()).toEqual([0, 0.25]);
    const before = made.calls.length;
    await reload();
    await expect.poll(() => offset(at(made.area))).toEqual([0, 250]);
    await settled();
    expect(made.calls.length).toBe(before);
  });

  test("by the thumb follows the pointer, and goes on outside of the bar", async () => {
    const { page, at, made, settled } = await show((W) => {
      const area = areaOf(W, 100, 1000);
      return { area, calls: heard(area) };
    });
    // The thumb is 40 of 200 pixels long.
    await page.mouse.move(292, 10);
    await page.mouse.down();
    await page.mouse.move(400, 90, { steps: 8 });
    await settled();
    expect(await offset(at(made.area))).toEqual([0, 400]);
    await page.mouse.move(400, 900, { steps: 4 });
    await page.mouse.up();
    await settled();
    expect(made.calls.at(-1)).toEqual([0, 1]);
    expect(await offset(at(made.area))).toEqual([0, 800]);
  });

  test("Escape takes a drag of the thumb back", async () => {
    const { page, at, made, settled } = await show((W) => areaOf(W, 100, 1000));
    await page.mouse.move(292, 10);
    await page.mouse.down();
    await page.mouse.move(292, 90, { steps: 4 });
    await page.keyboard.press("Escape");
    await settled();
    expect(await offset(at(made))).toEqual([0, 0]);
    await page.mouse.move(292, 150);
    expect(await offset(at(made))).toEqual([0, 0]);
    await page.mouse.up();
  });

  test("by a press on the bar brings the middle of the thumb there", async () => {
    const { page, at, made, settled } = await show((W) => areaOf(W, 100, 1000));
    await page.mouse.click(292, 100);
    await settled();
    expect(await offset(at(made))).toEqual([0, 400]);
  });

  test("by the wheel over a bar scrolls the content", async () => {
    const { page, at, made, settled } = await show((W) => areaOf(W, 1000, 1000));
    await page.mouse.move(292, 50);
    await page.mouse.wheel(0, 100);
    await page.mouse.move(50, 192);
    await page.mouse.wheel(0, 60);
    await settled();
    expect(await offset(at(made))).toEqual([60, 100]);
  });

  test("by keys: the view is a stop of the Tab key while there is something to scroll", async () => {
    const { page, at, made, settled } = await show((W) => {
      const area = areaOf(W, 100, 1000);
      return { area, calls: heard(area) };
    });
    await page.keyboard.press("Tab");
    expect(await viewOf(at(made.area)).evaluate((view) => view === document.activeElement)).toBe(true);
    await page.keyboard.press("End");
    await expect.poll(() => made.calls.at(-1)).toEqual([0, 1]);
    made.area.getChildren()[0]?.resize(100, 100);
    await settled();
    expect(await viewOf(at(made.area)).getAttribute("tabindex")).toBeNull();
  });

  test("by the program moves content and thumbs, and tells nobody", async () => {
    const { at, made, settled } = await show((W) => {
      const area = areaOf(W, 685, 985);
      return { area, calls: heard(area) };
    });
    made.area.setScrollPosition(0.5, 0.25);
    await settled();
    expect(await offset(at(made.area))).toEqual([200, 200]);
    const thumb = await barOf(at(made.area), "vertical").locator("> *").boundingBox();
    expect(thumb?.y).toBeCloseTo(0.25 * (185 - (185 * 185) / 985), 0);
    await settled();
    expect(made.calls).toEqual([]);
  });

  test("smaller content and a smaller area are no scrolling of the user", async () => {
    const { at, made, settled } = await show((W) => {
      const area = areaOf(W, 100, 1000);
      area.setScrollPosition(0, 1);
      return { area, calls: heard(area) };
    });
    made.area.getChildren()[0]?.resize(100, 400);
    await settled();
    expect(await offset(at(made.area))).toEqual([0, 200]);
    made.area.resize(300, 350);
    await settled();
    await settled();
    expect(made.calls).toEqual([]);
  });

  test("a position that is asked for with the content counts for the view that the bars leave", async () => {
    const { at, made, reload } = await show((W) => {
      const area = areaOf(W, 1000, 1000);
      area.setScrollPosition(1, 1);
      return area;
    });
    await expect.poll(() => offset(at(made))).toEqual([715, 815]);
    await reload();
    await expect.poll(() => offset(at(made))).toEqual([715, 815]);
  });

  test("a position waits for content and for a hidden page", async () => {
    const { at, made, settled } = await show((W) => {
      const stack = W.StackWidget();
      const area = W.ScrollArea();
      area.setScrollPosition(0, 0.5);
      const child = W.Label("", { size: [100, 100] });
      area.setWidget(child);
      const other = W.Label("other");
      stack.addWidget(other);
      stack.addWidget(area);
      place(W, stack);
      return { stack, area, child, other };
    });
    made.stack.setIndex(1);
    await settled();
    made.child.resize(100, 600);
    await settled();
    expect(await offset(at(made.area))).toEqual([0, 200]);
    made.stack.setIndex(0);
    await settled();
    made.stack.setIndex(1);
    await settled();
    expect(await offset(at(made.area))).toEqual([0, 200]);
  });

  test("a touch scrolls the content", async () => {
    const { page, at, made } = await show(
      (W) => {
        const area = areaOf(W, 100, 1000);
        return { area, calls: heard(area) };
      },
      { hasTouch: true },
    );
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x: 100, y }] });
    await touch("touchStart", 180);
    for (let y = 170; y >= 40; y -= 10) await touch("touchMove", y);
    await touch("touchEnd");
    await expect.poll(async () => (await offset(at(made.area)))[1]).toBeGreaterThan(80);
    await expect.poll(() => made.calls.length).toBeGreaterThan(0);
  });
});

test("disabled it cannot be scrolled in any way", async () => {
  const { page, at, made, settled } = await show((W) => {
    const area = areaOf(W, 100, 1000);
    return { area, calls: heard(area) };
  });
  made.area.setEnabled(false);
  await settled();
  await page.mouse.move(100, 100);
  await page.mouse.wheel(0, 200);
  await page.mouse.click(292, 150);
  await page.keyboard.press("Tab");
  await page.keyboard.press("End");
  await settled();
  expect(await offset(at(made.area))).toEqual([0, 0]);
  made.area.setEnabled(true);
  await settled();
  await page.mouse.wheel(0, 200);
  await expect.poll(() => made.calls.length).toBeGreaterThan(0);
});

test("area-resize tells the size with the bars, zeros while hidden", async () => {
  const { made, settled } = await show((W) => {
    const area = areaOf(W, 100, 1000);
    const calls: number[][] = [];
    area.on("area-resize", (...args) => void calls.push(args));
    return { area, calls };
  });
  await settled();
  expect(made.calls).toEqual([[300, 200, 15, 0]]);
  made.area.setBorderWidth(2);
  made.area.resize(320, 180);
  await settled();
  expect(made.calls.at(-1)).toEqual([316, 176, 15, 0]);
  made.area.hide();
  await settled();
  expect(made.calls.at(-1)).toEqual([0, 0, 0, 0]);
  made.area.show();
  await settled();
  expect(made.calls.at(-1)).toEqual([316, 176, 15, 0]);
});
