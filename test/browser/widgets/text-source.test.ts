import type { TextSource, Widget, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, type Shown, useInterface } from "../support.js";

const show = useInterface();

type Options = Exclude<Parameters<Widgets["TextSource"]>[0], string | null | undefined>;

/** A window filled by an editor, with what it fires. */
function editor(options: Options = {}) {
  return (W: Widgets) => {
    const heard: string[] = [];
    const source = W.TextSource(options);
    source.on("changed", () => heard.push(`changed ${source.getLength()}`));
    const box = W.VBox();
    box.addWidget(source as Widget, 1);
    mount(W, box);
    return { source, heard };
  };
}

type Made = ReturnType<ReturnType<typeof editor>>;

function content({ at, made }: Pick<Shown<Made>, "at" | "made">) {
  return at(made.source).locator(".cm-content");
}

/** The lines that the page shows. */
function lines(shown: Pick<Shown<Made>, "at" | "made">): Promise<string[]> {
  return shown.at(shown.made.source).locator(".cm-line").allTextContents();
}

function caret(source: TextSource): [number, number] {
  const range = source.getSelectionRange();
  const focus = source.getTextCursor().getOffset();
  if (range === null) return [focus, focus];
  const [start, end] = range.map((each) => each.getOffset()) as [number, number];
  return start === focus ? [end, start] : [start, end];
}

