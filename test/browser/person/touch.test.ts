/**
 * A finger drags what a mouse drags. What has a test of its own beside its widget (title bars of sub-windows,
 * sliders, dials, splitters, tabs, scroll bars, the colour plane) is not repeated: here are windows, grips, and the
 * widths of columns.
 */
import type { TableView, TopLevel, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();
const withTouch = { hasTouch: true };

/** Puts a finger down, moves it by a distance in steps, takes it away. */
async function swipe(page: Page, from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", at?: { x: number; y: number }) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints: at === undefined ? [] : [at] });
  await touch("touchStart", from);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await touch("touchMove", { x: from.x + dx * part, y: from.y + dy * part });
  }
  await touch("touchEnd");
}

test.each(["TopLevel", "Dialog", "ColorDialog"] as const)("the title bar of %s", async (kind) => {
  const { made, page, at, box } = await show((W: Widgets) => {
    const position: [number, number] = [50, 50];
    const window =
      kind === "TopLevel"
        ? W.TopLevel({ title: "Window", size: [300, 200], position })
        : kind === "Dialog"
          ? W.Dialog({ title: "Window", position })
          : W.ColorDialog({ title: "Window", position });
    const told: unknown[] = [];
    (window as TopLevel).on("move", (event) => told.push(event));
    window.show();
    return { window, told };
  }, withTouch);
  const [x, y, width, height] = await box(made.window);
  const title = await at(made.window).locator(".pgw-title").boundingBox();
  if (title === null) throw new Error("It is not displayed.");
  await swipe(page, { x: title.x + title.width / 2, y: title.y + title.height / 2 }, 60, 40);
  await expect.poll(() => box(made.window)).toEqual([x + 60, y + 40, width, height]);
  await expect.poll(() => made.told.length).toBeGreaterThan(0);
});

test("what an AbstractScrollArea is scrolled by", async () => {
  const { made, page, at } = await show((W: Widgets) => {
    const area = W.AbstractScrollArea({
      size: [300, 200],
      thumbPercent: [0.3, 0.4],
      scrollBarVisibility: ["on", "on"],
    });
    area.setWidget(W.Label("seen in part"));
    const told: unknown[] = [];
    area.on("scrolled", (...args) => told.push(args));
    const column = W.VBox({ padding: 20 });
    column.setAlign("left");
    column.addWidget(area, 0);
    mount(W, column);
    return { area, told };
  }, withTouch);
  const bar = await at(made.area).getByRole("slider").last().boundingBox();
  if (bar === null) throw new Error("It is not displayed.");
  await swipe(page, { x: bar.x + bar.width / 2, y: bar.y + 15 }, 0, 60);
  await expect.poll(() => made.told.length).toBeGreaterThan(0);
});

test("the grip of a window", async () => {
  const { made, page, box } = await show((W: Widgets) => {
    const top = W.TopLevel({ title: "Window", size: [300, 200], position: [50, 50] });
    top.setWidget(W.Label("inside"));
    top.show();
    return top;
  }, withTouch);
  const [x, y, width, height] = await box(made as Widget);
  await swipe(page, { x: x + width - 1, y: y + height - 1 }, 60, 40);
  await expect.poll(() => box(made as Widget)).toEqual([x, y, width + 60, height + 40]);
  expect(made.getSize()).toEqual([360, 240]);
});

test("the grip of a sub-window", async () => {
  const { made, page, at, settled } = await show((W: Widgets) => {
    const desk = W.MDIWidget();
    const sub = desk.addWidget(W.Label("inside"), { title: "Sub", x: 40, y: 40, width: 200, height: 120 });
    mount(W, desk);
    return { desk, sub };
  }, withTouch);
  await settled();
  const before = await at(made.sub).boundingBox();
  if (before === null) throw new Error("It is not displayed.");
  await swipe(page, { x: before.x + before.width - 1, y: before.y + before.height - 1 }, 50, 30);
  await expect
    .poll(() => at(made.sub).boundingBox())
    .toMatchObject({ x: before.x, y: before.y, width: before.width + 50, height: before.height + 30 });
});

test.each(["TableView", "TreeView"] as const)("the edge of a column of %s", async (kind) => {
  const { made, page, settled } = await show((W: Widgets) => {
    const columns = [
      { label: "Name", key: "name", colwidth: 120 },
      { label: "Number", key: "number", colwidth: 90 },
    ];
    const view = kind === "TableView" ? W.TableView({ columns }) : W.TreeView({ columns });
    view.setData([{ name: "a", number: 1 }]);
    const told: unknown[] = [];
    (view as TableView).on("columns_resized", (widths) => told.push(widths));
    mount(W, view);
    return { view, told };
  }, withTouch);
  await settled();
  const edge = await page.getByRole("columnheader", { name: "Name", exact: true }).boundingBox();
  if (edge === null) throw new Error("It is not displayed.");
  await swipe(page, { x: edge.x + edge.width - 1, y: edge.y + edge.height / 2 }, 70, 0);
  await expect.poll(() => made.told.at(-1)).toEqual({ name: 190 });
  expect((await made.view.getColumnWidths())[0]).toBe(190);
});
