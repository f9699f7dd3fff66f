import { describe, expect, test } from "vitest";
import { call, create, listen, type Message, ref } from "./fake-server.js";
import { boxOf, drag, useBrowser } from "./harness.js";

const open = useBrowser();

const actions = ["move", "resize", "close", "window-state", "raised", "lowered"];
const everything = { minimizable: true, maximizable: true, lowerable: true };

/** A window of 400 x 300 at 100, 80 with a button in it. */
function aWindow(wid: number, options: object = {}, at: [number, number] = [100, 80]): Message[] {
  return [
    create(wid, "TopLevel", { title: `Window ${wid}`, ...everything, ...options }),
    call(wid, "resize", 400, 300),
    call(wid, "set_position", ...at),
    create(wid + 1, "Button", "Inside"),
    call(wid, "set_widget", ref(wid + 1)),
    ...listen(wid, ...actions),
    ...listen(wid + 1, "activated"),
    call(wid, "show"),
  ];
}

describe("place and size", () => {
  test("a window stands where the program puts it, and its child fills the room below the bar", async () => {
    const { widget } = await open(aWindow(1));
    expect(await boxOf(widget(1))).toEqual([100, 80, 400, 300]);
    expect(await boxOf(widget(2))).toEqual([100, 116, 400, 264]);
    await expect.poll(() => widget(1).getAttribute("role")).toBe("dialog");
  });

  test("dragging the title bar moves it and reports the place once, at the end", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await drag(page, { x: 250, y: 98 }, 60, 40);
    await expect.poll(() => server.callbacks("move")).toEqual([[160, 120]]);
    expect(await boxOf(widget(1))).toEqual([160, 120, 400, 300]);
  });

  test("a click on the bar is no move", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await page.mouse.click(250, 98);
    await page.waitForTimeout(60);
    expect(server.callbacks("move")).toEqual([]);
  });

  test("Escape during a drag brings the start back", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await page.mouse.move(250, 98);
    await page.mouse.down();
    await page.mouse.move(350, 198, { steps: 5 });
    await expect.poll(async () => (await boxOf(widget(1)))[0]).toBe(200);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect.poll(async () => (await boxOf(widget(1)))[0]).toBe(100);
    expect(server.callbacks("move")).toEqual([]);
  });

  test("it cannot be dragged out of reach", async () => {
    const { page, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await drag(page, { x: 250, y: 98 }, -900, -500);
    await expect.poll(() => boxOf(widget(1))).toEqual([-240, 0, 400, 300]);
    await drag(page, { x: 30, y: 18 }, 1500, 1500);
    await expect.poll(() => boxOf(widget(1))).toEqual([840, 664, 400, 300]);
  });

  test("a place outside the page is shown at the nearest place that can be reached", async () => {
    const { widget } = await open(aWindow(1, {}, [-5000, 9000]));
    await expect.poll(() => boxOf(widget(1))).toEqual([-240, 664, 400, 300]);
  });

  test("the program puts it partly outside and makes it small; its user takes it back inside", async () => {
    const messages = [
      ...aWindow(1, {}, [-50, -20]),
      call(1, "resize", 40, 30),
      call(1, "set_border_width", 3),
    ];
    const { page, server, widget } = await open(messages);
    await expect.poll(() => boxOf(widget(1))).toEqual([-20, -15, 46, 36]);
    await expect.poll(() => server.callbacks("resize", 1).at(-1)).toEqual([{ width: 40, height: 30 }]);
    server.send(call(1, "resize", 200, 100));
    server.send(call(1, "set_position", 10, -20));
    await expect.poll(() => boxOf(widget(1))).toEqual([10, -20, 206, 106]);
    await drag(page, { x: 60, y: 8 }, 30, -5);
    await expect.poll(() => boxOf(widget(1))).toEqual([40, 0, 206, 106]);
    await expect.poll(() => server.callbacks("move")).toEqual([[40, 0]]);
  });

  test.each([
    ["e", 500, 200, 50, 0, [100, 80, 450, 300]],
    ["w", 100, 200, -50, 0, [50, 80, 450, 300]],
    ["n", 300, 79, 0, -30, [100, 50, 400, 330]],
    ["s", 300, 380, 0, 30, [100, 80, 400, 330]],
    ["se", 500, 380, 20, 30, [100, 80, 420, 330]],
    ["nw", 99, 79, -20, -30, [80, 50, 420, 330]],
    ["nw, too small", 99, 79, 900, 900, [440, 340, 60, 40]],
  ] as const)("the %s grip", async (_name, x, y, dx, dy, expected) => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await drag(page, { x, y }, dx, dy);
    await expect.poll(() => boxOf(widget(1))).toEqual(expected);
    const [left, top, width, height] = expected;
    await expect.poll(() => server.callbacks("resize", 1).at(-1)).toEqual([{ width, height, user: true }]);
    expect(server.callbacks("resize", 1).slice(1)).not.toContainEqual([{ width, height }]);
    const moved = left !== 100 || top !== 80;
    await expect.poll(() => server.callbacks("move")).toEqual(moved ? [[left, top]] : []);
  });

  test("without resizable there is no grip, without moveable no drag", async () => {
    const { page, server, widget } = await open(aWindow(1, { resizable: false, moveable: false }));
    await widget(1).waitFor();
    expect(await widget(1).locator(".pgw-grip").count()).toBe(0);
    await drag(page, { x: 250, y: 98 }, 60, 40);
    expect(await boxOf(widget(1))).toEqual([100, 80, 400, 300]);
    server.send(call(1, "set_moveable", true));
    await expect.poll(() => widget(1).getAttribute("class")).toContain("pgw-moveable");
    await drag(page, { x: 250, y: 98 }, 60, 40);
    await expect.poll(() => boxOf(widget(1))).toEqual([160, 120, 400, 300]);
  });

  test("given nothing it fills the page, and keeps its size when its user moves it", async () => {
    const messages = [
      create(1, "TopLevel", { title: "All" }),
      ...listen(1, "move", "resize"),
      call(1, "show"),
    ];
    const { page, server, widget } = await open(messages);
    await expect.poll(() => boxOf(widget(1))).toEqual([0, 0, 1000, 700]);
    await page.setViewportSize({ width: 800, height: 600 });
    await expect.poll(() => boxOf(widget(1))).toEqual([0, 0, 800, 600]);
    await page.mouse.click(300, 18);
    await page.setViewportSize({ width: 900, height: 600 });
    await expect.poll(() => boxOf(widget(1))).toEqual([0, 0, 900, 600]);
    await drag(page, { x: 300, y: 18 }, 40, 50);
    await expect.poll(() => boxOf(widget(1))).toEqual([40, 50, 900, 600]);
    await expect.poll(() => server.callbacks("move", 1)).toEqual([[40, 50]]);
    await expect
      .poll(() => server.callbacks("resize", 1).at(-1))
      .toEqual([{ width: 900, height: 600, user: true }]);
    server.send(call(1, "resize", 300, 200));
    await expect.poll(() => boxOf(widget(1))).toEqual([40, 50, 300, 200]);
  });

  test("with a place only it stands there in the size of its content, and is no larger than the page", async () => {
    const messages = [
      create(1, "TopLevel", { title: "Natural" }),
      create(2, "Button", "x"),
      call(2, "resize", 320, 200),
      call(1, "set_widget", ref(2)),
      call(1, "set_position", 20, 30),
      call(1, "show"),
    ];
    const { page, widget } = await open(messages);
    await expect.poll(() => boxOf(widget(1))).toEqual([20, 30, 320, 236]);
    await page.setViewportSize({ width: 300, height: 200 });
    await expect.poll(() => boxOf(widget(1))).toEqual([20, 30, 300, 200]);
  });
});

