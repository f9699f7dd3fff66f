import type { TextEntryNamed, Widget, Widgets } from "pgwidgets-ts/sync";
import { describe, expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

function entry(options: string | TextEntryNamed = {}) {
  return (W: Widgets) => {
    const heard: [string, string][] = [];
    const field = typeof options === "string" ? W.TextEntry(options) : W.TextEntry(options);
    field.on("activated", (text) => heard.push(["activated", text]));
    field.on("modified", (text) => heard.push(["modified", text]));
    const box = W.VBox({ padding: 16, spacing: 8 });
    const line = W.HBox();
    line.addWidget(field as Widget, 0);
    box.addWidget(line, 0);
    mount(W, box);
    const entered = () => heard.filter(([action]) => action === "activated").map(([, text]) => text);
    return { field, heard, entered };
  };
}

describe("typing", () => {
  test("modified has every text in order, activated comes with Enter and leaves the text", async () => {
    const { made, at, page, settled } = await show(entry());
    await at(made.field).click();
    await page.keyboard.type("hello world", { delay: 5 });
    await page.keyboard.press("Enter");
    await settled();
    expect(made.heard.at(-1)).toEqual(["activated", "hello world"]);
    expect(made.heard.at(-2)).toEqual(["modified", "hello world"]);
    const texts = made.heard.map(([, text]) => text);
    expect(texts.every((text, i) => text.startsWith(texts[i - 1] ?? ""))).toBe(true);
    expect(await at(made.field).inputValue()).toBe("hello world");
    expect(made.field.getText()).toBe("hello world");
  });

  test("goes on behind the text where the program gives the focus, over it after Tab", async () => {
    const { made, at, page, settled, reload } = await show(entry({ text: "one" }));
    made.field.setFocus();
    await settled();
    await page.keyboard.type(" two");
    await settled();
    expect(made.field.getText()).toBe("one two");
    await reload();
    await page.keyboard.press("Tab");
    expect(await at(made.field).evaluate((field) => document.activeElement === field)).toBe(true);
    await page.keyboard.type("three");
    await settled();
    expect(made.field.getText()).toBe("three");
    await reload();
    await at(made.field).click({ position: { x: 2, y: 8 } });
    await page.keyboard.type("one ");
    await settled();
    expect(made.field.getText()).toBe("one three");
  });

  test("deleting, pasting over a selection and leaving the field", async () => {
    const { made, at, page, settled } = await show(entry({ text: "one two" }));
    await at(made.field).dblclick();
    await page.keyboard.insertText("three");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Tab");
    await settled();
    expect(made.field.getText()).toMatch(/thre/);
    expect(made.heard.every(([action]) => action === "modified")).toBe(true);
    expect(await at(made.field).inputValue()).toBe(made.field.getText());
  });

  test("what the program sets fires nothing, and does not eat what is typed meanwhile", async () => {
    const { made, at, page, settled } = await show(entry({ text: "start" }));
    made.field.setText("<b>set</b>");
    await settled();
    expect(await at(made.field).inputValue()).toBe("<b>set</b>");
    made.field.clear();
    await settled();
    expect(await at(made.field).inputValue()).toBe("");
    expect(made.heard).toEqual([]);
    // A handler that brings each text back must not disturb the one who types.
    made.field.on("modified", (text) => made.field.setText(text));
    await at(made.field).click();
    const long = "The quick brown fox jumps over the lazy dog. ".repeat(2);
    await page.keyboard.type(long, { delay: 2 });
    await settled();
    expect(await at(made.field).inputValue()).toBe(long);
    expect(made.field.getText()).toBe(long);
  });

  test("clearing it in the handler of Enter", async () => {
    const { made, at, page, settled } = await show(entry());
    made.field.on("activated", () => made.field.clear());
    await at(made.field).click();
    for (const word of ["first", "second"]) {
      await page.keyboard.type(word);
      await page.keyboard.press("Enter");
      await settled();
      expect(await at(made.field).inputValue()).toBe("");
    }
    expect(made.entered()).toEqual(["first", "second"]);
    expect(made.field.getText()).toBe("");
  });
});

describe("input method", () => {
  test("a composition arrives whole, once, and its Enter enters nothing", async () => {
    const { made, at, page, settled } = await show(entry());
    await at(made.field).click();
    const input = await page.context().newCDPSession(page);
    for (const text of ["に", "にほ", "にほん"]) {
      await input.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await settled();
    expect(made.heard).toEqual([]);
    // While it is composed, nothing of the program gets in.
    made.field.setText("from the program");
    await settled();
    expect(await at(made.field).inputValue()).toBe("にほん");
    await at(made.field).dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    await input.send("Input.insertText", { text: "日本" });
    await settled();
    expect(made.heard).toEqual([["modified", "日本"]]);
    expect(await at(made.field).inputValue()).toBe("日本");
    expect(made.field.getText()).toBe("日本");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.entered()).toEqual(["日本"]);
  });

  test("a composition that is given up lets the program's text in", async () => {
    const { made, at, page, settled } = await show(entry({ text: "old" }));
    await at(made.field).click();
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
    made.field.setText("new");
    await settled();
    await input.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    await settled();
    expect(await at(made.field).inputValue()).toBe("new");
    expect(made.heard).toEqual([]);
  });
});

describe("history", () => {
  test("Up goes to older lines, Down back to what was typed; each step is told", async () => {
    const { made, at, page, settled } = await show(entry({ linehistory: 2 }));
    await at(made.field).click();
    for (const line of ["one", "two", "three", ""]) {
      await at(made.field).fill(line);
      await page.keyboard.press("Enter");
    }
    await at(made.field).fill("draft");
    await settled();
    made.heard.length = 0;
    for (const key of ["Up", "Up", "Up", "Down", "Down", "Down"]) {
      await page.keyboard.press(`Arrow${key}`);
      await settled();
    }
    expect(made.heard.map(([, text]) => text)).toEqual(["three", "two", "three", "draft"]);
    expect(made.field.getText()).toBe("draft");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("!");
    await page.keyboard.press("Enter");
    await settled();
    expect(made.entered().at(-1)).toBe("three!");
  });

  test("none with 0", async () => {
    const { made, at, page, settled } = await show(entry({ linehistory: 0 }));
    await at(made.field).click();
    await page.keyboard.type("x");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await settled();
    expect(await at(made.field).inputValue()).toBe("x");
    expect(made.heard.filter(([action]) => action === "modified")).toHaveLength(1);
  });
});

describe("options and look", () => {
  test("read-only takes focus and Enter, but no text", async () => {
    const { made, at, page, settled } = await show(entry({ text: "fixed", editable: false }));
    await at(made.field).click();
    await page.keyboard.type("abc");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await settled();
    expect(made.heard).toEqual([["activated", "fixed"]]);
    expect(await at(made.field).inputValue()).toBe("fixed");
  });

  test("a password is not shown, and works like any other text", async () => {
    const { made, at, page, settled, reload } = await show(entry({ password: true }));
    expect(await at(made.field).getAttribute("type")).toBe("password");
    await at(made.field).click();
    await page.keyboard.type("secret");
    await settled();
    await reload();
    expect(await at(made.field).getAttribute("type")).toBe("password");
    expect(await at(made.field).inputValue()).toBe("secret");
  });

  test("the width follows the text until set_length fixes it", async () => {
    const { made, at, page, settled, box } = await show(entry());
    const empty = await box(made.field);
    await at(made.field).click();
    await page.keyboard.type("a text that is longer than the field");
    await settled();
    const full = await box(made.field);
    expect(full[2]).toBeGreaterThan(empty[2] + 100);
    expect(await at(made.field).evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true);
    made.field.setLength(10);
    const fixed = await box(made.field);
    expect(fixed[2]).toBeLessThan(full[2]);
    made.field.setText("short");
    expect((await box(made.field))[2]).toBe(fixed[2]);
    made.field.setLength(20);
    expect((await box(made.field))[2]).toBeGreaterThan(fixed[2] * 1.5);
    expect(fixed[3]).toBe(28);
  });

  test("focus, disabled, font, colours, and the same after a reload", async () => {
    const { made, at, page, settled, reload } = await show(entry({ text: "abc" }));
    made.field.setFocus();
    await settled();
    await page.keyboard.press("End");
    await page.keyboard.type("d");
    made.field.setFont("monospace", 12, "bold");
    made.field.setBg("rgb(255, 250, 200)");
    made.field.setBorderWidth(3);
    made.field.setBorderColor("rgb(200, 0, 0)");
    made.field.setTooltip("Name");
    await settled();
    const look = () =>
      at(made.field).evaluate((each) => {
        const { fontSize, fontWeight, backgroundColor, borderTopWidth, borderTopColor } =
          getComputedStyle(each);
        return [fontSize, fontWeight, backgroundColor, borderTopWidth, borderTopColor];
      });
    const expected = ["16px", "700", "rgb(255, 250, 200)", "3px", "rgb(200, 0, 0)"];
    expect(await look()).toEqual(expected);
    made.field.setEnabled(false);
    await settled();
    await page.keyboard.type("x");
    expect(await at(made.field).isDisabled()).toBe(true);
    await reload();
    expect(await look()).toEqual(expected);
    expect(await at(made.field).inputValue()).toBe("abcd");
    expect(await at(made.field).isDisabled()).toBe(true);
    expect(await page.getByRole("textbox", { name: "Name" }).count()).toBe(1);
    expect(made.field.getText()).toBe("abcd");
  });

  test("a second page on the session follows, and types back", async () => {
    const { made, at, page, settled } = await show(entry());
    const other = await page.context().newPage();
    await other.goto(
      `${page.url().split("#")[0]}#session=${made.field.session.id}&token=${made.field.session.token}`,
    );
    const there = other.locator(`[data-wid="${made.field.wid}"]`);
    await there.waitFor();
    await at(made.field).click();
    await page.keyboard.type("here");
    await settled();
    await expect.poll(() => there.inputValue()).toBe("here");
    await there.click();
    await other.keyboard.press("End");
    await other.keyboard.type(" and there");
    await expect.poll(() => at(made.field).inputValue()).toBe("here and there");
  });
});
