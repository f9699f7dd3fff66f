import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

test("is a thin line as long as its box, across or along, with what it says to screen readers", async () => {
  const { page, made, box } = await show((W) => {
    const ground = W.VBox();
    const line = W.Separator();
    const row = W.HBox();
    const upright = W.Separator("vertical");
    row.addWidget(W.Button("One"));
    row.addWidget(upright);
    ground.addWidget(line);
    ground.addWidget(row);
    mount(W, ground);
    return { line, upright };
  });
  expect(await box(made.line)).toEqual([0, 0, 800, 1]);
  const [, top, width, height] = await box(made.upright);
  expect([top, width, height]).toEqual([1, 1, 28]);
  const roles = page.getByRole("separator");
  expect(await roles.nth(0).getAttribute("aria-orientation")).toBe("horizontal");
  expect(await roles.nth(1).getAttribute("aria-orientation")).toBe("vertical");
});

test("turns, also back by null, and keeps its direction after a reload", async () => {
  const { made, box, reload } = await show((W) => {
    const row = W.HBox({ size: [200, 50] });
    const ground = W.VBox();
    const line = W.Separator(null);
    row.addWidget(W.Button("One"));
    row.addWidget(line);
    ground.addWidget(row);
    mount(W, ground);
    return line;
  });
  // Along a row it has no natural length, so it is as short as can be seen.
  expect((await box(made)).slice(2)).toEqual([16, 50]);
  made.setOrientation("vertical");
  expect((await box(made)).slice(2)).toEqual([1, 50]);
  await reload();
  expect((await box(made)).slice(2)).toEqual([1, 50]);
  made.setOrientation(null);
  expect((await box(made)).slice(2)).toEqual([16, 50]);
});

test("its border is the line: width and colour", async () => {
  const { made, at, box } = await show((W) => {
    const ground = W.VBox();
    const line = W.Separator();
    ground.addWidget(line);
    mount(W, ground);
    return line;
  });
  const color = () =>
    at(made).evaluate(
      (e) => e.ownerDocument.defaultView?.getComputedStyle(e, "::before").borderBlockStartColor,
    );
  const plain = await color();
  made.setBorderWidth(3);
  made.setBorderColor("rgb(1, 2, 3)");
  expect((await box(made))[3]).toBe(3);
  expect(await color()).toBe("rgb(1, 2, 3)");
  made.setBorderColor(null);
  await box(made);
  expect(await color()).toBe(plain);
});

test("the line is in the middle of a larger area", async () => {
  const { made, at, settled } = await show((W) => {
    const ground = W.VBox();
    const line = W.Separator("horizontal", { size: [null, 21] });
    ground.addWidget(line);
    mount(W, ground);
    return line;
  });
  await settled();
  const style = await at(made).evaluate((e) => e.ownerDocument.defaultView?.getComputedStyle(e).alignContent);
  expect(style).toBe("center");
});
