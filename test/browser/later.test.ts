import type { Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { mount, useInterface } from "./support.js";

const show = useInterface();

/** A column that all is put into. */
function column(W: Widgets) {
  const box = W.VBox();
  const button = W.Button("Works");
  const pressed: string[] = [];
  button.on("activated", () => pressed.push("pressed"));
  box.addWidget(button, 0);
  mount(W, box);
  return { W, box, button, pressed };
}

/** The page gets no part until it is let go. Lists those that it has asked for. */
async function holdParts(page: Page) {
  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const parts: string[] = [];
  await page.route("**/part-*.js", async (route) => {
    parts.push(route.request().url());
    await held;
    await route.continue();
  });
  return { parts, letGo: () => letGo() };
}

test("what the server sends waits, in order, for the code of a class", async () => {
  const shown = await show(column);
  const { page } = shown;
  const { W, box, button } = shown.made;
  const { parts, letGo } = await holdParts(page);
  box.addWidget(W.Label("before"), 0);
  const dial = W.Dial({ min: 0, max: 10, value: 3 });
  box.addWidget(dial, 0);
  dial.setValue(7);
  const picture = W.Image();
  box.addWidget(picture, 0);
  box.addWidget(W.Label("after"), 0);
  // The codes of both are asked for at once.
  await expect.poll(() => parts.length).toBe(2);
  await page.getByText("before").waitFor();
  expect(await page.getByText("after").count()).toBe(0);
  // Its user can go on meanwhile.
  await shown.at(button).click();
  await expect.poll(() => shown.made.pressed).toEqual(["pressed"]);
  dial.setValue(8);
  letGo();
  await page.getByText("after").waitFor();
  await expect.poll(() => page.getByRole("slider").getAttribute("aria-valuenow")).toBe("8");
  const order = () =>
    shown
      .at(box)
      .evaluate((element) => [...element.children].map(({ className }) => className.split(" ").at(1)));
  expect(await order()).toEqual(["pgw-button", "pgw-label", "pgw-dial", "pgw-image", "pgw-label"]);
  // The next one is made at once.
  box.addWidget(W.Dial({ value: 1 }), 0);
  await expect.poll(() => page.getByRole("slider").count()).toBe(2);
  expect(parts.length).toBe(2);
});

test("a border that comes with the code of a class counts in the size that the program is told", async () => {
  const shown = await show(column);
  const { W, box } = shown.made;
  const { letGo } = await holdParts(shown.page);
  const table = W.TableView({ columns: ["Name"], size: [420, 160] });
  const sizes: number[][] = [];
  table.on("resize", ({ width, height }) => sizes.push([width, height]));
  box.addWidget(table, 0);
  await expect.poll(() => sizes).toEqual([[420, 160]]);
  letGo();
  await expect
    .poll(() => sizes)
    .toEqual([
      [420, 160],
      [418, 158],
    ]);
  expect(table.getSize()).toEqual([418, 158]);
});

test("a class whose code cannot be loaded says so, and the rest of the page works", async () => {
  const shown = await show(column);
  const { W, box, button } = shown.made;
  await shown.page.route("**/part-*.js", (route) => route.abort());
  const dial = W.Dial({ value: 3 });
  box.addWidget(dial, 0);
  dial.setValue(4);
  box.addWidget(W.Label("after"), 0);
  await shown.page.getByText("Dial could not be loaded").waitFor();
  await shown.page.getByText("after").waitFor();
  await shown.at(button).click();
  await expect.poll(() => shown.made.pressed).toEqual(["pressed"]);
  expect(shown.takeFaults().length).toBeGreaterThan(0);
});
