import { type Canvas, TypedBuffer, type Widgets } from "pgwidgets-ts/sync";
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, test } from "vitest";
import { BLUE, bitmapOf, colorAt, dataUri, GREEN, png, RED, type Rgb } from "../pictures.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();
const opaque = (color: readonly number[]) => [...color, 255];
const BLANK = [0, 0, 0, 0];
const square = (color: Rgb, side = 10) => dataUri(png(side, side, color));

/** A canvas of 200 x 100 at (20, 10). */
async function shown(
  options: Parameters<Widgets["Canvas"]>[0] = {},
  context: BrowserContextOptions = {},
  prepare: (canvas: Canvas) => void = () => {},
) {
  const it = await show((W) => {
    const ground = W.VBox({ padding: [20, 10, 0, 0], align: "left" });
    const canvas = W.Canvas({ size: [200, 100], ...options });
    ground.addWidget(canvas);
    mount(W, ground);
    prepare(canvas);
    return canvas;
  }, context);
  const bitmap = it.at(it.made).locator("canvas");
  const color = (x: number, y: number) => colorAt(bitmap, x, y);
  const shows = (x: number, y: number, rgb: readonly number[]) =>
    expect.poll(() => color(x, y), { interval: 20 }).toEqual(rgb.length === 4 ? rgb : opaque(rgb));
  return { ...it, bitmap, color, shows };
}

describe.each([
  ["plain", false],
  ["with a hidden buffer", true],
] as const)("a canvas, %s", (_, useAnimationFrame) => {
  test("draws pictures where it is told to, scaled only when both lengths are given", async () => {
    const { made, shows, color } = await shown({ useAnimationFrame });
    made.drawImage({ src: square(RED), x: 5, y: 5 });
    made.drawImage({ src: square(GREEN), x: 50, y: 5, wd: 40, ht: 20 });
    made.drawImage({ src: square(BLUE), x: 120, y: 5, wd: 40 });
    await shows(125, 10, BLUE);
    expect(await color(4, 10)).toEqual(BLANK);
    expect(await color(14, 14)).toEqual(opaque(RED));
    expect(await color(15, 14)).toEqual(BLANK);
    expect(await color(89, 24)).toEqual(opaque(GREEN));
    expect(await color(131, 10)).toEqual(BLANK);
  });

  test("draws bytes and pixels as well", async () => {
    const { made, shows, color } = await shown({ useAnimationFrame });
    made.drawBinaryImage(png(10, 10, RED), 0, 0);
    made.drawBinaryImage(png(10, 10, GREEN, 1_200_000), 20, 0, 30, 30);
    made.drawBinaryImage(new TypedBuffer(new Uint8Array(300).fill(64), [10, 10, 3]), 60, 0);
    await shows(65, 5, [64, 64, 64]);
    expect(await color(5, 5)).toEqual(opaque(RED));
    expect(await color(49, 29)).toEqual(opaque(GREEN));
  });

  test("draws in the order of the calls, however long each picture takes", async () => {
    const { made, page, shows, color, settled } = await shown({ useAnimationFrame });
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/slow\.png$/, async (route) => {
      await gate;
      await route.fulfill({ body: png(30, 30, RED), contentType: "image/png" });
    });
    made.drawImage({ src: "slow.png", x: 0, y: 0 });
    made.drawImage({ src: square(BLUE), x: 0, y: 0 });
    made.update();
    await settled();
    expect(await color(5, 5)).toEqual(BLANK);
    release();
    await shows(5, 5, BLUE);
    expect(await color(20, 20)).toEqual(opaque(RED));
  });

  test("tells of a picture that cannot be drawn, and draws the others", async () => {
    const { made, shows, takeFaults } = await shown({ useAnimationFrame });
    made.drawImage({ src: "data:image/png;base64,AAAA", x: 0, y: 0 });
    made.drawImage({ src: square(GREEN), x: 0, y: 0 });
    await shows(5, 5, GREEN);
    await expect.poll(() => takeFaults().join()).toContain(`${made}.draw_image failed in a browser`);
  });

  test("is blank after a change of size and after a reload, and not after having been hidden", async () => {
    const { made, shows, color, settled, reload, box } = await shown({ useAnimationFrame });
    made.drawImage({ src: square(RED), x: 0, y: 0 });
    await shows(5, 5, RED);
    made.hide();
    await settled();
    made.show();
    await settled();
    expect(await color(5, 5)).toEqual(opaque(RED));
    made.resize(210, 100);
    expect(await box(made)).toEqual([20, 10, 210, 100]);
    await shows(5, 5, BLANK);
    made.drawImage({ src: square(RED), x: 0, y: 0 });
    await shows(5, 5, RED);
    await reload();
    expect(await color(5, 5)).toEqual(BLANK);
  });

  test("tells how much of it can be drawn on, also when only its padding changes", async () => {
    const sizes: (readonly number[])[] = [];
    const { made, box } = await shown({ useAnimationFrame }, {}, (canvas) => {
      canvas.on("resize", ({ width, height }) => void sizes.push([width, height]));
      canvas.setPadding(10);
      canvas.setBorderWidth(3);
    });
    await expect.poll(() => sizes.at(-1)).toEqual([174, 74]);
    made.setPadding([20, 0, 0, 0]);
    await expect.poll(() => sizes.at(-1)).toEqual([174, 94]);
    expect(await box(made)).toEqual([20, 10, 200, 100]);
    expect(made.getSize()).toEqual([174, 94]);
  });

  test("is drawn on again when it is mapped and resized, as programs do it", async () => {
    const { made, shows, reload } = await shown({ useAnimationFrame }, {}, (canvas) => {
      const draw = () => canvas.drawImage({ src: square(RED, 20), x: 0, y: 0 });
      canvas.on("map", draw);
      canvas.on("resize", draw);
    });
    await shows(10, 10, RED);
    made.resize(150, 80);
    await shows(10, 10, RED);
    await reload();
    await shows(10, 10, RED);
  });
});

