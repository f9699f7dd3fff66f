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

describe("text in a box", () => {
  const lines = (height: number) => Math.round(height / 18.2);

  test("a long label wraps in a column, aligned or not", async () => {
    const { made, box } = await show((W) => {
      const column = W.VBox();
      const label = W.Label(`${LONG} ${LONG} ${LONG}`);
      column.addWidget(label);
      mount(W, column);
      return { column, label };
    });
    expect((await box(made.label))[2]).toBe(800);
    expect(lines((await box(made.label))[3])).toBeGreaterThan(1);
    made.column.setAlign("center");
    expect((await box(made.label))[2]).toBeLessThanOrEqual(800);
  });

  test("in a row it gives way to what stands beside it, in nested boxes and frames too", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const inner = W.VBox();
      const frame = W.Frame({ title: "Frame" });
      const [first, second] = [W.Label(LONG), W.Label(LONG)];
      const tools = W.HBox();
      tools.addWidget(W.Button("Save all files"));
      tools.addWidget(W.Button("Close everything"));
      const last = W.Button("Last button");
      inner.addWidget(first);
      frame.setWidget(inner);
      for (const each of [tools, frame, second, last]) line.addWidget(each);
      return { tools, first, second, last, line };
    });
    const [left, , width] = await box(made.last);
    expect(left + width).toBeCloseTo(600, 0);
    // Controls keep their size.
    expect((await box(made.tools))[2]).toBeGreaterThan(200);
    for (const each of [made.first, made.second]) expect(lines((await box(each))[3])).toBeGreaterThan(1);
  });

  test("a caption keeps its line and the field beside it gives way", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const caption = W.Label("First name");
      const field = W.ProgressBar();
      line.addWidget(caption);
      line.addWidget(field, 1);
      return { line, caption, field };
    });
    const [, , natural] = await box(made.caption);
    made.line.resize(120, null);
    expect((await box(made.caption))[2]).toBe(natural);
    expect((await box(made.field))[2]).toBeCloseTo(120 - natural, 0);
  });

  test("a caption that becomes a sentence gives way, and back", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const inner = W.HBox();
      const label = W.Label("Ready");
      inner.addWidget(label);
      line.addWidget(inner);
      const last = block(W, 100);
      line.addWidget(last);
      return { label, last };
    });
    const [ready] = await box(made.last);
    made.label.setText(`${LONG} ${LONG}`);
    expect((await box(made.last))[0]).toBeCloseTo(500, 0);
    made.label.setText("Ready");
    expect((await box(made.last))[0]).toBe(ready);
  });

  test("words stay whole while there is room for them, and very long ones are broken", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const [short, long] = [W.Label("Incomprehensible words"), W.Label(`${LONG} ${LONG}`)];
      line.addWidget(short, 1);
      line.addWidget(long, 1);
      return { line, short };
    });
    made.line.resize(300, null);
    const [, , width, height] = await box(made.short);
    expect(width).toBeGreaterThan(90);
    expect(lines(height)).toBeGreaterThan(1);
  });

  test("a word that is longer than any line is broken", async () => {
    const { made, box } = await show((W) => {
      const line = row(W);
      const caption = W.Label("Address:");
      const address = W.Label(`https://example.com/${"path/".repeat(60)}`);
      const end = block(W, 30);
      for (const each of [caption, address, end]) line.addWidget(each);
      return { caption, address, end };
    });
    expect((await box(made.end))[0]).toBeCloseTo(570, 0);
    expect(lines((await box(made.address))[3])).toBeGreaterThan(1);
  });

  test("beside controls the text stands on their line", async () => {
    const { made, at, settled } = await show((W) => {
      const line = row(W);
      const label = W.Label("Name:");
      const button = W.Button("Search");
      line.addWidget(label);
      line.addWidget(button);
      line.resize(null, 28);
      return { line, label, button };
    });
    await settled();
    const middle = (widget: Widget) =>
      at(widget).evaluate((element) => {
        const range = element.ownerDocument.createRange();
        range.selectNodeContents(element.querySelector("span") ?? element);
        const { top, height } = range.getBoundingClientRect();
        return top + height / 2;
      });
    expect(Math.abs((await middle(made.label)) - (await middle(made.button)))).toBeLessThan(1);
  });
});