describe("states", () => {
  test("the program's changes are not reported, the user's are", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    server.send(call(1, "set_window_state", "maximized"));
    await expect.poll(() => boxOf(widget(1))).toEqual([0, 0, 1000, 700]);
    await page.setViewportSize({ width: 800, height: 500 });
    await expect.poll(() => boxOf(widget(1))).toEqual([0, 0, 800, 500]);
    expect(server.callbacks("window-state")).toEqual([]);
    await widget(1).getByRole("button", { name: "Unmaximize" }).click();
    await expect.poll(() => boxOf(widget(1))).toEqual([100, 80, 400, 300]);
    await expect.poll(() => server.callbacks("window-state")).toEqual([["normal"]]);
    expect(server.callbacks("move")).toEqual([]);
  });

  test("a double click rolls it up and down", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await page.mouse.dblclick(250, 98);
    await expect.poll(() => boxOf(widget(1))).toEqual([100, 80, 400, 36]);
    await drag(page, { x: 250, y: 98 }, 10, 10);
    await page.mouse.dblclick(250, 108);
    await expect.poll(() => boxOf(widget(1))).toEqual([110, 90, 400, 300]);
    await expect.poll(() => server.callbacks("window-state")).toEqual([["shaded"], ["normal"]]);
  });

  test("minimised windows park in rows from the bottom left, which follow the page", async () => {
    const { page, server, widget } = await open([1, 3, 5].flatMap((wid) => aWindow(wid)));
    await widget(5).waitFor();
    server.send(...[1, 3, 5].map((wid) => call(wid, "set_window_state", "minimized")));
    await expect.poll(() => boxOf(widget(5))).toEqual([412, 660, 200, 36]);
    expect(await boxOf(widget(1))).toEqual([4, 660, 200, 36]);
    await page.setViewportSize({ width: 440, height: 400 });
    await expect.poll(() => boxOf(widget(5))).toEqual([4, 320, 200, 36]);
    await page.setViewportSize({ width: 1000, height: 700 });
    await widget(3).getByRole("button", { name: "Unminimize" }).click();
    await expect.poll(() => boxOf(widget(3))).toEqual([100, 80, 400, 300]);
    expect(await boxOf(widget(5))).toEqual([208, 660, 200, 36]);
    await expect.poll(() => server.callbacks("window-state")).toEqual([["normal"]]);
  });

  test("going from one special state to another keeps the normal place and size", async () => {
    const { server, widget } = await open(aWindow(1));
    for (const state of ["maximized", "minimized", "shaded", "maximized", "normal"]) {
      server.send(call(1, "set_window_state", state));
    }
    await expect.poll(() => boxOf(widget(1))).toEqual([100, 80, 400, 300]);
    const answer = await server.ask(1, "get_window_state");
    expect(answer.value).toBe("normal");
  });

  test("hide takes it out, show brings it back on top", async () => {
    const { server, widget } = await open([...aWindow(1), ...aWindow(3)]);
    await widget(3).waitFor();
    server.send(call(1, "hide"));
    await expect.poll(() => widget(1).isVisible()).toBe(false);
    server.send(call(1, "show"));
    await expect.poll(() => widget(1).isVisible()).toBe(true);
    expect(await boxOf(widget(1))).toEqual([100, 80, 400, 300]);
    await expect.poll(() => widget(1).getAttribute("style")).toContain("z-index: 2");
    expect(server.callbacks("raised")).toEqual([]);
  });
});

