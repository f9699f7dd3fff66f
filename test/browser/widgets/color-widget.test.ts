import fc from "fast-check";
import type { Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hexOf, readColor, readTypedColor, toHsv, toRgb } from "../../../browser/color/color.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();

function chooser(color?: string) {
  return (W: Widgets) => {
    const heard: string[] = [];
    const widget = W.ColorWidget(color === undefined ? {} : { color });
    widget.on("pick", (picked) => heard.push(picked));
    const box = W.VBox({ padding: 16 });
    box.addWidget(widget, 0);
    mount(W, box);
    return { widget, heard };
  };
}

const plane = (page: Page) => page.getByRole("slider", { name: "Saturation and brightness" });
const strip = (page: Page) => page.getByRole("slider", { name: "Hue" });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true }).and(page.locator("input"));
const hex = (page: Page) => field(page, "Hexadecimal digits");

async function values(page: Page): Promise<string[]> {
  const names = ["Hue", "Saturation", "Brightness", "Red", "Green", "Blue", "Hexadecimal digits"];
  return Promise.all(names.map((name) => field(page, name).inputValue()));
}

describe("colours as numbers", () => {
  test("hue, saturation and brightness lead back to the same colour", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, (r, g, b) => {
        expect(toRgb(toHsv({ r, g, b }, { h: 0, s: 0, v: 0 }))).toEqual({ r, g, b });
        expect(readColor(hexOf({ r, g, b }))).toEqual({ r, g, b });
      }),
    );
  });

  test("what has no hue or no saturation keeps the one from before", () => {
    const before = { h: 210, s: 0.5, v: 1 };
    expect(toHsv({ r: 128, g: 128, b: 128 }, before)).toMatchObject({ h: 210, s: 0 });
    expect(toHsv({ r: 0, g: 0, b: 0 }, before)).toEqual({ h: 210, s: 0.5, v: 0 });
  });

  test("reads what the definition allows, and what people type", () => {
    expect(readColor("#22AA66")).toEqual({ r: 34, g: 170, b: 102 });
    expect(readColor("22aa66")).toEqual({ r: 34, g: 170, b: 102 });
    expect(readColor("rgb( 34,170 , 300)")).toEqual({ r: 34, g: 170, b: 255 });
    expect(["red", "#2a6", "", "#22aa6"].map(readColor)).toEqual([null, null, null, null]);
    expect(readTypedColor("#2a6")).toEqual({ r: 34, g: 170, b: 102 });
  });
});

