import type { Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

function spin(options: Parameters<Widgets["SpinBox"]>[0] = {}) {
  return (W: Widgets) => {
    const heard: number[] = [];
    const box = W.SpinBox(options);
    box.on("activated", (value) => heard.push(value));
    const column = W.VBox({ padding: 16, spacing: 8 });
    const line = W.HBox({ spacing: 8 });
    line.addWidget(box, 0);
    line.addWidget(W.Button("Elsewhere"), 0);
    column.addWidget(line, 0);
    mount(W, column);
    return { box, heard };
  };
}

describe("keys", () => {
  test("arrows, pages, ends; at the limits nothing fires", async () => {
    const { made, page, settled, at } = await show(spin({ min: 0, max: 30, step: 2 }));
    await page.keyboard.press("Tab");
    for (const key of [
      "ArrowUp",
      "ArrowUp",
      "ArrowDown",
      "PageUp",
      "End",
      "ArrowUp",
      "PageDown",
      "Home",
      "ArrowDown",
    ]) {
      await page.keyboard.press(key);
      await settled();
    }
    expect(made.heard).toEqual([2, 4, 2, 22, 30, 10, 0]);
    expect(made.box.getValue()).toBe(0);
    expect(await at(made.box).locator("input").inputValue()).toBe("0");
  });

  test("it is a spinbutton with a range and a text", async () => {
    const { made, page, settled } = await show(
      spin({ dtype: "float", min: -1, max: 1, step: 0.25, value: 0.5 }),
    );
    made.box.setTooltip("Gain");
    await settled();
    const input = page.getByRole("spinbutton", { name: "Gain" });
    const attributes = () =>
      input.evaluate((each) =>
        ["valuemin", "valuemax", "valuenow", "valuetext"].map((name) => each.getAttribute(`aria-${name}`)),
      );
    expect(await attributes()).toEqual(["-1", "1", "0.5", "0.50"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowUp");
    await settled();
    expect(await attributes()).toEqual(["-1", "1", "0.75", "0.75"]);
  });
});

describe("typing", () => {
  test("counts with Enter or on leaving, once each, moved into the range", async () => {
    const { made, page, settled, at } = await show(spin());
    const input = at(made.box).locator("input");
    await input.fill("42abc");
    await settled();
    expect(made.heard).toEqual([]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await settled();
    expect(made.heard).toEqual([42]);
    await input.fill("1000");
    await at(made.box).page().getByText("Elsewhere").click();
    await settled();
    expect(made.heard).toEqual([42, 99]);
    expect(await input.inputValue()).toBe("99");
    await input.fill("99");
    await page.keyboard.press("Enter");
    await settled();
    // Confirmed, though it is the same.
    expect(made.heard).toEqual([42, 99, 99]);
  });

  test("what is no number, and Escape, bring the old value back and fire nothing", async () => {
    const { made, page, settled, at } = await show(spin({ value: 7 }));
    const input = at(made.box).locator("input");
    await input.fill("seven");
    await page.keyboard.press("Enter");
    expect(await input.inputValue()).toBe("7");
    await input.fill("55");
    await page.keyboard.press("Escape");
    expect(await input.inputValue()).toBe("7");
    await page.keyboard.press("Tab");
    await settled();
    expect(made.heard).toEqual([]);
  });

  test("a step starts from what is typed", async () => {
    const { made, page, settled, at } = await show(spin());
    await at(made.box).locator("input").fill("50");
    await page.keyboard.press("ArrowUp");
    await settled();
    expect(made.heard).toEqual([51]);
  });

  test("point, comma, sign and grouping are read", async () => {
    const { made, page, settled, at } = await show(
      spin({ dtype: "float", min: -5000, max: 5000, step: 0.01, value: 0 }),
    );
    for (const [typed, value] of [
      ["1.5", 1.5],
      ["2,25", 2.25],
      ["1,234.5", 1234.5],
      ["1,234", 1234],
      ["\u22123", -3],
      [".5", 0.5],
      ["1e2", 100],
      ["12.", 12],
    ] as const) {
      await at(made.box).locator("input").fill(typed);
      await page.keyboard.press("Enter");
      await settled();
      expect(made.heard.at(-1)).toBe(value);
    }
  });

  test("what the program sets while one types does not take the typed text away", async () => {
    const { made, page, settled, at } = await show(spin());
    const input = at(made.box).locator("input");
    await input.fill("3");
    made.box.setValue(50);
    await settled();
    expect(await input.inputValue()).toBe("3");
    await page.keyboard.press("Escape");
    expect(await input.inputValue()).toBe("50");
    expect(made.heard).toEqual([]);
  });
});

describe("pointer", () => {
  test("a click steps once; holding repeats and stops with the button", async () => {
    const { made, page, settled, at } = await show(spin());
    const [down, up] = [at(made.box).locator("button").nth(0), at(made.box).locator("button").nth(1)];
    await up.click();
    await up.click();
    await down.click();
    await settled();
    expect(made.heard).toEqual([1, 2, 1]);
    // The keys go on where the pointer was.
    expect(
      await at(made.box)
        .locator("input")
        .evaluate((each) => each === document.activeElement),
    ).toBe(true);
    await up.hover();
    await page.mouse.down();
    await expect.poll(() => made.box.getValue(), { timeout: 5000 }).toBeGreaterThan(6);
    await page.mouse.up();
    await settled();
    const after = made.box.getValue();
    await page.waitForTimeout(200);
    expect(made.box.getValue()).toBe(after);
    for (const box of [await down.boundingBox(), await up.boundingBox()]) {
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
  });

  test("holding stops at the end, when the pointer leaves, and when it is disabled", async () => {
    const { made, page, settled, at } = await show(spin({ max: 3 }));
    const up = at(made.box).locator("button").nth(1);
    await up.hover();
    await page.mouse.down();
    await expect.poll(() => made.box.getValue()).toBe(3);
    await page.waitForTimeout(150);
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([1, 2, 3]);
    made.box.setLimits(0, 1000);
    await settled();
    await page.mouse.down();
    await page.mouse.move(500, 500);
    await page.waitForTimeout(600);
    await settled();
    expect(made.box.getValue()).toBe(4);
    await page.mouse.up();
    await up.hover();
    await page.mouse.down();
    made.box.setEnabled(false);
    await page.waitForTimeout(600);
    await page.mouse.up();
    await settled();
    expect(made.box.getValue()).toBe(5);
  });

  test("the wheel steps, and the page does not scroll", async () => {
    const { made, page, settled, at } = await show(spin({ value: 10 }));
    await at(made.box).locator("input").hover();
    for (const delta of [-100, -100, 100]) {
      await page.mouse.wheel(0, delta);
      await settled();
    }
    expect(made.heard).toEqual([11, 12, 11]);
    // A touchpad comes in small moves, one after another: after a pause a new one would begin.
    await Promise.all(Array.from({ length: 5 }, () => page.mouse.wheel(0, -10)));
    await settled();
    expect(made.box.getValue()).toBe(12);
  });

  test("a finger steps, too, and does not call the keyboard", async () => {
    const { made, settled, at } = await show(spin(), { hasTouch: true });
    await at(made.box).locator("button").nth(1).tap();
    await settled();
    expect(made.heard).toEqual([1]);
    expect(
      await at(made.box)
        .locator("input")
        .evaluate((each) => each === document.activeElement),
    ).toBe(false);
  });
});

describe("options and methods", () => {
  test("fractions keep their digits and no noise", async () => {
    const { made, page, settled, at } = await show(spin({ dtype: "float", min: 0, max: 1, step: 0.1 }));
    await page.keyboard.press("Tab");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowUp");
    await settled();
    expect(made.heard.at(-1)).toBe(0.3);
    const input = at(made.box).locator("input");
    made.box.setDecimals(3);
    await settled();
    expect(await input.inputValue()).toBe("0.300");
    made.box.setDecimals();
    made.box.setLimits(0, 10, 1);
    made.box.setValue(2.5);
    await settled();
    expect(await input.inputValue()).toBe(String(made.box.getValue()));
  });

  test("whole numbers with half steps still move both ways", async () => {
    const { made, page, settled } = await show(spin({ min: 0, max: 9, step: 0.25, value: 3 }));
    await page.keyboard.press("Tab");
    for (const key of ["ArrowUp", "ArrowDown", "ArrowDown"]) {
      await page.keyboard.press(key);
      await settled();
    }
    expect(made.heard).toEqual([4, 3, 2]);
  });

  test("limits move the value, on both sides alike; all of it survives a reload", async () => {
    const { made, page, settled, at, reload } = await show(spin({ min: 0, max: 10, value: 8 }));
    const input = at(made.box).locator("input");
    made.box.setLimits(0, 5);
    await settled();
    expect([made.box.getValue(), await input.inputValue()]).toEqual([5, "5"]);
    made.box.setLimits(0, 100, 10);
    made.box.setValue(50);
    await settled();
    await reload();
    expect(await input.inputValue()).toBe("50");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowUp");
    await settled();
    expect(made.heard).toEqual([60]);
    expect(made.box.getValue()).toBe(60);
  });

  test("focus, font and disabling reach the number", async () => {
    const { made, page, settled, at, box } = await show(spin());
    made.box.setFocus();
    await settled();
    const input = at(made.box).locator("input");
    expect(await input.evaluate((each) => each === document.activeElement)).toBe(true);
    expect((await box(made.box))[3]).toBe(28);
    made.box.setFont("serif", 18);
    made.box.setEnabled(false);
    await settled();
    expect(await input.evaluate((each) => getComputedStyle(each).fontSize)).toBe("24px");
    await page.keyboard.press("ArrowUp");
    await at(made.box).locator("button").nth(1).click({ force: true });
    await input.hover({ force: true });
    await page.mouse.wheel(0, -100);
    await settled();
    expect(made.heard).toEqual([]);
  });
});
