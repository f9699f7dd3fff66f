import type { Widgets } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

function build(W: Widgets, options: Parameters<Widgets["Expander"]>[0] = { title: "More" }) {
  const column = W.VBox({ size: [300, 200] });
  const expander = W.Expander(options);
  const content = W.Button("Inside");
  const below = W.Label("Below");
  const calls: boolean[] = [];
  expander.on("toggled", (collapsed) => void calls.push(collapsed));
  expander.setWidget(content);
  column.addWidget(expander);
  column.addWidget(below);
  mount(W, column);
  return { expander, content, below, calls };
}

test("a click on the bar unfolds, folds, and tells; what is below moves along", async () => {
  const { page, at, made, box, settled, reload } = await show((W) => build(W));
  const bar = page.getByRole("button", { name: "More" });
  const [, folded] = await box(made.below);
  expect(await bar.getAttribute("aria-expanded")).toBe("false");
  expect(await at(made.content).isVisible()).toBe(false);
  await bar.click();
  await settled();
  expect(made.calls).toEqual([false]);
  expect(await at(made.content).isVisible()).toBe(true);
  expect((await box(made.below))[1]).toBeGreaterThan(folded + 20);
  await reload();
  expect(await at(made.content).isVisible()).toBe(true);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Space");
  await settled();
  expect(made.calls).toEqual([false, true, false]);
});

test("the program folds it too, and a handler hears of that once", async () => {
  const { at, made, settled } = await show((W) => build(W));
  made.expander.toggleContent();
  await settled();
  expect(await at(made.content).isVisible()).toBe(true);
  made.expander.setCollapsed(true);
  made.expander.setCollapsed(true);
  await settled();
  expect(await at(made.content).isVisible()).toBe(false);
  expect(made.calls).toEqual([false, true]);
});

test("one that the user may not fold starts open, has no button, and still folds for the program", async () => {
  const { page, at, made, settled } = await show((W) => build(W, { title: "Fixed", collapsible: false }));
  expect(await at(made.content).isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Fixed" }).count()).toBe(0);
  await page.getByText("Fixed").click();
  made.expander.setCollapsed(true);
  await settled();
  expect(await at(made.content).isVisible()).toBe(false);
  expect(made.calls).toEqual([true]);
});

test("folded content is told that it has no size, and that it is there again", async () => {
  const { page, made, settled } = await show((W) => {
    const all = build(W);
    const sizes: number[] = [];
    const maps: number[] = [];
    all.content.on("resize", ({ height }) => void sizes.push(height));
    all.content.on("map", ({ height }) => void maps.push(height));
    return { ...all, sizes, maps };
  });
  await page.getByRole("button", { name: "More" }).click();
  await settled();
  await page.getByRole("button", { name: "More" }).click();
  await settled();
  // Inside padding and border, and with them.
  expect(made.sizes).toEqual([10, 0]);
  expect(made.maps).toEqual([28]);
});

test("colour and shadow: the title can be read on any ground", async () => {
  const { page, at, made } = await show((W) => ({
    dark: build(W, { title: "Dark", bgColor: "rgb(20, 30, 60)", shadow: true }).expander,
  }));
  const bar = page.getByRole("button", { name: "Dark" });
  expect(await bar.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(255, 255, 255)");
  expect(await bar.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgb(20, 30, 60)");
  expect(await at(made.dark).evaluate((element) => getComputedStyle(element).boxShadow)).not.toBe("none");
});

test("disabled it does not fold, nor can what is inside be used", async () => {
  const { page, made, settled } = await show((W) => {
    const all = build(W);
    all.expander.setCollapsed(false);
    all.expander.setEnabled(false);
    return all;
  });
  expect(await page.getByRole("button", { name: "More" }).isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: "Inside" }).isDisabled()).toBe(true);
  made.expander.setEnabled(true);
  made.expander.setFocus();
  await settled();
  await page.keyboard.press("Enter");
  await settled();
  expect(made.calls.at(-1)).toBe(true);
});

test("a new child replaces the one before", async () => {
  const { at, made, settled } = await show((W) => ({ ...build(W), W }));
  const other = made.W.Label("Other");
  made.expander.setWidget(other);
  made.expander.setCollapsed(false);
  await settled();
  expect(await at(other).isVisible()).toBe(true);
  expect(await at(made.content).count()).toBe(0);
  expect(made.expander.getChildren()).toEqual([other]);
});
