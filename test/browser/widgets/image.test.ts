import { type Image, TypedBuffer, type Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { BLUE, bitmapOf, colorAt, dataUri, GREEN, png, RED } from "../pictures.js";
import { mount, useInterface } from "../support.js";

const show = useInterface();
const opaque = (color: readonly number[]) => [...color, 255];
const FORMS = [
  ["plain", false],
  ["double-buffered", true],
] as const;

/** An image in a box at (20, 10), as a page shows it. */
async function shown(
  options: Parameters<Widgets["Image"]>[0] = {},
  prepare: (image: Image, W: Widgets) => void = () => {},
) {
  const it = await show((W) => {
    const ground = W.VBox({ padding: [20, 10, 20, 10] });
    const image = W.Image(options);
    ground.addWidget(image);
    mount(W, ground);
    prepare(image, W);
    return image;
  });
  const image = it.at(it.made);
  const picture = options.useAnimationFrame === true ? image.locator("canvas") : image;
  const color = (x = 1, y = 1) => colorAt(picture, x, y);
  const shows = (color: readonly number[]) =>
    expect.poll(() => colorAt(picture, 1, 1), { interval: 20 }).toEqual(opaque(color));
  return { ...it, image, picture, color, shows };
}

/** Answers the page's requests for some pictures when the test says so. */
async function held(page: Page, pictures: Readonly<Record<string, Buffer>>) {
  const releases = new Map<string, () => void>();
  const gates = new Map<string, Promise<void>>();
  for (const name of Object.keys(pictures)) {
    gates.set(name, new Promise((resolve) => releases.set(name, resolve)));
  }
  await page.route(/\.png$/, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    await gates.get(name);
    await route.fulfill({ body: pictures[name] ?? "", contentType: "image/png" });
  });
  return (name: string) => releases.get(name)?.();
}

describe.each(FORMS)("an image, %s", (_, useAnimationFrame) => {
  test("shows the picture that it is made with, and after a reload the one of then", async () => {
    const { made, shows, reload } = await shown({ url: dataUri(png(60, 40, RED)), useAnimationFrame });
    await shows(RED);
    made.setImage(dataUri(png(30, 20, BLUE)));
    await shows(BLUE);
    await reload();
    await shows(BLUE);
  });

  test("shows bytes of a file, small and large, and finds them again after a reload", async () => {
    const { made, shows, picture, reload, settled } = await shown({ useAnimationFrame });
    made.setBinaryImage(png(60, 40, GREEN), "png");
    await shows(GREEN);
    made.setBinaryImage(png(64, 48, BLUE, 3_000_000), "png");
    await shows(BLUE);
    expect(await bitmapOf(picture)).toEqual([64, 48]);
    await reload();
    await shows(BLUE);
    made.setImage(dataUri(png(10, 10, RED)));
    await shows(RED);
    await settled();
    made.setBinaryImage(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30" fill="blue"/></svg>',
      ),
      "svg+xml",
    );
    await shows(BLUE);
    expect(await bitmapOf(picture)).toEqual([40, 30]);
  });

  test("keeps the picture that was asked for last, whichever comes last", async () => {
    const { made, page, shows, color, settled } = await shown({ useAnimationFrame });
    const release = await held(page, { "slow.png": png(20, 20, RED), "fast.png": png(20, 20, BLUE) });
    made.setImage("slow.png");
    await settled();
    made.setImage("fast.png");
    await settled();
    release("fast.png");
    await shows(BLUE);
    const answered = page.waitForResponse(/slow/);
    release("slow.png");
    await answered;
    await settled();
    expect(await color()).toEqual(opaque(BLUE));
    // Nor does it come over a picture that was taken away.
    made.setImage(null);
    await settled();
    expect(await color()).not.toEqual(opaque(BLUE));
  });

  test("keeps the one before until the next has come, and when it cannot come", async () => {
    const { made, page, shows, color, settled, takeFaults } = await shown({ useAnimationFrame });
    made.setBinaryImage(png(20, 20, GREEN), "png");
    await shows(GREEN);
    const release = await held(page, { "next.png": png(20, 20, RED) });
    made.setImage("next.png");
    await settled();
    expect(await color()).toEqual(opaque(GREEN));
    release("next.png");
    await shows(RED);
    made.setBinaryImage(Buffer.from("no picture at all"), "png");
    await expect.poll(() => takeFaults().join()).toContain(`${made}.set_binary_image failed in a browser`);
    expect(await color()).toEqual(opaque(RED));
  });

  test("shows nothing any more when it is asked to", async () => {
    const { made, color, shows, settled, reload } = await shown({ useAnimationFrame });
    made.setBinaryImage(png(20, 20, RED), "png");
    await shows(RED);
    made.setImage(null);
    await settled();
    await expect.poll(() => color()).not.toEqual(opaque(RED));
    await reload();
    expect(await color()).not.toEqual(opaque(RED));
  });

  test("shows pixels of any kind", async () => {
    const { made, shows, color, picture } = await shown({ useAnimationFrame });
    made.setBinaryImage(new TypedBuffer(Uint8Array.of(255, 0, 0, 255, 0, 128, 0, 255), [1, 2, 4]));
    await expect.poll(() => colorAt(picture, 0, 0)).toEqual(opaque(RED));
    expect(await color(1, 0)).toEqual(opaque(GREEN));
    expect(await bitmapOf(picture)).toEqual([2, 1]);
    const kinds = [
      [new TypedBuffer(Uint8Array.of(0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255), [2, 2, 3]), BLUE],
      [new TypedBuffer(new Uint8Array(4).fill(51), [2, 2]), [51, 51, 51]],
      [new TypedBuffer(new Uint16Array(4).fill(0x6666), [2, 2, 1]), [102, 102, 102]],
      [new TypedBuffer(new Float32Array(4).fill(0.2), [2, 2]), [51, 51, 51]],
      [new TypedBuffer(new Int8Array(4).fill(-128 + 153), [2, 2]), [153, 153, 153]],
      [new TypedBuffer(new Float64Array(4).fill(7), [2, 2]), [255, 255, 255]],
    ] as const;
    for (const [pixels, rgb] of kinds) {
      made.setBinaryImage(pixels);
      await shows(rgb);
    }
    made.setBinaryImage(new TypedBuffer(Uint8Array.of(90, 0, 90, 0, 90, 0, 90, 0), [2, 2, 2]));
    await expect.poll(() => color()).toEqual([0, 0, 0, 0]);
  });

  test("says what is wrong with pixels that are no picture", async () => {
    const { made, takeFaults } = await shown({ useAnimationFrame });
    made.setBinaryImage(new TypedBuffer(new Uint8Array(10), [10]));
    await expect.poll(() => takeFaults().join()).toContain("not [10]");
  });

  test("reports what its user does, when it is interactive", async () => {
    const heard: [string, number, number][] = [];
    const { page, box, made, settled } = await shown(
      { url: dataUri(png(60, 40, RED)), interactive: true, useAnimationFrame },
      (image) => {
        for (const action of ["pointer-down", "pointer-up", "click", "contextmenu"] as const)
          image.on(action, ({ x, y }) => heard.push([action, x, y]));
        image.on("key-down", ({ key }) => heard.push([key, 0, 0]));
      },
    );
    await expect.poll(async () => (await box(made))[2]).toBeGreaterThan(50);
    const [left, top] = await box(made);
    await page.mouse.click(left + 12, top + 7);
    await page.keyboard.press("a");
    await settled();
    expect(heard).toEqual([
      ["pointer-down", 12, 7],
      ["pointer-up", 12, 7],
      ["click", 12, 7],
      ["a", 0, 0],
    ]);
  });
});

