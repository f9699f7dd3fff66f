import type { Label, MDISubWindow, MDIWidget, Session, SubWindowOptions, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { gone } from "../gone.js";
import { drag } from "../harness.js";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

interface Made {
  readonly desk: MDIWidget;
  readonly windows: readonly MDISubWindow[];
  readonly labels: readonly Label[];
  readonly fired: string[];
  add(text: string, options: SubWindowOptions): MDISubWindow;
}

const at = <T>(list: readonly T[], index: number): T => list[index] as T;

/** A desktop that fills the page, with a window of 300 x 200 for each place. */
function build(W: Widgets, ...places: (readonly [x: number, y: number])[]): Made {
  const desk = W.MDIWidget();
  const windows: MDISubWindow[] = [];
  const labels: Label[] = [];
  const fired: string[] = [];
  const add = (text: string, options: SubWindowOptions) => {
    const label = W.Label(text);
    const window = desk.addWidget(label, { title: `Window ${text}`, width: 300, height: 200, ...options });
    labels.push(label);
    windows.push(window);
    window.on("move", (x, y) => void fired.push(`move ${text} ${x} ${y}`));
    window.on("window-state", (state) => void fired.push(`${state} ${text}`));
    window.on("lowered", () => void fired.push(`lowered ${text}`));
    window.on("resize", ({ width, height, user }) => {
      if (user) fired.push(`resize ${text} ${width} ${height}`);
    });
    return window;
  };
  places.forEach(([x, y], i) => {
    add("abcdef"[i] as string, { x, y });
  });
  const name = (child: unknown) => labels.find((label) => label === child)?.getText() ?? "another";
  desk.on("page-switch", (child) => void fired.push(`switch ${name(child)}`));
  desk.on("page-close", (child) => void fired.push(`close ${name(child)}`));
  desk.on("scrolled", (x, y) => void fired.push(`scrolled ${x.toFixed(2)} ${y.toFixed(2)}`));
  mount(W, desk);
  return { desk, windows, labels, fired, add };
}

const two = (W: Widgets) => build(W, [20, 30], [200, 120]);

/** The sub-windows from the lowest to the uppermost, by name. */
async function stacked({ page, settled }: Shown<unknown>): Promise<string> {
  await settled();
  const found = await page.locator(".pgw-mdi-sub-window").evaluateAll((elements) =>
    elements
      .map((element) => {
        const { style, innerText } = element as HTMLElement & { innerText: string };
        return [Number(style.zIndex), innerText.split("\n")[0]?.at(-1) ?? ""] as const;
      })
      .sort((one, other) => one[0] - other[0])
      .map(([, name]) => name),
  );
  return found.join("");
}

const focused = (page: Page) =>
  page.evaluate("document.activeElement.closest('.pgw-mdi-sub-window')?.dataset.wid") as Promise<string>;

const offsets = (page: Page) =>
  page.locator(".pgw-desktop").evaluate((view) => [view.scrollLeft, view.scrollTop]);

describe("place and size", () => {
  test("it stands where the program puts it, its size is that inside a border of 1 pixel", async () => {
    const { made, box, page, at: elementOf } = await show(two);
    expect(await box(at(made.windows, 0))).toEqual([20, 30, 302, 202]);
    expect(await box(at(made.labels, 0))).toEqual([21, 67, 300, 164]);
    expect(await elementOf(at(made.windows, 0)).getAttribute("role")).toBe("dialog");
    await page.getByRole("dialog", { name: "Window a" }).waitFor();
    made.desk.moveChild(at(made.labels, 0), 5, 6);
    at(made.windows, 0).resize(null, 150);
    at(made.windows, 0).setTitle("<b>A</b>");
    expect(await box(at(made.windows, 0))).toEqual([5, 6, 302, 152]);
    await page.getByRole("dialog", { name: "<b>A</b>" }).waitFor();
    expect(made.fired).toEqual([]);
  });

  test("the server hears of its size inside the border, and of its user's as such", async () => {
    const { made, page, settled } = await show(two);
    await settled();
    expect(at(made.windows, 1).getSize()).toEqual([300, 200]);
    await drag(page, { x: 501, y: 321 }, 40, 30);
    await settled();
    expect(made.fired.at(-1)).toBe("resize b 340 230");
    expect(made.desk.getChildSize(at(made.labels, 1))).toEqual([340, 230]);
    expect(made.fired.some((each) => each.startsWith("move"))).toBe(false);
  });

  test("dragging the title bar moves it, reports the place once, and stays through a reload", async () => {
    const shown = await show(two);
    const { made, page, box, settled, reload } = shown;
    await drag(page, { x: 290, y: 140 }, 60, 40);
    await settled();
    expect(made.fired).toEqual(["move b 260 160"]);
    expect(made.desk.getChildPosition(at(made.labels, 1))).toEqual([260, 160]);
    await reload();
    expect(await box(at(made.windows, 1))).toEqual([260, 160, 302, 202]);
    expect(await stacked(shown)).toBe("ab");
  });

  test.each([
    ["w", 200, 220, -30, 0, [170, 120, 332, 202]],
    ["n", 350, 120, 0, -20, [200, 100, 302, 222]],
    ["nw, too far", 200, 120, -500, -500, [0, 0, 502, 322]],
    ["nw, too small", 200, 120, 900, 900, [440, 280, 62, 42]],
  ] as const)("the %s grip keeps the opposite side where it is", async (_name, x, y, dx, dy, expected) => {
    const { made, page, box, settled } = await show(two);
    await drag(page, { x, y }, dx, dy);
    expect(await box(at(made.windows, 1))).toEqual(expected);
    await settled();
    expect(made.fired.at(-1)).toBe(`move b ${expected[0]} ${expected[1]}`);
    expect(made.desk.getChildSize(at(made.labels, 1))).toEqual([expected[2] - 2, expected[3] - 2]);
  });

  test("Escape during a drag brings the start back", async () => {
    const { made, page, box } = await show(two);
    await page.mouse.move(290, 140);
    await page.mouse.down();
    await page.mouse.move(390, 240, { steps: 5 });
    await expect.poll(async () => (await box(at(made.windows, 1)))[0]).toBe(300);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    expect(await box(at(made.windows, 1))).toEqual([200, 120, 302, 202]);
    expect(made.fired).toEqual([]);
  });

  test("a finger drags it as a mouse does", async () => {
    const { made, page, settled } = await show(two, { hasTouch: true });
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
    await touch("touchStart", [{ x: 100, y: 48 }]);
    for (const step of [10, 20, 30, 40]) await touch("touchMove", [{ x: 100 + step, y: 48 + step }]);
    await touch("touchEnd", []);
    await settled();
    expect(made.fired).toEqual(["switch a", "move a 60 70"]);
  });

  test("tile and cascade fill the view exactly, without scroll bars", async () => {
    const { made, page, box } = await show((W) => build(W, [20, 30], [900, 800], [300, 200]));
    await expect.poll(() => made.desk.getSize()).toEqual([800, 600]);
    made.desk.tileWindows();
    expect(await Promise.all(made.windows.map(box))).toEqual([
      [0, 0, 400, 300],
      [400, 0, 400, 300],
      [0, 300, 400, 300],
    ]);
    const fits = () =>
      page
        .locator(".pgw-desktop")
        .evaluate((view) => [view.scrollWidth - view.clientWidth, view.scrollHeight - view.clientHeight]);
    expect(await fits()).toEqual([0, 0]);
    made.desk.cascadeWindows();
    expect((await Promise.all(made.windows.map(box))).map(([x, y]) => [x, y])).toEqual([
      [0, 0],
      [20, 20],
      [40, 40],
    ]);
  });

  test("right to left the text turns, and places stay", async () => {
    const { made, box, page } = await show(two, { dir: "rtl" });
    expect(await box(at(made.windows, 0))).toEqual([20, 30, 302, 202]);
    const close = await page
      .getByRole("dialog", { name: "Window a" })
      .getByRole("button", { name: "Close" })
      .boundingBox();
    expect(close?.x).toBeLessThan(60);
  });
});

describe("stacking", () => {
  test("a press into the content raises, once, for everybody", async () => {
    const shown = await show(two);
    const { made, page } = shown;
    expect(await stacked(shown)).toBe("ab");
    await page.mouse.click(60, 150);
    expect(await stacked(shown)).toBe("ba");
    await page.mouse.click(60, 150);
    expect(await stacked(shown)).toBe("ba");
    expect(made.fired).toEqual(["switch a"]);
    expect(made.desk.getIndex()).toBe(0);
    await shown.reload();
    expect(await stacked(shown)).toBe("ba");
  });

  test("the lower button sends to the back without raising first", async () => {
    const shown = await show((W) => build(W, [20, 30], [200, 120], [40, 360]));
    const { made, page } = shown;
    await page.getByRole("dialog", { name: "Window b" }).getByRole("button", { name: "Lower" }).click();
    expect(await stacked(shown)).toBe("bac");
    await page.getByRole("dialog", { name: "Window c" }).getByRole("button", { name: "Lower" }).click();
    expect(await stacked(shown)).toBe("cba");
    expect(made.fired).toEqual(["lowered b", "switch a", "lowered c"]);
  });

  test("the program raises and lowers, and a focus that it gives does not raise", async () => {
    const shown = await show(two);
    const { made, page } = shown;
    at(made.windows, 0).raise();
    expect(await stacked(shown)).toBe("ba");
    await expect.poll(() => page.locator(".pgw-active .pgw-title").innerText()).toBe("Window a");
    at(made.windows, 0).lower();
    expect(await stacked(shown)).toBe("ab");
    made.desk.setIndex(0);
    expect(await stacked(shown)).toBe("ba");
    at(made.windows, 1).setFocus();
    expect(await stacked(shown)).toBe("ba");
    expect(await focused(page)).toBe(String(at(made.windows, 1).wid));
  });
});

describe("closing", () => {
  test("the button only asks; the window goes with the answer, and the focus to the next one", async () => {
    const shown = await show(two);
    const { made, page, at: elementOf, settled } = shown;
    await page.getByRole("dialog", { name: "Window b" }).getByRole("button", { name: "Close" }).click();
    await gone(elementOf(at(made.windows, 1)));
    expect(made.fired).toEqual(["switch a", "close b"]);
    expect(made.desk.getChildren()).toEqual([at(made.labels, 0)]);
    expect(await focused(page)).toBe(String(at(made.windows, 0).wid));
    const again = made.desk.addWidget(at(made.labels, 1), { title: "Window b", x: 5, y: 5 });
    await elementOf(again).waitFor();
    await settled();
    expect(await elementOf(at(made.labels, 1)).innerText()).toBe("b");
  });

  test("a child that moves elsewhere, or ends, takes its window with it", async () => {
    const { made, page, at: elementOf, session } = await show(two);
    const box = session.getWidgets().VBox();
    const holder = made.add("c", { x: 300, y: 10 });
    made.desk.addWidget(box, { title: "Window d", x: 10, y: 300 });
    box.addWidget(at(made.labels, 0));
    at(made.labels, 1).destroy();
    await gone(elementOf(at(made.windows, 0)));
    await gone(elementOf(at(made.windows, 1)));
    await expect.poll(() => elementOf(at(made.labels, 0)).isVisible()).toBe(true);
    holder.close();
    await expect.poll(() => page.locator(".pgw-mdi-sub-window").count()).toBe(1);
    made.desk.removeAll(true);
    await expect.poll(() => page.locator(".pgw-mdi-sub-window").count()).toBe(0);
  });
});

describe("states", () => {
  test("maximised it fills the view and follows it, wherever the desktop is scrolled to", async () => {
    const shown = await show((W) => build(W, [20, 30], [700, 500]));
    const { made, page, box } = shown;
    await page.locator(".pgw-desktop").evaluate((view) => view.scrollTo(100, 60));
    await page.mouse.click(0, 40);
    await page.getByRole("dialog", { name: "Window a" }).getByRole("button", { name: "Maximize" }).click();
    expect(await box(at(made.windows, 0))).toEqual([0, 0, 800, 600]);
    await page.setViewportSize({ width: 700, height: 500 });
    await expect.poll(() => box(at(made.windows, 0))).toEqual([0, 0, 700, 500]);
    await shown.reload();
    expect(await box(at(made.windows, 0))).toEqual([0, 0, 700, 500]);
    await page.mouse.dblclick(300, 18);
    await shown.settled();
    expect(at(made.windows, 0).getWindowState()).toBe("normal");
    expect(made.desk.getChildPosition(at(made.labels, 0))).toEqual([20, 30]);
    expect((await box(at(made.windows, 0))).slice(2)).toEqual([302, 202]);
  });

  test("minimised ones stand in rows at the bottom of the view, which follow it and stay in it", async () => {
    const { made, page, box } = await show((W) => build(W, [20, 30], [700, 500], [40, 50], [60, 70]));
    for (const index of [0, 2, 3]) at(made.windows, index).setWindowState("minimized");
    expect(await box(at(made.windows, 3))).toEqual([412, 558, 200, 38]);
    await page.locator(".pgw-desktop").evaluate((view) => view.scrollTo(100, 60));
    expect(await box(at(made.windows, 0))).toEqual([4, 558, 200, 38]);
    await page.setViewportSize({ width: 450, height: 400 });
    await expect.poll(() => box(at(made.windows, 3))).toEqual([4, 316, 200, 38]);
    await page.getByRole("dialog", { name: "Window c" }).getByRole("button", { name: "Unminimize" }).click();
    await expect.poll(() => made.fired.at(-1)).toBe("normal c");
    expect((await box(at(made.windows, 2))).slice(2)).toEqual([302, 202]);
    await expect.poll(() => box(at(made.windows, 3))).toEqual([208, 358, 200, 38]);
  });

  test("a double click rolls it up, unless it may not", async () => {
    const { made, page, box } = await show((W) => {
      const it = build(W, [20, 30]);
      it.add("b", { x: 20, y: 300, shadeable: false });
      return it;
    });
    await page.mouse.dblclick(120, 48);
    expect(await box(at(made.windows, 0))).toEqual([20, 30, 302, 38]);
    await page.mouse.dblclick(120, 318);
    expect(await box(at(made.windows, 1))).toEqual([20, 300, 302, 202]);
    expect(made.fired.filter((each) => each.startsWith("shaded"))).toEqual(["shaded a"]);
    at(made.windows, 1).toggleShade();
    expect(await box(at(made.windows, 1))).toEqual([20, 300, 302, 38]);
  });
});

describe("the desktop", () => {
  test("it scrolls to whatever leaves it to the right and below, and its user puts nothing out of it on the other sides", async () => {
    const { made, page, box, settled } = await show(two);
    await drag(page, { x: 290, y: 140 }, 500, 430);
    await settled();
    expect(made.fired.at(-1)).toBe("move b 700 550");
    await page.mouse.move(20, 580);
    // One gesture after the other: a browser may take two that meet for one.
    await page.mouse.wheel(0, 1000);
    await expect.poll(() => offsets(page)).toEqual([0, 152]);
    await page.mouse.wheel(1000, 0);
    await expect.poll(() => offsets(page)).toEqual([202, 152]);
    await expect.poll(() => made.fired.at(-1)).toBe("scrolled 1.00 1.00");
    expect(await box(at(made.windows, 1))).toEqual([498, 398, 302, 202]);
    // Dragged back, nothing jumps under the pointer although less room is needed.
    await drag(page, { x: 600, y: 416 }, -400, -300);
    expect(await box(at(made.windows, 1))).toEqual([98, 98, 302, 202]);
    expect(await offsets(page)).toEqual([202, 152]);
    await drag(page, { x: 200, y: 116 }, -900, -900);
    await settled();
    expect(made.fired.at(-1)).toBe("move b 0 0");
    // The program may, as far as a part of it stays in sight.
    made.desk.moveChild(at(made.labels, 1), -500, -70);
    expect((await offsets(page)).map((each) => each >= 0)).toEqual([true, true]);
    await expect
      .poll(async () => (await box(at(made.windows, 1)))[0] + ((await offsets(page))[0] ?? 0))
      .toBe(-150);
  });

  test("the resistance holds back what is dragged beyond the view", async () => {
    const { made, page, box, settled } = await show(two);
    made.desk.setResistance(1);
    await settled();
    await drag(page, { x: 290, y: 140 }, 500, 430);
    expect(await box(at(made.windows, 1))).toEqual([498, 398, 302, 202]);
    made.desk.setResistance(0.5);
    await settled();
    await drag(page, { x: 600, y: 410 }, 100, 0);
    expect(await box(at(made.windows, 1))).toEqual([548, 398, 302, 202]);
  });

  test("its scroll position is set, asked for and kept", async () => {
    const { made, page, reload } = await show((W) => {
      const it = build(W, [20, 30], [700, 500]);
      it.desk.setScrollPosition(0.5, 1);
      return it;
    });
    await expect.poll(() => offsets(page)).toEqual([101, 102]);
    await page.locator(".pgw-desktop").evaluate((view) => view.scrollTo(202, 51));
    await expect.poll(() => made.fired).toEqual(["scrolled 1.00 0.50"]);
    expect(made.desk.getScrollPosition()).toEqual([1, 0.5]);
    await reload();
    await expect.poll(() => offsets(page)).toEqual([202, 51]);
    expect(made.fired).toHaveLength(1);
  });

  test("a wheel over a window scrolls what is in it, and never the desktop", async () => {
    const { made, page } = await show((W) => {
      const it = build(W, [700, 500]);
      const text = W.Label(Array.from({ length: 60 }, (_, i) => `Line ${i}`).join("\n"));
      const area = W.ScrollArea();
      area.setWidget(text);
      it.desk.addWidget(area, { title: "Long", x: 10, y: 10 });
      return it;
    });
    const inner = page.getByRole("dialog", { name: "Long" }).locator(".pgw-scroll-view");
    await page.mouse.move(100, 150);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => inner.evaluate((body) => body.scrollTop)).toBe(60);
    for (let i = 0; i < 4; i++) await page.mouse.wheel(0, 1000);
    await page.mouse.move(100, 28);
    await page.mouse.wheel(0, 100);
    await page.waitForTimeout(150);
    expect(await offsets(page)).toEqual([0, 0]);
    await page.mouse.move(500, 100);
    await page.mouse.wheel(0, 50);
    await expect.poll(() => offsets(page)).toEqual([0, 50]);
    await expect.poll(() => made.fired.at(-1)?.slice(0, 13)).toBe("scrolled 0.00");
  });
});