describe("stacking", () => {
  test("a press raises, the lower button lowers", async () => {
    const { page, server, widget } = await open([...aWindow(1), ...aWindow(3, {}, [300, 200])]);
    await widget(3).waitFor();
    await page.mouse.click(110, 370);
    await expect.poll(() => server.callbacks("raised", 1)).toEqual([[]]);
    await expect.poll(() => widget(1).getAttribute("style")).toContain("z-index: 2");
    await widget(1).getByRole("button", { name: "Lower" }).click();
    await expect.poll(() => server.callbacks("lowered", 1)).toEqual([[]]);
    await expect.poll(() => widget(1).getAttribute("style")).toContain("z-index: 1");
    server.send(call(1, "raise_"));
    await expect.poll(() => widget(1).getAttribute("style")).toContain("z-index: 2");
    await expect.poll(() => server.callbacks("raised", 1)).toHaveLength(1);
  });

  test("Ctrl+F6 goes round, with the focus", async () => {
    const { page, widget } = await open([...aWindow(1), ...aWindow(3)]);
    await widget(3).waitFor();
    await page.keyboard.press("Control+F6");
    await expect.poll(() => page.evaluate("document.activeElement.dataset.wid")).toBe("1");
    await page.keyboard.press("Control+F6");
    await expect.poll(() => page.evaluate("document.activeElement.dataset.wid")).toBe("3");
  });
});

describe("menu and keys", () => {
  test("a right click opens the menu; an entry does its work", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await page.mouse.click(250, 98, { button: "right" });
    const menu = page.getByRole("menu", { name: "Window menu" });
    await menu.waitFor();
    const labels = await menu.getByRole("menuitem").allInnerTexts();
    expect(labels.map((label) => label.split("\n")[0])).toEqual([
      "Raise",
      "Lower",
      "Move",
      "Size",
      "Shade",
      "Minimize",
      "Maximize",
      "Close",
    ]);
    await menu.getByRole("menuitem", { name: "Close" }).click();
    await expect.poll(() => server.callbacks("close")).toEqual([[]]);
    expect(await menu.count()).toBe(0);
    expect(await widget(1).isVisible()).toBe(true);
  });

  test("press, drag to an entry, release", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await page.mouse.move(250, 98);
    await page.mouse.down({ button: "right" });
    const [x, y, width, height] = await boxOf(page.getByRole("menuitem", { name: "Shade" }));
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await page.mouse.up({ button: "right" });
    await expect.poll(() => server.callbacks("window-state")).toEqual([["shaded"]]);
  });

  test("Shift+F10, letters, Escape", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await page.mouse.click(250, 98);
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("m");
    await expect.poll(() => page.locator(":focus").textContent()).toContain("Move");
    await page.keyboard.press("m");
    await expect.poll(() => page.locator(":focus").textContent()).toContain("Minimize");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    await expect.poll(() => page.evaluate("document.activeElement.dataset.wid")).toBe("1");
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect.poll(() => server.callbacks("close")).toEqual([[]]);
  });

  test("Alt+F7 and Alt+F8 move and size by arrows", async () => {
    const { page, server, widget } = await open(aWindow(1));
    await widget(1).waitFor();
    await page.mouse.click(250, 98);
    await page.keyboard.press("Alt+F7");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => server.callbacks("move")).toEqual([[116, 81]]);
    await page.keyboard.press("Alt+F8");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => boxOf(widget(1))).toEqual([116, 81, 384, 300]);
    await page.keyboard.press("Escape");
    await expect.poll(() => boxOf(widget(1))).toEqual([116, 81, 400, 300]);
    await page.keyboard.press("Control+F4");
    await expect.poll(() => server.callbacks("close")).toEqual([[]]);
  });

  test("a touch on the bar drags as a mouse does", async () => {
    const { page, server, widget } = await open(aWindow(1), { hasTouch: true });
    await widget(1).waitFor();
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
      cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", [{ x: 250, y: 98 }]);
    for (const step of [10, 20, 30, 40]) await touch("touchMove", [{ x: 250 + step, y: 98 + step }]);
    await touch("touchEnd", []);
    await expect.poll(() => server.callbacks("move")).toEqual([[140, 120]]);
  });
});
