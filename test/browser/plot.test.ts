/**
 * The example with a widget of its own: a stream that every browser of a session shows, whole and the same.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TypedBuffer } from "pgwidgets-ts/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { buildPage } from "../../cli/page.mjs";
import { Application, type Plot, type Session } from "../../examples/plot/generated/sync/index.js";
import { rowsBetween, Stream } from "../../examples/plot/stream.js";
import { launch } from "./chromium.js";

const folder = mkdtempSync(join(tmpdir(), "pgwidgets-plot-"));
const patience = { timeout: 60_000 };
let browser: Browser;
const ends: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const widgets = fileURLToPath(new URL("../../examples/plot/widgets", import.meta.url));
  await buildPage({ widgets, out: join(folder, "page"), base: inject("pageFolder") });
  browser = await launch();
}, 180_000);
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Shown {
  readonly plot: Plot;
  readonly session: Session;
  /** Another browser of the same session. */
  join(): Promise<Page>;
}

/** A plot of two series in a window of its own; what the log says of faults fails the test. */
async function show(capacity: number): Promise<Shown> {
  const faults: string[] = [];
  const complain = (text: string) => faults.push(text);
  const logger = { debug: () => {}, info: () => {}, warn: complain, error: complain };
  const app = new Application({ wsPort: 0, httpPort: 0, logger, staticPath: join(folder, "page") });
  await app.start();
  const session = app.createSession();
  const W = session.getWidgets();
  const plot = W.Plot([{ label: "One" }, { label: "Two", kind: "bars" }], { title: "Numbers", capacity });
  const page = W.Page();
  page.setWidget(plot);
  page.show();
  ends.push(async () => {
    await app.close();
    expect(faults).toEqual([]);
  });
  return {
    plot,
    session,
    join: async () => {
      const tab = await browser.newPage({ viewport: { width: 800, height: 500 } });
      tab.on("pageerror", (error) => faults.push(String(error)));
      ends.unshift(() => tab.close());
      await tab.goto(session.getUrl());
      await tab.locator(".pgw-plot canvas").waitFor(patience);
      // Until then it has the size that uPlot was made with, and everything is elsewhere.
      await expect.poll(() => tab.locator(".plot-area").evaluate(isFilled), patience).toBe(true);
      return tab;
    },
  };
}

const rows = (...all: readonly (readonly number[])[]) =>
  new TypedBuffer(Float64Array.from(all.flat()), [all.length, 3]);
const ten = () => rows(...Array.from({ length: 11 }, (_, i) => [i, i * i, 10 - i]));
/** Whether what is drawn is as large as the place that it has. */
const isFilled = (area: Element): boolean =>
  Math.abs((area.querySelector("canvas")?.getBoundingClientRect().width ?? 0) - area.clientWidth) < 2;
const shownRows = (page: Page) => page.locator(".pgw-plot").getAttribute("data-rows");
const area = (page: Page) => page.locator(".plot-area .u-over");

/** The place of an x between 0 and 10, in the middle of the plot; bars have half a row of room at both ends. */
async function at(page: Page, x: number): Promise<{ x: number; y: number }> {
  const box = await area(page).boundingBox();
  if (box === null) throw new Error("The plot is not shown.");
  return { x: box.x + (box.width * (x + 0.5)) / 11, y: box.y + box.height / 2 };
}