describe("keys and menu", () => {
  test("Ctrl+F6 goes round and brings into view, Ctrl+F4 closes", async () => {
    const shown = await show((W) => build(W, [20, 30], [900, 700]));
    const { made, page, at: elementOf } = shown;
    await page.mouse.click(120, 48);
    await page.keyboard.press("Control+F6");
    expect(await focused(page)).toBe(String(at(made.windows, 1).wid));
    expect(await stacked(shown)).toBe("ab");
    expect(await offsets(page)).toEqual([402, 302]);
    await page.keyboard.press("Control+F4");
    await gone(elementOf(at(made.windows, 1)));
    expect(await focused(page)).toBe(String(at(made.windows, 0).wid));
    expect(made.fired.filter((each) => !each.startsWith("scrolled"))).toEqual([
      "switch a",
      "switch b",
      "switch a",
      "close b",
    ]);
  });

  test("keys go to the window of the page where the desktop has nowhere to go", async () => {
    const {
      made,
      page,
      at: elementOf,
    } = await show((W: Widgets, _session: Session) => {
      const it = build(W, [20, 30]);
      const other = W.TopLevel({ title: "Other" });
      other.setWidget(W.Button("In the other"));
      other.resize(200, 100);
      other.setPosition(500, 400);
      other.show();
      return { ...it, other };
    });
    await elementOf(made.other).waitFor();
    await page.mouse.click(120, 48);
    await page.keyboard.press("Control+F6");
    const title = "document.activeElement.closest('.pgw-window').querySelector('.pgw-title').innerText";
    await expect.poll(() => page.evaluate(title)).toBe("Other");
  });

  test("Alt+F7 and Alt+F8 move and size by arrows", async () => {
    const { made, page, box, settled } = await show(two);
    await page.mouse.click(120, 48);
    await page.keyboard.press("Alt+F7");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Enter");
    expect(await box(at(made.windows, 0))).toEqual([36, 29, 302, 202]);
    await page.keyboard.press("Alt+F8");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await box(at(made.windows, 0))).toEqual([36, 29, 302, 218]);
    await settled();
    expect(made.fired).toEqual(["switch a", "move a 36 29", "resize a 300 216"]);
  });

  test("the menu of the title bar does what the buttons do", async () => {
    const { made, page, settled } = await show(two);
    await page.mouse.click(120, 48, { button: "right" });
    await page.getByRole("menuitem", { name: "Minimize" }).click();
    await settled();
    expect(made.fired).toEqual(["switch a", "minimized a"]);
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect.poll(() => made.fired.at(-1)).toBe("close a");
  });
});

test("a disabled desktop takes no input", async () => {
  const shown = await show(two);
  const { made, page, box, settled } = shown;
  made.desk.setEnabled(false);
  await settled();
  await drag(page, { x: 100, y: 48 }, 60, 40);
  await page.mouse.dblclick(100, 48);
  await page.mouse.click(60, 150);
  const close = page.getByRole("dialog", { name: "Window b" }).getByRole("button", { name: "Close" });
  expect(await close.isDisabled()).toBe(true);
  expect(await box(at(made.windows, 0))).toEqual([20, 30, 302, 202]);
  expect(await stacked(shown)).toBe("ab");
  expect(made.fired).toEqual([]);
  made.desk.setEnabled(true);
  await settled();
  await close.click();
  await expect.poll(() => made.fired.at(-1)).toBe("close b");
});
