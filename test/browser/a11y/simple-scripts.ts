/**
 * The keys of buttons, ranges, texts and what scrolls.
 */
import type { Widget, Widgets } from "pgwidgets-ts/sync";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { type Script, type Stage, type Step, script } from "./keyboard.js";
import { placed } from "./specimens.js";

/** Counts what a widget reports. */
function counted<W extends { on(action: never, handler: () => void): unknown }>(widget: W, action: string) {
  const count = { of: 0 };
  widget.on(action as never, () => {
    count.of++;
  });
  return count;
}

function pressable(make: (W: Widgets) => Widget, action = "activated"): Script {
  return script(
    (W) => {
      const widget = make(W);
      placed(W, widget);
      return { widget, count: counted(widget, action) };
    },
    ({ made, focus }) => {
      const step: Step = {
        before: async () => {
          made.count.of = 0;
          await focus(made.widget);
        },
        after: () => expect.poll(() => made.count.of).toBe(1),
      };
      return { "Space or Enter": step, "Enter or Space": step, Space: step };
    },
  );
}

interface Ranged extends Widget {
  getValue(): number;
  setValue(value: number): void;
}

/** The keys of something with a value from 0 to 100, from 50 on. */
function ranged(make: (W: Widgets) => Ranged, page: number, inside = ""): Script {
  return script(
    (W) => {
      const widget = make(W);
      placed(W, widget);
      return widget;
    },
    ({ made, focus, at, settled }) => {
      const to = (expected: number): Step => ({
        before: async () => {
          made.setValue(50);
          await settled();
          await focus(inside === "" ? made : at(made).locator(inside));
        },
        after: () => expect.poll(() => made.getValue()).toBe(expected),
      });
      return {
        "ArrowRight or ArrowUp": to(51),
        "ArrowLeft or ArrowDown": to(49),
        ArrowUp: to(51),
        ArrowDown: to(49),
        PageUp: to(50 + page),
        PageDown: to(50 - page),
        Home: to(0),
        End: to(100),
      };
    },
  );
}

/** What a bar or an area was told to be at, as a share from 0 to 1. */
function bar(share: () => number, from: () => Promise<void>): Record<string, Step> {
  const step = (fits: (share: number) => boolean): Step => ({
    before: from,
    after: () => expect.poll(() => fits(share())).toBe(true),
  });
  const on = step((now) => now > 0.5 && now < 0.6);
  const back = step((now) => now < 0.5 && now > 0.4);
  return {
    "ArrowDown or ArrowRight": on,
    "ArrowUp or ArrowLeft": back,
    PageDown: step((now) => now > 0.6),
    PageUp: step((now) => now < 0.4),
    Home: step((now) => now === 0),
    End: step((now) => now === 1),
  };
}

/** What a native scroller does, from the middle of its content. */
function scrolling(stage: Stage<unknown>, view: () => Locator): Record<string, Step> {
  const top = () => view().evaluate((element: { scrollTop: number }) => element.scrollTop);
  let start = 0;
  const step = (fits: (top: number, start: number) => boolean): Step => ({
    before: async () => {
      await view().evaluate((element: { scrollTop: number; scrollHeight: number }) => {
        element.scrollTop = Math.round(element.scrollHeight / 2);
      });
      start = await top();
      await stage.focus(view());
    },
    after: () => expect.poll(async () => fits(await top(), start)).toBe(true),
  });
  const by = (pixels: number) =>
    step((now, from) => (pixels > 0 ? now >= from + pixels : now <= from + pixels));
  return {
    ArrowDown: by(10),
    ArrowUp: by(-10),
    "PageDown or Space": by(60),
    "PageUp or Shift+Space": by(-60),
    Home: step((now) => now === 0),
    End: step((now, from) => now > from + 100),
  };
}

const typed = (W: Widgets, widget: Widget) => {
  placed(W, widget, W.Button("After it"));
  return widget;
};

