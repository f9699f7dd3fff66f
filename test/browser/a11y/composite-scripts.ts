/**
 * The keys of lists, tabs, dividers, colours, editors and films.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { gone } from "../gone.js";
import { colorKeys } from "./color-keys.js";
import { focusOn, type Script, type Step, script } from "./keyboard.js";
import { placed, WORDS } from "./specimens.js";

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
    (stage) => colorKeys(stage, stage.made),
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
