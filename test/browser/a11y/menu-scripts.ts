/**
 * The keys of menus and tool bars, and of what has a menu.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import { expect } from "vitest";
import { gone } from "../gone.js";
import { focusOn, type Script, script } from "./keyboard.js";
import { placed } from "./specimens.js";

/** A menu with lines, a submenu and one that is locked. */
function menuOf(W: Widgets, chosen: string[]): ReturnType<Widgets["Menu"]> {
  const menu = W.Menu();
  for (const name of ["New", "Open"]) menu.addName(name).on("activated", () => chosen.push(name));
  const recent = menu.addMenu("Recent");
  for (const name of ["one.dat", "two.dat"]) recent.addName(name).on("activated", () => chosen.push(name));
  menu.addName("Save").on("activated", () => chosen.push("Save"));
  return menu;
}

/** What an interactive widget reports, and the menu of a label. */
function label(
  make: (W: Widgets, menu: ReturnType<Widgets["Menu"]> | null) => Widget,
  hasMenu: boolean,
): Script {
  return script(
    (W) => {
      const keys: string[] = [];
      const plain = make(W, null) as ReturnType<Widgets["Label"]>;
      plain.on("key-down", (event) => void keys.push(event.key));
      const withMenu = hasMenu ? make(W, menuOf(W, [])) : W.Label("-");
      placed(W, plain, withMenu);
      return { plain, withMenu, keys };
    },
    ({ made, page, focus }) => ({
      Text: {
        before: async () => {
          made.keys.length = 0;
          await focus(made.plain);
        },
        after: () => expect.poll(() => made.keys).toEqual(["x"]),
      },
      "Space or Enter or ArrowDown": {
        before: () => focus(made.withMenu),
        after: async () => {
          await page.getByRole("menu").waitFor();
          await page.keyboard.press("Escape");
          await gone(page.getByRole("menu"));
        },
      },
    }),
  );
}

export const menuScripts: Readonly<Record<string, Script>> = {
  MenuBar: script(
    (W) => {
      const bar = W.MenuBar();
      for (const name of ["File", "Edit", "View"]) {
        const menu = bar.addName(name);
        menu.addName(`${name} first`);
        menu.addName(`${name} last`);
      }
      const button = W.Button("Elsewhere");
      placed(W, bar, button);
      return { bar, button };
    },
    (stage) => {
      const { made, page, focus } = stage;
      const elsewhere = async () => {
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await focus(made.button);
      };
      const on =
        (...keys: readonly string[]) =>
        async () => {
          await elsewhere();
          await page.keyboard.press("F10");
          for (const key of keys) await page.keyboard.press(key);
          await stage.settled();
        };
      return {
        F10: { before: elsewhere, after: focusOn(stage, "File") },
        ArrowRight: { before: on(), after: focusOn(stage, "Edit") },
        ArrowLeft: { before: on(), after: focusOn(stage, "View") },
        Home: { before: on("End"), after: focusOn(stage, "File") },
        End: { before: on(), after: focusOn(stage, "View") },
        ArrowDown: { before: on("End"), after: focusOn(stage, "View first") },
        "Enter or Space": { before: on("End"), after: focusOn(stage, "View first") },
        ArrowUp: { before: on("End"), after: focusOn(stage, "View last") },
        Escape: { before: on(), after: focusOn(stage, "Elsewhere") },
        Text: { before: on(), after: focusOn(stage, "Edit"), text: "e" },
      };
    },
  ),
  Menu: script(
    (W) => {
      const chosen: string[] = [];
      const bar = W.MenuBar();
      const menu = menuOf(W, chosen);
      bar.addMenu(menu, "File");
      bar.addName("View").addName("Grid");
      const button = W.Button("Elsewhere");
      placed(W, bar, button);
      return { button, chosen };
    },
    (stage) => {
      const { made, page, focus } = stage;
      const open =
        (...keys: readonly string[]) =>
        async () => {
          for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
          made.chosen.length = 0;
          await focus(made.button);
          for (const key of ["F10", "ArrowDown", ...keys]) await page.keyboard.press(key);
          await stage.settled();
        };
      const closes = async () => {
        await gone(page.getByRole("menu"));
      };
      return {
        ArrowDown: { before: open(), after: focusOn(stage, "Open") },
        ArrowUp: { before: open(), after: focusOn(stage, "Save") },
        "Home or PageUp": { before: open("ArrowUp"), after: focusOn(stage, "New") },
        "End or PageDown": { before: open(), after: focusOn(stage, "Save") },
        ArrowRight: { before: open("ArrowDown", "ArrowDown"), after: focusOn(stage, "one.dat") },
        ArrowLeft: { before: open("ArrowDown", "ArrowDown", "ArrowRight"), after: focusOn(stage, "Recent") },
        "Enter or Space": {
          before: open("ArrowDown"),
          after: () => expect.poll(() => made.chosen).toEqual(["Open"]),
        },
        Escape: { before: open("ArrowDown", "ArrowDown", "ArrowRight"), after: focusOn(stage, "Recent") },
        "Tab or F10": { before: open(), after: closes },
        Text: { before: open(), after: focusOn(stage, "Save"), text: "s" },
      };
    },
  ),
  ToolBar: script(
    (W) => {
      const bar = W.ToolBar();
      for (const name of ["Cut", "Copy", "Paste"]) bar.addAction(name);
      placed(W, bar);
      return bar;
    },
    (stage) => {
      const on = (name: string) => () => stage.page.getByRole("button", { name, exact: true }).focus();
      return {
        ArrowRight: { before: on("Cut"), after: focusOn(stage, "Copy") },
        ArrowLeft: { before: on("Paste"), after: focusOn(stage, "Copy") },
        Home: { before: on("Paste"), after: focusOn(stage, "Cut") },
        End: { before: on("Cut"), after: focusOn(stage, "Paste") },
      };
    },
  ),
  ToolBarAction: script(
    (W) => {
      const bar = W.ToolBar();
      const count = { of: 0 };
      const cut = bar.addAction("Cut");
      cut.on("activated", () => {
        count.of++;
      });
      const more = W.ToolBarAction({ text: "More", menu: menuOf(W, []) });
      bar.addWidget(more);
      placed(W, bar);
      return { cut, more, count };
    },
    ({ made, page, focus }) => ({
      "Space or Enter": {
        before: async () => {
          made.count.of = 0;
          await focus(made.cut);
        },
        after: () => expect.poll(() => made.count.of).toBe(1),
      },
      ArrowDown: {
        before: () => focus(made.more),
        after: async () => {
          await page.getByRole("menu").waitFor();
          await page.keyboard.press("Escape");
          await gone(page.getByRole("menu"));
        },
      },
    }),
  ),
  Label: label((W, menu) => W.Label("Text", { interactive: true, ...(menu === null ? {} : { menu }) }), true),
  StatusBar: label((W, menu) => W.StatusBar({ interactive: true, ...(menu === null ? {} : { menu }) }), true),
  Canvas: label((W) => W.Canvas({ interactive: true, size: [60, 40], tooltip: "Drawing" }), false),
  Image: label((W) => W.Image({ interactive: true, size: [60, 40], tooltip: "Picture" }), false),
};
