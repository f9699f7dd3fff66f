import type { ButtonBox, Widget, Widgets } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import { mountAtCorner, useInterface } from "../support.js";

const show = useInterface();

/** A box of 500 pixels at the corner of the page, with three buttons. */
function build(
  W: Widgets,
  options: Parameters<Widgets["ButtonBox"]>[0] = {},
  stretches: readonly number[] = [],
) {
  const box = W.ButtonBox(options);
  const buttons = ["OK", "Cancel", "Apply the settings"].map((text) => W.Button(text));
  buttons.forEach((button, i) => {
    box.addWidget(button, stretches[i] ?? 0);
  });
  place(W, box);
  return { box, buttons, W };
}

function place(W: Widgets, box: ButtonBox): void {
  box.resize(500, null);
  mountAtCorner(W, box);
}

test("all are as wide as the widest, in the middle of the box", async () => {
  const { made, box } = await show((W) => build(W, { spacing: 10 }));
  const boxes = await Promise.all(made.buttons.map(box));
  const [, , width = 0] = boxes[2] ?? [];
  expect(width).toBeGreaterThan(100);
  expect(boxes.map((each) => each[2])).toEqual([width, width, width]);
  const left = (500 - 3 * width - 20) / 2;
  boxes.forEach(([at], i) => {
    expect(at).toBeCloseTo(left + i * (width + 10), 1);
  });
});

test("stay equal when a caption, a font or the children change, and after a reload", async () => {
  const { made, box, reload } = await show((W) => build(W));
  const widths = async (buttons: readonly Widget[] = made.buttons) =>
    (await Promise.all(buttons.map(box))).map((each) => each[2]);
  const [before = 0] = await widths();
  made.buttons[0]?.setText("A much longer caption than all of the others");
  const [wide = 0, ...others] = await widths();
  expect(wide).toBeGreaterThan(before);
  // Together they would be wider than the box, so that the text wraps.
  expect(wide + (others[0] ?? 0) + (others[1] ?? 0)).toBeLessThanOrEqual(500.1);
  made.buttons[0]?.setText("OK");
  made.box.remove(made.buttons[2] as Widget);
  const rest = made.buttons.slice(0, 2);
  const [one, other] = await widths(rest);
  expect(one).toBe(other);
  expect(one).toBeLessThan(before);
  made.box.insertWidget(1, made.W.Button("Between"));
  await reload();
  const [after, last] = await widths(rest);
  expect(after).toBe(last);
  expect(made.box.getChildren().length).toBe(3);
  expect((await box(made.box.getChildren()[1] as Widget))[0]).toBeLessThan((await box(rest[1] as Widget))[0]);
});

test("the group stands where halign says, hidden children take no room", async () => {
  const { made, box } = await show((W) => build(W, { halign: "right", minButtonWidth: 150 }));
  const lefts = async () => (await Promise.all(made.buttons.map(box))).map((each) => each[0]);
  expect(await lefts()).toEqual([50, 200, 350]);
  made.box.setHalign("left");
  expect(await lefts()).toEqual([0, 150, 300]);
  made.buttons[1]?.hide();
  expect((await box(made.buttons[2] as Widget))[0]).toBe(150);
});

test("a word for the other direction takes an alignment back, before a reload and after", async () => {
  const { made, box, settled, reload } = await show((W) => build(W));
  const tops = async () => {
    await settled();
    return (await Promise.all(made.buttons.map(box))).map((each) => [each[1], each[3]]);
  };
  made.box.resize(null, 100);
  const stretched = await tops();
  made.box.setAlign("bottom");
  expect(await tops()).not.toEqual(stretched);
  made.box.setAlign("left");
  expect(await tops()).toEqual(stretched);
  await reload();
  expect(await tops()).toEqual(stretched);
});

test("children that grow share what is left, from equal widths", async () => {
  const { made, box } = await show((W) => build(W, { minButtonWidth: 150, spacing: 10 }, [1, 0, 3]));
  // 500 - 2 gaps - 3 x 150 leaves 30.
  const spans = async () => (await Promise.all(made.buttons.map(box))).map((each) => [each[0], each[2]]);
  await expect.poll(spans).toEqual([
    [0, 157.5],
    [167.5, 150],
    [327.5, 172.5],
  ]);
  made.box.resize(580, null);
  await expect.poll(spans).toEqual([
    [0, 177.5],
    [187.5, 150],
    [347.5, 232.5],
  ]);
  for (const button of made.buttons) made.box.addWidget(button, 2);
  await expect
    .poll(async () => (await spans()).map(([, width]) => Math.round(width ?? 0)))
    .toEqual([187, 187, 187]);
});

test("a standing box: as wide as the box, or as the widest", async () => {
  const { made, box } = await show((W) => {
    const all = build(W, { orientation: "vertical", halign: "right", spacing: 4 });
    all.box.resize(200, 200);
    return all;
  });
  const boxes = await Promise.all(made.buttons.map(box));
  expect(boxes.map(([left, top, width]) => [left, top, width])).toEqual([
    [0, 108, 200],
    [0, 140, 200],
    [0, 172, 200],
  ]);
  made.box.setAlign("right");
  const [left, , width] = await box(made.buttons[0] as Widget);
  expect(width).toBe((await box(made.buttons[2] as Widget))[2]);
  expect(left + width).toBe(200);
});
