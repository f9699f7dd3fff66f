import type { Splitter, Widget, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import {
  applySizes,
  joiningShare,
  measureShares,
  moveBorder,
  type Sharer,
} from "../../../browser/containers/shares.js";
import { drag } from "../harness.js";
import { mountAtCorner, useInterface } from "../support.js";

const show = useInterface();

type Made = { readonly splitter: Splitter; readonly panes: readonly Widget[]; readonly calls: number[][] };

/** A splitter with `count` panes; lying it is 600 pixels and two handles wide. */
function build(W: Widgets, count: number, orientation: "horizontal" | "vertical" = "horizontal"): Made {
  const splitter = W.Splitter({ orientation });
  const handles = 8 * (count - 1);
  splitter.resize(
    ...((orientation === "horizontal" ? [600 + handles, 100] : [100, 300 + handles]) as [number, number]),
  );
  const panes = Array.from({ length: count }, (_, i) => W.Label(`Pane ${i}`));
  for (const pane of panes) splitter.addWidget(pane);
  const calls: number[][] = [];
  splitter.on("sizing", (sizes) => void calls.push(sizes));
  mountAtCorner(W, splitter);
  return { splitter, panes, calls };
}

describe("sizes", () => {
  test("are equal at first, and what a child asks for does not count", async () => {
    const { made, box } = await show((W) => build(W, 3));
    made.panes[0]?.resize(500, 20);
    const boxes = await Promise.all(made.panes.map(box));
    expect(boxes).toEqual([
      [0, 0, 200, 100],
      [208, 0, 200, 100],
      [416, 0, 200, 100],
    ]);
    expect(made.splitter.getSizes()).toBeNull();
  });

  test("count in proportion, also in tiny units, and follow the size of the splitter", async () => {
    const { made, box, settled } = await show((W) => build(W, 2));
    const widths = async () => (await Promise.all(made.panes.map(box))).map(([, , width]) => width);
    made.splitter.setSizes([100, 300]);
    expect(await widths()).toEqual([150, 450]);
    made.splitter.setSizes([0.1, 0.2]);
    expect(await widths()).toEqual([200, 400]);
    made.splitter.resize(308, 100);
    expect(await widths()).toEqual([100, 200]);
    made.splitter.setSizes([0, 1]);
    expect(await widths()).toEqual([20, 280]);
    made.splitter.setMinimumSize(made.panes[0] as Widget, 0);
    expect(await widths()).toEqual([0, 300]);
    await settled();
    expect(made.calls).toEqual([]);
  });

  test("stay with their panes when one goes and when one comes", async () => {
    const { made, box, reload } = await show((W) => {
      const all = build(W, 3);
      all.splitter.setSizes([100, 200, 300]);
      return { ...all, W };
    });
    made.splitter.remove(made.panes[0] as Widget);
    const left = made.panes.slice(1);
    const widths = async (panes: readonly Widget[]) =>
      (await Promise.all(panes.map(box))).map(([, , width]) => Math.round(width));
    // One handle has gone with the pane.
    expect(await widths(left)).toEqual([243, 365]);
    const added = made.W.Label("New");
    made.splitter.addWidget(added);
    expect(await widths([...left, added])).toEqual([160, 240, 200]);
    await reload();
    expect(await widths([...left, added])).toEqual([160, 240, 200]);
  });

  test("a hidden child takes its pane and one handle along", async () => {
    const { at, made, box, settled } = await show((W) => build(W, 3));
    const handles = at(made.splitter).locator("> [role=separator]:visible");
    expect(await handles.count()).toBe(2);
    made.panes[0]?.hide();
    expect(await box(made.panes[1] as Widget)).toEqual([0, 0, 304, 100]);
    expect(await handles.count()).toBe(1);
    made.panes[1]?.hide();
    await settled();
    expect(await handles.count()).toBe(0);
    made.panes[0]?.show();
    await settled();
    expect(await handles.count()).toBe(1);
  });
});

describe("handles", () => {
  test("move the border between the two panes beside them, and tell once", async () => {
    const { page, made, box, settled, reload } = await show((W) => build(W, 3));
    await drag(page, { x: 204, y: 50 }, 60, 400);
    await settled();
    expect(made.calls).toEqual([[260, 140, 200]]);
    expect(made.splitter.getSizes()).toEqual([260, 140, 200]);
    await reload();
    expect((await Promise.all(made.panes.map(box))).map(([, , width]) => width)).toEqual([260, 140, 200]);
    expect(made.calls.length).toBe(1);
  });

  test("stop at the smallest sizes, and a click changes nothing", async () => {
    const { page, made, settled } = await show((W) => build(W, 2, "vertical"));
    made.splitter.setMinimumSize(made.panes[1] as Widget, 60);
    await settled();
    await page.mouse.click(50, 154);
    await drag(page, { x: 50, y: 154 }, 0, 500);
    await settled();
    await drag(page, { x: 50, y: 244 }, 0, -500);
    await settled();
    expect(made.calls).toEqual([
      [240, 60],
      [20, 280],
    ]);
  });

  test("Escape takes a drag back", async () => {
    const { page, made, box, settled } = await show((W) => build(W, 2));
    await page.mouse.move(304, 50);
    await page.mouse.down();
    await page.mouse.move(404, 50, { steps: 4 });
    expect((await box(made.panes[0] as Widget))[2]).toBe(400);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await settled();
    expect((await box(made.panes[0] as Widget))[2]).toBe(300);
    expect(made.calls).toEqual([]);
  });

  test("move by keys; Enter closes the pane in front and opens it again", async () => {
    const { page, at, made, settled } = await show((W) => build(W, 2));
    made.splitter.setMinimumSize(made.panes[0] as Widget, 0);
    made.splitter.setFocus();
    await settled();
    const handle = at(made.splitter).locator("> [role=separator]:visible");
    expect(await handle.getAttribute("aria-orientation")).toBe("vertical");
    for (const key of ["ArrowRight", "Shift+ArrowLeft", "Home", "End", "ArrowDown"])
      await page.keyboard.press(key);
    await settled();
    expect(made.calls).toEqual([
      [316, 284],
      [315, 285],
      [0, 600],
      [580, 20],
    ]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.calls.slice(4)).toEqual([
      [0, 600],
      [580, 20],
    ]);
    expect(await handle.getAttribute("aria-valuenow")).toBe("97");
  });

  test("go with the pointer where the page is read from right to left", async () => {
    const { page, made, box, settled } = await show((W) => build(W, 2), { dir: "rtl" });
    const [left] = await box(made.splitter);
    await drag(page, { x: left + 304, y: 50 }, -100, 0);
    await settled();
    expect(made.calls).toEqual([[400, 200]]);
  });

  test("follow a finger", async () => {
    const { page, at, made, settled } = await show((W) => build(W, 2), { hasTouch: true });
    const handle = await at(made.splitter).locator("> [role=separator]:visible").boundingBox();
    const start = (handle?.x ?? 0) + (handle?.width ?? 0) / 2;
    const client = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
      client.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 50 }] });
    await touch("touchStart", start);
    for (const by of [10, 30, 50]) await touch("touchMove", start + by);
    await touch("touchEnd");
    await settled();
    const [first = 0, second = 0] = made.calls[0] ?? [];
    expect(first - second).toBe(100);
  });

  test("do nothing while it is disabled", async () => {
    const { page, at, made, settled } = await show((W) => build(W, 2));
    made.splitter.setEnabled(false);
    await settled();
    await drag(page, { x: 304, y: 50 }, 100, 0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("End");
    await settled();
    expect(made.calls).toEqual([]);
    expect(await at(made.splitter).locator("[tabindex]").count()).toBe(0);
    made.splitter.setEnabled(true);
    await settled();
    await drag(page, { x: 304, y: 50 }, 100, 0);
    await settled();
    expect(made.calls.length).toBe(1);
  });
});

