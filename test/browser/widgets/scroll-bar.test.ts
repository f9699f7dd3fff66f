import type { ScrollBar, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, mountAtCorner, useInterface } from "../support.js";

const show = useInterface();

/** A bar of 200 pixels at the corner of the page, and what it tells. */
function place(W: Widgets, bar: ScrollBar, horizontal = true): { bar: ScrollBar; calls: number[] } {
  const calls: number[] = [];
  bar.on("activated", (pct) => void calls.push(pct));
  if (horizontal) bar.resize(200, null);
  else bar.resize(null, 200);
  mountAtCorner(W, bar);
  return { bar, calls };
}

describe("ScrollBar", () => {
  test("is as thick as it was made, and as long as its place", async () => {
    const { made, box } = await show((W) => {
      const column = W.VBox({ size: [300, 200] });
      const lying = W.ScrollBar({ thickness: 10 });
      const line = W.HBox();
      const standing = W.ScrollBar({ orientation: "vertical" });
      lying.resize(null, 50);
      line.addWidget(W.Button("x", { size: [50, 80] }));
      line.addWidget(standing);
      column.addWidget(lying);
      column.addWidget(line);
      mount(W, column);
      return { lying, standing, line };
    });
    const [, , width, height] = await box(made.lying);
    expect([width, height]).toEqual([(await box(made.line))[2], 10]);
    expect((await box(made.standing)).slice(2)).toEqual([15, (await box(made.line))[3]]);
  });

  test("tells where its user drags the thumb, also outside of the bar", async () => {
    const { page, made, settled } = await show((W) => place(W, W.ScrollBar()));
    // A thumb of 40 pixels has a way of 160.
    await page.mouse.move(10, 7);
    await page.mouse.down();
    await page.mouse.move(90, 200, { steps: 4 });
    await settled();
    expect(made.calls.at(-1)).toBe(0.5);
    await page.mouse.move(700, 200);
    await page.mouse.up();
    await settled();
    expect(made.calls.at(-1)).toBe(1);
    const told = made.calls.length;
    await page.mouse.move(20, 7);
    await settled();
    expect(made.calls.length).toBe(told);
    expect(made.bar.getScrollPercent()).toBe(1);
  });

  test("a press beside the thumb brings its middle there; other buttons do nothing", async () => {
    const { page, made, settled } = await show((W) =>
      place(W, W.ScrollBar({ orientation: "vertical" }), false),
    );
    await page.mouse.click(7, 60, { button: "right" });
    await page.mouse.click(7, 60, { button: "middle" });
    await settled();
    expect(made.calls).toEqual([]);
    await page.mouse.click(7, 60);
    await settled();
    expect(made.calls).toEqual([0.25]);
  });

  test("a wheel moves it by a twentieth for a notch, and lets the page scroll at the end", async () => {
    const { page, made, settled } = await show((W) => place(W, W.ScrollBar()));
    await page.mouse.move(100, 7);
    await page.mouse.wheel(0, 100);
    await settled();
    expect(made.calls).toEqual([0.05]);
    await page.mouse.wheel(0, -400);
    await settled();
    await page.mouse.wheel(0, -400);
    await settled();
    expect(made.calls).toEqual([0.05, 0]);
  });

  test("has the keys and the role of a slider", async () => {
    const { page, at, made, settled } = await show((W) => place(W, W.ScrollBar()));
    made.bar.setFocus();
    await settled();
    const bar = at(made.bar);
    expect(await bar.getAttribute("role")).toBe("slider");
    expect(await bar.getAttribute("aria-label")).toBe("Scroll bar");
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "PageDown", "End", "Home"]) {
      await page.keyboard.press(key);
      await settled();
    }
    expect(made.calls).toEqual([0.05, 0.1, 0.05, 0.3, 1, 0]);
    await page.keyboard.press("End");
    expect(await bar.getAttribute("aria-valuetext")).toBe("100%");
    made.bar.setTooltip("Volume");
    await settled();
    expect(await bar.getAttribute("aria-label")).toBe("Volume");
  });

  test("starts at the right where the page is read from right to left", async () => {
    const { page, made, box, settled } = await show((W) => place(W, W.ScrollBar()), { dir: "rtl" });
    const [left] = await box(made.bar);
    await page.mouse.click(left + 60, 7);
    await settled();
    expect(made.calls).toEqual([0.75]);
    await page.keyboard.press("ArrowLeft");
    await settled();
    expect(made.calls.at(-1)).toBe(0.8);
  });

  test("follows the program without telling, and comes back after a reload", async () => {
    const { at, made, settled, reload } = await show((W) => place(W, W.ScrollBar()));
    made.bar.setThumbPercent(0.5);
    made.bar.setScrollPercent(0.5);
    await settled();
    const thumb = () => at(made.bar).locator("> .pgw-thumb").boundingBox();
    expect(await thumb()).toEqual({ x: 50, y: 0, width: 100, height: 15 });
    await reload();
    expect(await thumb()).toEqual({ x: 50, y: 0, width: 100, height: 15 });
    expect(made.calls).toEqual([]);
  });

  test("with nothing to scroll, or disabled, nothing moves it", async () => {
    const { page, at, made, settled } = await show((W) => place(W, W.ScrollBar({ thumbPercent: 1 })));
    const tryAll = async () => {
      await page.mouse.click(150, 7);
      await page.mouse.wheel(0, 100);
      await page.keyboard.press("Tab");
      await page.keyboard.press("End");
      await settled();
    };
    await tryAll();
    made.bar.setThumbPercent(0.2);
    made.bar.setEnabled(false);
    await settled();
    await tryAll();
    expect(made.calls).toEqual([]);
    expect(await at(made.bar).getAttribute("tabindex")).toBeNull();
  });

  test("a finger drags it", async () => {
    const { page, made, settled } = await show((W) => place(W, W.ScrollBar()), { hasTouch: true });
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 7 }] });
    await touch("touchStart", 10);
    for (const x of [40, 80, 130]) await touch("touchMove", x);
    await touch("touchEnd");
    await settled();
    expect(made.calls.at(-1)).toBe(0.75);
  });
});

