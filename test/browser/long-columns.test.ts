import type { HBox, ScrollArea, VBox, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { call, create, ref } from "./fake-server.js";
import { useBrowser } from "./harness.js";
import { mount, type Shown, useInterface } from "./support.js";

const show = useInterface();
const open = useBrowser();

/** So many lines of a label, as high as they please, in a column that nothing holds yet. */
function linesOf(W: Widgets, count: number): VBox {
  const column = W.VBox({ spacing: 4, padding: 8 });
  for (let i = 0; i < count; i++) column.addWidget(lineOf(W, i));
  return column;
}

function lineOf(W: Widgets, i: number): HBox {
  const line = W.HBox();
  // Every seventh is higher than a line is taken to be, every fifth is lower.
  line.addWidget(W.Label(`line ${i}`, { size: [null, i % 7 === 0 ? 90 : i % 5 === 0 ? 12 : 24] }));
  return line;
}

/** A page with an empty scroll area, for what comes when the page is there. */
async function place(): Promise<Shown<{ W: Widgets; area: ScrollArea }>> {
  const shown = await show((W) => {
    const area = W.ScrollArea();
    mount(W, area);
    return { W, area };
  });
  await shown.settled();
  return shown;
}

/** From now on: how many lines there were and how many of them waited at the end of each frame with content, and a script when the first one ends. */
async function watch(page: Page, first = ""): Promise<void> {
  await page.evaluate(`{
    const waited = window.waited = [];
    const step = () => {
      setTimeout(() => {
        window.lines = document.querySelectorAll(".pgw-box-row").length;
        if (window.lines === 0) return;
        waited.push(document.querySelectorAll(".pgw-waiting").length);
        if (waited.length === 1) { ${first} }
      });
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }`);
}

const waited = (page: Page) => page.evaluate("window.waited") as Promise<number[]>;

/** Waits until so many lines are there and none of them waits, without asking for anything that would end it. */
async function complete(page: Page, lines: number): Promise<number[]> {
  await expect.poll(() => page.evaluate("[window.lines, window.waited.at(-1)]")).toEqual([lines, 0]);
  return waited(page);
}

/** The labels as they follow each other in the page, by their tops. */
const inOrder = (page: Page) =>
  page.locator(".pgw-label").evaluateAll((labels) =>
    labels
      .map((label) => [label.getBoundingClientRect().top, label.textContent] as const)
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text),
  );

/** The height of 900 lines and of the padding around them: 129 are 90 pixels high, 154 are 12, 617 are 24, with 4 between and 8 around. */
const HEIGHT = 129 * 90 + 154 * 12 + 617 * 24 + 899 * 4 + 16;

