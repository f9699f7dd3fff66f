import type { TextAreaNamed, Widget, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();
const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `line ${from + i}`).join("\n");

/** A text area of 300 x 200 at the corner of the page, and what it told. */
function area(options: TextAreaNamed = {}) {
  return (W: Widgets) => {
    const text = W.TextArea(options);
    const modified: string[] = [];
    const scrolled: number[][] = [];
    text.on("modified", (value) => void modified.push(value));
    text.on("scrolled", (h, v) => void scrolled.push([h, v]));
    text.resize(300, 200);
    const ground = W.VBox();
    ground.addWidget(text as Widget);
    ground.setAlign("left");
    mount(W, ground);
    return { text, modified, scrolled };
  };
}

async function shown(options: TextAreaNamed = {}, context = {}) {
  const all = await show(area(options), context);
  const inner = all.at(all.made.text).locator("textarea");
  const offset = () => inner.evaluate((each) => [each.scrollLeft, each.scrollTop]);
  return { ...all, ...all.made, inner, offset };
}

describe("typing", () => {
  test("is told with the whole text, in order; Enter makes a line and Tab goes on", async () => {
    const { text, modified, inner, page, settled } = await shown({ text: "start" });
    await inner.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" one\ntwo", { delay: 3 });
    await settled();
    expect(modified.at(-1)).toBe("start one\ntwo");
    expect(modified.every((each, i) => each.startsWith(modified[i - 1] ?? "start"))).toBe(true);
    expect(text.getText()).toBe("start one\ntwo");
    await page.keyboard.press("Tab");
    expect(await inner.evaluate((each) => each === document.activeElement)).toBe(false);
  });

  test("what the program sets fires nothing, and what comes back does not disturb", async () => {
    const { text, modified, inner, page, settled } = await shown();
    text.setText("<b>a</b>\r\nb");
    await settled();
    expect(await inner.inputValue()).toBe("<b>a</b>\nb");
    text.setText(null);
    await settled();
    expect(await inner.inputValue()).toBe("");
    expect(modified).toEqual([]);
    text.on("modified", (value) => text.setText(value));
    await inner.click();
    const long = "The quick brown fox jumps over the lazy dog.\n".repeat(2);
    await page.keyboard.type(long, { delay: 2 });
    await settled();
    expect(await inner.inputValue()).toBe(long);
    expect(text.getText()).toBe(long);
  });

  test("a handler that corrects the text leaves the caret where it was", async () => {
    const { text, inner, page, settled } = await shown({ text: "abc\ndef\nghi" });
    text.on("modified", (value) => text.setText(value.toUpperCase()));
    await inner.click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("x");
    await settled();
    expect(await inner.inputValue()).toBe("ABC\nXDEF\nGHI");
    expect(await inner.evaluate((each: HTMLTextAreaElement) => each.selectionStart)).toBeGreaterThan(3);
    expect(await inner.evaluate((each: HTMLTextAreaElement) => each.selectionStart)).toBeLessThan(9);
  });

  test("a composition arrives whole, and nothing of the program gets into it", async () => {
    const { text, modified, inner, page, settled } = await shown({ text: "a\n" });
    await inner.click();
    await page.keyboard.press("Control+End");
    const input = await page.context().newCDPSession(page);
    for (const part of ["に", "にほ", "にほん"]) {
      await input.send("Input.imeSetComposition", {
        text: part,
        selectionStart: part.length,
        selectionEnd: part.length,
      });
    }
    text.setText("from the program");
    await settled();
    expect(modified).toEqual([]);
    expect(await inner.inputValue()).toBe("a\nにほん");
    await input.send("Input.insertText", { text: "日本" });
    await settled();
    expect(modified).toEqual(["a\n日本"]);
    expect(text.getText()).toBe("a\n日本");
  });

  test("read-only text can be marked and scrolled, but not changed", async () => {
    const { text, modified, inner, page, settled } = await shown({ text: lines(50), editable: false });
    await inner.click();
    await page.keyboard.type("x");
    await page.keyboard.press("Control+a");
    expect(await inner.evaluate((each: HTMLTextAreaElement) => each.selectionEnd)).toBe(lines(50).length);
    await page.mouse.wheel(0, 100);
    await settled();
    expect(modified).toEqual([]);
    text.setEditable(true);
    await settled();
    await page.keyboard.type("x");
    await settled();
    expect(modified).toEqual(["x"]);
  });
});