describe("a plain image", () => {
  test("has the size of its picture, also in a box that stretches its children", async () => {
    const { made, box, shows, settled } = await shown({ url: dataUri(png(60, 40, RED)) });
    await shows(RED);
    expect(await box(made)).toEqual([20, 10, 60, 40]);
    made.setBinaryImage(png(30, 90, BLUE), "png");
    await shows(BLUE);
    await settled();
    expect(await box(made)).toEqual([20, 10, 30, 90]);
    expect(made.getSize()).toEqual([30, 90]);
  });

  test("is never larger than there is room for, and keeps its shape", async () => {
    const { made, box, shows } = await shown({ url: dataUri(png(1520, 400, RED)) });
    await shows(RED);
    expect(await box(made)).toEqual([20, 10, 760, 200]);
    made.setImage(dataUri(png(60, 40, BLUE)));
    made.resize(200, 50);
    await shows(BLUE);
    expect(await box(made)).toEqual([20, 10, 200, 50]);
    made.setExpanding(true, true);
    expect(await box(made)).toEqual([20, 10, 760, 580]);
  });

  test("keeps its shape inside a size of another shape", async () => {
    const { made, image, shows } = await shown({ url: dataUri(png(100, 100, RED)) });
    made.resize(300, 100);
    await shows(RED);
    expect(await image.evaluate((element) => getComputedStyle(element).objectFit)).toBe("contain");
  });

  test("is decoration unless it has a tooltip or its user can do something with it", async () => {
    const { image, made, settled } = await shown({ url: dataUri(png(20, 20, RED)) });
    expect(await image.getAttribute("alt")).toBe("");
    expect(await image.getAttribute("tabindex")).toBeNull();
    expect(await image.evaluate((element) => (element as HTMLImageElement).draggable)).toBe(false);
    made.setTooltip("A red square");
    await settled();
    expect(await image.getAttribute("alt")).toBe("A red square");
    const other = await shown({ interactive: true });
    expect(await other.image.getAttribute("alt")).toBe("Picture");
  });
});

describe("a double-buffered image", () => {
  test("never changes the room that it has", async () => {
    const { made, box, shows, picture } = await shown({ useAnimationFrame: true });
    expect(await box(made)).toEqual([20, 10, 760, 150]);
    made.setBinaryImage(png(60, 400, RED), "png");
    await shows(RED);
    expect(await box(made)).toEqual([20, 10, 760, 150]);
    expect(await bitmapOf(picture)).toEqual([60, 400]);
    expect(await picture.evaluate((element) => getComputedStyle(element).objectFit)).toBe("contain");
  });

  test("has a bitmap for its place while it has no picture, sharp on any screen", async () => {
    const it = await show(
      (W) => {
        const image = W.Image({ useAnimationFrame: true, size: [101, 51] });
        const ground = W.VBox({ align: "left" });
        ground.addWidget(image);
        mount(W, ground);
        return image;
      },
      { deviceScaleFactor: 2 },
    );
    await it.settled();
    expect(await bitmapOf(it.at(it.made).locator("canvas"))).toEqual([202, 102]);
  });

  test("follows many pictures of one moment with the last one", async () => {
    const { made, shows, page } = await shown({ useAnimationFrame: true });
    for (let i = 0; i < 30; i++) made.setBinaryImage(png(20, 20, i === 29 ? BLUE : RED), "png");
    await shows(BLUE);
    made.update();
    made.update();
    await shows(BLUE);
    expect(await page.locator(".pgw-image").count()).toBe(1);
  });
});
