import { expect, test } from "vitest";
import { mount, type ShowOptions, useInterface } from "../support.js";

const show = useInterface();

const bar = (options: ShowOptions = {}) =>
  show((W) => {
    const ground = W.VBox();
    const progress = W.ProgressBar();
    ground.addWidget(progress);
    mount(W, ground);
    return progress;
  }, options);

test("shows the rounded percentage, to screen readers too, and keeps it over a reload", async () => {
  const { page, made, at, settled, reload } = await bar();
  const shown = () => at(made).locator(".pgw-progress-ground").textContent();
  expect(await shown()).toBe("0%");
  made.setValue(0.125);
  await settled();
  expect(await shown()).toBe("13%");
  const native = page.getByRole("progressbar");
  expect(await native.evaluate((e) => (e as HTMLProgressElement).value)).toBe(0.125);
  await reload();
  expect(await shown()).toBe("13%");
  made.setTooltip("Copying");
  await settled();
  expect(await page.getByRole("progressbar", { name: "Copying" }).count()).toBe(1);
});

test("values outside are moved into the range", async () => {
  const { made, at, settled } = await bar();
  made.setValue(7);
  await settled();
  expect(made.getValue()).toBe(1);
  expect(await at(made).locator(".pgw-progress-ground").textContent()).toBe("100%");
  made.setValue(-1);
  await settled();
  expect(made.getValue()).toBe(0);
});

test.each(["ltr", "rtl"] as const)("the filling starts where reading starts (%s)", async (dir) => {
  const { made, at, page, settled } = await bar({ dir, reducedMotion: "reduce" });
  made.setValue(0.25);
  await settled();
  const clip = await at(made)
    .locator(".pgw-progress-filling")
    .evaluate((e) => e.ownerDocument.defaultView?.getComputedStyle(e).clipPath);
  expect(clip).toBe(dir === "ltr" ? "inset(0px 75% 0px 0px)" : "inset(0px 0px 0px 75%)");
  expect(await page.evaluate("document.documentElement.dir")).toBe(dir);
});

test("has a natural size in every box, grows with it, and shrinks into a narrow one", async () => {
  const { made, box } = await show((W) => {
    const ground = W.VBox();
    const row = W.HBox();
    const [still, growing, aligned] = [W.ProgressBar(), W.ProgressBar(), W.ProgressBar()];
    const column = W.VBox({ size: [100, 50] });
    row.addWidget(still);
    row.addWidget(growing, 1);
    column.setAlign("center");
    column.addWidget(aligned);
    ground.addWidget(row);
    ground.addWidget(column);
    mount(W, ground);
    column.setExpanding(false, false);
    ground.setAlign("left");
    row.setExpanding(true, false);
    return { still, growing, aligned };
  });
  const [, , width, height] = await box(made.still);
  expect([width, height]).toEqual([160, 20]);
  expect((await box(made.growing))[2]).toBe(640);
  expect((await box(made.aligned))[2]).toBe(100);
});

test("takes a ground colour and a font; the user can do nothing with it", async () => {
  const { page, made, at, settled } = await bar();
  made.setBg("rgb(1, 2, 3)");
  made.setFont("monospace", 12);
  await settled();
  const style = await at(made).evaluate((e) => {
    const { backgroundColor, fontFamily, fontSize } = e.ownerDocument.defaultView?.getComputedStyle(e) ?? {};
    return [backgroundColor, fontFamily, fontSize];
  });
  expect(style).toEqual(["rgb(1, 2, 3)", "monospace", "16px"]);
  await page.mouse.click(400, 10);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement === document.body")).toBe(true);
  expect(made.getValue()).toBe(0);
});