describe("lines", () => {
  test("a limit holds for the program and for the user, at once", async () => {
    const { text, modified, inner, page, settled } = await shown({ text: lines(10) });
    text.setLimit(3);
    await settled();
    expect(await inner.inputValue()).toBe(lines(3, 7));
    text.appendText("\nline 10\nline 11");
    await settled();
    expect(await inner.inputValue()).toBe(lines(3, 9));
    await inner.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nmore");
    await settled();
    expect(await inner.inputValue()).toBe("line 10\nline 11\nmore");
    expect(modified.at(-1)).toBe("line 10\nline 11\nmore");
    expect(text.getText()).toBe("line 10\nline 11\nmore");
    expect(await inner.evaluate((each: HTMLTextAreaElement) => each.selectionStart)).toBe(20);
    text.setLimit(null);
    text.setText(lines(5));
    await settled();
    expect(await inner.inputValue()).toBe(lines(5));
  });

  test("a log that grows keeps what is marked, and where it is scrolled to", async () => {
    const { text, scrolled, inner, offset, page, settled } = await shown({ text: lines(100) });
    await inner.hover();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => scrolled.length).toBeGreaterThan(0);
    await inner.evaluate((each: HTMLTextAreaElement) => each.setSelectionRange(200, 210));
    const before = await offset();
    scrolled.length = 0;
    for (let i = 0; i < 20; i++) text.appendText(`\nmore ${i}`);
    await settled();
    expect(await offset()).toEqual(before);
    expect(
      await inner.evaluate((each: HTMLTextAreaElement) => [each.selectionStart, each.selectionEnd]),
    ).toEqual([200, 210]);
    text.scrollToEnd();
    await settled();
    const [, top = 0] = await offset();
    expect(await inner.evaluate((each) => each.scrollHeight - each.clientHeight)).toBeCloseTo(top, 0);
    await settled();
    expect(scrolled).toEqual([]);
  });

  test("long lines run on, or wrap", async () => {
    const { text, inner, settled } = await shown({ text: "word ".repeat(100) });
    const across = () => inner.evaluate((each) => each.scrollWidth > each.clientWidth);
    expect(await across()).toBe(true);
    text.setWrap(true);
    await settled();
    expect(await across()).toBe(false);
  });
});

