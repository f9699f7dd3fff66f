import type { Widget, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

const LONG =
  "A long text that wraps in the room that there is instead of running out of its window again and again.";

/** A page with one row of 600 x 100 at its corner. */
function row(W: Widgets): ReturnType<Widgets["HBox"]> {
  const ground = W.VBox();
  const box = W.HBox({ size: [600, 100] });
  ground.addWidget(box);
  ground.setAlign("left");
  mount(W, ground);
  return box;
}

/** A button of fixed size, so that sums come out even. */
function block(W: Widgets, width: number, height = 40): ReturnType<Widgets["Button"]> {
  return W.Button("", { size: [width, height] });
}

describe("sharing out the room", () => {
  test("stretch shares what is left in proportion; 0 keeps the natural size", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const widgets = [block(W, 100), block(W, 50), block(W, 50)];
      line.addWidget(widgets[0] as Widget, 0);
      line.addWidget(widgets[1] as Widget, 1);
      line.addWidget(widgets[2] as Widget, 3);
      line.setSpacing(10);
      return widgets;
    });
    const boxes = await Promise.all(made.map(box));
    // 600 - 2 gaps - 200 of sizes leaves 380.
    expect(boxes.map(([left, , width]) => [left, width])).toEqual([
      [0, 100],
      [110, 145],
      [265, 335],
    ]);
  });

  test("without a size the natural one is the base, and two of one stretch share the rest alike", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const widgets = [W.Button("One"), W.Button("Another one")] as const;
      for (const each of widgets) line.addWidget(each, 0);
      return { line, widgets };
    });
    const [one, other] = made.widgets;
    const [, , first] = await box(one);
    const [, , second] = await box(other);
    made.line.addWidget(one, 1);
    made.line.addWidget(other, 1);
    const rest = (600 - first - second) / 2;
    expect((await box(one))[2]).toBeCloseTo(first + rest, 0);
    expect((await box(other))[2]).toBeCloseTo(second + rest, 0);
  });

  test("expanding fills the direction of the box, or the other, or both", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      line.setAlign("top");
      const widgets = [block(W, 100), W.Button("x", { expanding: [true, false] })] as const;
      for (const each of widgets) line.addWidget(each);
      return widgets;
    });
    const [fixed, wide] = made;
    const [left, , width, height] = await box(wide);
    expect([left, width]).toEqual([100, 500]);
    expect(height).toBeLessThan(40);
    wide.setExpanding(false, true);
    expect((await box(wide))[3]).toBe(100);
    expect((await box(wide))[2]).toBeLessThan(100);
    fixed.setExpanding(true, true);
    expect((await box(fixed))[3]).toBe(100);
  });

  test("a stretch factor wins over expanding", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const widgets = [block(W, 30), block(W, 30)] as const;
      line.addWidget(widgets[0], 2);
      line.addWidget(widgets[1], 1);
      widgets[0].setExpanding(true, false);
      return widgets;
    });
    expect((await box(made[0]))[2]).toBe(390);
  });

  test("limits hold while growing and while room is short", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const widgets = [block(W, 100), block(W, 100), block(W, 100)] as const;
      for (const each of widgets) line.addWidget(each, 1);
      widgets[0].setMaxSize(120, null);
      widgets[1].setMinSize(90, null);
      return { line, widgets };
    });
    const [capped, floored, free] = made.widgets;
    expect(await Promise.all(made.widgets.map(async (each) => (await box(each))[2]))).toEqual([
      120, 240, 240,
    ]);
    made.line.resize(150, null);
    expect((await box(floored))[2]).toBe(90);
    expect((await box(capped))[2]).toBe(30);
    expect((await box(free))[2]).toBe(30);
  });

  test("what does not fit is cut off: nothing wraps into a second line, nothing scrolls", async () => {
    const { made, box, at } = await show((W) => {
      const line = row(W);
      const widgets = [block(W, 400), block(W, 400)];
      for (const each of widgets) line.addWidget(each);
      return { line, last: widgets[1] as Widget };
    });
    expect(await box(made.last)).toEqual([400, 0, 400, 40]);
    expect(await at(made.line).evaluate((e) => [e.clientWidth, e.scrollLeft])).toEqual([600, 0]);
    await at(made.line).evaluate((e) => e.scrollTo(50, 0));
    expect(await at(made.line).evaluate((e) => e.scrollLeft)).toBe(0);
  });
});