describe("AbstractScrollArea", () => {
  const build = (W: Widgets) => {
    const area = W.AbstractScrollArea({ size: [215, 115] });
    const child = W.Label("x");
    const calls: number[][] = [];
    area.on("scrolled", (h, v) => void calls.push([h, v]));
    area.setWidget(child);
    mountAtCorner(W, area);
    return { area, child, calls };
  };

  test("gives its child what the bars leave; a bar whose thumb is full goes", async () => {
    const { at, made, box, settled } = await show(build);
    expect(await box(made.child)).toEqual([0, 0, 200, 100]);
    made.area.setThumbPercent(1, 0.5);
    expect(await box(made.child)).toEqual([0, 0, 200, 115]);
    made.area.setScrollBarVisibility("on", "off");
    expect(await box(made.child)).toEqual([0, 0, 215, 100]);
    made.area.setPadding(5);
    await settled();
    expect(await box(made.child)).toEqual([5, 5, 205, 90]);
    expect(await at(made.area).locator("[role=slider]:visible").count()).toBe(1);
  });

  test("tells both positions and leaves the child where it is", async () => {
    const { page, made, box, settled } = await show(build);
    made.area.setScrollPercent(0.5, 0);
    await settled();
    await page.mouse.click(207, 50);
    await settled();
    expect(made.calls).toEqual([[0.5, 0.5]]);
    await page.mouse.move(100, 107);
    await page.mouse.wheel(0, 100);
    await settled();
    expect(made.calls.at(-1)).toEqual([0.55, 0.5]);
    expect(made.area.getScrollPercent()).toEqual([0.55, 0.5]);
    expect((await box(made.child)).slice(0, 2)).toEqual([0, 0]);
  });

  test("shows the same after a reload, and does nothing while disabled", async () => {
    const { page, at, made, settled, reload } = await show(build);
    made.area.setThumbPercent(0.5, 0.5);
    made.area.setScrollPercent(1, 0.5);
    await reload();
    const thumb = at(made.area).locator("> [data-axis=horizontal] > .pgw-thumb");
    expect(await thumb.boundingBox()).toEqual({ x: 100, y: 100, width: 100, height: 15 });
    made.area.setEnabled(false);
    await settled();
    await page.mouse.click(20, 107);
    await settled();
    expect(made.calls).toEqual([]);
    expect(await at(made.area).locator("[tabindex]").count()).toBe(0);
  });
});