describe("shares", () => {
  const panes = (...shares: number[]): Sharer[] => shares.map((share) => ({ share, min: 20, hidden: false }));
  const shares = (all: readonly Sharer[]) => all.map(({ share }) => share);

  test("a pane that joins gets an equal part", () => {
    expect(joiningShare([])).toBe(1);
    expect(joiningShare(panes(100, 300))).toBe(200);
    expect(joiningShare(panes(0, 0))).toBe(1);
  });

  test("a pane without an entry keeps its part", () => {
    const three = panes(1, 1, 1);
    applySizes(three, [100, 300]);
    expect(shares(three)).toEqual([0.5, 1.5, 1]);
    applySizes(three, []);
    applySizes(three, [7, 8, 9, 10]);
    expect(shares(three)).toEqual([7, 8, 9]);
    applySizes(three, [0, 0, 0]);
    expect(new Set(shares(three)).size).toBe(1);
  });

  test("a hidden pane keeps its part of the room", () => {
    const three = panes(1, 1, 2);
    measureShares(
      [three[0] as Sharer, { ...(three[1] as Sharer), hidden: true }, three[2] as Sharer],
      [100, 0, 200],
    );
    expect(shares(three)[0]).toBe(100);
  });

  test("a border stops where one of its panes would be too small, and never jumps there", () => {
    const [before, after] = panes(0, 0) as [Sharer, Sharer];
    moveBorder(before, after, [100, 100], 500);
    expect([before.share, after.share]).toEqual([180, 20]);
    moveBorder(before, after, [10, 100], 0);
    expect([before.share, after.share]).toEqual([10, 100]);
  });
});
