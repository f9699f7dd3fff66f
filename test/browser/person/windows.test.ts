/**
 * No window is ever lost: however small the page becomes, a person can take hold of each title bar.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

/** Enough of a title bar to take hold of, in pixels. */
const HOLD = 40;

test("windows and dialogs far out stay within reach when the page shrinks, and come back when it grows", async () => {
  const { made, page, box } = await show((W: Widgets) => {
    const places = [
      [600, 420],
      [700, 30],
      [20, 560],
    ] as const;
    const windows: Widget[] = places.map(([x, y], i) => {
      const top = W.TopLevel({ title: `Window ${i}`, size: [180, 120], position: [x, y] });
      top.setWidget(W.Label("inside"));
      top.show();
      return top;
    });
    const dialog = W.Dialog({ title: "Question", buttons: [["OK", 1]], position: [500, 300] });
    dialog.addWidget(W.Label("Well?"), 0);
    dialog.show();
    return [...windows, dialog as Widget];
  });
  const before = [];
  for (const each of made) before.push(await box(each));
  for (const [width, height] of [
    [400, 300],
    [220, 160],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const each of made) {
      await expect
        .poll(async () => {
          const [left, top, own] = await box(each);
          const held = Math.min(left + own, width) - Math.max(left, 0);
          return held >= HOLD && top >= 0 && top + HOLD / 2 <= height;
        })
        .toBe(true);
    }
  }
  await page.setViewportSize({ width: 800, height: 600 });
  for (const [i, each] of made.entries()) await expect.poll(() => box(each)).toEqual(before[i]);
});

test("sub-windows can be reached by scrolling the desktop when it shrinks", async () => {
  const { made, page, at, settled } = await show((W: Widgets) => {
    const desk = W.MDIWidget();
    const sub = desk.addWidget(W.Label("inside"), { title: "Far", x: 560, y: 420, width: 180, height: 120 });
    mount(W, desk);
    return { desk, sub };
  });
  await settled();
  await page.setViewportSize({ width: 400, height: 300 });
  await settled();
  const bar = at(made.sub).locator(".pgw-title");
  await bar.scrollIntoViewIfNeeded();
  const place = await bar.boundingBox();
  if (place === null) throw new Error("It is not displayed.");
  expect(place.x).toBeLessThan(400 - HOLD);
  expect(place.y).toBeLessThan(300 - HOLD / 2);
});