export const simpleScripts: Readonly<Record<string, Script>> = {
  Button: pressable((W) => W.Button("OK")),
  ToggleButton: pressable((W) => W.ToggleButton("Bold")),
  CheckBox: pressable((W) => W.CheckBox("Sound")),
  Expander: pressable((W) => {
    const expander = W.Expander({ title: "More" });
    expander.setWidget(W.Label("inside"));
    return expander;
  }, "toggled"),
  MenuAction: pressable((W) => W.MenuAction({ text: "Save" })),
  RadioButton: script(
    (W) => {
      const first = W.RadioButton("S", { state: true });
      const all = [first, W.RadioButton("M", { group: first }), W.RadioButton("L", { group: first })];
      placed(W, ...all);
      return all;
    },
    ({ made, page, settled }) => {
      const radio = (name: string) => page.getByRole("radio", { name });
      const to = (from: number | null, expected: number): Step => ({
        before: async () => {
          made[from ?? 0]?.setState(true);
          await settled();
          await radio("SML"[from ?? 0] ?? "").focus();
          // A choice that was taken back leaves none, and the focus where it was.
          if (from === null) for (const each of made) each.setState(false);
        },
        after: () => expect.poll(() => made.findIndex((each) => each.getState())).toBe(expected),
      });
      return { Space: to(null, 0), "ArrowDown or ArrowRight": to(0, 1), "ArrowUp or ArrowLeft": to(2, 1) };
    },
  ),
  Slider: ranged((W) => W.Slider({ track: true }), 10, "input"),
  Dial: ranged((W) => W.Dial({ track: true }), 10),
  SpinBox: script(
    (W) => {
      const box = W.SpinBox({ min: 0, max: 100 });
      placed(W, box);
      return box;
    },
    (stage) => {
      const { made, at, page, settled } = stage;
      const field = at(made).locator("input");
      const to = (expected: number, text = ""): Step => ({
        before: async () => {
          made.setValue(50);
          await settled();
          await field.focus();
          await field.selectText();
          if (text !== "") await page.keyboard.type(text);
        },
        after: async () => {
          await expect.poll(() => made.getValue()).toBe(expected);
          await expect.poll(() => field.inputValue()).toBe(String(expected));
        },
      });
      return {
        ArrowUp: to(51),
        ArrowDown: to(49),
        PageUp: to(60),
        PageDown: to(40),
        Home: to(0),
        End: to(100),
        Enter: to(7, "7"),
        Escape: to(50, "7"),
      };
    },
  ),
  ScrollBar: script(
    (W) => {
      const bar = W.ScrollBar({ orientation: "vertical", size: [null, 200] });
      bar.setThumbPercent(0.3);
      const told = { at: 0.5 };
      bar.on("activated", (share) => {
        told.at = share;
      });
      placed(W, bar);
      return { bar, told };
    },
    ({ made, focus, settled }) =>
      bar(
        () => made.told.at,
        async () => {
          made.bar.setScrollPercent(0.5);
          made.told.at = 0.5;
          await settled();
          await focus(made.bar);
        },
      ),
  ),
  AbstractScrollArea: script(
    (W) => {
      const area = W.AbstractScrollArea({ size: [300, 200] });
      area.setThumbPercent(0.3, 0.3);
      const told = { at: 0.5 };
      area.on("scrolled", (_x, y) => {
        told.at = y;
      });
      area.setWidget(W.Label("inside"));
      placed(W, area);
      return { area, told };
    },
    ({ made, at, focus, settled }) =>
      bar(
        () => made.told.at,
        async () => {
          made.area.setScrollPercent(0.5, 0.5);
          made.told.at = 0.5;
          await settled();
          await focus(at(made.area).getByRole("slider", { name: "Vertical" }));
        },
      ),
  ),
  ScrollArea: script(
    (W) => {
      const area = W.ScrollArea({ size: [300, 200] });
      const column = W.VBox();
      for (let i = 0; i < 80; i++) column.addWidget(W.Label(`Line ${i}`), 0);
      area.setWidget(column);
      placed(W, area);
      return area;
    },
    (stage) => scrolling(stage, () => stage.at(stage.made).locator(".pgw-scroll-view")),
  ),
  HtmlView: script(
    (W) => {
      const view = W.HtmlView("<p>A line.</p>".repeat(80), { size: [300, 200] });
      placed(W, view);
      return view;
    },
    (stage) => scrolling(stage, () => stage.at(stage.made).locator("[tabindex='0']")),
  ),
  TextEntry: script(
    (W) => {
      const entry = W.TextEntry("", { linehistory: 5 });
      typed(W, entry);
      return { entry, count: counted(entry, "activated") };
    },
    (stage) => textEntry(stage),
  ),
  TextEntrySet: script(
    (W) => {
      const entry = W.TextEntrySet("", { label: "Set", linehistory: 5 });
      typed(W, entry);
      return { entry, count: counted(entry, "activated") };
    },
    (stage) => textEntry(stage),
  ),
  TextArea: script(
    (W) => typed(W, W.TextArea("ab")) as ReturnType<Widgets["TextArea"]>,
    ({ made, at, page, settled }) => {
      const to = (expected: string): Step => ({
        before: async () => {
          made.setText("ab");
          await settled();
          await at(made).locator("textarea").focus();
          await page.keyboard.press("Control+End");
        },
        after: () => expect.poll(() => made.getText()).toBe(expected),
      });
      return { Text: to("abx"), Enter: to("ab\n") };
    },
  ),
};

function textEntry({
  made,
  at,
  page,
  settled,
}: Stage<{ entry: ReturnType<Widgets["TextEntry"]>; count: { of: number } }>): Record<string, Step> {
  const { entry, count } = made;
  const field = () =>
    at(entry)
      .locator("input")
      .or(page.locator(`input[data-wid="${entry.wid}"]`));
  const from =
    (...keys: readonly string[]) =>
    async () => {
      entry.setText("");
      await settled();
      await field().focus();
      for (const line of ["one", "two"]) {
        await field().fill(line);
        await page.keyboard.press("Enter");
      }
      await field().fill("now");
      for (const key of keys) await page.keyboard.press(key);
      await settled();
      count.of = 0;
    };
  const shows = (text: string) => () => expect.poll(() => field().inputValue()).toBe(text);
  return {
    Text: { before: from("End"), after: () => expect.poll(() => entry.getText()).toBe("nowx") },
    Enter: { before: from(), after: () => expect.poll(() => count.of).toBe(1) },
    ArrowUp: { before: from("ArrowUp"), after: shows("one") },
    ArrowDown: { before: from("ArrowUp", "ArrowUp"), after: shows("two") },
  };
}
