/**
 * What an input method composes arrives whole: in every widget that takes text, as one change, never in pieces.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import { expect, test } from "vitest";
import { mount, useInterface } from "../support.js";

const show = useInterface();

interface Field {
  readonly widget: Widget;
  /** What the program has of the text. */
  text(): string;
}

const fields: readonly (readonly [name: string, make: (W: Widgets) => Field])[] = [
  [
    "TextEntry",
    (W) => {
      const widget = W.TextEntry("");
      return { widget, text: () => widget.getText() };
    },
  ],
  [
    "TextEntrySet",
    (W) => {
      const widget = W.TextEntrySet("");
      return { widget, text: () => widget.getText() };
    },
  ],
  [
    "TextArea",
    (W) => {
      const widget = W.TextArea("");
      return { widget, text: () => widget.getText() };
    },
  ],
  [
    "TextSource",
    (W) => {
      const widget = W.TextSource({ text: "", size: [300, 100] });
      return { widget, text: () => widget.getText() };
    },
  ],
  [
    "ComboBox",
    (W) => {
      const widget = W.ComboBox({ editable: true });
      return { widget, text: () => widget.getText() };
    },
  ],
];

test.each(fields)("%s", async (name, make) => {
  const { page, at, made, settled } = await show((W: Widgets) => {
    const field = make(W);
    const texts: string[] = [];
    const action = name === "TextSource" ? "changed" : "modified";
    field.widget.on(action as "resize", () => texts.push(field.text()));
    mount(W, field.widget);
    return { ...field, texts };
  });
  const input = at(made.widget).locator("input, textarea, [contenteditable=true]");
  await input
    .or(at(made.widget).and(page.locator("input, textarea")))
    .first()
    .click();
  const cdp = await page.context().newCDPSession(page);
  for (const text of ["に", "にほ", "にほん"]) {
    await cdp.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await settled();
  expect(made.text()).toBe("");
  await cdp.send("Input.insertText", { text: "日本" });
  await expect.poll(() => made.text()).toBe("日本");
  await settled();
  expect(made.texts).toEqual(["日本"]);
});

test("SpinBox takes the digits of an input method as it takes others", async () => {
  const { page, made, settled } = await show((W: Widgets) => {
    const box = W.SpinBox({ min: 0, max: 1000, value: 5 });
    const heard: number[] = [];
    box.on("activated", (value) => heard.push(value));
    mount(W, box);
    return { box, heard };
  });
  const field = page.getByRole("spinbutton");
  await field.click();
  await field.press("Control+a");
  const cdp = await page.context().newCDPSession(page);
  for (const text of ["1", "12"]) {
    await cdp.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await settled();
  expect(made.heard).toEqual([]);
  await cdp.send("Input.insertText", { text: "123" });
  await field.press("Enter");
  await expect.poll(() => made.heard).toEqual([123]);
  expect(made.box.getValue()).toBe(123);
});

test("the editor in a cell of a tree", async () => {
  const { page, made, settled } = await show((W: Widgets) => {
    const view = W.TreeView({ columns: [{ label: "Name", key: "name", editable: true }], cellCursor: true });
    view.setTree({ one: { name: "Anna" } });
    const heard: unknown[][] = [];
    view.on("cell_edited", (...args) => heard.push(args));
    mount(W, view);
    return { view, heard };
  });
  await page.locator("[aria-busy]").waitFor({ state: "detached" });
  await page.getByRole("gridcell").first().dblclick();
  await page.locator(".pgw-cell-editor").waitFor();
  await page.keyboard.press("Control+a");
  const cdp = await page.context().newCDPSession(page);
  for (const text of ["に", "にほん"]) {
    await cdp.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await settled();
  expect(made.heard).toEqual([]);
  await cdp.send("Input.insertText", { text: "日本" });
  await page.keyboard.press("Enter");
  await expect.poll(() => made.heard).toEqual([[["one"], "name", "Anna", "日本"]]);
});
