/**
 * The keys of lists, menus, tabs, dividers, colours and windows.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { gone } from "../gone.js";
import { type Script, type Stage, type Step, script } from "./keyboard.js";
import { placed } from "./specimens.js";

const WORDS = [
  "Aarhus",
  "Bergen",
  "Cairo",
  "Dakar",
  "Essen",
  "Fes",
  "Genoa",
  "Hilo",
  "Izmir",
  "Jaffa",
  "Kyoto",
  "Lima",
];

/** The focus is on what has this text. */
function focusOn(stage: Stage<unknown>, text: string): () => Promise<void> {
  return () => expect.poll(() => stage.focused()).toContain(text);
}

/** A menu with lines, a submenu and one that is locked. */
function menuOf(W: Widgets, chosen: string[]): ReturnType<Widgets["Menu"]> {
  const menu = W.Menu();
  for (const name of ["New", "Open"]) menu.addName(name).on("activated", () => chosen.push(name));
  const recent = menu.addMenu("Recent");
  for (const name of ["one.dat", "two.dat"]) recent.addName(name).on("activated", () => chosen.push(name));
  menu.addName("Save").on("activated", () => chosen.push("Save"));
  return menu;
}

interface Counts {
  closed: number;
  pressed: number;
}
interface Made<W extends Widget = Widget> {
  readonly first: { readonly window: W; readonly field: Widget };
  readonly second: { readonly window: W; readonly field: Widget };
  readonly counts: Counts;
}

/** The keys of a window beside another one, and those that its class adds. */
function windows<T extends Widget>(
  build: (W: Widgets, title: string, counts: Counts) => { window: T; field: Widget },
  more: (stage: Stage<Made<T>>) => Readonly<Record<string, Step>> = () => ({}),
): Script {
  return script(
    (W): Made<T> => {
      const counts = { closed: 0, pressed: 0 };
      const first = build(W, "First", counts);
      const second = build(W, "Second", { closed: 0, pressed: 0 });
      return { first, second, counts };
    },
    (stage) => {
      const { made, page, at, settled, focus } = stage;
      const { first, second, counts } = made;
      const box = () => at(first.window).boundingBox();
      let start: Awaited<ReturnType<typeof box>> = null;
      const inFirst = async () => {
        // What a key before this one has closed is there again.
        if ("popup" in first.window) (first.window as unknown as AnyDialog).popup();
        await settled();
        await focus(first.field);
        start = await box();
      };
      const isIn = (window: Widget): Step => ({
        before: inFirst,
        after: () =>
          expect
            .poll(() =>
              page.evaluate<boolean>(
                `document.querySelector('[data-wid="${window.wid}"]').contains(document.activeElement)`,
              ),
            )
            .toBe(true),
      });
      const byArrow = (what: "x" | "width"): Step => ({
        before: inFirst,
        after: async () => {
          await page.keyboard.press("ArrowRight");
          await page.keyboard.press("Enter");
          await settled();
          await expect.poll(async () => (await box())?.[what]).toBe((start?.[what] ?? 0) + 16);
        },
      });
      return {
        "Ctrl+F6": isIn(second.window),
        "Ctrl+Shift+F6": isIn(second.window),
        "Alt+F7": byArrow("x"),
        "Alt+F8": byArrow("width"),
        "Shift+F10 or ContextMenu": {
          before: async () => {
            await inFirst();
            await at(first.window).getByRole("button", { name: "Close", exact: true }).first().focus();
          },
          after: async () => {
            await page.getByRole("menu").waitFor();
            await page.keyboard.press("Escape");
            await gone(page.getByRole("menu"));
          },
        },
        "Ctrl+F4": {
          before: async () => {
            await inFirst();
            counts.closed = 0;
          },
          after: () => expect.poll(() => counts.closed).toBe(1),
          last: true,
        },
        ...more(stage),
      };
    },
  );
}

type AnyDialog = ReturnType<Widgets["Dialog"]> | ReturnType<Widgets["ColorDialog"]>;

/** Shows a dialog again whenever it was closed: the next key needs it. */
function opened<T extends AnyDialog>(W: Widgets, window: T, field: Widget, counts: Counts) {
  if (!behind.has(W)) placed(W, W.Button("Behind it"));
  behind.add(W);
  (window as ReturnType<Widgets["Dialog"]>).on("close", () => {
    counts.closed++;
  });
  window.popup(...(window.wid % 2 === 0 ? [40, 40] : [60, 80]));
  return { window, field };
}
const behind = new WeakSet<Widgets>();