describe("ColorWidget", () => {
  test("shows its colour everywhere", async () => {
    const { page, made, settled } = await show(chooser("#22AA66"));
    expect(await values(page)).toEqual(["150", "80", "67", "34", "170", "102", "22aa66"]);
    expect(await plane(page).getAttribute("aria-valuetext")).toBe("Saturation 80 %, brightness 67 %");
    expect(await strip(page).getAttribute("aria-valuetext")).toBe("150°");
    expect(made.widget.getColor()).toBe("#22aa66");
    made.widget.setColor("rgb(0, 0, 255)");
    await settled();
    expect(await values(page)).toEqual(["240", "100", "100", "0", "0", "255", "0000ff"]);
    expect(made.widget.getColor()).toBe("#0000ff");
    expect(made.heard).toEqual([]);
  });

  test("the plane: a press picks, dragging goes on outside, the corners are exact", async () => {
    const { page, made, settled } = await show(chooser("#ff0000"));
    const box = await plane(page).boundingBox();
    if (box === null) throw new Error("It is not displayed.");
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await settled();
    expect(made.heard).toEqual(["#804040"]);
    await page.mouse.move(box.x - 50, box.y - 50, { steps: 4 });
    await settled();
    expect(made.heard.at(-1)).toBe("#ffffff");
    await page.mouse.move(box.x + 500, box.y - 50, { steps: 4 });
    await page.mouse.up();
    await settled();
    expect(made.heard.at(-1)).toBe("#ff0000");
    await page.mouse.move(box.x + 20, box.y + 20);
    await settled();
    expect(made.heard.at(-1)).toBe("#ff0000");
    expect(made.widget.getColor()).toBe("#ff0000");
  });

  test("the strip: by pointer, and the hue outlives grey and black", async () => {
    const { page, made, settled } = await show(chooser("#ff0000"));
    const box = await strip(page).boundingBox();
    if (box === null) throw new Error("It is not displayed.");
    await page.mouse.click(box.x + 10, box.y + 100);
    await settled();
    expect(made.heard).toEqual(["#00ffff"]);
    await field(page, "Saturation").fill("0");
    await page.keyboard.press("Enter");
    await field(page, "Brightness").fill("0");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual(["#00ffff", "#ffffff", "#000000"]);
    expect(await field(page, "Hue").inputValue()).toBe("180");
    await field(page, "Brightness").fill("100");
    await page.keyboard.press("Tab");
    await field(page, "Saturation").fill("100");
    await page.keyboard.press("Tab");
    await settled();
    expect(made.widget.getColor()).toBe("#00ffff");
  });

  test("keys in plane and strip", async () => {
    const { page, made, settled } = await show(chooser("#808080"));
    await plane(page).focus();
    for (const key of ["End", "PageUp", "ArrowUp", "ArrowLeft", "Shift+ArrowLeft", "ArrowDown"]) {
      await page.keyboard.press(key);
    }
    await settled();
    expect((await values(page)).slice(0, 3)).toEqual(["0", "89", "60"]);
    await strip(page).focus();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    await settled();
    expect(await field(page, "Hue").inputValue()).toBe("10");
    await page.keyboard.press("End");
    expect(await field(page, "Hue").inputValue()).toBe("360");
    await page.keyboard.press("ArrowDown");
    expect(await field(page, "Hue").inputValue()).toBe("360");
    expect(made.heard.at(-1)).toBe(made.widget.getColor());
  });

  test("number fields: typed, by arrows, by wheel, out of range", async () => {
    const { page, made, settled } = await show(chooser("#000000"));
    await field(page, "Red").click();
    await page.keyboard.type("300");
    await settled();
    expect(made.heard).toEqual([]);
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual(["#ff0000"]);
    await page.keyboard.press("ArrowDown");
    await settled();
    expect(made.heard).toEqual(["#ff0000", "#fe0000"]);
    await field(page, "Blue").hover();
    await page.mouse.wheel(0, -100);
    await settled();
    expect(made.heard.at(-1)).toBe("#fe0001");
    await field(page, "Green").click();
    await page.keyboard.type("9");
    await page.keyboard.press("Escape");
    expect(await field(page, "Green").inputValue()).toBe("0");
    await field(page, "Green").fill("");
    await page.keyboard.press("Tab");
    expect(await field(page, "Green").inputValue()).toBe("0");
    await settled();
    expect(made.heard).toHaveLength(3);
  });

  test("the hex field takes six digits or three, and says what it cannot read", async () => {
    const { page, made, settled } = await show(chooser("#000000"));
    await hex(page).fill("#ABCDEF");
    await page.keyboard.press("Enter");
    expect(await hex(page).inputValue()).toBe("abcdef");
    await hex(page).fill("2a6");
    await page.keyboard.press("Enter");
    await hex(page).fill("what");
    await page.keyboard.press("Enter");
    expect(await hex(page).getAttribute("aria-invalid")).toBe("true");
    await page.keyboard.press("Tab");
    expect(await hex(page).inputValue()).toBe("22aa66");
    expect(await hex(page).getAttribute("aria-invalid")).toBeNull();
    await settled();
    expect(made.heard).toEqual(["#abcdef", "#22aa66"]);
  });

  test("what is typed stays when the program sets a colour; so does a marker that is held", async () => {
    const { page, made, settled } = await show(chooser("#000000"));
    await hex(page).click();
    await page.keyboard.type("12");
    made.widget.setColor("#ff0000");
    await settled();
    expect(await hex(page).inputValue()).toBe("12");
    expect(await field(page, "Red").inputValue()).toBe("255");
    const box = await plane(page).boundingBox();
    if (box === null) throw new Error("It is not displayed.");
    await page.mouse.move(box.x + 100, box.y + 50);
    await page.mouse.down();
    await settled();
    made.widget.setColor("#00ff00");
    await settled();
    expect(await field(page, "Green").inputValue()).not.toBe("255");
    await page.mouse.up();
    await expect.poll(() => hex(page).inputValue()).toBe("00ff00");
  });

  test("the old colour can be taken again; the program's last one is the old one", async () => {
    const { page, made, settled } = await show(chooser("#123456"));
    await hex(page).fill("ff0000");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Take the old colour again" }).click();
    await settled();
    expect(made.heard).toEqual(["#ff0000", "#123456"]);
    made.widget.setColor("#00ff00");
    await settled();
    await hex(page).fill("ff0000");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Take the old colour again" }).click();
    await settled();
    expect(made.heard.at(-1)).toBe("#00ff00");
  });

  test("a fast drag sends at most one colour a frame, and the last one always", async () => {
    const { page, made, settled } = await show(chooser("#ff0000"));
    const box = await plane(page).boundingBox();
    if (box === null) throw new Error("It is not displayed.");
    await page.evaluate(
      `window.frames = 0; (function next() { window.frames++; requestAnimationFrame(next); })()`,
    );
    await page.mouse.move(box.x + 1, box.y + 1);
    await page.mouse.down();
    await page.mouse.move(box.x + 180, box.y + 180, { steps: 120 });
    await page.mouse.up();
    const frames = Number(await page.evaluate("window.frames"));
    await settled();
    expect(made.heard.length).toBeLessThanOrEqual(frames + 2);
    expect(made.heard.at(-1)).toBe(`#${await hex(page).inputValue()}`);
  });

  test("disabled nothing moves it; what was picked is there after a reload", async () => {
    const { page, made, settled, reload } = await show(chooser("#ff0000"));
    await hex(page).fill("22aa66");
    await page.keyboard.press("Enter");
    await reload();
    expect(await hex(page).inputValue()).toBe("22aa66");
    made.widget.setEnabled(false);
    await settled();
    expect(await hex(page).isDisabled()).toBe(true);
    await plane(page).click({ force: true });
    await settled();
    expect(await plane(page).getAttribute("tabindex")).toBeNull();
    expect(made.widget.getColor()).toBe("#22aa66");
    made.widget.setEnabled(true);
    made.widget.setFocus();
    await settled();
    expect(await plane(page).evaluate((e) => e.matches(":focus"))).toBe(true);
  });

  test("fingers drag it", async () => {
    const { page, made, settled } = await show(chooser("#ff0000"), { hasTouch: true });
    const box = await plane(page).boundingBox();
    if (box === null) throw new Error("It is not displayed.");
    const touch = await page.context().newCDPSession(page);
    const at = (x: number, y: number) => [{ x: box.x + x, y: box.y + y }];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(150, 150) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(100, 20) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(0, 0) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await settled();
    expect(made.heard.at(-1)).toBe("#ffffff");
  });
});

