/**
 * What the tests of combo boxes share: one with a button beside it, and its parts in the page.
 */
import type { Widgets } from "pgwidgets-ts/sync";
import type { Locator } from "playwright-core";
import { mount, type Shown } from "../support.js";

export const COLOURS = ["Red", "Green", "Blue", "Black"];

interface Place {
  /** Height of what stands above it. */
  readonly above?: number;
}

export function combo(
  options: Parameters<Widgets["ComboBox"]>[0] = {},
  items: readonly string[] = COLOURS,
  { above = 0 }: Place = {},
) {
  return (W: Widgets) => {
    const heard: unknown[][] = [];
    const box = W.ComboBox(options);
    for (const item of items) box.appendText(item);
    box.on("activated", (index, text) => heard.push([index, text]));
    box.on("modified", (text) => heard.push([text]));
    const column = W.VBox({ padding: 16, spacing: 8 });
    const spacer = W.Label("");
    spacer.resize(null, above);
    column.addWidget(spacer, 0);
    const line = W.HBox({ spacing: 8 });
    line.addWidget(box, 0);
    line.addWidget(W.Button("Elsewhere"), 0);
    column.addWidget(line, 0);
    mount(W, column);
    return { box, heard, column };
  };
}
type Made = ReturnType<ReturnType<typeof combo>>;

export function parts({ made, at, page }: Shown<Made>) {
  const field = at(made.box).getByRole("combobox");
  return {
    field,
    arrow: at(made.box).locator("button"),
    list: page.getByRole("listbox"),
    options: page.getByRole("option"),
    text: () => field.evaluate((each) => (each instanceof HTMLInputElement ? each.value : each.textContent)),
    /** Text of the option that the field names as active. */
    active: () =>
      field.evaluate((each) => {
        const id = each.getAttribute("aria-activedescendant");
        return id === null
          ? null
          : (document.getElementById(id)?.querySelector("span")?.textContent ?? "missing");
      }),
    expanded: async () => (await field.getAttribute("aria-expanded")) === "true",
  };
}

export async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((each) => each === document.activeElement);
}