const names = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`);
const VIEW = ".pgw-scroll-view";
const ends = (page: Page) =>
  page.locator(VIEW).evaluate((view) => [view.scrollTop, view.scrollHeight - view.clientHeight]);

describe("a long column", () => {
  test("is painted with its first lines, and soon shows all of them in their places", async () => {
    const { page, made, settled } = await place();
    await watch(page);
    made.area.setWidget(linesOf(made.W, 900));
    const frames = await complete(page, 900);
    expect(frames[0]).toBe(860);
    expect(frames.toSorted((a, b) => b - a)).toEqual(frames);
    expect(new Set(frames).size).toBeGreaterThan(3);
    expect(await inOrder(page)).toEqual(names(900));
    expect(await page.locator(".pgw-box-column > :not([data-wid])").count()).toBe(0);
    const [, far] = await ends(page);
    await settled();
    expect(far).toBe(HEIGHT - 600);
  });

  test("comes in few steps where pages are slow", async () => {
    const { page, made } = await place();
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await watch(page);
    made.area.setWidget(linesOf(made.W, 900));
    const frames = await complete(page, 900);
    expect(new Set(frames).size).toBeLessThan(25);
  });

  test("keeps room for the lines that wait", async () => {
    const { page, made } = await place();
    await watch(page, `window.first = document.querySelector("${VIEW}").scrollHeight`);
    made.area.setWidget(linesOf(made.W, 900));
    await complete(page, 900);
    const first = (await page.evaluate("window.first")) as number;
    expect(first).toBeGreaterThan(860 * 28);
  });

  test("may be taken in before its lines come", async () => {
    const { page, made } = await place();
    await watch(page);
    const column = made.W.VBox();
    made.area.setWidget(column);
    for (let i = 0; i < 900; i++) column.addWidget(lineOf(made.W, i));
    await complete(page, 900);
    expect(await inOrder(page)).toEqual(names(900));
  });

  test("that is not long is painted at once", async () => {
    const { page, made } = await place();
    await watch(page);
    made.area.setWidget(linesOf(made.W, 99));
    await expect.poll(async () => (await waited(page)).length).toBeGreaterThan(5);
    expect(new Set(await waited(page))).toEqual(new Set([0]));
  });

  test("shows lines at once that are added to it later", async () => {
    const { page, made } = await place();
    const column = linesOf(made.W, 300);
    made.area.setWidget(column);
    await watch(page);
    await complete(page, 300);
    await page.evaluate("void (window.waited.length = 0)");
    for (let i = 300; i < 303; i++) column.insertWidget(i - 300, lineOf(made.W, i));
    await expect.poll(async () => (await inOrder(page)).length).toBe(303);
    expect(new Set(await waited(page))).toEqual(new Set([0]));
  });

  test("in a page of a stack is complete when that is shown", async () => {
    const { page, made } = await place();
    const stack = made.W.StackWidget();
    stack.addWidget(made.W.Label("front"));
    const column = linesOf(made.W, 400);
    stack.addWidget(column);
    made.area.setWidget(stack);
    await watch(page);
    await expect.poll(async () => (await waited(page)).length).toBeGreaterThan(5);
    stack.setIndex(1);
    await complete(page, 400);
    expect((await inOrder(page)).filter((text) => text !== "front")).toEqual(names(400));
  });

  test("gives lines away that still wait", async () => {
    const { page, made, at } = await place();
    const column = linesOf(made.W, 200);
    const given = column.getChildren()[150];
    if (given === undefined) throw new Error("There is no such line.");
    const other = made.W.VBox();
    const both = made.W.VBox();
    both.addWidget(other);
    both.addWidget(column);
    made.area.setWidget(both);
    column.remove(given);
    other.addWidget(given);
    await watch(page);
    await complete(page, 200);
    expect(await at(given).isVisible()).toBe(true);
    expect((await inOrder(page))[0]).toBe("line 150");
  });

  test("forgets what is destroyed while it waits", async () => {
    const { page, made, session } = await place();
    await watch(page);
    const column = linesOf(made.W, 2000);
    made.area.setWidget(column);
    await expect.poll(async () => (await waited(page)).length).toBeGreaterThan(0);
    column.destroy();
    await expect.poll(() => page.locator(".pgw-box-row").count()).toBe(0);
    made.area.setWidget(linesOf(made.W, 150));
    await complete(page, 150);
    expect(await inOrder(page)).toEqual(names(150));
    expect(session.isDestroyed).toBe(false);
  });
});

describe("what waits is there", () => {
  test("before the program is told a place", async () => {
    const { page, made } = await place();
    await watch(page);
    const column = linesOf(made.W, 300);
    made.area.setWidget(column);
    const told = await column.getChildren().at(-1)?.getPosition();
    await complete(page, 300);
    expect(await column.getChildren().at(-1)?.getPosition()).toEqual(told);
    expect(told?.[1]).toBeGreaterThan(9000);
  });

  test("before a server of protocol 0.4, which asks the page, is told how far a text is scrolled", async () => {
    const { server } = await open([
      create(1, "Page"),
      create(2, "ScrollArea"),
      call(1, "set_widget", ref(2)),
    ]);
    const lines = Array.from({ length: 300 }, (_, i) => 10 + i);
    server.send(
      create(3, "VBox"),
      ...lines.flatMap((wid) => [create(wid, "Label", `line ${wid}`), call(3, "add_widget", ref(wid), 0)]),
      create(4, "TextArea", names(100).join("\n")),
      call(4, "resize", 300, 100),
      call(3, "add_widget", ref(4), 0),
      call(2, "set_widget", ref(3)),
      call(1, "show"),
      call(4, "scroll_to_end"),
    );
    expect((await server.ask(4, "get_scroll_position")).value).toEqual([0, 1]);
  });

  test("before the program hears of a size, once", async () => {
    const { page, made, settled } = await place();
    const column = linesOf(made.W, 900);
    const heard: number[] = [];
    column.on("resize", ({ height }) => void heard.push(height));
    await watch(page);
    made.area.setWidget(column);
    await complete(page, 900);
    await settled();
    expect(heard).toEqual([HEIGHT - 16]);
  });

  test("before a part of the way is scrolled", async () => {
    const { page, made } = await place();
    await watch(page);
    made.area.setWidget(linesOf(made.W, 300));
    made.area.setScrollPosition(0, 1);
    await complete(page, 300);
    const [at, far] = await ends(page);
    expect(at).toBe(far);
    expect(await made.area.getScrollPosition()).toEqual([0, 1]);
  });

  test("before it gets the focus", async () => {
    const { page, made, at } = await place();
    const column = linesOf(made.W, 300);
    const entry = made.W.TextEntry();
    column.addWidget(entry);
    await watch(page);
    made.area.setWidget(column);
    entry.setFocus();
    await complete(page, 300);
    await expect.poll(() => at(entry).evaluate((element) => element === document.activeElement)).toBe(true);
    const [top, far] = await ends(page);
    expect(top).toBe(far);
  });

  test("as soon as its user scrolls, and the program is told where that is", async () => {
    const { page, made } = await place();
    const heard: number[] = [];
    made.area.on("scrolled", (_h, v) => void heard.push(v));
    await watch(page, `document.querySelector("${VIEW}").scrollTop = 8000`);
    made.area.setWidget(linesOf(made.W, 900));
    const frames = await complete(page, 900);
    expect(frames[0]).toBeGreaterThan(0);
    await expect.poll(() => heard.length).toBeGreaterThan(0);
    const [at = 0, far = 0] = await ends(page);
    expect(heard.at(-1)).toBeCloseTo(at / far, 6);
    expect(await made.area.getScrollPosition()).toEqual([0, heard.at(-1)]);
  });
});
