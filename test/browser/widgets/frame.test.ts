import { describe, expect, test } from "vitest";
import { mount, mountAtCorner, useInterface } from "../support.js";

const show = useInterface();

describe("title", () => {
  test("names the group as it is; an empty one takes no room; it comes back after a reload", async () => {
    const { page, made, at, box, reload, settled } = await show((W) => {
      const ground = W.VBox();
      const frame = W.Frame({ title: "Choices <i>" });
      frame.setWidget(W.Button("One"));
      ground.addWidget(frame);
      mount(W, ground);
      return frame;
    });
    expect(await page.getByRole("group", { name: "Choices <i>" }).count()).toBe(1);
    const [, , , titled] = await box(made);
    made.setTitle("");
    expect((await box(made))[3]).toBeLessThan(titled);
    expect(await at(made).locator("legend").count()).toBe(0);
    made.setText("Again");
    await settled();
    expect(made.getText()).toBe("Again");
    await reload();
    expect(await at(made).locator("legend").textContent()).toBe("Again");
    expect((await box(made))[3]).toBe(titled);
  });

  test("changes the padding inside a frame of fixed size, and its program is told as after a reload", async () => {
    const { made, settled, reload } = await show((W) => {
      const frame = W.Frame({ size: [300, 200] });
      mountAtCorner(W, frame);
      return frame;
    });
    await settled();
    const before = made.getSize();
    made.setTitle("Choices");
    await expect.poll(() => made.getSize()).not.toEqual(before);
    const titled = made.getSize();
    await reload();
    expect(made.getSize()).toEqual(titled);
    made.setTitle("");
    await expect.poll(() => made.getSize()).toEqual(before);
  });
});

describe("content", () => {
  test("fills the frame in both directions, whatever size it asks for; what it asked for counts again elsewhere", async () => {
    const { made, box } = await show((W) => {
      const ground = W.VBox();
      const frame = W.Frame({ size: [300, 200] });
      const other = W.HBox();
      const child = W.Button("One", { size: [50, 40] });
      frame.setWidget(child);
      ground.setAlign("left");
      ground.addWidget(frame);
      ground.addWidget(other);
      mount(W, ground);
      return { frame, child, other };
    });
    expect(await box(made.child)).toEqual([13, 13, 274, 174]);
    made.frame.setPadding([20, 10, 20, 10]);
    expect(await box(made.child)).toEqual([21, 11, 258, 178]);
    made.other.addWidget(made.child);
    expect((await box(made.child)).slice(2)).toEqual([50, 40]);
    expect(made.frame.numChildren()).toBe(0);
  });

  test("another one takes its place; the first is kept and can come back", async () => {
    const heard: string[] = [];
    const { made, at, settled, reload } = await show((W) => {
      const frame = W.Frame({ title: "Frame" });
      const [first, second] = [W.Button("First"), W.Button("Second")];
      frame.on("child-added", (child) => heard.push(`+${String(child.wid === first.wid)}`));
      frame.setWidget(first);
      frame.setWidget(second);
      mount(W, frame);
      return { frame, first, second };
    });
    expect(await at(made.first).count()).toBe(0);
    expect(await at(made.second).isVisible()).toBe(true);
    made.frame.setWidget(made.first);
    await settled();
    expect(await at(made.first).isVisible()).toBe(true);
    await reload();
    expect(await at(made.first).isVisible()).toBe(true);
    expect(await at(made.second).count()).toBe(0);
    expect(heard).toEqual(["+true", "+false", "+true"]);
  });

  test("a long line wraps instead of widening the frame", async () => {
    const { made, box } = await show((W) => {
      const ground = W.VBox();
      const frame = W.Frame({
        title: "A title that is rather long as well, and goes on and on and on. ".repeat(3),
      });
      const label = W.Label("Words and more words. ".repeat(20));
      frame.setWidget(label);
      ground.addWidget(frame);
      mount(W, ground);
      return { frame, label };
    });
    expect((await box(made.frame))[2]).toBe(800);
    expect((await box(made.label))[2]).toBe(774);
  });

  test("grows with its box, and its content with it", async () => {
    const { made, box } = await show((W) => {
      const ground = W.VBox();
      const frame = W.Frame({ title: "Frame" });
      const inner = W.VBox();
      const [top, rest] = [W.Button("Top"), W.Label("Rest")];
      inner.addWidget(top);
      inner.addWidget(rest, 1);
      frame.setWidget(inner);
      ground.addWidget(frame, 1);
      mount(W, ground);
      return { frame, rest };
    });
    const [, top, , height] = await box(made.frame);
    expect([top, height]).toEqual([0, 600]);
    const [, restTop, , restHeight] = await box(made.rest);
    expect(restTop + restHeight).toBeCloseTo(587, 0);
  });
});

describe("the user", () => {
  test("cannot use what a disabled frame holds, by mouse or by key; each keeps its own flag", async () => {
    const heard: string[] = [];
    const { page, made, at, settled, reload } = await show((W) => {
      const frame = W.Frame({ title: "Frame" });
      const inner = W.HBox();
      const [one, two] = [W.Button("One"), W.Button("Two", { enabled: false })];
      for (const each of [one, two]) {
        each.on("activated", () => heard.push(each.getText()));
        inner.addWidget(each);
      }
      frame.setWidget(inner);
      mount(W, frame);
      return { frame, one, two };
    });
    made.frame.setEnabled(false);
    await settled();
    await page.mouse.click(30, 40);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await settled();
    expect(heard).toEqual([]);
    await reload();
    expect(await at(made.one).isDisabled()).toBe(true);
    made.frame.setEnabled(true);
    await settled();
    await at(made.one).click();
    await settled();
    expect(heard).toEqual(["One"]);
    expect(await at(made.two).isDisabled()).toBe(true);
  });

  test("reaches the focus ring of a child at the very edge unclipped", async () => {
    const { made, at, settled } = await show((W) => {
      const frame = W.Frame({ padding: 0 });
      frame.setWidget(W.Button("Edge"));
      mount(W, frame);
      return frame;
    });
    await settled();
    const clip = await at(made)
      .locator(".pgw-frame-content")
      .evaluate((e) => {
        const style = e.ownerDocument.defaultView?.getComputedStyle(e);
        return [style?.overflowX, style?.getPropertyValue("overflow-clip-margin")];
      });
    expect(clip).toEqual(["clip", "4px"]);
  });
});