describe("typing", () => {
  test("what is typed is in the program's text before any handler runs, each key a step to undo", async () => {
    const shown = await show(editor({ text: "one\ntwo\n" }));
    const { made, page, settled } = shown;
    await content(shown).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    await page.keyboard.type(" more");
    await page.keyboard.press("Enter");
    await page.keyboard.type("x");
    await page.keyboard.press("Backspace");
    await settled();
    expect(made.source.getText()).toBe("one more\n\ntwo\n");
    // Keys that were pressed while a message was under way come together: once for each, after all of them.
    expect(made.heard.length).toBe(8);
    expect(made.heard.at(-1)).toBe("changed 14");
    expect(await lines(shown)).toEqual(["one more", "", "two", ""]);
    expect(caret(made.source)).toEqual([9, 9]);
    expect(made.source.getModified()).toBe(true);
    for (const expected of ["one more\nx\ntwo\n", "one more\n\ntwo\n", "one more\ntwo\n"]) {
      await page.keyboard.press("Control+z");
      await settled();
      expect(made.source.getText()).toBe(expected);
    }
    await page.keyboard.press("Control+Shift+KeyZ");
    await page.keyboard.press("Control+y");
    await settled();
    expect(made.source.getText()).toBe("one more\nx\ntwo\n");
    expect((await lines(shown)).join("\n")).toBe(made.source.getText());
    await page.keyboard.type("!");
    await settled();
    expect(made.source.getText()).toBe("one more\nx!\ntwo\n");
  });

  test("many keys at once come in one order, with characters beyond the basic plane", async () => {
    const shown = await show(editor());
    const { made, page, settled } = shown;
    await content(shown).click();
    const text = "The quick 🦊 jumps over the lazy 🐶.\n".repeat(8);
    await page.keyboard.type(text);
    await settled();
    expect(made.source.getText()).toBe(text);
    await page.keyboard.press("Control+End");
    for (let i = 0; i < 3; i++) await page.keyboard.press("Backspace");
    await settled();
    expect(made.source.getText()).toBe(text.slice(0, -4));
  });

  test("paste brings plain text with line feeds; cut and copy take it", async () => {
    const shown = await show(editor({ text: "start" }), {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { made, page, settled } = shown;
    await content(shown).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+x");
    await settled();
    expect(made.source.getText()).toBe("");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("start");
    await page.evaluate(`navigator.clipboard.writeText("a\\tb\\r\\nc")`);
    await page.keyboard.press("Control+v");
    await settled();
    expect(made.source.getText()).toBe("a\tb\nc");
    expect(made.heard).toEqual(["changed 0", "changed 5"]);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Control+c");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("c");
  });

  test("a composition of an input method is one edit and one step, with server edits in the middle", async () => {
    const shown = await show(editor({ text: "ab\nend" }));
    const { made, page, settled } = shown;
    await content(shown).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await settled();
    const input = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await compose("に");
    await compose("にほ");
    await settled();
    expect(made.heard).toEqual([]);
    made.source.insertText(made.source.getRefEnd(), "!");
    await settled();
    await compose("にほん");
    await input.send("Input.insertText", { text: "日本" });
    await expect.poll(() => made.source.getText()).toBe("a日本b\nend!");
    await settled();
    expect(made.heard).toEqual(["changed 7", "changed 9"]);
    expect(await lines(shown)).toEqual(["a日本b", "end!"]);
    expect(caret(made.source)).toEqual([3, 3]);
    await page.keyboard.press("Control+z");
    await settled();
    expect(made.source.getText()).toBe("ab\nend!");
  });

  test("Tab moves the focus; Ctrl+M makes it indent, and Escape then Tab leaves", async () => {
    const shown = await show((W) => {
      const made = editor({ text: "a\nb\nc" })(W);
      return made;
    });
    const { made, page, settled } = shown;
    const isFocused = () => content(shown).evaluate((e) => e === e.ownerDocument.activeElement);
    await content(shown).click();
    expect(await isFocused()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await isFocused()).toBe(false);
    await content(shown).focus();
    await page.keyboard.press("Control+m");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Tab");
    await settled();
    expect(made.source.getText()).toBe("\t\ta\n\tb\nc");
    await page.keyboard.press("Shift+Tab");
    await settled();
    expect(made.source.getText()).toBe("\ta\nb\nc");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await isFocused()).toBe(false);
    await settled();
    expect(made.source.getText()).toBe("\ta\nb\nc");
  });

  test("text that cannot be edited is selected and copied, and not changed", async () => {
    const shown = await show(editor({ text: "fixed", editable: false }), {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const { made, page, settled } = shown;
    await content(shown).click();
    await page.keyboard.type("no");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+x");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Control+z");
    await settled();
    expect(made.source.getText()).toBe("fixed");
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("fixed");
    expect(caret(made.source)).toEqual([0, 5]);
    expect(await content(shown).getAttribute("aria-readonly")).toBe("true");
    made.source.setEditable(true);
    await settled();
    await page.keyboard.type("ok");
    await settled();
    expect(made.source.getText()).toBe("ok");
    made.source.setEnabled(false);
    await settled();
    await content(shown).click({ force: true });
    await page.keyboard.type("no");
    await settled();
    expect(made.source.getText()).toBe("ok");
    expect(await content(shown).getAttribute("contenteditable")).toBe("false");
  });
});

describe("the program", () => {
  test("edits, caret, selection, tags and icons are shown, and survive a reload", async () => {
    const shown = await show(
      editor({ text: "alpha beta\ngamma\ndelta", lineNumbers: true, iconGutter: true }),
    );
    const { made, at, settled, reload, page } = shown;
    const { source } = made;
    const dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";
    source.createTag("red", { foreground: "rgb(200, 0, 0)", bold: true });
    source.createTag("mark", { background: "rgb(255, 255, 0)", underline: true, bold: false });
    source.applyTag("red", source.createRef(0), source.createRef(10));
    source.applyTag("mark", source.createRef(6), source.createRef(16));
    source.setIcon(source.createRef(11), dot);
    source.insertText(source.createRef(0), ">> ", ["mark"]);
    source.setSelectionRange(source.createRef(8), source.createRef(3));
    const check = async () => {
      await settled();
      expect(await lines(shown)).toEqual([">> alpha beta", "gamma", "delta"]);
      const spans = await at(source)
        .locator(".cm-line span")
        .evaluateAll((found) =>
          found.map((span) => {
            const style = span.ownerDocument.defaultView?.getComputedStyle(span);
            return [
              span.textContent,
              style?.color === "rgb(200, 0, 0)",
              style?.backgroundColor === "rgb(255, 255, 0)",
              style?.fontWeight,
              style?.textDecorationLine,
            ];
          }),
        );
      expect(spans).toEqual([
        [">> ", false, true, "400", "underline"],
        ["alpha ", true, false, "700", "none"],
        ["beta", true, true, "400", "underline"],
        ["gamma", false, true, "400", "underline"],
      ]);
      const icons = await at(source).locator(".pgw-source-icons .cm-gutterElement").all();
      const withIcon = await Promise.all(icons.map((icon) => icon.locator("img").count()));
      expect(withIcon.filter((count) => count > 0)).toEqual([1]);
      const picture = await at(source).locator(".pgw-source-icons img").boundingBox();
      const line = await at(source).locator(".cm-line").nth(1).boundingBox();
      expect(Math.abs((picture?.y ?? 0) - (line?.y ?? -99))).toBeLessThan(3);
      const numbers = await at(source).locator(".cm-lineNumbers .cm-gutterElement").allTextContents();
      expect(numbers.slice(1)).toEqual(["1", "2", "3"]);
      expect(caret(source)).toEqual([8, 3]);
    };
    await check();
    await reload();
    await check();
    await content(shown).focus();
    // The editor takes the focus in a moment of its own.
    await expect.poll(() => page.evaluate("getSelection().toString()")).toBe("alpha");
    expect(caret(source)).toEqual([8, 3]);
    // Tags and icons move along with what the user types.
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Home");
    await page.keyboard.type("12\n");
    await settled();
    expect(source.getTagRegions("red").map((pair) => pair.map((ref) => ref.getOffset()))).toEqual([[6, 16]]);
    const spans = await at(source).locator(".cm-line span").allTextContents();
    expect(spans).toEqual([">> ", "alpha ", "beta", "gamma"]);
    source.removeTagDef("red");
    source.removeTag("mark", source.createRef(0), source.createRef(8));
    source.clearIcons();
    await settled();
    expect(await at(source).locator(".cm-line span").allTextContents()).toEqual(["beta", "gamma"]);
    expect(await at(source).locator(".pgw-source-icons img").count()).toBe(0);
    source.setText("other");
    await settled();
    expect(await lines(shown)).toEqual(["other"]);
    expect(await at(source).locator(".cm-line span").count()).toBe(0);
  });

  test("replaces while the user types, and both end with the same text", async () => {
    const shown = await show(editor({ text: "one two one two\n".repeat(20) }));
    const { made, page, settled } = shown;
    await content(shown).click();
    await page.keyboard.press("Control+Home");
    const typing = page.keyboard.type("The user writes on and on here. ", { delay: 8 });
    let round = 0;
    const timer = setInterval(() => {
      made.source.replace(round % 2 === 0 ? "one" : "1", round % 2 === 0 ? "1" : "one", { all: true });
      made.source.insertText(made.source.getRefEnd(), `${round++}\n`);
    }, 13);
    await typing;
    clearInterval(timer);
    await settled();
    const text = made.source.getText();
    // Only what is in view is in the page.
    expect(text).toContain((await lines(shown)).join("\n"));
    // The program's edits take the caret along, so only the number of the letters that nobody else writes is known.
    const own = (from: string) => [...from].filter((letter) => "Thusrida.".includes(letter)).sort();
    expect(own(text)).toEqual(own("The user writes on and on here. "));
    await shown.reload();
    await expect.poll(async () => (await lines(shown)).length).toBeGreaterThan(10);
    expect(text).toContain((await lines(shown)).join("\n"));
  });

  test("the number of a line, the icon gutter and a resting pointer are told", async () => {
    const told: unknown[][] = [];
    const shown = await show((W) => {
      const made = editor({ text: "first\n  second\nthird", lineNumbers: true, iconGutter: true })(W);
      made.source.on("line_clicked", (line) => told.push(["line", line]));
      made.source.on("icon_clicked", (line, ref) => told.push(["icon", line, ref?.getOffset() ?? null]));
      made.source.on("tooltip", (line, col, text, x, y) => {
        told.push(["tooltip", line, col, text]);
        made.source.showTooltip(`On ${text.trim()}`, x, y);
      });
      made.source.setTooltipsEnabled(true);
      return made;
    });
    const { made, at, page, settled } = shown;
    const dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";
    made.source.setIcon(made.source.createRef(8), dot);
    await settled();
    await content(shown).click();
    await at(made.source).locator(".cm-lineNumbers .cm-gutterElement").nth(3).click();
    const row = await at(made.source).locator(".cm-line").nth(1).boundingBox();
    const gutter = await at(made.source).locator(".pgw-source-icons").boundingBox();
    if (row === null || gutter === null) throw new Error("It is not displayed.");
    await page.mouse.click(gutter.x + 8, row.y + 8);
    await page.mouse.click(gutter.x + 8, row.y + 8 + row.height);
    await settled();
    expect(told).toEqual([
      ["line", 2],
      ["icon", 1, 8],
      ["icon", 2, null],
    ]);
    expect(await content(shown).evaluate((e) => e === e.ownerDocument.activeElement)).toBe(true);
    told.length = 0;
    await page.mouse.move(row.x + 8, row.y + 6);
    await page.locator(".pgw-source-tooltip").waitFor();
    expect(await page.locator(".pgw-source-tooltip").textContent()).toBe("On second");
    expect(told.map(([kind, line, , text]) => [kind, line, text])).toEqual([["tooltip", 1, "  second"]]);
    await page.mouse.move(row.x + 12, row.y + 6);
    await expect.poll(() => page.locator(".pgw-source-tooltip").count()).toBe(0);
    await page.locator(".pgw-source-tooltip").waitFor();
    made.source.setTooltipsEnabled(false);
    await settled();
    expect(await page.locator(".pgw-source-tooltip").count()).toBe(0);
  });

  test("an attribute that a later tag has as null is none", async () => {
    const shown = await show(editor({ text: "plain colour none" }));
    const { source } = shown.made;
    const ref = (at: number) => source.createRef(at);
    source.createTag("red", { foreground: "rgb(200, 0, 0)", bold: true });
    source.createTag("none", { foreground: null });
    source.applyTag("red", ref(6), ref(17));
    source.applyTag("none", ref(13), ref(17));
    await shown.settled();
    const styles = () =>
      shown
        .at(source)
        .locator(".cm-line span")
        .evaluateAll((all) => all.map((each) => each.getAttribute("style")));
    const expected = ["color: rgb(200, 0, 0); font-weight: bold;", "font-weight: bold;"];
    expect(await styles()).toEqual(expected);
    await shown.reload();
    await expect.poll(styles).toEqual(expected);
  });

  test("font, wrapping, caret and gutters are those that were set", async () => {
    const long = "word ".repeat(80);
    const shown = await show(editor({ text: `${long}\nx`, fontFamily: "serif", fontSize: 20 }));
    const { made, at, settled, page } = shown;
    const style = (name: string) =>
      content(shown).evaluate(
        (e, property) => e.ownerDocument.defaultView?.getComputedStyle(e).getPropertyValue(property),
        name,
      );
    expect([await style("font-family"), await style("font-size")]).toEqual(["serif", "20px"]);
    const height = async () => (await at(made.source).locator(".cm-line").first().boundingBox())?.height ?? 0;
    expect(await height()).toBe(28);
    made.source.setWrap("word");
    await settled();
    expect(await height()).toBeGreaterThan(56);
    made.source.setWrap("hard");
    await settled();
    expect(await style("word-break")).toBe("break-all");
    made.source.setWrap("none");
    made.source.setFont(null, 10);
    made.source.setLineNumbers(true);
    made.source.setIconGutter(true);
    made.source.setCursorStyle("block", "rgb(0, 128, 0)");
    await settled();
    expect([await style("font-family"), await style("font-size"), await height()]).toEqual([
      "serif",
      "10px",
      14,
    ]);
    expect(await at(made.source).locator(".cm-gutter").count()).toBe(2);
    await content(shown).click();
    const box = at(made.source).locator(".pgw-source-caret");
    await expect
      .poll(() => box.evaluate((e) => e.ownerDocument.defaultView?.getComputedStyle(e).backgroundColor))
      .toBe("rgb(0, 128, 0)");
    const before = await box.boundingBox();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await settled();
    expect((await box.boundingBox())?.x).not.toBe(before?.x);
    made.source.setCursorStyle("line", null);
    await settled();
    expect(await box.count()).toBe(0);
  });
});

describe("the rest", () => {
  test("finds and replaces for its user too, and says what it is", async () => {
    const shown = await show(editor({ text: "one two one\nTwo one" }));
    const { made, page, settled } = shown;
    const box = page.getByRole("textbox", { name: "Text editor" });
    await box.click();
    expect(await box.getAttribute("aria-multiline")).toBe("true");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("one");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.source.hasSelection()).toBe(true);
    await page.getByPlaceholder("Replace with").fill("1");
    await page.getByRole("button", { name: "Replace all" }).click();
    await page.keyboard.press("Escape");
    await settled();
    expect(made.source.getText()).toBe("1 two 1\nTwo 1");
    expect(await page.getByPlaceholder("Find").count()).toBe(0);
    // All of it was one step.
    await page.keyboard.press("Control+z");
    await settled();
    expect(made.source.getText()).toBe("one two one\nTwo one");
    made.source.setTooltip("Program");
    await settled();
    await page.getByRole("textbox", { name: "Program" }).waitFor();
  });

  test("keeps its place while it is hidden, and leaves nothing behind", async () => {
    const shown = await show(editor({ text: Array.from({ length: 500 }, (_, i) => `${i}`).join("\n") }));
    const { made, at, page, settled } = shown;
    await settled();
    await content(shown).hover();
    await page.mouse.wheel(0, 3640);
    const visible = async () => (await lines(shown)).includes("205");
    await expect.poll(visible).toBe(true);
    made.source.hide();
    await settled();
    made.source.show();
    await settled();
    await settled();
    expect(await visible()).toBe(true);
    expect(
      await at(made.source)
        .locator(".cm-scroller")
        .evaluate((e) => e.scrollTop),
    ).toBeGreaterThan(3000);
    // Called while it cannot be seen: it is done once it can.
    made.source.hide();
    made.source.scrollToLineno(400, "top");
    await settled();
    made.source.show();
    await settled();
    await expect.poll(async () => (await lines(shown)).includes("405")).toBe(true);
    made.source.setTooltipsEnabled(true);
    made.source.showTooltip("still here", 10, 10);
    await page.locator(".pgw-source-tooltip").waitFor();
    made.source.destroy();
    await settled();
    expect(await page.locator(".pgw-source-tooltip, .cm-editor").count()).toBe(0);
  });

  test("in a page from right to left code is still written from left to right", async () => {
    const shown = await show(editor({ text: "if (a) {", lineNumbers: true }), { dir: "rtl" });
    const { made, page, settled } = shown;
    await content(shown).click();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("!");
    await settled();
    expect(made.source.getText()).toBe("i!f (a) {");
    const numbers = await shown.at(made.source).locator(".cm-lineNumbers").boundingBox();
    expect(numbers?.x).toBeLessThan(20);
  });
});

describe("a long text", () => {
  const hundredThousand = Array.from({ length: 100_000 }, (_, i) => `line ${i} of a long text`).join("\n");

  test("100,000 lines are shown, scrolled, tagged and edited; only those in view are in the page", async () => {
    const scrolls: [number, number][] = [];
    const shown = await show((W) => {
      const made = editor({ lineNumbers: true })(W);
      made.source.on("scrolled", (h, v) => scrolls.push([h, v]));
      made.source.setText(hundredThousand);
      made.source.createTag("t", { bold: true });
      for (let line = 0; line < 100_000; line += 10) {
        const start = made.source.getRefLineStart(line);
        made.source.applyTag("t", start, made.source.createRef(start.getOffset() + 4));
      }
      return made;
    });
    const { made, at, settled, page, reload } = shown;
    await content(shown).getByText("line 0 of a long text").waitFor();
    const visible = async () => (await lines(shown)).map((line) => Number(line.split(" ")[1]));
    expect((await visible()).length).toBeLessThan(300);
    expect(await at(made.source).locator(".cm-line span").first().textContent()).toBe("line");
    made.source.scrollToLineno(50_000, "top");
    await settled();
    const scroller = at(made.source).locator(".cm-scroller");
    const frame = await scroller.boundingBox();
    const topOf = async (line: number) =>
      Math.round(
        ((await content(shown).getByText(`line ${line} of`).boundingBox())?.y ?? 9999) - (frame?.y ?? 0),
      );
    // The editor measures what it has not shown before, and puts the place right, in frames of its own.
    await expect.poll(async () => Math.abs(await topOf(50_000))).toBeLessThan(2);
    made.source.scrollToLineno(50_010, "nearest");
    await settled();
    expect(Math.abs(await topOf(50_000))).toBeLessThan(2);
    made.source.scrollToLineno(70_000, "center");
    const middle = (frame?.height ?? 0) / 2;
    await expect.poll(async () => Math.abs((await topOf(70_000)) - middle)).toBeLessThan(24);
    made.source.scrollToEnd();
    await expect.poll(visible).toContain(99_999);
    await settled();
    expect(scrolls).toEqual([]);
    made.source.setScrollPosition(0, 0.5);
    await expect.poll(visible).toContain(50_000);
    await settled();
    expect(scrolls).toEqual([]);
    await scroller.hover();
    await page.mouse.wheel(0, 18_200);
    await expect.poll(() => scrolls.length).toBeGreaterThan(0);
    await settled();
    const [, share = 0] = made.source.getScrollPosition();
    expect(share).toBeGreaterThan(0.5);
    await expect.poll(visible).toContain(Math.round(share * 100_000));
    await reload();
    await expect.poll(visible).toContain(Math.round(share * 100_000));
    await content(shown).click();
    await page.keyboard.type("typed in the middle");
    await settled();
    expect(made.source.getText().length).toBe(hundredThousand.length + 19);
  });
});
