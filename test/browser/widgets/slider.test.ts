import type { Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

function slider(options: Parameters<Widgets["Slider"]>[0] = {}, height: number | null = null) {
  return (W: Widgets) => {
    const heard: number[] = [];
    const made = W.Slider(options);
    made.on("activated", (value) => heard.push(value));
    // The middle of the handle then moves by 2 pixels for each of 100 values.
    made.resize(height === null ? 216 : null, height);
    const column = W.VBox({ padding: 16, spacing: 8 });
    const line = W.HBox();
    line.addWidget(made, 0);
    column.addWidget(line, 0);
    mount(W, column);
    return { slider: made, heard };
  };
}
type Made = ReturnType<ReturnType<typeof slider>>;

/** The place of the handle's middle for a part of the range, in a slider that lies. */
async function placeOf({ made, at }: Shown<Made>, part: number): Promise<[number, number]> {
  const box = await at(made.slider).locator("input").boundingBox();
  if (box === null) throw new Error("It is not displayed.");
  return [box.x + 8 + part * (box.width - 16), box.y + box.height / 2];
}

describe("dragging", () => {
  test("without tracking it fires once, at release", async () => {
    const shown = await show(slider());
    const { made, page, settled } = shown;
    await page.mouse.move(...(await placeOf(shown, 0.5)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOf(shown, 0.6)), { steps: 5 });
    await page.mouse.move(...(await placeOf(shown, 0.8)), { steps: 5 });
    await settled();
    expect(made.heard).toEqual([]);
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([80]);
    expect(made.slider.getValue()).toBe(80);
    // Back to the value that it had before: nothing has changed.
    await page.mouse.down();
    await page.mouse.move(...(await placeOf(shown, 0.3)), { steps: 3 });
    await page.mouse.move(...(await placeOf(shown, 0.8)), { steps: 3 });
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([80]);
  });

  test("with tracking it fires on the way, the last value always, nothing extra at release", async () => {
    const shown = await show(slider({ track: true, showValue: true }));
    const { made, page, settled, at } = shown;
    await page.mouse.move(...(await placeOf(shown, 0.5)));
    await page.mouse.down();
    for (const part of [0.6, 0.7, 0.9]) {
      await page.mouse.move(...(await placeOf(shown, part)));
      await settled();
    }
    expect(made.heard).toEqual([60, 70, 90]);
    expect(await at(made.slider).locator("span").textContent()).toBe("90");
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([60, 70, 90]);
    made.slider.setTracking(false);
    await settled();
    await page.mouse.down();
    await page.mouse.move(...(await placeOf(shown, 0.2)), { steps: 4 });
    await settled();
    expect(made.heard).toHaveLength(3);
    expect(await at(made.slider).locator("span").textContent()).toBe("20");
    await page.mouse.up();
    await settled();
    expect(made.heard.at(-1)).toBe(20);
  });

  test("a fast drag sends at most one value a frame", async () => {
    const shown = await show(slider({ track: true }));
    const { made, page, settled } = shown;
    await page.mouse.move(...(await placeOf(shown, 0)));
    await page.mouse.down();
    const [x, y] = await placeOf(shown, 1);
    const frames = page.evaluate(
      () =>
        new Promise<number>((done) => {
          let count = 0;
          const next = () => {
            count++;
            if (document.querySelector<HTMLInputElement>("input")?.value === "100") done(count);
            else requestAnimationFrame(next);
          };
          requestAnimationFrame(next);
        }),
    );
    await page.mouse.move(x, y, { steps: 200 });
    const count = await frames;
    await page.mouse.up();
    await settled();
    expect(made.heard.at(-1)).toBe(100);
    expect(made.heard.length).toBeLessThanOrEqual(count + 2);
  });

  test("what the program sets during a drag does not move the handle under the pointer", async () => {
    const shown = await show(slider());
    const { made, page, settled, at } = shown;
    const input = at(made.slider).locator("input");
    await page.mouse.move(...(await placeOf(shown, 0.5)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOf(shown, 0.7)), { steps: 3 });
    made.slider.setValue(10);
    await settled();
    expect(await input.inputValue()).toBe("70");
    await page.mouse.up();
    await settled();
    expect(made.heard).toEqual([70]);
    expect(made.slider.getValue()).toBe(70);
    // Held without moving: the program's value shows when the pointer lets go.
    await page.mouse.down();
    made.slider.setValue(25);
    await settled();
    await page.mouse.up();
    await expect.poll(() => input.inputValue()).toBe("25");
    expect(made.heard).toEqual([70]);
  });

  test("a handler that corrects each value keeps the last word", async () => {
    const shown = await show(slider({ track: true }));
    const { made, page, settled, at } = shown;
    made.slider.on("activated", (value) => made.slider.setValue(Math.round(value / 25) * 25));
    await page.mouse.move(...(await placeOf(shown, 0.5)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOf(shown, 0.8)), { steps: 6 });
    await settled();
    await page.mouse.up();
    await settled();
    expect(made.slider.getValue()).toBe(75);
    await expect.poll(() => at(made.slider).locator("input").inputValue()).toBe("75");
    expect(made.heard.at(-1)).toBe(80);
  });

  test("a press on the track moves the handle there; a finger drags as well", async () => {
    const shown = await show(slider(), { hasTouch: true });
    const { made, page, settled } = shown;
    await page.mouse.click(...(await placeOf(shown, 0.25)));
    await settled();
    expect(made.heard).toEqual([25]);
    const touch = await page.context().newCDPSession(page);
    const point = async (part: number) => {
      const [x, y] = await placeOf(shown, part);
      return [{ x, y }];
    };
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: await point(0.25) });
    for (const part of [0.3, 0.5, 0.75]) {
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: await point(part) });
    }
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await settled();
    expect(made.heard).toEqual([25, 75]);
  });
});