function pressesFirst({ made, focus, settled }: Stage<Made<AnyDialog>>): Step {
  return {
    before: async () => {
      made.first.window.popup();
      await settled();
      made.counts.pressed = 0;
      await focus(made.first.field);
    },
    after: () => expect.poll(() => made.counts.pressed).toBe(1),
  };
}

/** Closing leads the focus to what is there still. */
function dialogKeys({ made, focus, settled }: Stage<Made<AnyDialog>>): Record<string, Step> {
  return {
    Escape: {
      before: async () => {
        made.first.window.popup();
        await settled();
        await focus(made.first.field);
        made.counts.closed = 0;
      },
      after: () => expect.poll(() => made.counts.closed).toBe(1),
    },
  };
}

/** The keys of a colour plane, which show in its description of itself. */
function colors(stage: Stage<unknown>, inside: Widget, ready = () => {}): Record<string, Step> {
  const within = () => stage.at(inside);
  const plane = () => within().getByRole("slider", { name: "Saturation and brightness" });
  const values = async () =>
    ((await plane().getAttribute("aria-valuetext")) ?? "").match(/\d+/g)?.map(Number) ?? [];
  const reset = async () => {
    ready();
    await stage.settled();
    await within().getByRole("spinbutton", { name: "Saturation" }).fill("50");
    await within().getByRole("spinbutton", { name: "Brightness" }).fill("50");
    await stage.page.keyboard.press("Tab");
    await plane().focus();
  };
  const to = (saturation: number, brightness: number): Step => ({
    before: reset,
    after: () => expect.poll(values).toEqual([saturation, brightness]),
  });
  return {
    ArrowRight: to(51, 50),
    ArrowLeft: to(49, 50),
    ArrowUp: to(50, 51),
    ArrowDown: to(50, 49),
    PageUp: to(50, 60),
    PageDown: to(50, 40),
    Home: to(0, 50),
    End: to(100, 50),
  };
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

export const compositeScripts: Readonly<Record<string, Script>> = {
  ComboBox: script(
    (W) => {
      const box = W.ComboBox();
      for (const word of WORDS) box.appendText(word);
      placed(W, box, W.Button("After it"));
      return box;
    },
    (stage) => {
      const { made, at, page, settled } = stage;
      const field = () => at(made).getByRole("combobox");
      const active = async () => {
        const id = await field().getAttribute("aria-activedescendant");
        return id === null ? null : (await page.locator(`[id="${id}"]`).textContent())?.trim();
      };
      const isOpen = () => field().getAttribute("aria-expanded");
      const from =
        (text: string, ...keys: readonly string[]) =>
        async () => {
          await page.keyboard.press("Escape");
          made.setText(text);
          await settled();
          await field().focus();
          for (const key of keys) await page.keyboard.press(key);
          await settled();
        };
      const leads = (text: string, to: string, ...keys: readonly string[]): Step => ({
        before: from(text, ...keys),
        after: () => expect.poll(active).toBe(to),
      });
      const takes = (text: string, ...keys: readonly string[]): Step => ({
        before: from("Bergen", ...keys),
        after: async () => {
          await expect.poll(() => made.getText()).toBe(text);
          await expect.poll(isOpen).toBe("false");
        },
      });
      return {
        ArrowDown: leads("Bergen", "Cairo", "Alt+ArrowDown"),
        ArrowUp: leads("Bergen", "Aarhus", "Alt+ArrowDown"),
        "Alt+ArrowDown": leads("Bergen", "Bergen"),
        "Alt+ArrowUp": takes("Cairo", "Alt+ArrowDown", "ArrowDown"),
        PageDown: leads("Bergen", "Lima", "Alt+ArrowDown"),
        PageUp: leads("Lima", "Bergen", "Alt+ArrowDown"),
        Home: leads("Cairo", "Aarhus", "Alt+ArrowDown"),
        End: leads("Cairo", "Lima", "Alt+ArrowDown"),
        Enter: takes("Cairo", "Alt+ArrowDown", "ArrowDown"),
        Space: takes("Cairo", "Alt+ArrowDown", "ArrowDown"),
        Escape: takes("Bergen", "Alt+ArrowDown", "ArrowDown"),
        Text: { ...leads("Bergen", "Genoa", "Alt+ArrowDown"), text: "g" },
      };
    },
  ),
  TabWidget: script(
    (W) => {
      const tabs = W.TabWidget({ closable: true, reorderable: true, minSize: [null, 100] });
      const titles = ["A", "B", "C", "D", "X"];
      const pages = titles.map((title) => {
        const page = W.Label(`page ${title}`);
        tabs.addWidget(page, { title });
        return page;
      });
      const closing: string[] = [];
      tabs.on(
        "page-close",
        (page) => void closing.push((page as ReturnType<Widgets["Label"]>).getText() ?? ""),
      );
      placed(W, tabs);
      return { tabs, pages, closing, titles };
    },
    (stage) => {
      const { made, page, settled } = stage;
      const tab = (title: string) => page.getByRole("tab", { name: title, exact: true });
      const from = (title: string) => async () => {
        made.closing.length = 0;
        made.tabs.setIndex(made.titles.indexOf(title));
        await settled();
        await tab(title).focus();
      };
      const to = (start: string, end: string): Step => ({
        before: from(start),
        after: async () => {
          await expect.poll(() => tab(end).getAttribute("aria-selected")).toBe("true");
          await focusOn(stage, end)();
        },
      });
      const titles = () => page.getByRole("tab").allTextContents();
      const order: Step["before"] = from("B");
      return {
        ArrowRight: to("X", "A"),
        ArrowLeft: to("B", "A"),
        Home: to("C", "A"),
        End: to("B", "X"),
        Delete: { before: from("X"), after: () => expect.poll(() => made.closing).toEqual(["page X"]) },
        "Ctrl+Shift+ArrowRight": {
          before: order,
          after: () => expect.poll(titles).toEqual(["A", "C", "B", "D"]),
        },
        "Ctrl+Shift+ArrowLeft": {
          before: async () => {
            await tab("B").focus();
          },
          after: () => expect.poll(titles).toEqual(["A", "B", "C", "D"]),
        },
      };
    },
  ),
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
  Splitter: script(
    (W) => {
      const make = (orientation: "horizontal" | "vertical") => {
        const splitter = W.Splitter({ orientation, size: [400, 200] });
        for (const name of ["One", "Two"]) splitter.addWidget(W.Label(name, { minSize: [40, 20] }));
        return splitter;
      };
      const [across, down] = [make("horizontal"), make("vertical")];
      placed(W, across, down);
      return { across, down };
    },
    ({ made, at, settled }) => {
      const handle = (of: Widget) => at(of).getByRole("separator");
      const now = async (of: Widget) => Number(await handle(of).getAttribute("aria-valuenow"));
      let start = 0;
      const step = (of: Widget, fits: (now: number, start: number) => boolean): Step => ({
        before: async () => {
          (of as ReturnType<Widgets["Splitter"]>).setSizes([200, 200]);
          await settled();
          await handle(of).focus();
          start = await now(of);
        },
        after: () => expect.poll(async () => fits(await now(of), start)).toBe(true),
      });
      const { across, down } = made;
      return {
        "ArrowRight or ArrowLeft": step(across, (to, from) => to !== from),
        "ArrowDown or ArrowUp": step(down, (to, from) => to !== from),
        "Shift+ArrowRight": step(across, (to, from) => to >= from && to - from < 3),
        Home: step(across, (to, from) => to < from),
        End: step(across, (to, from) => to > from),
        Enter: step(across, (to, from) => to < from),
      };
    },
  ),
  ColorWidget: script(
    (W) => {
      const color = W.ColorWidget({ color: "#804040" });
      placed(W, color);
      return color;
    },
    (stage) => colors(stage, stage.made),
  ),
  TopLevel: windows((W, title, counts) => {
    const window = W.TopLevel({ title, size: [240, 160], resizable: true, moveable: true, closeable: true });
    const field = W.TextEntry(title);
    window.setWidget(field);
    window.on("close", () => {
      counts.closed++;
    });
    window.show();
    return { window, field };
  }),
  MDISubWindow: windows((W, title, counts) => {
    const area = desks.get(W) ?? W.MDIWidget({ minSize: [null, 460] });
    if (!desks.has(W)) {
      desks.set(W, area);
      placed(W, area);
      area.on("page-close", (child) => {
        if ((child as ReturnType<Widgets["TextEntry"]>).getText() === "First") firstCloses.get(W)?.();
      });
    }
    if (title === "First")
      firstCloses.set(W, () => {
        counts.closed++;
      });
    const field = W.TextEntry(title);
    const at = title === "First" ? { x: 20, y: 20 } : { x: 320, y: 60 };
    const window = area.addWidget(field, { title, ...at, width: 240, height: 160 });
    return { window, field };
  }),
  Dialog: windows(
    (W, title, counts) => {
      const window = W.Dialog(title, [["Fine", title]], { resizable: true, moveable: true });
      const field = W.CheckBox(title);
      window.addWidget(field);
      window.on("activated", () => {
        counts.pressed++;
      });
      return opened(W, window, field, counts);
    },
    (stage) => ({ ...dialogKeys(stage), Enter: pressesFirst(stage) }),
  ),
  ColorDialog: windows(
    (W, title, counts) => {
      const window = W.ColorDialog({ title, color: "#804040", resizable: true, moveable: true });
      window.on("activated", () => {
        counts.pressed++;
      });
      return opened(W, window, window, counts);
    },
    (stage) => ({
      ...colors(stage, stage.made.first.window, () => stage.made.first.window.popup()),
      ...dialogKeys(stage),
      Enter: pressesFirst(stage),
    }),
  ),
  TextSource: script(
    (W) => {
      const source = W.TextSource("", { minSize: [null, 200] });
      placed(W, source, W.Button("After it"));
      return source;
    },
    (stage) => {
      const { made, at, page, settled } = stage;
      const content = () => at(made).locator(".cm-content");
      const find = () => page.getByRole("textbox", { name: "Find" });
      const from =
        (text: string, ...keys: readonly string[]) =>
        async () => {
          await page.keyboard.press("Escape");
          made.setText(text);
          await settled();
          await content().focus();
          await page.keyboard.press("Control+Home");
          for (const key of keys) await (key.length > 1 ? page.keyboard.press(key) : page.keyboard.type(key));
          await settled();
        };
      const reads = (text: string) => () => expect.poll(() => made.getText()).toBe(text);
      const chosen = (start: number, end: number) => () =>
        expect.poll(() => made.getSelectionRange()?.map((ref) => ref.getOffset())).toEqual([start, end]);
      const typed = (text: string) => async () => {
        await page.keyboard.type("!");
        await settled();
        await reads(text)();
      };
      const back = async () => {
        await page.keyboard.press("Control+m");
      };
      return {
        Text: { before: from("ab"), after: reads("xab") },
        Enter: { before: from("ab"), after: reads("\nab") },
        "Ctrl+Z": { before: from("ab", "c"), after: reads("ab") },
        "Ctrl+Y or Ctrl+Shift+Z": { before: from("ab", "c", "Control+z"), after: reads("cab") },
        "Ctrl+M": {
          before: from("ab"),
          after: async () => {
            await page.keyboard.press("Tab");
            await settled();
            await reads("\tab")();
            await back();
          },
        },
        Tab: {
          before: from("ab", "Control+m"),
          after: async () => {
            await reads("\tab")();
            await back();
          },
        },
        "Shift+Tab": {
          before: from("\tab", "Control+m"),
          after: async () => {
            await reads("ab")();
            await back();
          },
        },
        "Ctrl+A": { before: from("ab"), after: chosen(0, 2) },
        "Ctrl+Home": { before: from("ab", "Control+End"), after: typed("!ab") },
        "Ctrl+End": { before: from("ab"), after: typed("ab!") },
        "Ctrl+F": { before: from("ab"), after: () => find().waitFor() },
        F3: { before: from("ab ab", "Control+f", "b", "Enter"), after: chosen(4, 5) },
        "Shift+F3": { before: from("ab ab", "Control+f", "b", "Enter", "F3"), after: chosen(1, 2) },
        Escape: {
          before: from("ab", "Control+f"),
          after: async () => {
            await gone(find());
            await expect.poll(() => stage.focused()).toContain("textbox");
          },
        },
      };
    },
  ),
  VideoWidget: script(
    (W) => {
      const video = W.VideoWidget({ controls: true, muted: true, loop: true, size: [240, 140] });
      placed(W, video);
      return video;
    },
    ({ made, at, page }) => ({
      Space: {
        before: async () => {
          made.setUrl(await recorded(page));
          await at(made).locator("video").focus();
        },
        after: () => expect.poll(() => made.getPaused()).toBe(false),
      },
    }),
  ),
};

/** One area for both windows of a page, and what is told when the first one is to close. */
const desks = new WeakMap<Widgets, ReturnType<Widgets["MDIWidget"]>>();
const firstCloses = new WeakMap<Widgets, () => void>();

/** A short film without sound that the browser itself records, as a data: address. */
function recorded(page: Page): Promise<string> {
  return page.evaluate<string>(`(async () => {
    const canvas = document.createElement("canvas");
    const drawing = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    const done = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    for (let i = 0; i < 12; i++) {
      drawing.fillStyle = "hsl(" + i * 30 + " 80% 50%)";
      drawing.fillRect(0, 0, 300, 150);
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    }
    recorder.stop();
    await done;
    const reader = new FileReader();
    reader.readAsDataURL(new Blob(parts, { type: "video/webm" }));
    await new Promise((loaded) => { reader.onload = loaded; });
    return reader.result;
  })()`);
}