describe("the order of calls does not matter", () => {
  type Step = (line: ReturnType<typeof row>, child: Widget) => void;
  const steps: Step[] = [
    (line, child) => line.addWidget(child, 1),
    (_, child) => child.resize(80, 30),
    (_, child) => child.setExpanding(true, true),
    (_, child) => child.setMinSize(50, 20),
    (_, child) => child.setMaxSize(null, 60),
    (line) => line.setAlign("bottom"),
    (line) => line.setSpacing(20),
    (line) => line.setPadding(10),
  ];
  const orders = [steps, [...steps].reverse(), [2, 5, 0, 7, 1, 6, 4, 3].map((i) => steps[i] as Step)];

  test.each(orders.map((order, i) => [i, order] as const))("order %i", async (_i, order) => {
    const { made, box, reload } = await show((W) => {
      const line = row(W);
      line.addWidget(block(W, 100));
      const child = W.Button("Child");
      for (const step of order) step(line, child);
      return child;
    });
    // 600 - padding 20 - gap 20 - 100; 60 is the limit, and expanding means from the top on.
    expect(await box(made)).toEqual([130, 10, 460, 60]);
    await reload();
    expect(await box(made)).toEqual([130, 10, 460, 60]);
  });
});

describe("children", () => {
  test("hidden ones take no room and no gap", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const widgets = [block(W, 100), block(W, 100), block(W, 100)] as const;
      for (const each of widgets) line.addWidget(each);
      line.setSpacing(10);
      return widgets;
    });
    expect((await box(made[2]))[0]).toBe(220);
    made[1].hide();
    expect((await box(made[2]))[0]).toBe(110);
    made[0].hide();
    expect((await box(made[2]))[0]).toBe(0);
    made[1].show();
    expect((await box(made[2]))[0]).toBe(110);
  });

  test("are inserted, moved, given another stretch, and taken out; the page and a reload agree", async () => {
    const { made, box, reload, settled } = await show((W) => {
      const line = row(W);
      const [a, b, c] = [block(W, 100), block(W, 50), block(W, 30)];
      line.addWidget(a);
      line.addWidget(b);
      line.insertWidget(0, c);
      line.insertWidget(99, block(W, 30));
      return { line, a, b, c };
    });
    const { line, a, b, c } = made;
    const lefts = async () => Promise.all([a, b, c].map(async (each) => (await box(each))[0]));
    expect(await lefts()).toEqual([30, 130, 0]);
    line.addWidget(b, 1);
    expect((await box(b))[2]).toBe(440);
    line.remove(b);
    await settled();
    expect(line.getChildren()).toHaveLength(3);
    line.insertWidget(1, b, 0);
    expect(await lefts()).toEqual([80, 30, 0]);
    await reload();
    expect(await lefts()).toEqual([80, 30, 0]);
  });

  test("a child that is there already is moved by an insert", async () => {
    const { made, box, reload } = await show((W) => {
      const line = row(W);
      const children = [block(W, 100), block(W, 100), block(W, 100), block(W, 100)] as const;
      for (const each of children) line.addWidget(each);
      return { line, children };
    });
    const [a, b, c, d] = made.children;
    const order = async () => {
      const lefts = await Promise.all(
        made.children.map(async (each) => [(await box(each))[0], each] as const),
      );
      return lefts.sort(([one], [other]) => one - other).map(([, each]) => each.wid);
    };
    for (const [index, child, wanted] of [
      [2, a, [b, a, c, d]],
      [0, d, [d, b, a, c]],
      [2, c, [d, b, c, a]],
      [9, d, [b, c, a, d]],
    ] as const) {
      made.line.insertWidget(index, child);
      const wids = wanted.map(({ wid }) => wid);
      expect(made.line.getChildren().map(({ wid }) => wid)).toEqual(wids);
      expect(await order()).toEqual(wids);
    }
    await reload();
    expect(await order()).toEqual([b, c, a, d].map(({ wid }) => wid));
  });

  test("what the box gave a child leaves with it", async () => {
    const { made, at, box } = await show((W) => {
      const line = row(W);
      const other = W.VBox();
      const child = W.Label(LONG);
      line.addWidget(child, 1);
      line.addWidget(other);
      return { line, other, child };
    });
    made.other.addWidget(made.child);
    made.other.resize(200, null);
    await box(made.child);
    expect(await at(made.child).evaluate((e) => getComputedStyle(e).flex)).toBe("0 0 auto");
    expect((await box(made.child))[2]).toBe(200);
  });
});