describe("keys and wheel", () => {
  test("arrows, pages and ends, each fires; at an end nothing", async () => {
    const { made, page, settled } = await show(slider({ step: 5 }));
    await page.keyboard.press("Tab");
    for (const key of ["ArrowRight", "ArrowUp", "ArrowLeft", "Home", "ArrowLeft", "End", "ArrowRight"]) {
      await page.keyboard.press(key);
      await settled();
    }
    expect(made.heard).toEqual([55, 60, 55, 0, 100]);
    await page.keyboard.press("PageDown");
    await settled();
    expect(made.slider.getValue()).toBeLessThan(100);
  });

  test("the wheel goes one step a notch, up is more, and only changes fire", async () => {
    const { made, page, settled, at } = await show(slider({ min: 0, max: 100, step: 25 }));
    await at(made.slider).hover();
    for (const delta of [-100, -100, -100, 100]) {
      await page.mouse.wheel(0, delta);
      await settled();
    }
    expect(made.heard).toEqual([75, 100, 75]);
    expect(await at(made.slider).locator("input").inputValue()).toBe("75");
  });
});

describe("standing", () => {
  test("the smallest value is at the bottom, by pointer and by key", async () => {
    const { made, page, settled, at } = await show(slider({ orientation: "vertical" }, 216));
    const input = at(made.slider).locator("input");
    const box = await input.boundingBox();
    expect(Math.round(box?.height ?? 0)).toBe(216);
    const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(x + width / 2, y + 8 + 0.2 * (height - 16));
    await settled();
    expect(made.heard).toEqual([80]);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await settled();
    expect(made.slider.getValue()).toBe(79);
    expect(await page.getByRole("slider").getAttribute("aria-orientation")).toBe("vertical");
  });
});

describe("the text", () => {
  test.each(["l", "t", "r", "b"] as const)(
    "stands on the named side: %s, also from right to left",
    async (side) => {
      for (const dir of ["ltr", "rtl"] as const) {
        for (const orientation of ["horizontal", "vertical"] as const) {
          const options = { orientation, showValue: true, showValuePosition: side };
          const { made, at } = await show(slider(options, orientation === "vertical" ? 160 : null), { dir });
          const track = await at(made.slider).locator("input").boundingBox();
          const text = await at(made.slider).locator("span").boundingBox();
          if (track === null || text === null) throw new Error("It is not displayed.");
          if (side === "l") expect(text.x + text.width).toBeLessThanOrEqual(track.x);
          if (side === "r") expect(text.x).toBeGreaterThanOrEqual(track.x + track.width);
          if (side === "t") expect(text.y + text.height).toBeLessThanOrEqual(track.y);
          if (side === "b") expect(text.y).toBeGreaterThanOrEqual(track.y + track.height);
        }
      }
    },
  );

  test("has the digits of the step, or those that the program wants", async () => {
    const { made, settled, at } = await show(
      slider({ dtype: "float", min: 0, max: 1, step: 0.05, value: 0.5, showValue: true }),
    );
    const text = at(made.slider).locator("span");
    expect(await text.textContent()).toBe("0.50");
    made.slider.setDecimals(1);
    await settled();
    expect(await text.textContent()).toBe("0.5");
    made.slider.setDecimals(null);
    made.slider.setValue(0.149);
    await settled();
    expect(await text.textContent()).toBe("0.15");
    expect(made.slider.getValue()).toBe(0.15);
    expect(await at(made.slider).locator("input").getAttribute("aria-valuetext")).toBe("0.15");
    expect(made.heard).toEqual([]);
  });
});

describe("options and methods", () => {
  test("limits and step, the same on both sides; kept over a reload in the middle", async () => {
    const { made, page, settled, at, reload } = await show(slider({ min: 1, max: 10, step: 4, value: 6 }));
    const input = at(made.slider).locator("input");
    expect([made.slider.getValue(), await input.inputValue()]).toEqual([5, "5"]);
    made.slider.setLimits(0, 1000, 10);
    made.slider.setValue(444);
    await settled();
    await reload();
    expect([made.slider.getValue(), await input.inputValue()]).toEqual([440, "440"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await settled();
    expect(made.heard).toEqual([450]);
    made.slider.setLimits(0, 100);
    await settled();
    expect([made.slider.getValue(), await input.inputValue()]).toEqual([100, "100"]);
  });

  test("focus, name and disabling", async () => {
    const { made, page, settled, at } = await show(slider());
    made.slider.setFocus();
    made.slider.setTooltip("Volume");
    await settled();
    const input = page.getByRole("slider", { name: "Volume" });
    expect(await input.evaluate((each) => each === document.activeElement)).toBe(true);
    made.slider.setEnabled(false);
    await settled();
    expect(await input.isDisabled()).toBe(true);
    await page.keyboard.press("ArrowRight");
    await at(made.slider).hover({ force: true });
    await page.mouse.wheel(0, -100);
    await settled();
    expect(made.heard).toEqual([]);
  });

  test("from right to left the larger values are on the left", async () => {
    const shown = await show(slider(), { dir: "rtl" });
    const { made, page, settled } = shown;
    await page.mouse.click(...(await placeOf(shown, 0.25)));
    await settled();
    expect(made.heard).toEqual([75]);
  });
});