describe("a plot", { timeout: 240_000 }, () => {
  it("shows a whole stream, of which it keeps the last rows, after a reload and in a browser that joins", async () => {
    const { plot, session, join: open } = await show(20_000);
    const page = await open();
    const stream = new Stream((portion) => plot.append(portion));
    stream.start();
    ends.unshift(async () => stream.stop());
    await expect.poll(() => stream.sent, patience).toBeGreaterThan(10_000);
    const second = await open();
    await expect.poll(() => stream.sent, patience).toBeGreaterThan(40_000);
    stream.stop();
    expect(plot.getRowCount()).toBe(20_000);
    const kept = plot.getRows();
    const expected = rowsBetween(stream.sent - 20_000, 20_000);
    expect(Buffer.from(kept.data).equals(Buffer.from(expected.data))).toBe(true);
    await page.reload();
    for (const each of [page, second]) {
      await expect.poll(() => shownRows(each), patience).toBe("20000");
      await expect
        .poll(() => each.locator(".plot-description").textContent(), patience)
        .toContain("20,000 rows");
    }
    expect(session.connections).toHaveLength(2);
    // Both draw the same picture of the same rows.
    const pictures = async () =>
      Promise.all(
        [page, second].map((each) => each.locator(".plot-area canvas").evaluate("(it) => it.toDataURL()")),
      );
    await expect.poll(async () => new Set(await pictures()).size, patience).toBe(1);
  });

  it("zooms where its user drags, tells the program and the other browsers, and shows all again", async () => {
    const { plot, join: open } = await show(100);
    plot.append(ten());
    const told: unknown[] = [];
    plot.on("zoomed", (range) => told.push(range));
    const page = await open();
    const other = await open();
    const [from, to] = [await at(page, 2), await at(page, 6)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => told.length, patience).toBe(1);
    const [min, max] = plot.getZoom() ?? [0, 0];
    expect(min).toBeCloseTo(2, 0);
    expect(max).toBeCloseTo(6, 0);
    expect(told).toEqual([[min, max]]);
    const third = await open();
    const pictures = () =>
      Promise.all(
        [page, other, third].map((each) =>
          each.locator(".plot-area canvas").evaluate("(it) => it.toDataURL()"),
        ),
      );
    await page.mouse.move(1, 1);
    await expect.poll(async () => new Set(await pictures()).size, patience).toBe(1);
    await page.mouse.dblclick(to.x, to.y);
    await expect.poll(() => plot.getZoom(), patience).toBeNull();
    expect(told.at(-1)).toBeNull();
  });

  it("tells which row the pointer is on, where it was clicked, and when it has left", async () => {
    const { plot, join: open } = await show(100);
    plot.append(ten());
    const hovered: unknown[] = [];
    const clicked: unknown[] = [];
    plot.on("hovered", (x, values) => hovered.push([x, values]));
    plot.on("clicked", (x, values) => clicked.push([x, values]));
    const page = await open();
    const place = await at(page, 3);
    await page.mouse.move(place.x, place.y);
    await expect.poll(() => hovered.at(-1), patience).toEqual([3, [9, 7]]);
    await expect.poll(() => page.locator(".plot-value").first().textContent(), patience).toBe("9");
    await page.mouse.click(place.x, place.y);
    await expect.poll(() => clicked, patience).toEqual([[3, [9, 7]]]);
    await page.mouse.move(2, 2);
    await expect.poll(() => hovered.at(-1), patience).toEqual([null, []]);
  });

  it("is named and described, and worked by keys", async () => {
    const { plot, join: open } = await show(100);
    plot.append(ten());
    const clicked: unknown[] = [];
    plot.on("clicked", (x) => clicked.push(x));
    const page = await open();
    const target = page.getByRole("application", { name: "Numbers" });
    const description = await target.getAttribute("aria-describedby");
    await expect
      .poll(() => page.locator(`#${description}`).textContent(), patience)
      .toBe("One, Two. 11 rows, from 0 to 10. Arrow keys move the cursor, plus and minus zoom.");
    await target.focus();
    for (const key of ["Home", "ArrowRight", "ArrowRight", "Enter", "End", "ArrowLeft", "Enter"]) {
      await page.keyboard.press(key);
    }
    await expect.poll(() => clicked, patience).toEqual([2, 9]);
    await page.keyboard.press("+");
    await expect.poll(() => plot.getZoom() !== null, patience).toBe(true);
    await page.keyboard.press("0");
    await expect.poll(() => plot.getZoom(), patience).toBeNull();
  });

  it("hides a series where its user presses its name, in every browser", async () => {
    const { plot, join: open } = await show(100);
    plot.append(ten());
    const toggled: unknown[] = [];
    plot.on("toggled", (hidden) => toggled.push(hidden));
    const [page, other] = [await open(), await open()];
    await page.getByRole("button", { name: "Two" }).click();
    await expect.poll(() => toggled, patience).toEqual([[1]]);
    const pressed = () => other.getByRole("button", { name: "Two" }).getAttribute("aria-pressed");
    await expect.poll(pressed, patience).toBe("false");
    plot.clear();
    for (const each of [page, other]) await expect.poll(() => shownRows(each), patience).toBe("0");
  });
});