describe("scrolling", () => {
  /** Distance of a line from the top of what is scrolled; the space above the first is 5 pixels. */
  const topOf = (line: number, height: number) => 5 + line * height;

  for (const size of [10, 9.7]) {
    test(`to a line far down is exact, also with a font of ${size} points`, async () => {
      const { text, offset, inner, settled } = await shown({ text: lines(20000) });
      text.setFont("sans-serif", size);
      await settled();
      const height = await inner.evaluate((each) => (each.scrollHeight - 10) / 20000);
      text.scrollToLineno(15000, "top");
      await settled();
      const [, top = 0] = await offset();
      expect(Math.abs(top - (topOf(15000, height) - 5))).toBeLessThanOrEqual(1);
      text.scrollToLineno(15002);
      await settled();
      expect(await offset()).toEqual([0, top]);
      text.scrollToLineno(15100, "center");
      await settled();
      const view = await inner.evaluate((each) => each.clientHeight);
      const [, middle = 0] = await offset();
      expect(Math.abs(middle - (topOf(15100.5, height) - view / 2))).toBeLessThanOrEqual(1);
      text.scrollToLineno(99999);
      await settled();
      expect(
        await inner.evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop),
      ).toBeLessThan(1);
    });
  }

  test("to a line counts wrapped ones as they are shown", async () => {
    const many = Array.from({ length: 60 }, (_, i) => `${i} ${"word ".repeat(i)}`).join("\n");
    const { text, offset, page, inner, settled } = await shown({ text: many, wrap: true });
    text.scrollToLineno(40, "top");
    await settled();
    const [, top = 0] = await offset();
    // A press at the start of the first whole line puts the caret to the start of line 40.
    await page.mouse.click(9, 16);
    const caret = await inner.evaluate((each: HTMLTextAreaElement) => each.selectionStart);
    expect(caret).toBe(many.indexOf("\n40 ") + 1);
    expect(top).toBeGreaterThan(0);
    text.scrollToLineno(59, "nearest");
    await settled();
    const view = await inner.evaluate((each) => [each.scrollHeight, each.clientHeight, each.scrollTop]);
    expect(view[2]).toBeGreaterThan(top);
    expect(await page.locator(".pgw-text-copy").count()).toBe(0);
  });

  test("by the user is told in shares, by the program it is not, and it survives a reload", async () => {
    const { text, scrolled, offset, inner, page, settled, reload } = await shown({ text: lines(100) });
    text.setScrollPosition(0, 0.5);
    await settled();
    const range = await inner.evaluate((each) => each.scrollHeight - each.clientHeight);
    expect(Math.abs(((await offset())[1] ?? 0) - range / 2)).toBeLessThanOrEqual(1);
    await settled();
    expect(scrolled).toEqual([]);
    await inner.hover();
    await page.mouse.wheel(0, 99999);
    await expect.poll(() => scrolled.at(-1)).toEqual([0, 1]);
    expect(text.getScrollPosition()).toEqual([0, 1]);
    scrolled.length = 0;
    await reload();
    await expect.poll(async () => (await offset())[1]).toBeCloseTo(range, 0);
    await settled();
    expect(scrolled).toEqual([]);
  });

  test("in a page that is hidden waits until it is shown", async () => {
    const { made, at, settled } = await show((W) => {
      const stack = W.StackWidget();
      const other = W.Label("other");
      const text = W.TextArea(lines(200));
      stack.addWidget(other);
      stack.addWidget(text as Widget);
      mount(W, stack);
      return { stack, text };
    });
    made.text.scrollToEnd();
    await settled();
    made.stack.setIndex(1);
    await settled();
    const inner = at(made.text).locator("textarea");
    expect(await inner.evaluate((each) => each.scrollTop)).toBeGreaterThan(100);
  });
});

test("focus, disabled, name, font and colours reach the inner area, and stay after a reload", async () => {
  const { text, modified, inner, at, page, settled, reload } = await shown({ text: lines(60) });
  text.setFocus();
  await settled();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("x");
  await settled();
  expect(modified).toEqual([`x${lines(60)}`]);
  text.setFont("monospace", 12, "bold");
  text.setBg("rgb(255, 250, 200)");
  text.setBorderWidth(3);
  text.setPadding(20);
  text.setTooltip("Log");
  text.setEnabled(false);
  await settled();
  const look = async () => [
    await inner.evaluate((each) => {
      const { fontSize, fontWeight, paddingTop } = getComputedStyle(each);
      return [fontSize, fontWeight, paddingTop];
    }),
    await at(text).evaluate((each) => {
      const { backgroundColor, borderTopWidth } = getComputedStyle(each);
      return [backgroundColor, borderTopWidth];
    }),
  ];
  const expected = [
    ["16px", "700", "20px"],
    ["rgb(255, 250, 200)", "3px"],
  ];
  expect(await look()).toEqual(expected);
  expect(await inner.isDisabled()).toBe(true);
  await page.mouse.move(100, 100);
  await page.mouse.wheel(0, 200);
  await settled();
  expect(await inner.evaluate((each) => each.scrollTop)).toBe(0);
  await reload();
  expect(await look()).toEqual(expected);
  expect(await inner.isDisabled()).toBe(true);
  expect(await inner.inputValue()).toBe(`x${lines(60)}`);
  expect(await page.getByRole("textbox", { name: "Log" }).count()).toBe(1);
});
