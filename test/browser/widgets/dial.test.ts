import type { Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { angleAt, dialValue, shareAt, shareOf, turnedShare } from "../../../browser/dials/turning.js";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3C/svg%3E";

function dial(options: Parameters<Widgets["Dial"]>[0] = {}) {
  return (W: Widgets) => {
    const heard: number[] = [];
    const made = W.Dial({ size: [100, 100], ...options });
    made.on("activated", (value) => heard.push(value));
    const box = W.VBox({ padding: 100 });
    box.setAlign("left");
    box.addWidget(made, 0);
    mount(W, box);
    return { dial: made, heard };
  };
}
type Made = ReturnType<ReturnType<typeof dial>>;

/** A point at an angle (degrees from the top, clockwise) around a dial of 100 by 100 at (100, 100). */
function around(angle: number, distance = 40): [number, number] {
  const turned = (angle * Math.PI) / 180;
  return [150 + distance * Math.sin(turned), 150 - distance * Math.cos(turned)];
}
const text = ({ made, at }: Shown<Made>) => at(made.dial).locator(".pgw-dial-text").textContent();
const told = ({ made, at }: Shown<Made>) => at(made.dial).getAttribute("aria-valuenow");

describe("arithmetic", () => {
  test("angles, shares and the gap", () => {
    expect([angleAt(0, -1), angleAt(1, 0), angleAt(0, 1), angleAt(-1, 0)]).toEqual([0, 90, 180, 270]);
    expect([shareAt(210), shareAt(0), shareAt(150)]).toEqual([0, 0.5, 1]);
    expect([shareAt(170), shareAt(190), shareAt(180)]).toEqual([1, 0, 0]);
    // Through the gap there is no way.
    expect([turnedShare(0.95, 170), turnedShare(1, 200), turnedShare(1, 230), turnedShare(1, 0)]).toEqual([
      1, 1, 1, 0.5,
    ]);
    expect([turnedShare(0.05, 190), turnedShare(0, 150), turnedShare(0, 30)]).toEqual([0, 0, 0.6]);
  });

  test("values are multiples of the step, without noise", () => {
    const rules = { min: 0, max: 1, step: 0.05, int: false, decimals: null };
    expect([dialValue(0.151, rules), dialValue(2, rules), dialValue(-1, rules)]).toEqual([0.15, 1, 0]);
    expect(dialValue(7.6, { min: 0, max: 10, step: 1, int: true, decimals: null })).toBe(8);
    expect(shareOf(5, { ...rules, min: 5, max: 5 })).toBe(0);
  });
});

describe("pointer", () => {
  test("without tracking it fires once, at release, also for the same value", async () => {
    const shown = await show(dial({ showValue: true, showValuePosition: "ur" }));
    const { made, page, settled } = shown;
    await page.mouse.move(...around(0));
    await page.mouse.down();
    await page.mouse.move(...around(60), { steps: 4 });
    await settled();
    expect(made.heard).toEqual([]);
    expect(await text(shown)).not.toBe("50");
    await page.mouse.move(...around(90), { steps: 4 });
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([80]);
    expect(made.dial.getValue()).toBe(80);
    await page.mouse.down();
    await page.mouse.move(...around(20), { steps: 4 });
    await page.mouse.move(...around(90), { steps: 4 });
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([80, 80]);
  });

  test("with tracking it fires at the press, at each move and at the release", async () => {
    const { made, page, settled } = await show(dial({ track: true, step: 10 }));
    await page.mouse.move(...around(0));
    await page.mouse.down();
    await settled();
    for (const angle of [2, 30, 33, 60]) {
      await page.mouse.move(...around(angle));
      await settled();
    }
    expect(made.heard).toEqual([50, 50, 60, 60, 70]);
    made.dial.setTracking(false);
    await settled();
    await page.mouse.move(...around(90));
    await settled();
    expect(made.heard).toHaveLength(5);
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([50, 50, 60, 60, 70, 80]);
  });

  test("a press anywhere turns it there; dragged through the gap it stays at its end", async () => {
    const { made, page, settled } = await show(dial({ track: true }));
    await page.mouse.click(...around(270, 20));
    await settled();
    expect(new Set(made.heard)).toEqual(new Set([20]));
    await page.mouse.move(...around(120));
    await page.mouse.down();
    for (const angle of [140, 160, 180, 200, 230]) await page.mouse.move(...around(angle, 120));
    await settled();
    expect(made.dial.getValue()).toBe(100);
    for (const angle of [200, 160, 60]) await page.mouse.move(...around(angle, 120));
    await page.mouse.up();
    await settled();
    expect(made.dial.getValue()).toBe(70);
  });

  test("Escape takes back what was not told yet; what the program sets waits for the release", async () => {
    const shown = await show(dial());
    const { made, page, settled } = shown;
    await page.mouse.move(...around(0));
    await page.mouse.down();
    await page.mouse.move(...around(90), { steps: 3 });
    await page.keyboard.press("Escape");
    expect(await told(shown)).toBe("50");
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([]);
    await page.mouse.move(...around(0));
    await page.mouse.down();
    await page.mouse.move(...around(30), { steps: 3 });
    made.dial.setValue(10);
    await settled();
    expect(await told(shown)).toBe("60");
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([60]);
  });

  test("fingers and the wheel", async () => {
    const { made, page, settled } = await show(dial({ step: 5 }), { hasTouch: true });
    const touch = await page.context().newCDPSession(page);
    const at = (angle: number) => [{ x: around(angle)[0], y: around(angle)[1] }];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(60) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(90) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await settled();
    expect(made.heard).toEqual([80]);
    await page.mouse.move(150, 150);
    await page.mouse.wheel(0, -100);
    await page.mouse.wheel(0, 200);
    await settled();
    expect(made.dial.getValue()).toBe(75);
    made.dial.setValue(0);
    await settled();
    made.heard.length = 0;
    await page.mouse.wheel(0, 100);
    await settled();
    expect(made.heard).toEqual([0]);
  });
});

describe("keys", () => {
  test("arrows, pages, ends", async () => {
    const shown = await show(dial({ min: -20, max: 40, value: 0, step: 2 }));
    const { made, page, at, settled } = shown;
    await at(made.dial).focus();
    const seen: (string | null)[] = [];
    for (const key of [
      "ArrowUp",
      "ArrowRight",
      "ArrowDown",
      "ArrowLeft",
      "PageUp",
      "End",
      "ArrowUp",
      "Home",
    ]) {
      await page.keyboard.press(key);
      seen.push(await told(shown));
    }
    expect(seen).toEqual(["2", "4", "2", "0", "20", "40", "40", "-20"]);
    await settled();
    expect(made.dial.getValue()).toBe(-20);
    expect(made.heard.at(-1)).toBe(-20);
  });

  test("disabled neither keys nor pointer turn it", async () => {
    const { made, page, at, settled } = await show(dial());
    made.dial.setEnabled(false);
    await settled();
    expect(await at(made.dial).getAttribute("aria-disabled")).toBe("true");
    expect(await at(made.dial).getAttribute("tabindex")).toBeNull();
    await page.mouse.click(...around(90));
    await page.mouse.wheel(0, -100);
    await settled();
    expect(made.heard).toEqual([]);
    made.dial.setEnabled(true);
    made.dial.setFocus();
    await settled();
    await page.keyboard.press("ArrowUp");
    await settled();
    expect(made.heard).toEqual([51]);
  });
});

describe("what the program sets", () => {
  test("limits, value and digits; nothing fires; all is so after a reload", async () => {
    const shown = await show(dial({ dtype: "float", showValue: true, showValuePosition: "ur" }));
    const { made, at, settled, reload } = shown;
    made.dial.setLimits(0, 2, 0.25);
    made.dial.setValue(1.3);
    await settled();
    expect(await text(shown)).toBe("1.25");
    made.dial.setDecimals(1);
    await settled();
    expect(await at(made.dial).getAttribute("aria-valuetext")).toBe(await text(shown));
    made.dial.setValue(5);
    await reload();
    expect(await text(shown)).toBe("2.0");
    expect(await at(made.dial).getAttribute("aria-valuemax")).toBe("2");
    expect(made.heard).toEqual([]);
    expect(made.dial.getValue()).toBe(2);
  });

  test("the text is where it was asked for", async () => {
    for (const [position, x, y] of [
      ["ur", 1, -1],
      ["ul", -1, -1],
      ["lr", 1, 1],
      ["ll", -1, 1],
      ["b", 0, 1],
    ] as const) {
      const { made, at, page } = await show(dial({ showValue: true, showValuePosition: position }));
      const box = await at(made.dial).locator(".pgw-dial-text").boundingBox();
      const [dx, dy] = [
        (box?.x ?? 0) + (box?.width ?? 0) / 2 - 150,
        (box?.y ?? 0) + (box?.height ?? 0) / 2 - 150,
      ];
      expect([Math.abs(dx) < 2 ? 0 : Math.sign(dx), Math.sign(dy)]).toEqual([x, y]);
      await page.close();
    }
  });

  test("the knob has its size in pixels, grows with the dial, and a picture turns in its place", async () => {
    const { made, at, settled } = await show(dial({ value: 50 }));
    const knob = at(made.dial).locator(".pgw-dial-knob");
    const width = async () => Math.round((await knob.boundingBox())?.width ?? 0);
    made.dial.setKnobDiameter(40);
    await settled();
    expect(await width()).toBeGreaterThanOrEqual(40);
    expect(await width()).toBeLessThanOrEqual(42);
    made.dial.resize(200, 200);
    await settled();
    expect(await width()).toBeGreaterThanOrEqual(80);
    expect(await width()).toBeLessThanOrEqual(82);
    made.dial.setIcon(ICON, 50);
    await settled();
    const image = at(made.dial).locator("image");
    expect(Math.round((await image.boundingBox())?.width ?? 0)).toBe(50);
    expect(await knob.isVisible()).toBe(false);
    expect(await at(made.dial).locator("g").getAttribute("transform")).toBe("rotate(0 50 50)");
    made.dial.setValue(100);
    made.dial.setIcon(null);
    await settled();
    expect(await image.count()).toBe(0);
    expect(await knob.isVisible()).toBe(true);
    expect(await at(made.dial).locator("g").getAttribute("transform")).toBe("rotate(150 50 50)");
  });

  test("sizes that are given before it is laid out are those of the size that it gets", async () => {
    const { made, at, settled } = await show((W) => {
      const tabs = W.TabWidget();
      const made = W.Dial({ size: [100, 100] });
      const box = W.VBox();
      box.addWidget(made, 0);
      tabs.addWidget(W.Label("first"), { title: "First" });
      tabs.addWidget(box, { title: "Second" });
      made.setKnobDiameter(50);
      mount(W, tabs);
      return { dial: made, tabs };
    });
    made.tabs.setIndex(1);
    await settled();
    const knob = at(made.dial).locator(".pgw-dial-knob");
    await expect
      .poll(async () => Math.round((await knob.boundingBox())?.width ?? 0))
      .toBeGreaterThanOrEqual(50);
    expect((await knob.boundingBox())?.width).toBeLessThanOrEqual(52);
  });
});
