/**
 * What an input method composes arrives whole: in every widget that takes text, as one change, never in pieces.
 */
import type { TreeView, Widget, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shownClasses, specimens } from "../a11y/specimens.js";
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

/** Composes a text in what has the focus, then enters another in its place. */
async function compose(page: Page, settled: () => Promise<void>, pieces: string[], text: string) {
  const cdp = await page.context().newCDPSession(page);
  for (const piece of pieces) {
    await cdp.send("Input.imeSetComposition", {
      text: piece,
      selectionStart: piece.length,
      selectionEnd: piece.length,
    });
  }
  await settled();
  return () => cdp.send("Input.insertText", { text });
}

test("the digits of a ColorWidget", async () => {
  const { page, made, settled } = await show((W: Widgets) => {
    const chooser = W.ColorWidget({ color: "#000000" });
    const heard: string[] = [];
    chooser.on("pick", (color) => heard.push(color));
    mount(W, chooser);
    return { chooser, heard };
  });
  const field = page.getByRole("textbox").first();
  await field.click();
  await field.press("Control+a");
  const enter = await compose(page, settled, ["1", "12", "1203"], "120304");
  expect(made.heard).toEqual([]);
  await enter();
  await field.press("Enter");
  await expect.poll(() => made.heard.at(-1)).toBe("#120304");
});

test("what is searched for in a TextSource", async () => {
  const { page, made, at, settled } = await show((W: Widgets) => {
    const editor = W.TextSource({ text: "日本 に ほん", size: [500, 200] });
    mount(W, editor);
    return editor;
  });
  await at(made).locator("[contenteditable=true]").click();
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "Find" });
  await field.focus();
  const enter = await compose(page, settled, ["に", "にほ"], "日本");
  await enter();
  await expect.poll(() => field.inputValue()).toBe("日本");
  expect(made.getText()).toBe("日本 に ほん");
});

const cells = {
  TreeView: (W: Widgets) => {
    const view = W.TreeView({ columns: [{ label: "Name", key: "name", editable: true }], cellCursor: true });
    view.setTree({ one: { name: "Anna" } });
    return view;
  },
  TableView: (W: Widgets) => {
    const view = W.TableView({ columns: [{ label: "Name", key: "name", editable: true }], cellCursor: true });
    view.setData([{ name: "Anna" }]);
    return view;
  },
};

test.each(["TreeView", "TableView"] as const)("the editor in a cell of %s", async (kind) => {
  const { page, made, settled } = await show((W: Widgets) => {
    const view = cells[kind](W) as TreeView;
    const heard: unknown[][] = [];
    view.on("cell_edited", (...args) => heard.push(args));
    mount(W, view);
    return { view, heard };
  });
  await page.getByRole("gridcell").first().dblclick();
  await page.locator(".pgw-cell-editor").waitFor();
  await page.keyboard.press("Control+a");
  const enter = await compose(page, settled, ["に", "にほん"], "日本");
  expect(made.heard).toEqual([]);
  await enter();
  await page.keyboard.press("Enter");
  await expect.poll(() => made.heard.map((args) => args.slice(1))).toEqual([["name", "Anna", "日本"]]);
});

/** Classes with a field that characters can be typed into; ColorDialog holds a ColorWidget's. */
const typedInto = [
  "ColorDialog",
  "ColorWidget",
  "ComboBox",
  "SpinBox",
  "TextArea",
  "TextEntry",
  "TextEntrySet",
  "TextSource",
];

test("there is no other widget that takes text", async () => {
  const { page } = await show((W: Widgets) => {
    for (const name of shownClasses) specimens[name]?.(W);
    W.ComboBox({ editable: true });
  });
  const found = await page.evaluate(() => {
    const apart = ["checkbox", "radio", "range", "file", "button", "color"];
    const fields = [...document.querySelectorAll("input, textarea, [contenteditable=true]")].filter(
      (each) => !(each instanceof HTMLInputElement && apart.includes(each.type)),
    );
    return fields.map((each) => each.closest("[data-wid]")?.className ?? "");
  });
  const classes = shownClasses.filter((name) => {
    const css = `pgw-${name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase()}`;
    return found.some((each) => each.split(" ").includes(css));
  });
  expect(classes.filter((name) => !typedInto.includes(name))).toEqual([]);
  expect(classes.length).toBeGreaterThan(5);
});