describe("across the box", () => {
  test("children fill it until an alignment is set; a size of their own holds", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const widgets = [W.Button("One"), block(W, 50, 30)] as const;
      for (const each of widgets) line.addWidget(each);
      return { line, widgets };
    });
    const [free, sized] = made.widgets;
    expect((await box(free))[3]).toBe(100);
    expect((await box(sized)).slice(1)).toEqual([0, 50, 30]);
    made.line.setAlign("center");
    expect((await box(sized))[1]).toBe(35);
    expect((await box(free))[3]).toBe(28);
    made.line.setAlign("bottom");
    expect((await box(sized))[1]).toBe(70);
  });

  test("boxes, frames and bars are aligned as well, lines keep their length", async () => {
    const { made, box } = await show((W) => {
      const column = W.VBox({ size: [400, 300] });
      const inner = W.HBox();
      inner.addWidget(block(W, 80));
      const bar = W.ProgressBar();
      const line = W.Separator();
      for (const each of [inner, bar, line]) column.addWidget(each);
      column.setAlign("right");
      mount(W, column);
      column.setExpanding(false, false);
      return { inner, bar, line, column };
    });
    const [, , width] = await box(made.column);
    expect((await box(made.inner))[0]).toBe(width - 80);
    expect((await box(made.bar))[0]).toBe(width - 160);
    expect((await box(made.line))[2]).toBe(width);
  });

  test("a Box of either orientation takes its own words; with the others it fills", async () => {
    const { made, box } = await show((W) => {
      const ground = W.VBox();
      ground.setAlign("left");
      const across = W.Box({ orientation: "horizontal", size: [200, 100] });
      const down = W.Box({ orientation: "vertical", size: [200, 100] });
      const children = [block(W, 50), block(W, 50), block(W, 50), block(W, 50)] as const;
      across.addWidget(children[0]);
      across.addWidget(children[1]);
      down.addWidget(children[2]);
      down.addWidget(children[3]);
      across.setAlign("bottom");
      down.setAlign("right");
      ground.addWidget(across);
      ground.addWidget(down);
      mount(W, ground);
      return { across, children };
    });
    expect((await box(made.children[1])).slice(0, 2)).toEqual([50, 60]);
    expect((await box(made.children[3])).slice(0, 2)).toEqual([150, 140]);
    made.across.setAlign("right");
    expect((await box(made.children[1])).slice(0, 2)).toEqual([50, 0]);
  });

  test("from right to left a row starts at the right, and so does what stands at the left", async () => {
    const { made, box } = await show(
      (W) => {
        const ground = W.VBox();
        const line = W.HBox();
        const [a, b, c] = [block(W, 100), block(W, 50), block(W, 30)];
        line.addWidget(a);
        line.addWidget(b);
        ground.setAlign("left");
        ground.addWidget(line);
        ground.addWidget(c);
        mount(W, ground);
        return { a, b, c };
      },
      { dir: "rtl" },
    );
    expect((await box(made.a))[0]).toBe(700);
    expect((await box(made.b))[0]).toBe(650);
    expect((await box(made.c))[0]).toBe(770);
  });
});

describe("the user", () => {
  test("reaches the children by keys in their order, also after an insert, and sees the focus ring", async () => {
    const heard: string[] = [];
    const { page, made, settled } = await show((W) => {
      const line = row(W);
      const [a, b] = [W.Button("A"), W.Button("B")];
      a.on("activated", () => heard.push("a"));
      b.on("activated", () => heard.push("b"));
      line.addWidget(b);
      line.insertWidget(0, a);
      return { line };
    });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => heard).toEqual(["a", "b"]);
    made.line.setEnabled(false);
    await settled();
    await page.keyboard.press("Enter");
    await page.mouse.click(10, 50);
    await settled();
    expect(heard).toEqual(["a", "b"]);
  });

  test.each([
    ["a line", true],
    ["a widget", false],
  ])("sees the focus ring of %s over the lines around", async (_what, inLine) => {
    const { page, made, at, settled } = await show((W) => {
      const lines = W.VBox({ spacing: 0 });
      const buttons = Array.from({ length: 3 }, () => W.Button("", { size: [300, 30] }));
      for (const [i, button] of buttons.entries()) {
        button.setBg("white");
        const line = W.HBox();
        if (i !== 1 || inLine) line.addWidget(button);
        lines.addWidget(i !== 1 || inLine ? line : button);
      }
      mount(W, lines);
      return buttons;
    });
    await settled();
    const [, second] = made;
    if (second === undefined) throw new Error("There is no second button.");
    const box = await at(second).boundingBox();
    if (box === null) throw new Error("It is not displayed.");
    const strip = (y: number) => page.screenshot({ clip: { x: box.x + 100, y, width: 20, height: 1 } });
    const strips = () => Promise.all([strip(box.y - 2), strip(box.y + box.height + 1)]);
    const before = await strips();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await settled();
    const [above, below] = await strips();
    expect(above.equals(below)).toBe(true);
    expect(above.equals(before[0])).toBe(false);
  });
});