describe("ColorDialog", () => {
  const dialog =
    (options: Parameters<Widgets["ColorDialog"]>[0] = {}) =>
    (W: Widgets) => {
      const heard: unknown[] = [];
      const made = W.ColorDialog({ color: "#ff0000", ...options });
      made.on("activated", (color) => heard.push(["activated", color]));
      made.on("pick", (color) => heard.push(["pick", color]));
      made.on("close", () => heard.push("close"));
      mount(W, W.Label("below"));
      made.show();
      return { dialog: made, heard };
    };

  test("OK tells the colour and hides it", async () => {
    const { page, made, at, settled, reload } = await show(dialog());
    expect(await page.getByRole("dialog", { name: "Choose Color" }).count()).toBe(1);
    await hex(page).fill("22aa66");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "OK" }).click();
    await settled();
    expect(made.heard).toEqual([
      ["pick", "#22aa66"],
      ["activated", "#22aa66"],
    ]);
    expect(made.dialog.isVisible()).toBe(false);
    expect(made.dialog.getColor()).toBe("#22aa66");
    await reload();
    expect(await at(made.dialog).isVisible()).toBe(false);
    made.dialog.show();
    await settled();
    expect(await hex(page).inputValue()).toBe("22aa66");
  });

  test("Cancel, the cross and Escape close it, and keep what was picked", async () => {
    const { page, made, settled } = await show(dialog({ modal: true }));
    await hex(page).fill("22aa66");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Cancel" }).click();
    await settled();
    expect(made.dialog.isVisible()).toBe(false);
    expect(made.dialog.getColor()).toBe("#22aa66");
    made.dialog.show();
    await settled();
    await page.getByRole("button", { name: "Close" }).click();
    await settled();
    expect(made.dialog.isVisible()).toBe(false);
    made.dialog.show();
    await settled();
    await page.keyboard.press("Escape");
    await settled();
    expect(made.dialog.isVisible()).toBe(false);
    expect(made.heard).toEqual([["pick", "#22aa66"], "close", "close", "close"]);
    expect(await page.locator(".pgw-cover, [inert]").count()).toBe(0);
  });

  test("Enter in the plane is OK; a colour that needs no change is told as six digits", async () => {
    const { page, made, settled } = await show(dialog({ modal: true }));
    made.dialog.setColor("ABCDEF");
    await settled();
    expect(await plane(page).evaluate((e) => e.matches(":focus"))).toBe(true);
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard).toEqual([["activated", "#abcdef"]]);
  });
});
