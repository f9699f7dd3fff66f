import type { Label, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

const ACTIONS = [
  "pointer-down",
  "pointer-up",
  "pointer-move",
  "enter",
  "leave",
  "click",
  "dblclick",
  "scroll",
  "key-down",
  "key-up",
  "key-press",
  "focus-in",
  "focus-out",
  "contextmenu",
] as const;

type Heard = { action: string; event: Record<string, unknown> }[];

/** A label of 200 x 100 at (100, 50), and whatever it reports. */
function target(W: Widgets, options: Parameters<Widgets["Label"]>[1] = {}): { label: Label; heard: Heard } {
  const ground = W.VBox();
  ground.setPadding([100, 50, 0, 0]);
  ground.setAlign("left");
  const label = W.Label("Target", { size: [200, 100], ...options });
  const heard: Heard = [];
  for (const action of ACTIONS)
    label.on(action, (event) => heard.push({ action, event: event as unknown as Record<string, unknown> }));
  ground.addWidget(label);
  ground.addWidget(W.Button("Elsewhere"));
  mount(W, ground);
  return { label, heard };
}

const names = (heard: Heard, ...left: string[]) =>
  heard.map(({ action }) => action).filter((action) => !left.includes(action));

describe("text", () => {
  test("is shown as it is, with its line breaks, and never read as HTML", async () => {
    const { made, at, settled, reload, box } = await show((W) => {
      const ground = W.VBox();
      const label = W.Label("<b>x</b> & a < b\nsecond  line");
      ground.addWidget(label);
      mount(W, ground);
      return label;
    });
    expect(await at(made).textContent()).toBe("<b>x</b> & a < b\nsecond  line");
    expect(await at(made).locator("b").count()).toBe(0);
    expect((await box(made))[3]).toBeCloseTo(36.4, 0);
    made.setText("<img src=x onerror=alert(1)>");
    await settled();
    expect(await at(made).innerHTML()).toBe("&lt;img src=x onerror=alert(1)&gt;");
    await reload();
    expect(await at(made).textContent()).toBe(made.getText());
  });

  test("none has no height, an empty one has a line", async () => {
    const { made, box } = await show((W) => {
      const ground = W.VBox();
      const label = W.Label();
      ground.addWidget(label);
      mount(W, ground);
      return label;
    });
    expect(made.getText()).toBeNull();
    expect((await box(made))[3]).toBe(0);
    made.setText("");
    const [, , , line] = await box(made);
    expect(line).toBeGreaterThan(15);
    made.setText("x");
    expect((await box(made))[3]).toBe(line);
  });

  test("stands where its alignment says, in whichever order that was said, and through hide and show", async () => {
    const { made, at, settled, reload } = await show((W) => {
      const { label } = target(W, { halign: "right" });
      return label;
    });
    const place = () =>
      at(made).evaluate((element) => {
        const range = element.ownerDocument.createRange();
        range.selectNodeContents(element);
        const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
        const along = (from: number, to: number) =>
          Math.abs(from) < 4 ? "start" : Math.abs(to) < 4 ? "end" : "middle";
        return [
          along(text.left - box.left, box.right - text.right),
          along(text.top - box.top, box.bottom - text.bottom),
        ];
      });
    expect(await place()).toEqual(["end", "start"]);
    made.hide();
    made.setValign("bottom");
    made.setHalign("center");
    made.show();
    await settled();
    expect(await place()).toEqual(["middle", "end"]);
    made.setValign("center");
    await reload();
    expect(await place()).toEqual(["middle", "middle"]);
  });

  test("from right to left it starts at the right", async () => {
    const { made, at } = await show((W) => target(W).label, { dir: "rtl" });
    const right = await at(made).evaluate((element) => {
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(element);
      return element.getBoundingClientRect().right - range.getBoundingClientRect().right;
    });
    expect(right).toBeLessThan(1);
  });

  test("its colours are merged; the common background lies under them", async () => {
    const { made, at, settled, reload } = await show((W) => target(W).label);
    const colors = () =>
      at(made).evaluate((element) => {
        const { backgroundColor, color } = element.ownerDocument.defaultView?.getComputedStyle(element) ?? {};
        return [backgroundColor, color];
      });
    const [, plain] = await colors();
    made.setColor("rgb(1, 2, 3)");
    made.setColor(null, "rgb(4, 5, 6)");
    made.setBg("rgb(7, 8, 9)");
    await settled();
    expect(await colors()).toEqual(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
    await reload();
    expect(await colors()).toEqual(["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
    made.setColor("", "");
    await settled();
    expect(await colors()).toEqual(["rgb(7, 8, 9)", plain]);
  });

  test("takes the font that it is given", async () => {
    const { made, at, settled } = await show((W) => target(W).label);
    made.setFont("monospace", 18, "bold", "italic");
    await settled();
    const font = await at(made).evaluate((element) => {
      const style = element.ownerDocument.defaultView?.getComputedStyle(element);
      return [style?.fontFamily, style?.fontSize, style?.fontWeight, style?.fontStyle];
    });
    expect(font).toEqual(["monospace", "24px", "700", "italic"]);
  });
});

describe("interactive", () => {
  test("a click: where, which button, in order", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }));
    await page.mouse.click(110.5, 70);
    await settled();
    expect(names(made.heard, "pointer-move")).toEqual([
      "enter",
      "pointer-down",
      "focus-in",
      "pointer-up",
      "click",
    ]);
    const [down, up, click] = ["pointer-down", "pointer-up", "click"].map(
      (name) => made.heard.find(({ action }) => action === name)?.event,
    );
    expect(down).toMatchObject({
      type: "pointerdown",
      x: 10.5,
      y: 20,
      viewportX: 110.5,
      viewportY: 70,
      buttonTrigger: 1,
      buttonMask: 1,
      modifiers: [],
      pointerType: "mouse",
      isPrimary: true,
    });
    expect(up).toMatchObject({ buttonTrigger: 1, buttonMask: 0 });
    expect(click).toMatchObject({ type: "click", buttonTrigger: 1 });
  });

  test("a double click comes after two clicks; other buttons and modifiers are told", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }));
    await page.mouse.dblclick(150, 100);
    await settled();
    expect(names(made.heard, "pointer-move", "enter", "focus-in")).toEqual([
      "pointer-down",
      "pointer-up",
      "click",
      "pointer-down",
      "pointer-up",
      "click",
      "dblclick",
    ]);
    made.heard.length = 0;
    await page.keyboard.down("Shift");
    await page.keyboard.down("Control");
    await page.mouse.click(150, 100, { button: "middle" });
    await page.keyboard.up("Control");
    await page.keyboard.up("Shift");
    await settled();
    expect(made.heard.find(({ action }) => action === "pointer-down")?.event).toMatchObject({
      buttonTrigger: 2,
      buttonMask: 2,
      modifiers: ["ctrl", "shift"],
    });
    expect(names(made.heard)).not.toContain("click");
  });

  test("the right button: a context menu event, and none of the browser's", async () => {
    const { page, made, at, settled } = await show((W) => target(W, { interactive: true }));
    await page.evaluate(
      "addEventListener('contextmenu', (event) => { document.body.dataset.kept = event.defaultPrevented; })",
    );
    await at(made.label).click({ button: "right" });
    await settled();
    const [down, menu] = ["pointer-down", "contextmenu"].map(
      (name) => made.heard.find(({ action }) => action === name)?.event,
    );
    expect(down).toMatchObject({ buttonTrigger: 3, buttonMask: 4 });
    expect(menu).toMatchObject({ buttonTrigger: 3 });
    expect(await page.evaluate("document.body.dataset.kept")).toBe("true");
  });

  test("a press that ends outside is told, and is no click; the pointer leaves then", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }));
    await page.mouse.move(150, 100);
    await page.mouse.down();
    await page.mouse.move(500, 300, { steps: 3 });
    await page.mouse.up();
    await page.mouse.move(510, 310);
    await settled();
    expect(names(made.heard, "pointer-move", "focus-in")).toEqual([
      "enter",
      "pointer-down",
      "pointer-up",
      "leave",
    ]);
    expect(made.heard.find(({ action }) => action === "pointer-up")?.event).toMatchObject({ x: 400, y: 250 });
  });

  test("a second button while one is held is a press of its own", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }));
    await page.mouse.move(150, 100);
    await page.mouse.down();
    await page.mouse.down({ button: "right" });
    await page.mouse.up({ button: "right" });
    await page.mouse.up();
    await settled();
    const presses = made.heard.filter(({ action }) => ["pointer-down", "pointer-up"].includes(action));
    expect(presses.map(({ action, event }) => [action, event.buttonTrigger, event.buttonMask])).toEqual([
      ["pointer-down", 1, 1],
      ["pointer-down", 3, 5],
      ["pointer-up", 3, 1],
      ["pointer-up", 1, 0],
    ]);
  });

  test("moves come once a frame, the last one always", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }));
    await page.mouse.move(101, 51);
    await page.mouse.move(250, 140, { steps: 60 });
    await settled();
    const moves = made.heard.filter(({ action }) => action === "pointer-move");
    expect(moves.at(-1)?.event).toMatchObject({ x: 150, y: 90, buttonTrigger: 0, buttonMask: 0 });
  });

  test("turns of the wheel in one frame are added up, and none is lost", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }));
    await page.mouse.move(150, 100);
    await page.evaluate(`{
      const label = document.querySelector('[data-wid="${made.label.wid}"]');
      const turn = (deltaY, deltaMode) =>
        label.dispatchEvent(new WheelEvent("wheel", { deltaY, deltaMode, deltaX: 1, clientX: 150, clientY: 100, bubbles: true }));
      turn(10, 0); turn(20, 0); turn(1, 1);
      label.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      turn(5, 0);
    }`);
    await settled();
    const told = made.heard.filter(({ action }) => action === "scroll" || action === "click");
    expect(told.map(({ action, event }) => [action, event.deltaY])).toEqual([
      ["scroll", 46],
      ["click", undefined],
      ["scroll", 5],
    ]);
    await page.mouse.wheel(0, 120);
    await expect
      .poll(() => made.heard.at(-1)?.event)
      .toMatchObject({ deltaY: 120, deltaMode: 0, x: 50, y: 50 });
  });

  test("keys while it has the focus; a key that makes no character has no key-press", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }));
    await page.keyboard.press("Tab");
    await page.keyboard.press("a");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await settled();
    expect(made.heard.map(({ action, event }) => [action, event.key])).toEqual([
      ["focus-in", undefined],
      ["key-up", "Tab"],
      ["key-down", "a"],
      ["key-press", "a"],
      ["key-up", "a"],
      ["key-down", "Escape"],
      ["key-up", "Escape"],
      ["key-down", "Enter"],
      ["key-press", "Enter"],
      ["key-up", "Enter"],
      ["key-down", "Shift"],
      ["key-down", "Tab"],
      ["focus-out", undefined],
    ]);
    expect(made.heard[2]?.event).toMatchObject({
      type: "keydown",
      keycode: "KeyA",
      repeat: false,
      modifiers: [],
    });
  });

  test("the program gives it the focus without a callback, and the ring shows for the keyboard", async () => {
    const { page, made, at, settled } = await show((W) => target(W, { interactive: true }));
    made.label.setFocus();
    await settled();
    expect(made.heard).toEqual([]);
    expect(await at(made.label).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.keyboard.press("x");
    await settled();
    expect(names(made.heard)).toEqual(["key-down", "key-press", "key-up"]);
  });

  test("a finger taps it, and draws on it where moves are listened to", async () => {
    const { page, made, settled } = await show((W) => target(W, { interactive: true }), { hasTouch: true });
    await page.touchscreen.tap(150, 100);
    await settled();
    expect(names(made.heard)).toContain("click");
    expect(made.heard.find(({ action }) => action === "pointer-down")?.event).toMatchObject({
      pointerType: "touch",
      x: 50,
    });
    const touch = await page.evaluate(
      `getComputedStyle(document.querySelector('[data-wid="${made.label.wid}"]')).touchAction`,
    );
    expect(touch).toBe("none");
  });

  test("disabled it reports nothing and takes no focus; enabled again it does, also after a reload", async () => {
    const { page, made, at, settled, reload } = await show((W) => target(W, { interactive: true }));
    made.label.setEnabled(false);
    await settled();
    await page.mouse.click(150, 100);
    await page.keyboard.press("a");
    await settled();
    expect(made.heard).toEqual([]);
    expect(await at(made.label).getAttribute("tabindex")).toBeNull();
    await reload();
    expect(await at(made.label).getAttribute("tabindex")).toBeNull();
    made.label.setEnabled(true);
    await settled();
    await page.mouse.click(150, 100);
    await settled();
    expect(names(made.heard)).toContain("click");
    expect(await at(made.label).evaluate((element) => element.matches(":focus"))).toBe(true);
  });

  test("without the option nothing is reported, and the focus passes it by", async () => {
    const { page, made, at, settled } = await show((W) => target(W));
    await page.mouse.click(150, 100);
    await page.keyboard.press("Tab");
    await page.keyboard.press("a");
    made.label.setFocus();
    await settled();
    expect(made.heard).toEqual([]);
    expect(await at(made.label).evaluate((element) => element.matches(":focus"))).toBe(false);
  });
});