describe("a canvas", () => {
  test.each([1, 2, 1.5])("has as many pixels as the screen: %s for one of CSS", async (deviceScaleFactor) => {
    const { made, bitmap, shows, settled, box } = await shown({}, { deviceScaleFactor });
    await settled();
    expect(await bitmapOf(bitmap)).toEqual([200 * deviceScaleFactor, 100 * deviceScaleFactor]);
    made.drawImage({ src: square(RED), x: 100, y: 50 });
    await shows(Math.floor(109 * deviceScaleFactor), Math.floor(59 * deviceScaleFactor), RED);
    made.setPadding(10);
    made.setBorderWidth(2);
    await settled();
    expect(await box(made)).toEqual([20, 10, 200, 100]);
    expect(await bitmapOf(bitmap)).toEqual([176 * deviceScaleFactor, 76 * deviceScaleFactor]);
  });

  test("follows its layout and has limits like any other widget", async () => {
    const { made, box, bitmap, settled } = await shown({ size: undefined });
    expect(await box(made)).toEqual([20, 10, 300, 150]);
    made.setMaxSize(100, 90);
    expect(await box(made)).toEqual([20, 10, 100, 90]);
    made.setMaxSize(null, null);
    made.setExpanding(true, true);
    expect(await box(made)).toEqual([20, 10, 780, 590]);
    await settled();
    expect(await bitmapOf(bitmap)).toEqual([780, 590]);
  });

  test("with a hidden buffer shows the same again when it is updated", async () => {
    const { made, settled, color, shows } = await shown({ useAnimationFrame: true });
    made.drawImage({ src: square(GREEN), x: 0, y: 0 });
    await shows(5, 5, GREEN);
    made.update();
    made.update();
    await settled();
    expect(await color(5, 5)).toEqual(opaque(GREEN));
  });

  test("reports pointer, wheel, keys and focus with places in CSS pixels", async () => {
    const heard: [string, ...unknown[]][] = [];
    const { page, settled } = await shown({ interactive: true }, {}, (canvas) => {
      canvas.on("pointer-down", ({ x, y, buttonTrigger }) => heard.push(["down", x, y, buttonTrigger]));
      canvas.on("pointer-up", ({ x, y }) => heard.push(["up", x, y]));
      canvas.on("scroll", ({ x, deltaY }) => heard.push(["scroll", x, deltaY]));
      canvas.on("key-down", ({ keycode, modifiers }) => heard.push(["key", keycode, modifiers]));
      canvas.on("focus-in", () => heard.push(["focus"]));
    });
    await page.mouse.move(70, 40);
    await page.mouse.down();
    await page.mouse.move(500, 300);
    await page.mouse.up();
    await page.mouse.move(70, 40);
    await page.mouse.wheel(0, 30);
    await page.keyboard.press("Shift+KeyA");
    await expect.poll(() => heard.length).toBe(6);
    await settled();
    expect(heard).toEqual([
      ["down", 50, 30, 1],
      ["focus"],
      ["up", 480, 290],
      ["scroll", 50, 30],
      ["key", "ShiftLeft", ["shift"]],
      ["key", "KeyA", ["shift"]],
    ]);
    expect(await page.locator(".pgw-canvas").evaluate((element) => getComputedStyle(element).cursor)).toBe(
      "crosshair",
    );
  });

  test("has a name for screen readers when its user can do something with it", async () => {
    const { page, made, settled } = await shown({ interactive: true });
    await expect.poll(() => page.getByRole("img", { name: "Picture" }).count()).toBe(1);
    made.setTooltip("Sky map");
    await settled();
    expect(await page.getByRole("img", { name: "Sky map" }).count()).toBe(1);
    const other = await shown();
    expect(await other.page.getByRole("img").count()).toBe(0);
  });
});
